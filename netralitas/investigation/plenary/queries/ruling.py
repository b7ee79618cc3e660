"""The page of a case at a meeting: before it is decided, and after."""

from collections.abc import Sequence

from netralitas.cases.queries import title
from netralitas.investigation.plenary import words
from netralitas.investigation.plenary.domain import Outcome
from netralitas.investigation.plenary.forms import RespondentForm, RulingForm, VoteForm
from netralitas.investigation.plenary.pages import RulingPage
from netralitas.investigation.plenary.queries.tabled import Tabled
from netralitas.investigation.study.words import findings_said
from netralitas.web.parts import Crumb


def ruling_page(
    found: Tabled,
    *,
    form: RulingForm | None = None,
    respondents: Sequence[RespondentForm] | None = None,
    votes: Sequence[VoteForm] | None = None,
    refused: Sequence[str] = (),
    stale: bool = False,
) -> RulingPage:
    """Return the page; forms that are given stand there as they were sent."""
    view, base = found.view, f"/pleno/{found.meeting.id}"
    decided = found.item.outcome
    blocked = () if decided else found.blocked()
    asks = not decided and not blocked
    handling = view.dossier.handling()
    shown = form or RulingForm.blank(choices={"outcome": found.outcomes})
    rows = respondents if respondents is not None else blank_respondents(found)
    ballots = votes if votes is not None else blank_votes(found)
    going = form.read_value("version") if form is not None and not stale else None
    return RulingPage(
        crumbs=(Crumb(words.TITLE, "/pleno"), Crumb("Rapat", base), Crumb(title(view))),
        title=f"Keputusan atas {title(view)}",
        caption=view.file.subject,
        action=f"{base}/perkara/{view.dossier.id}",
        back=base,
        case_href=f"/perkara/{view.dossier.id}",
        study_href=f"/perkara/{view.dossier.id}/kajian",
        state=words.TABLED.get(found.state, ""),
        kept_out=found.kept_out,
        blocked=blocked,
        form=shown if asks else None,
        respondents=tuple(
            (one.called, one.post, row) for one, row in zip(found.people, rows, strict=True)
        )
        if asks and found.per_respondent
        else (),
        votes=tuple((one.name, row) for one, row in zip(found.voters, ballots, strict=True))
        if asks
        else (),
        version=handling.version if going is None else going,
        outcome=words.DONE[Outcome(decided)] if decided else None,
        decided=tuple(
            (one.called, findings_said(found.findings[one.id]))
            for one in found.people
            if one.id in found.findings
        ),
        cast=found.cast,
        refused=tuple(refused),
        stale=stale,
    )


def blank_respondents(found: Tabled) -> list[RespondentForm]:
    """Return the forms of the respondents, filled with what the study concludes."""
    said = found.concluded
    return [
        RespondentForm.blank(
            values={"findings": tuple(said[one.id]) if said.get(one.id) else None},
            prefix=f"terlapor-{one.id}-",
        )
        for one in found.people
    ]


def blank_votes(found: Tabled) -> list[VoteForm]:
    """Return an empty form for each member who votes."""
    return [VoteForm.blank(prefix=f"suara-{one.officer}-") for one in found.voters]

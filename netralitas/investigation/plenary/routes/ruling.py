"""A case at a plenary meeting: what is decided, by which votes."""

from typing import Any, Final

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas import clock
from netralitas.access.policy import Permission, may
from netralitas.cases.queries import view_case
from netralitas.database.transactions import reading
from netralitas.evidence.storage import Storage
from netralitas.investigation.plenary.commands import (
    Ruling,
    decide_in_plenary,
)
from netralitas.investigation.plenary.domain import Outcome
from netralitas.investigation.plenary.forms import (
    RespondentForm,
    RulingForm,
    VoteForm,
    decided_in,
)
from netralitas.investigation.plenary.queries import (
    Tabled,
    ruling_page,
    tabled_of,
)
from netralitas.law.book import RuleBook
from netralitas.refusals import RuleBroken, Stale
from netralitas.web.fragments import see_other
from netralitas.web.visit import Visit
from netralitas.workflow.refusals import MoveRefused

type_answer = Response[str] | Redirect

_FORM: Final = "investigation/plenary_form.html"
_MEETING: Final = "investigation/plenary.html"
_RULING: Final = "investigation/ruling.html"


class RulingController(Controller):
    """A case at a meeting: what is decided, by which votes."""

    path = "/pleno/{meeting:int}/perkara/{case:int}"
    include_in_schema = False

    @get()
    async def show(
        self,
        meeting: FromPath[int],
        case: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
    ) -> Response[str]:
        """Show what is to be decided, or what was."""
        found = await _tabled(visit, meeting, case, book)
        return await visit.page(_RULING, ruling_page(found))

    @post()
    async def decide(
        self,
        meeting: FromPath[int],
        case: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        storage: NamedDependency[Storage],
    ) -> type_answer:
        """Record it."""
        found = await _tabled(visit, meeting, case, book)
        data = await visit.typed()
        form = RulingForm.parse(data, choices={"outcome": found.outcomes})
        rows, votes = _rows(found, data)
        shown: dict[str, Any] = {"form": form, "respondents": rows, "votes": votes}
        if not form.valid or not all(each.valid for each in (*rows, *votes)):
            return await visit.page(_RULING, ruling_page(found, **shown), status=422)
        ruling = _ruling(found, form, rows, votes)
        try:
            await decide_in_plenary(visit.actor, ruling, book=book, storage=storage)
        except Stale:
            content = ruling_page(found, **shown, stale=True)
            return await visit.page(_RULING, content, status=409)
        except (RuleBroken, MoveRefused) as refusal:
            content = ruling_page(found, **shown, refused=[refusal.reason])
            return await visit.page(_RULING, content, status=409)
        return see_other(f"/pleno/{meeting}/perkara/{case}")


async def _tabled(visit: Visit, meeting: int, case: int, book: RuleBook) -> Tabled:
    may(visit.actor, Permission.SEE_PLENARY)
    async with reading(visit.actor) as c:
        view = await view_case(c, visit.actor, case, now=clock.now(), book=book)
        return await tabled_of(c, view, meeting)


def _rows(found: Tabled, data: Any) -> tuple[list[RespondentForm], list[VoteForm]]:  # noqa: ANN401 - as a browser sent it
    people = found.people if found.per_respondent else ()
    rows = [RespondentForm.parse(data, prefix=f"terlapor-{one.id}-") for one in people]
    votes = [VoteForm.parse(data, prefix=f"suara-{one.officer}-") for one in found.voters]
    return rows, votes


def _ruling(
    found: Tabled, form: RulingForm, rows: list[RespondentForm], votes: list[VoteForm]
) -> Ruling:
    outcome = Outcome(form.outcome)
    chosen = list(zip((one.id for one in found.people), rows, strict=False))
    return Ruling(
        meeting=found.meeting.id,
        case=found.view.dossier.id,
        version=form.version,
        outcome=outcome,
        votes=tuple(row.cast(one.officer) for one, row in zip(found.voters, votes, strict=True)),
        decided=decided_in(chosen) if outcome is Outcome.DECIDED else (),
        reason=form.read_value("reason"),
    )

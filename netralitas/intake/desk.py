"""The page of the desk: its form filled in as far as it is known, and refused with sentences."""

from collections.abc import Mapping, Sequence
from typing import Final
from zoneinfo import ZoneInfo

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.audit.domain import Precision
from netralitas.cases.domain import Source
from netralitas.intake import words
from netralitas.intake.arriving import Arriving
from netralitas.intake.desk_page import ARRIVING, PATH, SAVING, DeskPage, DraftLine, FileLine
from netralitas.intake.drafts import Draft, new_token
from netralitas.intake.forms import Whole
from netralitas.intake.window import ASKED, window_of
from netralitas.law.book import RuleBook
from netralitas.law.domain import Zone
from netralitas.refusals import Invalid, RuleBroken
from netralitas.web.forms import Happened
from netralitas.web.parts import Tab

type_choices = Mapping[str, Sequence[tuple[str, str]]]

_FIELDS: Final = {
    "date.future": "received_on",
    "date.before_act": "received_on",
    "date.known_before_act": "known_on",
    "date.known_after_received": "known_on",
}
"""Beside which field a broken rule of dates is said."""


def desk_page(  # noqa: PLR0913 - what stands on the page, all of it named
    whole: Whole,
    book: RuleBook,
    zone: str,
    *,
    files: Sequence[Arriving] = (),
    drafts: Sequence[Draft] = (),
    token: str = "",
    saved: str = "",
) -> DeskPage:
    """Return the page around a form; `book` is that of the region of the office."""
    form = whole.matter
    kind, token = kind_of(form.source), token or new_token()
    return DeskPage(
        form=form,
        respondents=whole.respondents,
        reporter=whole.reporter,
        witnesses=whole.witnesses,
        files=tuple(
            FileLine(file=file, form=whole.evidence[file.id])
            for file in files
            if file.id in whole.evidence
        ),
        said=words.WORDS[form.source],
        tabs=tuple(
            Tab(label=words.WORDS[source].tab, href=at(each), current=source is form.source)
            for each, source in words.KINDS.items()
        ),
        action=at(kind),
        saving=f"{SAVING}?jenis={kind}",
        token=token,
        announcing=f"{ARRIVING}/baru/{token}?jenis={kind}",
        window=window_of(form, book, Zone(zone)) if form.source is Source.REPORT else None,
        drafts=tuple(_line(draft) for draft in drafts),
        saved=saved,
    )


def blank(
    kind: str | None,
    actor: Actor,
    choices: type_choices,
    region: str | None,
    known: Mapping[str, object] | None = None,
) -> Whole:
    """Return the form of a kind as first shown: received now, in the region of the office.

    What is `known` beside that, by field, is filled in too.
    """
    source = source_of(kind)
    now = clock.now().astimezone(ZoneInfo(actor.zone))
    values: dict[str, object] = {
        "received_on": Happened(precision=Precision.DAY, on=now.date()),
        "received_time": now.time(),
        "theme": "neutrality",
        "region": region,
        "confidentiality": "named",
    }
    if source is not Source.FINDING:
        values["channel"] = "desk"
    return Whole.blank(source, {**values, **(known or {})}, choices)


def parse(
    kind: str | None,
    typed: object,
    actor: Actor,
    choices: type_choices,
    files: Sequence[Arriving] = (),
) -> Whole:
    """Return what was typed into the form of a kind of matter; never raises."""
    today = clock.today(ZoneInfo(actor.zone))
    ids = [file.id for file in files]
    return Whole.parse(source_of(kind), typed, choices, ids, today)


def only_the_window(whole: Whole) -> Whole:
    """Return the form without what is wrong in fields that the window does not depend on."""
    whole.keep_errors(ASKED)
    return whole


def again(whole: Whole, refused: Invalid | RuleBroken) -> int:
    """Say beside its field what the command refused; return the status of the page."""
    form = whole.matter
    if not whole.valid:
        return 422
    if isinstance(refused, Invalid):
        form.refuse_all(refused.errors)
        return 422
    form.refuse(_FIELDS.get(refused.rule or "", ""), refused.reason)
    return 422 if refused.rule in _FIELDS else 409


def source_of(kind: str | None) -> Source:
    """Return which matter an address means: a report unless it names another kind."""
    return words.KINDS.get(kind or "", Source.REPORT)


def kind_of(source: Source) -> str:
    """Return how the address names a kind of matter."""
    return next(kind for kind, each in words.KINDS.items() if each is source)


def at(kind: str) -> str:
    """Return the address of the desk for a kind of matter."""
    return PATH if kind == "laporan" else f"{PATH}?jenis={kind}"


def hour(zone: str) -> str:
    """Return the present hour of the office as it is written: "10.20 WIB"."""
    return f"{clock.now().astimezone(ZoneInfo(zone)):%H.%M} {Zone(zone).name}"


def _line(draft: Draft) -> DraftLine:
    return DraftLine(
        subject=draft.subject,
        kind=words.WORDS[Source(draft.kind)].tab,
        href=f"{SAVING}/{draft.token}",
        saved_at=draft.touched_at,
    )

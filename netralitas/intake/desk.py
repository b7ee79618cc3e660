"""The page of the desk: its form filled in as far as it is known, and refused with sentences."""

from collections.abc import Mapping, Sequence
from typing import Final
from zoneinfo import ZoneInfo

import msgspec

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.audit.domain import Precision
from netralitas.cases.domain import Source
from netralitas.intake import words
from netralitas.intake.forms import FORMS, MatterForm
from netralitas.intake.window import ASKED, Window, window_of
from netralitas.law.book import RuleBook
from netralitas.law.domain import Zone
from netralitas.refusals import Invalid, RuleBroken
from netralitas.web.forms import Happened
from netralitas.web.parts import Crumb, Tab

type_choices = Mapping[str, Sequence[tuple[str, str]]]

PATH: Final = "/perkara/baru"
CHECKING: Final = f"{PATH}/batas-waktu"
CRUMBS: Final = (Crumb("Perkara", "/perkara"), Crumb("Perkara baru"))
_FIELDS: Final = {
    "date.future": "received_on",
    "date.before_act": "received_on",
    "date.known_before_act": "known_on",
    "date.known_after_received": "known_on",
}
"""Beside which field a broken rule of dates is said."""


class DeskPage(msgspec.Struct, frozen=True, kw_only=True):
    """The desk for one kind of matter, with the way to the other kinds.

    Only a report has a `window`; at `checking` it is asked for without taking anything in.
    """

    form: MatterForm
    said: words.Words
    tabs: tuple[Tab, ...]
    action: str
    has_reporter: bool
    window: Window | None
    checking: str = CHECKING
    check: str = words.CHECK
    vault: str = words.VAULT
    crumbs: tuple[Crumb, ...] = CRUMBS


def desk_page(form: MatterForm, book: RuleBook, zone: str) -> DeskPage:
    """Return the page around a form; `book` is that of the region of the office."""
    is_report = form.source is Source.REPORT
    return DeskPage(
        form=form,
        said=words.WORDS[form.source],
        tabs=tuple(
            Tab(label=words.WORDS[source].tab, href=_at(kind), current=source is form.source)
            for kind, source in words.KINDS.items()
        ),
        action=_at(next(kind for kind, source in words.KINDS.items() if source is form.source)),
        has_reporter=form.source is not Source.FINDING,
        window=window_of(form, book, Zone(zone)) if is_report else None,
    )


def blank(kind: str | None, actor: Actor, choices: type_choices, region: str | None) -> MatterForm:
    """Return the form of a kind as first shown: received now, in the region of the office."""
    source = words.KINDS.get(kind or "", Source.REPORT)
    now = clock.now().astimezone(ZoneInfo(actor.zone))
    values: dict[str, object] = {
        "received_on": Happened(precision=Precision.DAY, on=now.date()),
        "received_time": now.time(),
        "theme": "neutrality",
        "region": region,
    }
    if source is not Source.FINDING:
        values["channel"] = "desk"
    return FORMS[source].blank(values=values, choices=choices)


def parse(kind: str | None, typed: object, actor: Actor, choices: type_choices) -> MatterForm:
    """Return what was typed into the form of a kind of matter; never raises."""
    today = clock.today(ZoneInfo(actor.zone))
    form = FORMS[words.KINDS.get(kind or "", Source.REPORT)]
    return form.parse(typed, choices=choices, today=today)


def only_the_window(form: MatterForm) -> MatterForm:
    """Return the form without what is wrong in fields that the window does not depend on."""
    form.errors = {name: said for name, said in form.errors.items() if name in ASKED}
    return form


def again(form: MatterForm, refused: Invalid | RuleBroken) -> int:
    """Say beside its field what the command refused; return the status of the page."""
    if isinstance(refused, Invalid):
        for name, sentences in refused.errors.items():
            for sentence in sentences:
                if sentence not in form.errors.get(name, []):
                    form.refuse(name if name in form.fields else "", sentence)
        return 422
    form.refuse(_FIELDS.get(refused.rule or "", ""), refused.reason)
    return 422 if refused.rule in _FIELDS else 409


def _at(kind: str) -> str:
    return PATH if kind == "laporan" else f"{PATH}?jenis={kind}"

"""What the calculator shows: its questions, and the answer with everything that led to it."""

from datetime import date, datetime
from typing import Self
from urllib.parse import urlencode

import msgspec

from netralitas.language import ngettext, say
from netralitas.law import words
from netralitas.law.deadline import days_left
from netralitas.law.explanation import Explanation
from netralitas.law.months import MonthShown, months_of
from netralitas.law.refusals import CannotCompute, NotInForce
from netralitas.public import sections
from netralitas.public.calculator.forms import CalculatorForm
from netralitas.public.pages import PublicPage


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """A computed date: the sentence, how it was reached, how sure it is, where to find it again.

    `name` is that of the rule as the data has it. `unsure` says what kind of source the rule rests
    on, None where its text was read. `link` and `machine` are addresses of this page and of the
    same as JSON.
    """

    name: str
    result: str
    remaining: str
    limit: str
    basis: str
    unsure: str | None
    steps: tuple[str, ...]
    months: tuple[MonthShown, ...]
    link: str
    machine: str

    @classmethod
    def of(cls, told: Explanation, name: str, now: datetime) -> Self:
        """Return the answer as it stands at `now`; `name` is that of the rule in Indonesian."""
        return cls(
            name=name,
            result=words.moment(told.due.at, told.zone),
            remaining=_remaining(days_left(told.due.at, now, told.zone)),
            limit=words.limit(told.rule),
            basis=words.basis(told.rule),
            unsure=words.unconfirmed(told.rule),
            steps=tuple(told.on_page()),
            months=months_of(told),
            link=f"{sections.CALCULATOR}?{_asked(told)}",
            machine=f"{sections.EXPLAIN}?{_asked_by_machine(told)}",
        )


class CalculatorPage(PublicPage, frozen=True, kw_only=True):
    """The calculator: only its questions, or with the answer, or with why there is none."""

    form: CalculatorForm
    answer: Answer | None = None
    refused: str | None = None

    @classmethod
    def refusing(cls, form: CalculatorForm, why: CannotCompute | NotInForce) -> Self:
        """Return the page that says why the date cannot be computed."""
        return cls(form=form, refused=why.reason)


def _remaining(days: int) -> str:
    if days == 0:
        return say("Hari ini adalah hari terakhirnya.")
    if days > 0:
        left = ngettext("{days} hari lagi dari hari ini.", "{days} hari lagi dari hari ini.", days)
        return left.format(days=days)
    return ngettext("Sudah lewat {days} hari.", "Sudah lewat {days} hari.", -days).format(
        days=-days
    )


def _asked(told: Explanation) -> str:
    begun = told.start
    asked = {"aturan": told.rule.code, "tanggal": _day(begun).isoformat()}
    if isinstance(begun, datetime):
        asked["jam"] = f"{begun.astimezone(told.zone.tz):%H.%M}"
    return urlencode({**asked, "zona": told.zone.name})


def _asked_by_machine(told: Explanation) -> str:
    begun = told.start
    at = (
        f"{begun.astimezone(told.zone.tz):%Y-%m-%dT%H:%M}"
        if isinstance(begun, datetime)
        else begun.isoformat()
    )
    return urlencode({"rule": told.rule.code, "from": at, "zone": told.zone.name})


def _day(begun: date | datetime) -> date:
    return begun.date() if isinstance(begun, datetime) else begun

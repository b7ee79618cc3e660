"""The page of the service: its standard from the law in force, offices, and whole months."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from netralitas.intake.door import OfficeShown
from netralitas.language import phrase
from netralitas.law import words as law_words
from netralitas.law.book import RuleBook
from netralitas.law.refusals import NotInForce, UnknownRule
from netralitas.law.spoken import said, spoken
from netralitas.public import sections
from netralitas.public.reporting.offices import served
from netralitas.public.service import words
from netralitas.public.service.pages import MonthLine, Office, ServicePage, Step
from netralitas.public.sheets import Sheet
from netralitas.service.domain import Duty, Month, Profile
from netralitas.service.policy import LEAST_SHOWN, RULE

_AHEAD: Final = timedelta(days=60)
_STEPS: Final = (
    (
        phrase("Pemilu"),
        "pemilu",
        ("report_window", "kajian_awal", "complete", "handle_base", "handle_max"),
    ),
    (
        phrase("Pemilihan"),
        "pemilihan",
        ("report_window", "kajian_awal", "complete", "handle_base", "handle_max"),
    ),
)


def service_sheet(
    book: RuleBook,
    offices: Iterable[OfficeShown],
    profiles: Mapping[int, Profile],
    duties: Mapping[int, Sequence[Duty]],
    months: Iterable[Month],
    today: date,
) -> Sheet:
    """Return the page of the service as it stands on a day; it changes with what it says alone."""
    content = ServicePage(
        steps=tuple(_steps(book, today)),
        answer=_step("", book, RULE, today),
        offices=tuple(
            _office(each, profiles.get(each.id, Profile()), duties.get(each.id, ()))
            for each in offices
        ),
        holidays=tuple(_holidays(book, today)),
        months=tuple(_line(month) for month in months),
        least=LEAST_SHOWN,
    )
    return Sheet(path=sections.SERVICE, template="public/service/service.html", content=content)


def _steps(book: RuleBook, today: date) -> Iterator[Step]:
    for title, family, rules in _STEPS:
        for rule in rules:
            found = _step(title, book, f"{family}.{rule}", today)
            if found is not None:
                yield found


def _step(title: str, book: RuleBook, code: str, today: date) -> Step | None:
    """Return a limit of the law as it stands today; None where there is no such rule."""
    try:
        rule = spoken(book.rule(code, today))
    except (UnknownRule, NotInForce):
        return None
    return Step(
        title=str(title),
        sentence=law_words.limit(rule),
        source=said(law_words.basis(rule)),
        doubt=law_words.unconfirmed(rule),
    )


def _office(office: OfficeShown, profile: Profile, duties: Sequence[Duty]) -> Office:
    return Office(
        name=office.name,
        hours=served(office.service).hours,
        address=profile.address,
        telephone=profile.telephone,
        email=profile.email,
        competence=profile.competence,
        supervision=profile.supervision,
        evaluation=profile.evaluation,
        duties=tuple(duties),
    )


def _holidays(book: RuleBook, today: date) -> Iterator[str]:
    """Yield the days off of the next weeks, as far as the calendar knows them."""
    calendar = book.calendar()
    for on in sorted(calendar.days):
        if today <= on < today + _AHEAD:
            yield f"{law_words.day(on)}: {calendar.day(on).reason}"


def _line(told: Month) -> MonthLine:
    return MonthLine(
        month=words.month(told),
        received=words.amount(told.received),
        receipt=words.lasted(told.receipt),
        study=words.lasted(told.study),
        in_time=words.in_time(told.study),
        complaints=words.amount(told.complaints),
        answered=words.amount(told.answered),
    )

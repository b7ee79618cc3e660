"""The deadlines of a case in words: those that run, those that ended, those that were replaced."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from netralitas.cases import words
from netralitas.cases.dossier import LockedProceeding
from netralitas.cases.queries.ended import EndedClock, ended_clock
from netralitas.cases.queries.file import CaseView
from netralitas.cases.queries.strips import Group, respondents_said
from netralitas.database.connection import Connection, Row
from netralitas.law import words as law_words
from netralitas.law.deadline import Status, days_left, status
from netralitas.law.domain import Rule, Unit, Zone
from netralitas.law.explanation import explain
from netralitas.law.months import MonthShown, months_of
from netralitas.law.refusals import CannotCompute
from netralitas.web.parts import Deadline

# By the proceedings of the case: clocks have an index for these, and none for the case.
_CLOCKS = """
SELECT id, proceeding, rule, rule_version, start_on, start_at, due_at, problem, ended_by, ended_at,
       superseded_by
FROM clock WHERE proceeding IN (SELECT p.id FROM proceeding p WHERE p.case_file = $1)
ORDER BY due_at NULLS LAST, id
"""
_CANNOT = "Tidak dapat dihitung"
_CHANGED = "Kalender berubah sejak tenggat ini dicatat; yang berlaku adalah yang tercatat."
_SOON = 1  # days left from which a deadline is marked


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoned:
    """How a date was reached, in sentences and as months; both may be missing."""

    steps: tuple[str, ...] = ()
    months: tuple[MonthShown, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Clocks:
    """All deadlines of a case as its page shows them."""

    running: tuple[Deadline, ...]
    ended: tuple[EndedClock, ...]


async def clocks_of(connection: Connection, view: CaseView, groups: Sequence[Group]) -> Clocks:
    """Return the deadlines, the nearest first; those of respondents who stand alike as one."""
    rows = await connection.fetch(_CLOCKS, view.dossier.id)
    members = {member.id: member for group in groups for member in group.members}
    zone = Zone(view.dossier.zone)
    running = [row for row in rows if row["ended_by"] is None and row["superseded_by"] is None]
    ended = [row for row in rows if row["ended_by"] is not None or row["superseded_by"] is not None]
    return Clocks(
        running=tuple(
            _running(view, row, _whose(view, alike, members)) for row, alike in _alike(running)
        ),
        ended=tuple(
            ended_clock(row, _rule(view, row), _whose(view, alike, members), zone)
            for row, alike in _alike(ended)
        ),
    )


def _alike(rows: Iterable[Any]) -> list[tuple[Any, list[int]]]:
    """Return one row for all that say the same, with the proceedings they are of."""
    found: dict[tuple[object, ...], tuple[Any, list[int]]] = {}
    for row in rows:
        key = (row["rule"], row["start_on"], row["due_at"], row["ended_at"], row["superseded_by"])
        found.setdefault(key, (row, []))[1].append(row["proceeding"])
    return list(found.values())


def _whose(
    view: CaseView, proceedings: Sequence[int], members: Mapping[int, LockedProceeding]
) -> str:
    """Return whose deadline it is, where the case has several respondents."""
    concerned = [
        members[one]
        for one in proceedings
        if one in members and members[one].respondent is not None
    ]
    if not concerned or len(view.dossier.respondents) == 1:
        return ""
    return f" · {respondents_said(view, concerned)}"


def _rule(view: CaseView, row: Row) -> Rule | None:
    if row["rule"] not in view.book.codes():
        return None
    versions = view.book.versions(row["rule"])
    return next((rule for rule in versions if rule.version == row["rule_version"]), None)


def _running(view: CaseView, row: Row, whose: str) -> Deadline:
    rule = _rule(view, row)
    title = f"{rule.label if rule else row['rule']}{whose}"
    if row["due_at"] is None or rule is None:
        problem = (row["problem"] or _CANNOT).removeprefix(f"{_CANNOT}: ")
        return Deadline(
            title=title,
            remaining=_CANNOT,
            sentence=problem[:1].upper() + problem[1:],
            tone="waiting",
            source=law_words.basis(rule) if rule else None,
            doubt=law_words.unconfirmed(rule) if rule else None,
        )
    zone = Zone(view.dossier.zone)
    left = days_left(row["due_at"], view.now, zone)
    late = status(row["due_at"], view.now, None, rule.direction) is Status.LATE
    explained = _explained(view, rule, row, zone)
    return Deadline(
        title=title,
        remaining=_remaining(left, late=late),
        sentence=_sentence(rule, row["due_at"], zone),
        tone="late" if late else ("soon" if left <= _SOON else "neutral"),
        due=row["due_at"],
        source=law_words.basis(rule),
        doubt=law_words.unconfirmed(rule),
        steps=explained.steps,
        months=explained.months,
    )


def _remaining(left: int, *, late: bool) -> str:
    if late:
        return "Lewat waktu hari ini" if left >= 0 else f"Terlambat {words.days(-left)}"
    return "Berakhir hari ini" if left <= 0 else f"Sisa {words.days(left)}"


def _sentence(rule: Rule, due_at: datetime, zone: Zone) -> str:
    until = law_words.moment(due_at, zone)
    if rule.unit is not Unit.HOURS and rule.cutoff is None:
        until = law_words.day(due_at.astimezone(zone.tz).date())
    return f"Paling lambat {until} ({law_words.amount(rule)} sejak {rule.start_label})."


def _explained(view: CaseView, rule: Rule, row: Row, zone: Zone) -> Reckoned:
    """Return the explanation day by day; it says so when the calendar has changed since.

    The months are those of the date that holds: after such a change there are none.
    """
    start: date | datetime = row["start_at"] if rule.unit is Unit.HOURS else row["start_on"]
    if start is None:
        return Reckoned()
    try:
        told = explain(rule, start, view.book.calendar(), zone)
    except CannotCompute as refusal:
        return Reckoned(steps=(refusal.reason,))
    if told.due.at != row["due_at"]:
        return Reckoned(steps=(*told.on_page(), _CHANGED))
    return Reckoned(steps=tuple(told.on_page()), months=months_of(told) if told.days else ())

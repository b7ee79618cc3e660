"""The deadlines of a case in words: those that run, those that ended, those that were replaced."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from msgspec import structs

from netralitas.access.policy import Field, Permission, part_of
from netralitas.cases.dossier import LockedProceeding
from netralitas.cases.queries.ended import EndedClock, ended_clock
from netralitas.cases.queries.file import CaseView
from netralitas.cases.queries.strips import Group, respondents_said
from netralitas.database.connection import Connection, Row
from netralitas.law import time_left
from netralitas.law import words as law_words
from netralitas.law.deadline import Status, days_left, status
from netralitas.law.domain import Rule, Unit, Zone
from netralitas.law.explanation import explain
from netralitas.law.months import MonthShown, months_of
from netralitas.law.pause import can_pause
from netralitas.law.refusals import CannotCompute
from netralitas.web.parts import Deadline, Link

# By the proceedings of the case: clocks have an index for these, and none for the case.
_CLOCKS = """
SELECT c.id, c.proceeding, c.rule, c.rule_version, c.start_on, c.start_at, c.due_at, c.problem,
       c.ended_by, c.ended_at, c.superseded_by, c.added, c.paused_by, p.happened_on AS paused_on,
       n.text AS paused_note, s.name AS replaced_by, s.recorded_at AS replaced_at, c.edition
FROM clock c
LEFT JOIN event p ON p.id = c.paused_by
LEFT JOIN event_note n ON n.event = c.paused_by
LEFT JOIN event s ON s.id = c.superseded_by
WHERE c.proceeding IN (SELECT p.id FROM proceeding p WHERE p.case_file = $1)
ORDER BY c.due_at NULLS LAST, c.id
"""
_CANNOT = "Tidak dapat dihitung"
_RULES = "/referensi/aturan"
_CHANGED = "Kalender berubah sejak tenggat ini dicatat; yang berlaku adalah yang tercatat."
_REACHED = "Waktunya sudah tiba"
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
            _marked(view, row, _running(view, row, _whose(view, alike, members)))
            for row, alike in _alike(running)
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
        key = (
            *(row["rule"], row["start_on"], row["due_at"], row["added"], row["paused_on"]),
            *(row["ended_at"], row["replaced_by"], row["replaced_at"]),
        )
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
    """Return the rule that a clock was counted by, as long as it is in this case; None if gone."""
    if row["rule"] not in view.book.codes():
        return None
    versions = view.book.versions(row["rule"])
    found = next((rule for rule in versions if rule.version == row["rule_version"]), None)
    return found.lengthened(row["added"]) if found else None


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
    if row["paused_by"] is not None:
        return _paused(view, row, rule, title)
    zone = Zone(view.dossier.zone)
    left = days_left(row["due_at"], view.now, zone)
    late = status(row["due_at"], view.now, None, rule.direction) is Status.LATE
    reached = not late and row["due_at"] < view.now  # a day before which something may not happen
    explained = _explained(view, rule, row, zone)
    return Deadline(
        title=title,
        remaining=_REACHED if reached else time_left.left(row["due_at"], view.now, zone),
        sentence=_sentence(rule, row["due_at"], zone),
        tone="late" if late else ("soon" if left <= _SOON else "neutral"),
        due=row["due_at"],
        source=law_words.basis(rule),
        reference=f"{_RULES}/{rule.code}",
        doubt=law_words.unconfirmed(rule),
        steps=explained.steps,
        months=explained.months,
        ways=_ways(view, row, rule),
    )


def _marked(view: CaseView, row: Row, shown: Deadline) -> Deadline:
    """Return a deadline; one of an older edition of the law says that it is being counted again."""
    if row["edition"] >= view.book.edition:
        return shown
    return structs.replace(
        shown, updating=f"Sedang diperbarui menurut edisi hukum {view.book.edition}"
    )


def _paused(view: CaseView, row: Row, rule: Rule, title: str) -> Deadline:
    """Return a deadline that stands still: since when and why, and when it was due before."""
    zone = Zone(view.dossier.zone)
    explained = _explained(view, rule, row, zone)
    why = row["paused_note"] if Field.NOTES in view.seen else None
    said = [f"Dijeda sejak {law_words.day(row['paused_on'])}.", *_sentences(why)]
    before = law_words.day(row["due_at"].astimezone(zone.tz).date())
    return Deadline(
        title=title,
        remaining="Dijeda",
        sentence=" ".join([*said, f"Sebelum jeda berakhir {before}."]),
        tone="waiting",
        source=law_words.basis(rule),
        reference=f"{_RULES}/{rule.code}",
        doubt=law_words.unconfirmed(rule),
        steps=explained.steps,
        months=explained.months,
        ways=_ways(view, row, rule),
    )


def _sentences(text: str | None) -> list[str]:
    """Return each line of what an officer wrote as a sentence."""
    lines = (line.strip() for line in (text or "").splitlines())
    return [line if line.endswith((".", "!", "?")) else f"{line}." for line in lines if line]


def _ways(view: CaseView, row: Row, rule: Rule) -> tuple[Link, ...]:
    """Return what the reader may do about a deadline: extend it, let it stand still or go on."""
    of = [p for p in view.dossier.proceedings if p.id == row["proceeding"]]
    seen = all(part_of(proceeding.workflow) in view.seen for proceeding in of)
    if not (of and seen and view.may(Permission.CORRECT)):
        return ()
    base = f"/perkara/{view.dossier.id}/tenggat/{row['id']}"
    if row["paused_by"] is not None:
        return (Link(label="Lanjutkan tenggat", href=f"{base}/lanjut"),)
    ways = []
    if rule.extendable or rule.extended_as:
        ways.append(Link(label="Perpanjang", href=f"{base}/perpanjangan"))
    if can_pause(rule):
        ways.append(Link(label="Jeda", href=f"{base}/jeda"))
    return tuple(ways)


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

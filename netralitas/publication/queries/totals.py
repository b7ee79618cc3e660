"""Totals for everybody: what happened to cases and respondents, counted in one pass."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, Final

from netralitas.cases.domain import SanctionLevel
from netralitas.database.connection import Connection, Row
from netralitas.law.domain import Zone
from netralitas.publication.domain import Level
from netralitas.publication.policy import LEVELS
from netralitas.publication.policy.totals import Milestone, Place, Receiver, Span, Took, Totals
from netralitas.publication.queries.totals_sql import DISTRICTS, OFFICES, ROOM, TOLD

_MILESTONES: Final = {
    ("handling", 0): Milestone.CAME_IN,
    ("handling", 1): Milestone.REGISTERED,
    ("handling", 2): Milestone.SETTLED,
    ("referral", 0): Milestone.FORWARDED,
    ("referral", 1): Milestone.RECOMMENDED,
    ("discipline", 1): Milestone.DECIDED,
    ("discipline", 2): Milestone.REPORTED,
}
"""What the steps of a proceeding are; that a follow-up arrived is no milestone of its own."""

_REACHED: Final = (
    ("handling", 1, ("registered",)),
    ("handling", 2, ("forwarded", "passed_on", "status_announced")),
    ("referral", 1, ("recommended", "taken_up")),
    ("discipline", 1, ("decree_fixed", "moral_stated", "not_proven")),
    ("discipline", 2, ("reported",)),
)
"""The states by which a step is reached; the first is reached by being opened."""

_SPANS: Final = {
    ("handling", 1): Span.TO_REGISTER,
    ("handling", 2): Span.TO_SETTLE,
    ("referral", 1): Span.TO_RECOMMEND,
    ("discipline", 1): Span.TO_DECIDE,
    ("discipline", 2): Span.TO_REPORT,
}
_REGENCY: Final = len("19.06")
_LEVELS: Final = tuple(level.value for level in SanctionLevel)


async def totals_at(c: Connection, position: int, now: datetime) -> Totals:
    """Return the totals of the first `position` leaves, as yet unprotected; three statements.

    The transaction must see every row. What happened where is counted up to the last year that is
    over: a map that moved with each report would tell where it came from.
    """
    await c.execute(ROOM)
    steps = [(of, state, step) for of, step, states in _REACHED for state in states]
    told = await c.fetchrow(
        TOLD, position, list(_LEVELS), *([each[part] for each in steps] for part in range(3))
    )
    newest = told["newest"] or 0
    offices = tuple(map(_place, await c.fetch(OFFICES, newest)))
    return Totals(
        years=_years(told["years"] or ()),
        took=tuple(_took(told["took"] or ())),
        recommended=_levels(told["levels"] or (), "recommended"),
        imposed=_levels(told["levels"] or (), "imposed"),
        receivers=tuple(map(_receiver, told["receivers"] or ())),
        offices=offices,
        districts=await _districts(c, offices, now, newest),
    )


async def _districts(
    c: Connection, offices: Iterable[Place], now: datetime, newest: int
) -> tuple[Place, ...]:
    """Return the sub-districts of the one regency that is watched; none where there are several."""
    regencies = [place.code for place in offices if len(place.code) == _REGENCY]
    if len(regencies) != 1:
        return ()
    begun = datetime(now.astimezone(Zone.WIB.tz).year, 1, 1, tzinfo=Zone.WIB.tz)
    return tuple(map(_place, await c.fetch(DISTRICTS, regencies[0], begun, newest)))


def _years(rows: Iterable[Mapping[str, Any]]) -> dict[Milestone, dict[int | None, int]]:
    found: dict[Milestone, dict[int | None, int]] = {}
    for row in rows:
        milestone = _MILESTONES.get((row["workflow"], row["step"]))
        if milestone is not None:
            found.setdefault(milestone, {})[row["year"]] = row["amount"]
    return found


def _took(rows: Iterable[Mapping[str, Any]]) -> Iterable[Took]:
    known = {(row["workflow"], row["step"]): row for row in rows}
    for place, span in _SPANS.items():
        row = known.get(place)
        if row is not None and row["amount"]:
            median, ninth = row["days"]
            yield Took(span=span, amount=row["amount"], median=median, ninth=ninth)


def _levels(rows: Iterable[Mapping[str, Any]], side: str) -> dict[Level, int]:
    """Return how often each level was said; that a matter is to be examined is no level."""
    counted: dict[Level, int] = {}
    for row in rows:
        level = LEVELS.get(SanctionLevel(_LEVELS[row["rank"] - 1]))
        if row["side"] == side and level is not None:
            counted[level] = counted.get(level, 0) + row["amount"]
    return counted


def _receiver(row: Mapping[str, Any]) -> Receiver:
    since = row["waiting_since"]
    return Receiver(
        name=row["name"],
        of_everybody=row["of_everybody"],
        staff=row["staff"],
        handed=row["handed"],
        answered=row["answered"],
        median=row["median"],
        waiting_since=date.fromisoformat(since) if since else None,
    )


def _place(row: Row) -> Place:
    return Place(code=row["code"], name=row["name"], cases=row["cases"], staff=row["staff"])

"""What stands still and with whom: of the open work of an office, and of what offices received."""

from collections import defaultdict
from datetime import date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from netralitas.database.connection import Connection, Row
from netralitas.discipline.board import Age
from netralitas.evaluation.domain.statuses import is_open, status_of
from netralitas.evaluation.packs.pages import AgeLine, ReceiverLine, Standing
from netralitas.evaluation.pages import LateLine
from netralitas.workflows import current

# By the office to which the proceeding is addressed; a handling is the owner's own.
_STANDING: Final = """
SELECT w.workflow, coalesce(a.name, o.name) AS holder,
       width_bucket($3::date - (w.since AT TIME ZONE $4)::date, $5::integer[]) AS age,
       count(*) AS amount, count(*) FILTER (WHERE w.next_due < $2) AS late,
       min(w.next_due) FILTER (WHERE w.next_due < $2) AS oldest
FROM worklist_item w
JOIN case_file f ON f.id = w.case_file JOIN organisation o ON o.id = f.owner
LEFT JOIN organisation a ON a.id = w.addressee
WHERE w.organisation = $1
GROUP BY 1, 2, 3
"""
_RECEIVERS: Final = """
SELECT a.name, p.workflow, p.state, count(*) AS amount
FROM proceeding p JOIN organisation a ON a.id = p.addressee
WHERE p.workflow IN ('referral', 'discipline')
GROUP BY p.addressee, a.name, p.workflow, p.state
ORDER BY a.name, p.addressee
"""
_OLDER: Final = [int(age.value.partition("-")[0]) for age in Age][1:]
"""From so many days on a card is in the next class of age."""
_ORDER: Final = ("handling", "referral", "discipline", "compliance")


async def standing(c: Connection, organisation: int, zone: str, on: date) -> Standing:
    """Return what an office has open by age on a day, and what was overdue when the day began.

    One statement; whatever hour of the day it is, the same.
    """
    begun = datetime.combine(on, time.min, ZoneInfo(zone))
    rows = await c.fetch(_STANDING, organisation, begun, on, zone, _OLDER)
    return Standing(ages=_ages(rows), late=_late(rows))


async def receivers(c: Connection) -> tuple[ReceiverLine, ...]:
    """Return what became of what each office received, the most unanswered first; one statement."""
    found: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in await c.fetch(_RECEIVERS):
        for code in _counts_as(row["workflow"], row["state"]):
            found[row["name"]][code] += row["amount"]
    lines = (
        ReceiverLine(name=name, **{code: amounts[code] for code in _COUNTED})
        for name, amounts in found.items()
    )
    return tuple(sorted(lines, key=lambda line: (-line.unanswered, -line.unfinished, line.name)))


_COUNTED: Final = (
    *("forwarded", "unanswered", "recommended"),
    *("arrived", "unfinished", "reported"),
)


def _counts_as(workflow: str, state: str) -> tuple[str, ...]:
    """Return as what a proceeding of an office counts: by the statuses of the figures."""
    still, status = is_open(workflow, state), status_of(workflow, state)
    if workflow == "referral":
        counts = {"unanswered": still, "recommended": status == "recommended"}
        return ("forwarded", *(code for code, holds in counts.items() if holds))
    counts = {"unfinished": still, "reported": status == "reported"}
    return ("arrived", *(code for code, holds in counts.items() if holds))


def _ages(rows: list[Row]) -> tuple[AgeLine, ...]:
    counted: dict[str, list[int]] = defaultdict(lambda: [0] * len(Age))
    for row in rows:
        counted[row["workflow"]][max(row["age"], 0)] += row["amount"]
    return tuple(
        AgeLine(process=current(code).label, amounts=tuple(counted[code]))
        for code in sorted(counted, key=lambda code: (_place(code), code))
    )


def _place(code: str) -> int:
    return _ORDER.index(code) if code in _ORDER else len(_ORDER)


def _late(rows: list[Row]) -> tuple[LateLine, ...]:
    """Return what is overdue by kind and holder, the most first."""
    found: dict[tuple[str, str], tuple[int, datetime]] = {}
    for row in rows:
        if row["late"]:
            key = (row["holder"], current(row["workflow"]).label)
            amount, oldest = found.get(key, (0, row["oldest"]))
            found[key] = (amount + row["late"], min(oldest, row["oldest"]))
    lines = (
        LateLine(process=process, holder=holder, amount=amount, oldest=oldest)
        for (holder, process), (amount, oldest) in found.items()
    )
    return tuple(sorted(lines, key=lambda line: (-line.amount, line.holder, line.process)))

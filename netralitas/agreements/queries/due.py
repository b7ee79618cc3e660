"""What is due under the agreements in force, for the home page and for notices."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import msgspec

from netralitas.agreements import words
from netralitas.agreements.dates import Alarm, Standing, alarms
from netralitas.agreements.paper import Paper
from netralitas.agreements.queries.register import PATH
from netralitas.agreements.stages import IN_FORCE
from netralitas.database.connection import Connection, Row
from netralitas.law.calendar import Calendar
from netralitas.law.domain import Zone
from netralitas.law.refusals import CannotCompute

AHEAD: Final = 30
"""So many days before its day something is told: our choice, time to write and be answered."""

# Those of others are shown, and not followed here; a suspended one is due nothing.
_WATCHED: Final = """
SELECT a.id, a.title, a.signed_on, a.ends_on, t.content,
       ARRAY(SELECT p.organisation FROM agreement_party p WHERE p.agreement = a.id) AS offices,
       (SELECT max(e.happened_on) FROM event e WHERE e.stream = a.stream
        AND e.name = 'agreement.moved' AND e.details ->> 'move' = 'evaluasi') AS evaluated_on
FROM agreement a
JOIN LATERAL (
    SELECT content FROM agreement_text WHERE agreement = a.id ORDER BY version DESC LIMIT 1
) t ON true
WHERE a.origin = 'own' AND a.signed_on IS NOT NULL AND a.stage = ANY ($1)
ORDER BY a.id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDate:
    """A dated alarm of an agreement in force, and the offices that are its parties."""

    agreement: int
    title: str
    offices: tuple[int, ...]
    code: str
    on: date

    @property
    def href(self) -> str:
        """Return where the agreement is shown."""
        return f"{PATH}/{self.agreement}"

    @property
    def label(self) -> str:
        """Return what is due: "Evaluasi kerja sama"."""
        said = words.ALARMS[self.code]
        return f"{said[:1].upper()}{said[1:]}"


async def due_dates(c: Connection, calendar: Calendar) -> tuple[DueDate, ...]:
    """Return every dated alarm of the agreements in force that the reader sees; one statement."""
    rows = await c.fetch(_WATCHED, sorted(stage.value for stage in IN_FORCE))
    return tuple(
        DueDate(
            agreement=row["id"],
            title=row["title"],
            offices=tuple(row["offices"]),
            code=alarm.code,
            on=alarm.on,
        )
        for row in rows
        for alarm in _alarms(row, calendar)
        if alarm.on is not None
    )


def soon(found: Sequence[DueDate], today: date, offices: Sequence[int]) -> tuple[DueDate, ...]:
    """Return what parties among the offices have to do within AHEAD days, or have let pass."""
    mine = set(offices)
    coming = [
        each for each in found if mine & set(each.offices) and (each.on - today).days <= AHEAD
    ]
    return tuple(sorted(coming, key=lambda each: (each.on, each.agreement)))


def _alarms(row: Row, calendar: Calendar) -> tuple[Alarm, ...]:
    """Return the alarms of an agreement, none where its days cannot be counted yet."""
    standing = Standing(
        signed_on=row["signed_on"],
        ends_on=row["ends_on"],
        evaluated_on=row["evaluated_on"],
        calendar=calendar,
        zone=Zone.WIB,
    )
    try:
        return alarms(msgspec.convert(row["content"], Paper), standing)
    except CannotCompute:
        return ()

"""Everything that the pages with figures count, as protection leaves it."""

from dataclasses import dataclass
from datetime import datetime

from netralitas.database.connection import Connection
from netralitas.evaluation.domain import Indicator
from netralitas.evaluation.domain.activities import count_activities
from netralitas.evaluation.queries.activities import activities_at
from netralitas.publication.policy.totals import Totals, protected
from netralitas.publication.queries.totals import totals_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The totals of the record up to a moment, the activities, and the threshold of both."""

    totals: Totals
    activities: tuple[Indicator, ...]
    at: datetime
    threshold: int


async def counted(c: Connection, position: int, at: datetime, threshold: int) -> Counted:
    """Return what everybody may know of the first `position` leaves; four or five statements."""
    totals = await totals_at(c, position, at)
    indicators, _ = count_activities(await activities_at(c, position=position, organisation=None))
    return Counted(
        totals=protected(totals, threshold), activities=indicators, at=at, threshold=threshold
    )

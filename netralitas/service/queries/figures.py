"""The service month by month, counted from events; of the current month nothing is told."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from netralitas.database.connection import Connection, Row
from netralitas.service import policy
from netralitas.service.domain import Month

MONTHS: Final = 12
_YEAR: Final = 12

_RECEIVED: Final = ("handling.receive_report", "handling.receive_information")
_STUDY: Final = ("pemilu.kajian_awal", "pemilihan.kajian_awal")

# By the month in which a matter came in, not in which it was written down. The study is measured by
# its clock, which the event began: only one that ended, and by an event.
_MATTERS: Final = """
SELECT date_trunc('month', e.happened_on)::date AS month, count(*) AS received,
       count(*) FILTER (WHERE e.happened_at IS NOT NULL) AS timed,
       percentile_cont(0.5) WITHIN GROUP (
           ORDER BY extract(epoch FROM e.recorded_at - e.happened_at)) / 3600 AS receipt,
       count(s.ended_at) AS studied,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM s.ended_at - s.start_at))
           / 3600 AS study,
       count(*) FILTER (WHERE s.ended_at <= s.due_at) AS met
FROM event e LEFT JOIN LATERAL (
    SELECT coalesce(k.start_at, k.start_on::timestamp AT TIME ZONE e.zone) AS start_at, k.ended_at,
           k.due_at
    FROM clock k
    WHERE k.case_file = e.stream AND k.rule = ANY ($4) AND k.ended_by IS NOT NULL
      AND k.superseded_by IS NULL AND k.due_at IS NOT NULL
    ORDER BY k.id LIMIT 1) s ON true
WHERE e.name = ANY ($3) AND e.happened_on >= $1 AND e.happened_on < $2
  AND e.precision IN ('time', 'day')
GROUP BY 1
"""
# An answer counts in the month in which it was given, once for each complaint.
_COMPLAINTS: Final = """
SELECT date_trunc('month', e.happened_on)::date AS month,
       count(*) FILTER (WHERE e.name = 'complaint.received') AS received,
       count(DISTINCT e.stream) FILTER (
           WHERE e.name = 'complaint.answered' AND NOT EXISTS (
               SELECT FROM event b WHERE b.stream = e.stream AND b.name = e.name
                 AND b.version < e.version)) AS answered
FROM event e
WHERE e.name IN ('complaint.received', 'complaint.answered')
  AND e.happened_on >= $1 AND e.happened_on < $2
GROUP BY 1
"""


async def months_before(c: Connection, today: date) -> tuple[Month, ...]:
    """Return the last twelve whole months before a day, the newest first; for the worker.

    Counted over every office; the transaction must see every event.
    """
    end = today.replace(day=1)
    months = [_back(end, number) for number in range(1, MONTHS + 1)]
    matters = await c.fetch(_MATTERS, months[-1], end, list(_RECEIVED), list(_STUDY))
    complaints = await c.fetch(_COMPLAINTS, months[-1], end)
    by_month: Mapping[date, Row] = {row["month"]: row for row in matters}
    told: Mapping[date, Row] = {row["month"]: row for row in complaints}
    return tuple(_month(month, by_month.get(month), told.get(month)) for month in months)


def _month(month: date, matters: Row | None, complaints: Row | None) -> Month:
    none = policy.span(0, None)
    return Month(
        month=month,
        received=policy.shown(matters["received"] if matters else 0),
        receipt=policy.span(matters["timed"], matters["receipt"]) if matters else none,
        study=policy.span(matters["studied"], matters["study"], matters["met"])
        if matters
        else none,
        complaints=policy.shown(complaints["received"] if complaints else 0),
        answered=policy.shown(complaints["answered"] if complaints else 0),
    )


def _back(end: date, months: int) -> date:
    """Return the first day so many months before the month that begins on `end`."""
    place = end.year * _YEAR + end.month - 1 - months
    return date(place // _YEAR, place % _YEAR + 1, 1)

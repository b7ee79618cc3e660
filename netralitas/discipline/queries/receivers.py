"""How each office stands with what it was handed: counts whose parts add up, and the median."""

from datetime import datetime, timedelta
from typing import Final

from netralitas.access.domain import Actor
from netralitas.database.connection import Connection
from netralitas.discipline.board import Filters, write_filters
from netralitas.discipline.pages import ReceiverRow
from netralitas.discipline.queries.rows import FOLLOWED
from netralitas.discipline.tasks import RECEIVABLE

# An office that acts itself ends the referral and begins a follow-up: it was handed one thing. How
# long it takes is read from the log, so only of what moved recently: no history is read whole.
_STANDING: Final = f"""
SELECT p.addressee, o.name, count(*) AS handed,
       count(*) FILTER (WHERE p.workflow || '.' || p.state = ANY ($1)) AS unreceived,
       count(*) FILTER (WHERE s.final) AS done,
       count(*) FILTER (WHERE NOT s.final AND w.next_due < $2) AS late,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY took.days) AS median
FROM proceeding p
JOIN organisation o ON o.id = p.addressee
JOIN declared_state s
    ON s.workflow = p.workflow AND s.version = p.workflow_version AND s.state = p.state
LEFT JOIN worklist_item w ON w.proceeding = p.id AND w.organisation = $3
LEFT JOIN LATERAL (
    SELECT min(e.happened_on) FILTER (WHERE e.facts && $5)
         - min(e.happened_on) FILTER (WHERE e.facts && $4) AS days
    FROM event e
    WHERE p.since >= $6 AND e.proceeding = p.id AND e.precision IN ('time', 'day')
      AND NOT EXISTS (SELECT FROM event c WHERE c.corrects = e.id)
) took ON true
WHERE p.workflow IN {FOLLOWED} AND p.respondent IS NOT NULL
  AND NOT (p.workflow = 'referral' AND p.state IN ('taken_up', 'rerouted', 'cancelled'))
GROUP BY p.addressee, o.name ORDER BY o.name, p.addressee
"""  # noqa: S608 - constant text
RECENT: Final = timedelta(days=366)
"""How far back the last move may lie of what the median is taken of."""
RECEIVED: Final = ("referral_received", "recommendation_received")
DECIDED: Final = (
    *("recommended", "rejected"),
    *("decree_fixed", "unit_decided", "moral_stated", "not_proven"),
)


async def receivers(
    c: Connection, actor: Actor, now: datetime
) -> tuple[tuple[int, ReceiverRow], ...]:
    """Return each office that something the actor reads was handed to, by name, with its id."""
    rows = await c.fetch(
        _STANDING,
        *(sorted(RECEIVABLE), now, actor.organisation, list(RECEIVED), list(DECIDED)),
        now - RECENT,
    )
    return tuple(
        (
            row["addressee"],
            ReceiverRow(
                name=row["name"],
                href=write_filters(Filters(receiver=row["addressee"])),
                handed=row["handed"],
                unreceived=row["unreceived"],
                going=row["handed"] - row["unreceived"] - row["done"],
                done=row["done"],
                late=row["late"],
                median=row["median"],
            ),
        )
        for row in rows
    )

"""Which referrals a letter sent on their way."""

from typing import Final

from netralitas.database.connection import Connection

# A letter is filed by the first event of its act: of an event that says a letter out, it is the
# last one filed before.
_FORWARDED: Final = """
SELECT p.proceeding,
       NOT EXISTS (SELECT FROM event later
                   WHERE later.stream = p.stream AND later.proceeding = p.proceeding
                     AND later.id > p.id AND 'forwarded' = ANY (later.facts)) AS latest
FROM event p
WHERE p.stream = $1 AND p.workflow = 'referral' AND 'forwarded' = ANY (p.facts)
  AND p.details -> 'letters' @> '[{"direction": "out"}]'
  AND $2 = (SELECT max(l.event) FROM letter l
            WHERE l.case_file = p.stream AND l.direction = 'out' AND l.event <= p.id)
ORDER BY p.proceeding
"""


async def forwarded_by(connection: Connection, case: int, event: int) -> dict[int, bool]:
    """Return the referrals that were sent by the letter which this event filed.

    Each with whether it was never sent again by a later one.
    """
    rows = await connection.fetch(_FORWARDED, case, event)
    return {row["proceeding"]: row["latest"] for row in rows}

"""The statements that add an agreement as it is, and duties that activities can do.

Each runs on the caller's transaction.
"""

from collections.abc import Sequence
from typing import Final

from netralitas.agreements.domain import NewAgreement, NewDuty
from netralitas.database.connection import Connection

_AGREEMENT: Final = """
INSERT INTO agreement (kind, title, place, signed_on, ends_by, ends_on, readers)
VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id
"""
_PARTIES: Final = """
INSERT INTO agreement_party (agreement, ordinal, organisation, printed, capacity)
SELECT $1, * FROM unnest($2::smallint[], $3::integer[], $4::text[], $5::text[])
"""
# The places count within the duties of one party in one theme.
_DUTIES: Final = """
INSERT INTO duty (agreement, theme, organisation, ordinal, text)
SELECT $1, theme, organisation,
       row_number() OVER (PARTITION BY theme, organisation ORDER BY place) + (
           SELECT coalesce(max(d.ordinal), 0) FROM duty d WHERE d.agreement = $1
           AND d.theme = given.theme AND d.organisation = given.organisation), text
FROM unnest($2::text[], $3::integer[], $4::text[])
     WITH ORDINALITY AS given (theme, organisation, text, place)
WHERE NOT EXISTS (SELECT FROM duty d WHERE d.agreement = $1 AND d.theme = given.theme
                  AND d.organisation = given.organisation AND d.text = given.text)
"""


async def add_agreement(c: Connection, new: NewAgreement, readers: tuple[int, ...]) -> int:
    """Return the id of the new agreement, which has its parties and duties."""
    added: int = await c.fetchval(
        _AGREEMENT,
        *(new.kind, new.title, new.place, new.signed_on, new.ends_by, new.ends_on),
        list(readers),
    )
    await c.execute(
        _PARTIES,
        added,
        list(range(1, len(new.parties) + 1)),
        [party.organisation for party in new.parties],
        [party.printed for party in new.parties],
        [party.capacity for party in new.parties],
    )
    await add_duties(c, added, new.duties)
    return added


async def add_duties(c: Connection, agreement: int, duties: Sequence[NewDuty]) -> int:
    """Return how many duties an agreement has from now on beside those it had; none twice."""
    done = await c.execute(
        _DUTIES,
        agreement,
        [duty.theme.value for duty in duties],
        [duty.organisation for duty in duties],
        [duty.text for duty in duties],
    )
    return int(done.rpartition(" ")[2])

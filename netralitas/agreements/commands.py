"""Adding an agreement, in a transaction of the owner: for the demo, for tests, for an import."""

from netralitas.agreements import store
from netralitas.agreements.domain import NewAgreement, hold_whole
from netralitas.agreements.queries import offices_of
from netralitas.database.connection import Connection


async def add_agreement_in(connection: Connection, new: NewAgreement) -> int:
    """Return the id of a new agreement; every office of its parties reads it from then on.

    The connection must be the owner's, in a context that sees everything: the application's role
    has no right to write agreements, and no page does. Raises RuleBroken when the agreement
    contradicts itself.
    """
    hold_whole(new)
    readers = await offices_of(connection, [party.organisation for party in new.parties])
    return await store.add_agreement(connection, new, readers)

"""Adding an agreement as it is, in a transaction of the owner: for the demo, tests, an import."""

from collections.abc import Sequence

from netralitas import clock
from netralitas.agreements import store
from netralitas.agreements.dates import last_day
from netralitas.agreements.domain import NewAgreement, Origin, hold_whole
from netralitas.agreements.paper import Paper
from netralitas.agreements.queries import offices_of
from netralitas.agreements.stages import Stage
from netralitas.database.connection import Connection
from netralitas.law.calendar import Calendar
from netralitas.law.domain import Zone
from netralitas.refusals import RuleBroken


async def add_agreement_in(connection: Connection, new: NewAgreement) -> int:
    """Return the id of a new agreement; every office of its parties reads it from then on.

    The connection must be in a context that sees everything. Raises RuleBroken when the agreement
    contradicts itself.
    """
    hold_whole(new)
    readers = await offices_of(connection, [party.organisation for party in new.parties])
    return await store.add_agreement(connection, new, readers)


async def add_paper_in(
    connection: Connection, paper: Paper, readers: Sequence[int], calendar: Calendar
) -> int:
    """Return the id of a signed agreement of others, which these offices read as it was published.

    It is in force from its signing, and nobody changes it here. Raises RuleBroken for a paper that
    nobody signed.
    """
    if paper.signed_on is None:
        raise RuleBroken("Naskah yang belum ditandatangani tidak dapat ditambahkan apa adanya.")
    counted = last_day(paper, paper.signed_on, calendar, Zone.WIB)
    entry = store.Entry(
        readers=tuple(readers),
        stage=Stage.EXECUTION,
        origin=Origin.PUBLIC,
        ends_on=counted.due.on if counted else None,
    )
    added = await store.enter(connection, paper, entry)
    text = store.NewText(agreement=added, version=1, paper=paper, officer=None, readers=readers)
    await store.add_text(connection, text, clock.now())
    return added

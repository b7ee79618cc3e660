"""The law that comes with the product becomes an edition of the database."""

from netralitas.accounts.queries import system_actor
from netralitas.database.connection import Connection
from netralitas.database.transactions import EVERYTHING, writing
from netralitas.editions import store
from netralitas.editions.domain import Entry, EntryKind, NewEdition
from netralitas.law.entries import committed

REASON = "Data bawaan versi aplikasi"


async def ship_law() -> int:
    """Return the number of the edition in force after what the committed files say anew is in it.

    May be repeated; `migrate` calls it. What an administrator has changed stays as they left it.
    """
    async with writing(EVERYTHING) as c:
        number = await store.alone(c)
        entries = await _news(c, number)
        if not entries:
            return number
        system = await system_actor(c)
        edition = NewEdition(
            number=number + 1, officer=system.officer, event=None, reason=REASON, entries=entries
        )
        await store.add(c, edition)
        return edition.number


async def _news(c: Connection, number: int) -> tuple[Entry, ...]:
    """Return what the files say otherwise than last time, less what somebody changed since."""
    said, stands, now = await store.shipped(c), await store.entries(c, number), committed()
    untouched = {key for key in said | now if stands.get(key) == said.get(key)}
    return tuple(
        Entry(kind=EntryKind(kind), key=key, body=now.get((kind, key)))
        for kind, key in sorted(untouched)
        if now.get((kind, key)) != said.get((kind, key))
    )

"""Editions as rows: read whole, added to, never changed."""

from collections.abc import Iterable
from typing import Final

from netralitas.database.connection import Connection, Row
from netralitas.editions.domain import Draft, Entry, EntryKind, NewEdition
from netralitas.law.entries import Body, Key

NEWEST: Final = "SELECT coalesce(max(number), 0) FROM law_edition"
_ENTRIES: Final = """
SELECT DISTINCT ON (kind, key) kind, key, body FROM law_entry WHERE edition <= $1
ORDER BY kind, key, edition DESC
"""
_SHIPPED: Final = """
SELECT DISTINCT ON (n.kind, n.key) n.kind, n.key, n.body
FROM law_entry n JOIN law_edition e ON e.number = n.edition AND e.shipped
ORDER BY n.kind, n.key, n.edition DESC
"""
_CALENDAR: Final = """
SELECT coalesce(max(edition), 0) FROM law_entry
WHERE kind IN ('holiday', 'year') AND edition <= $1
"""
# Two that save at the same moment must not both become the same edition; "laws".
_ONE_AT_A_TIME: Final = "SELECT pg_advisory_xact_lock(1818326899)"
_ADD: Final = """
INSERT INTO law_edition (number, recorded_at, officer, event, reason, shipped)
VALUES ($1, now(), $2, $3, $4, $5)
"""
_SAY: Final = "INSERT INTO law_entry (edition, kind, key, body) VALUES ($1, $2, $3, $4)"


async def newest(c: Connection) -> int:
    """Return the number of the edition in force, 0 before the first."""
    number: int = await c.fetchval(NEWEST)
    return number


async def alone(c: Connection) -> int:
    """Return the number of the edition in force; until the end nobody else can add one."""
    await c.execute(_ONE_AT_A_TIME)
    return await newest(c)


async def entries(c: Connection, edition: int) -> dict[Key, Body]:
    """Return what an edition says, by kind and key; what was withdrawn is not among it."""
    return _bodies(await c.fetch(_ENTRIES, edition))


async def shipped(c: Connection) -> dict[Key, Body]:
    """Return what the product itself said last, whatever administrators said since."""
    return _bodies(await c.fetch(_SHIPPED))


async def calendar_version(c: Connection, edition: int) -> int:
    """Return the last edition that spoke of the calendar."""
    version: int = await c.fetchval(_CALENDAR, edition)
    return version


async def add(c: Connection, edition: NewEdition) -> None:
    """Put an edition into force from the end of this transaction on."""
    await c.execute(
        _ADD, edition.number, edition.officer, edition.event, edition.reason, edition.shipped
    )
    await c.executemany(
        _SAY,
        [(edition.number, entry.kind, entry.key, entry.body) for entry in edition.entries],
    )


def _bodies(rows: Iterable[Row]) -> dict[Key, Body]:
    return {(row["kind"], row["key"]): row["body"] for row in rows if row["body"] is not None}


_DRAFT: Final = """
INSERT INTO law_draft (officer, based_on, made_at, reason, entries)
VALUES ($1, $2, now(), $3, $4) RETURNING id
"""
_FIND_DRAFT: Final = """
SELECT id, officer, based_on, reason, entries, saved_as FROM law_draft WHERE id = $1
"""
_SAVED: Final = "UPDATE law_draft SET saved_as = $2 WHERE id = $1"


async def add_draft(
    c: Connection, *, officer: int, based_on: int, reason: str, entries: Iterable[Entry]
) -> int:
    """Return the id of a new draft."""
    plain = [{"kind": entry.kind, "key": entry.key, "body": entry.body} for entry in entries]
    identity: int = await c.fetchval(_DRAFT, officer, based_on, reason, plain)
    return identity


async def draft(c: Connection, identity: int) -> Draft | None:
    """Return a draft, None when there is none of that id."""
    row = await c.fetchrow(_FIND_DRAFT, identity)
    if row is None:
        return None
    entries = tuple(
        Entry(kind=EntryKind(said["kind"]), key=said["key"], body=said["body"])
        for said in row["entries"]
    )
    return Draft(**{**row, "entries": entries})


async def draft_saved(c: Connection, identity: int, edition: int) -> None:
    """Hold that the draft has become the edition, and will not be saved again."""
    await c.execute(_SAVED, identity, edition)

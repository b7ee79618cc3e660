"""The editions that were, and what each changed."""

from collections.abc import Mapping, Sequence
from typing import Final

from netralitas.database.connection import Connection, Row
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.editions import addresses, store
from netralitas.editions.changes import side_by_side
from netralitas.editions.domain import Entry, EntryKind
from netralitas.editions.pages.looking import EditionLine, EditionPage, HomePage
from netralitas.editions.pages.parts import Progress
from netralitas.editions.words import amount_of, named
from netralitas.refusals import NotVisible
from netralitas.web.parts import Pages

EDITIONS: Final = 25
ENTRIES: Final = 25
_LARGEST: Final = 2**31 - 1
_HISTORY: Final = """
SELECT e.number, e.recorded_at, e.reason, o.name AS officer
FROM law_edition e JOIN officer o ON o.id = e.officer
WHERE e.number < $1 ORDER BY e.number DESC LIMIT $2
"""
_CHANGED: Final = """
SELECT edition, kind, count(*) AS amount, min(key) AS key, bool_and(body IS NULL) AS withdrawn
FROM law_entry WHERE edition = ANY ($1) GROUP BY edition, kind ORDER BY edition, kind
"""
_ENTRIES: Final = """
SELECT id, kind, key, body FROM law_entry WHERE edition = $1 AND id > $2 ORDER BY id LIMIT $3
"""
_AMOUNT: Final = "SELECT count(*) FROM law_entry WHERE edition = $1"
# Beside the index of open clocks by edition, those that wait are few or none.
_PROGRESS: Final = """
SELECT count(*) AS total, count(*) FILTER (WHERE edition < $1) AS waiting
FROM clock WHERE ended_by IS NULL AND superseded_by IS NULL
"""


async def progress(edition: int) -> Progress:
    """Return how far the job has come, over all offices: numbers only."""
    async with reading(EVERYTHING) as c:
        row = await c.fetchrow(_PROGRESS, edition)
    return Progress(**dict(row))


async def home_page(c: Connection, query: Mapping[str, str], year: int) -> HomePage:
    """Return the edition in force and a page of the history, the newest first."""
    number = await store.newest(c)
    before = _number(query.get("sebelum"))
    rows = await c.fetch(_HISTORY, before or _LARGEST, EDITIONS + 1)
    shown = rows[:EDITIONS]
    changed = await c.fetch(_CHANGED, [row["number"] for row in shown])
    following = shown[-1]["number"] if len(rows) > EDITIONS else None
    return HomePage(
        crumbs=addresses.crumbs(),
        edition=number,
        saved=number if _number(query.get("tersimpan")) == number else None,
        progress=await progress(number),
        editions=tuple(_line(row, changed) for row in shown),
        pages=Pages(
            earlier=addresses.LAW if before else None,
            later=addresses.asked(addresses.LAW, sebelum=following) if following else None,
        ),
        year=year,
    )


async def edition_page(c: Connection, number: int, query: Mapping[str, str]) -> EditionPage:
    """Return what an edition changed, a page of its entries; raises NotVisible for none."""
    row = await c.fetchrow(_HISTORY, number + 1, 1) if number < _LARGEST else None
    if row is None or row["number"] != number:
        raise NotVisible
    after = _number(query.get("setelah")) or 0
    found = await c.fetch(_ENTRIES, number, after, ENTRIES + 1)
    entries = [
        Entry(kind=EntryKind(one["kind"]), key=one["key"], body=one["body"])
        for one in found[:ENTRIES]
    ]
    following = found[ENTRIES - 1]["id"] if len(found) > ENTRIES else None
    here = addresses.edition(number)
    return EditionPage(
        crumbs=addresses.crumbs(f"Edisi {number}"),
        number=number,
        recorded_at=row["recorded_at"],
        officer=row["officer"],
        reason=row["reason"],
        amount=await c.fetchval(_AMOUNT, number),
        changes=side_by_side(await store.entries(c, number - 1), entries),
        pages=Pages(
            earlier=here if after else None,
            later=addresses.asked(here, setelah=following) if following else None,
        ),
        export=addresses.asked(addresses.EXPORT, edisi=number),
    )


def _line(row: Row, changed: Sequence[Row]) -> EditionLine:
    own = [one for one in changed if one["edition"] == row["number"]]
    return EditionLine(
        href=addresses.edition(row["number"]),
        number=row["number"],
        recorded_at=row["recorded_at"],
        officer=row["officer"],
        reason=row["reason"],
        changed=", ".join(map(_changed, own)),
        amount=sum(one["amount"] for one in own),
    )


def _changed(row: Row) -> str:
    if row["amount"] > 1:
        return amount_of(row["kind"], row["amount"])
    said = named(row["kind"], row["key"])
    return f"{said} dicabut" if row["withdrawn"] else said


def _number(text: str | None) -> int | None:
    """Return a number of an address, None for anything else."""
    known = text and text.isascii() and text.isdigit() and len(text) < 10
    return int(text) if known and text else None

"""The statements that change the realisation of a work plan, on the caller's transaction."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from netralitas.agreements.plan.domain import Feed, NewEntry, Place
from netralitas.database.connection import Connection

LARGEST_ID: Final = 2**63 - 1

_FEED: Final = """
INSERT INTO plan_feed (agreement, version, line, aspect, indicator, kind, theme, activity_kind,
                       party, officer, declared_at, readers)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id
"""
_FED: Final = """
SELECT id FROM plan_feed
WHERE agreement = $1 AND version = $2 AND line = $3 AND aspect = $4 AND indicator = $5
  AND ended_at IS NULL
"""
_END: Final = "UPDATE plan_feed SET ended_at = $2, ended_by = $3 WHERE id = $1"
_ENTRY: Final = """
INSERT INTO plan_entry (agreement, version, line, aspect, indicator, year, month, amount, source,
                        file, officer, entered_at, readers)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING id
"""
_STANDING: Final = """
SELECT id, year, month FROM plan_entry
WHERE agreement = $1 AND version = $2 AND line = $3 AND aspect = $4 AND indicator = $5
  AND withdrawn_at IS NULL
"""
_WITHDRAW: Final = "UPDATE plan_entry SET withdrawn_at = $2, withdrawn_by = $3 WHERE id = $1"


@dataclass(frozen=True, slots=True, kw_only=True)
class At:
    """An indicator of an agreement, who changes it and when, and who reads what is written."""

    agreement: int
    place: Place
    officer: int
    now: datetime
    readers: tuple[int, ...]

    @property
    def key(self) -> tuple[int, int, int, str, int]:
        """Return the columns that name the indicator, in their order."""
        place = self.place
        return (self.agreement, place.version, place.row, place.aspect.value, place.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A figure that counts: its id, and for which year or month it was entered."""

    id: int
    year: int
    month: int | None


async def fed_by(c: Connection, at: At) -> int | None:
    """Return the id of what feeds an indicator, None where nothing does."""
    found: int | None = await c.fetchval(_FED, *at.key)
    return found


async def add_feed(c: Connection, at: At, feed: Feed) -> int:
    """Return the id of a feed that counts from now on."""
    said = (feed.kind, feed.theme, feed.activity_kind, feed.party)
    added: int = await c.fetchval(_FEED, *at.key, *said, at.officer, at.now, list(at.readers))
    return added


async def end_feed(c: Connection, feed: int, at: At) -> None:
    """Hold that a feed counts no more."""
    await c.execute(_END, feed, at.now, at.officer)


async def entries_standing(c: Connection, at: At) -> tuple[Standing, ...]:
    """Return the figures of an indicator that count."""
    rows = await c.fetch(_STANDING, *at.key)
    return tuple(Standing(id=row["id"], year=row["year"], month=row["month"]) for row in rows)


async def add_entry(c: Connection, at: At, new: NewEntry, file: bytes | None) -> int:
    """Return the id of a figure that counts from now on."""
    said = (new.year, new.month, new.amount, new.source, file)
    added: int = await c.fetchval(_ENTRY, *at.key, *said, at.officer, at.now, list(at.readers))
    return added


async def stands(c: Connection, at: At, entry: int) -> bool:
    """Say whether a figure of this indicator counts."""
    known = 0 < entry <= LARGEST_ID
    return known and entry in {each.id for each in await entries_standing(c, at)}


async def withdraw(c: Connection, entry: int, at: At) -> None:
    """Hold that a figure counts no more."""
    await c.execute(_WITHDRAW, entry, at.now, at.officer)

"""The statements about one desk and one account; each runs on the caller's transaction."""

from datetime import date
from typing import Final

from netralitas.database.connection import Connection, Row

_DESK: Final = """
    SELECT id, officer, organisation, title, roles, valid_from, valid_to, principal
    FROM desk WHERE id = $1 FOR NO KEY UPDATE
"""
_END_DESK: Final = """
    UPDATE desk SET valid_to = greatest(valid_from, $2::date)
    WHERE (id = $1 OR principal = $1) AND (valid_to IS NULL OR valid_to > $2)
"""
_ENABLE: Final = """
    UPDATE officer SET disabled_at = NULL WHERE id = $1 AND disabled_at IS NOT NULL RETURNING id
"""


async def desk_of(c: Connection, desk: int) -> Row | None:
    """Return whose desk it is, where, with which roles and days, for whom; locked."""
    row: Row | None = await c.fetchrow(_DESK, desk)
    return row


async def end_desk(c: Connection, desk: int, on: date) -> None:
    """Let a desk, and whoever stands in at it, sit until the day before."""
    await c.execute(_END_DESK, desk, on)


async def enable(c: Connection, officer: int) -> bool:
    """Let an officer sign in again; False: they were not disabled."""
    return await c.fetchval(_ENABLE, officer) is not None

"""The names of the log: after a restore it goes on under a new one, with a signed statement.

A log that was restored from a backup grows from there a second time: what was published since then
and what comes now exclude each other. Under one name that would be a forgery. So the log gets a new
name, and says which head of the old one was the last that anybody knows.
"""

import base64
from datetime import UTC, datetime
from typing import Final

import msgspec

from netralitas.audit import heads, log
from netralitas.audit.heads import BadHead, LogHead
from netralitas.database.connection import Connection
from netralitas.refusals import RuleBroken

_NAMES: Final = "SELECT name, earlier FROM published.log_origin ORDER BY ordinal"
_CURRENT: Final = "SELECT name FROM published.log_origin ORDER BY ordinal DESC LIMIT 1"
_LAST: Final = "SELECT note FROM published.log_head ORDER BY size DESC LIMIT 1"
_DECLARE: Final = """
INSERT INTO published.log_origin
    (name, earlier, size, root, first_size, reason, declared_at, statement)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
"""
_HEADING: Final = "pernyataan pergantian nama catatan"


class Declared(msgspec.Struct, frozen=True, kw_only=True):
    """A new name of the log: what was the last head under the earlier one, and why it changed."""

    name: str
    earlier: LogHead
    first_size: int
    statement: str


async def origin_of(c: Connection, first: str) -> str:
    """Return the present name of the log, which was called `first` in the beginning."""
    name: str | None = await c.fetchval(_CURRENT)
    return name or first


async def origins(c: Connection, first: str) -> tuple[str, ...]:
    """Return every name that the log has had, from `first` to the present one."""
    return (first, *(row["name"] for row in await c.fetch(_NAMES)))


async def declare(
    c: Connection, key: bytes, first: str, reason: str, now: datetime, *, known: str | None = None
) -> Declared:
    """Hold that the log goes on under a new name from here, and say why in a signed statement.

    `known` is the last note of the present name that anybody has, as it left the house; without one
    the last that this database knows. Raises RuleBroken without a reason, without any published
    head, or for a reason of several lines; BadHead for a note of another log.
    """
    if not reason.strip() or "\n" in reason.strip():
        raise RuleBroken("Say in one line why the log gets a new name.", rule="log origin")
    await c.execute(log.LOCK)
    earlier = await origin_of(c, first)
    note = known or await c.fetchval(_LAST)
    if note is None:
        raise RuleBroken("No head was ever published; the name can stay.", rule="log origin")
    head = heads.open_note(note, heads.verifier_of(key, heads.stated(note).origin))
    if head.origin != earlier:
        raise BadHead(f"the note is of {head.origin}; the log is called {earlier} now")
    names = await origins(c, first)
    name, size = f"{first}-{len(names) + 1}", await log.size(c)
    statement = heads.sign_text(_text(name, head, size, reason.strip(), now), key, name)
    await c.execute(
        *(_DECLARE, name, earlier, head.size, head.root, size, reason.strip(), now, statement)
    )
    return Declared(name=name, earlier=head, first_size=size, statement=statement)


def _text(name: str, earlier: LogHead, size: int, reason: str, now: datetime) -> str:
    moment = now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return (
        f"{name}\n{_HEADING}\n"
        f"nama lama: {earlier.origin}\n"
        f"daun terakhir yang diterbitkan dengan nama lama: {earlier.size}\n"
        f"akarnya: {base64.b64encode(earlier.root).decode()}\n"
        f"daun saat nama baru mulai: {size}\n"
        f"alasan: {reason}\n"
        f"waktu: {moment}\n"
    )

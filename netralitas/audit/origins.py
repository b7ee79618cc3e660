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
from netralitas.audit.heads import BadHead, LogHead, Verifier
from netralitas.database.connection import Connection
from netralitas.refusals import RuleBroken

_NAMES: Final = "SELECT name, first_size, statement FROM published.log_origin ORDER BY ordinal"
_CURRENT: Final = "SELECT name FROM published.log_origin ORDER BY ordinal DESC LIMIT 1"
_LAST: Final = "SELECT note FROM published.log_head ORDER BY size DESC LIMIT 1"
_SIGNED: Final = "SELECT note FROM log_head ORDER BY size DESC LIMIT 1"
_DECLARE: Final = """
INSERT INTO published.log_origin
    (name, earlier, size, root, first_size, reason, declared_at, statement)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
"""
_HEADING: Final = "pernyataan pergantian nama catatan"
_NEW_KEY: Final = "kunci baru: "
_NEWEST: Final = """
SELECT statement FROM published.log_origin WHERE strpos(statement, E'\\nkunci baru: ') > 0
ORDER BY ordinal DESC LIMIT 1
"""


class Declared(msgspec.Struct, frozen=True, kw_only=True):
    """A new name of the log: what was the last head under the earlier one, and why it changed."""

    name: str
    earlier: LogHead
    first_size: int
    statement: str


class Reign(msgspec.Struct, frozen=True, kw_only=True):
    """A name of the log, the key that signs under it, and how many leaves there were when it began.

    `rotated` says that the key is another one than under the name before.
    """

    verifier: Verifier
    first_size: int
    rotated: bool


async def reigns(c: Connection, first: Verifier) -> tuple[Reign, ...]:
    """Return every name that the log has had, in order; `first` is its first, with its key.

    Another key counts only if it is announced under the one before it.
    """
    found = [Reign(verifier=first, first_size=0, rotated=False)]
    for row in await c.fetch(_NAMES):
        before = found[-1].verifier
        key = announced(row["statement"], before)
        verifier = key or Verifier(name=row["name"], public=before.public)
        rotated = verifier.public != before.public
        found.append(Reign(verifier=verifier, first_size=row["first_size"], rotated=rotated))
    return tuple(found)


def announced(statement: str, before: Verifier) -> Verifier | None:
    """Return the new key that a statement announces, signed by the one before it; None without."""
    try:
        lines = heads.open_text(statement, before).splitlines()
        keys = [line.removeprefix(_NEW_KEY) for line in lines if line.startswith(_NEW_KEY)]
        verifier = heads.verifier_from(keys[0]) if keys else None
    except ValueError:
        return None
    return verifier if verifier and verifier.name == lines[0] else None


async def origin_of(c: Connection, first: str) -> str:
    """Return the present name of the log, which was called `first` in the beginning."""
    name: str | None = await c.fetchval(_CURRENT)
    return name or first


async def origins(c: Connection, first: str) -> tuple[str, ...]:
    """Return every name that the log has had, from `first` to the present one."""
    return (first, *(row["name"] for row in await c.fetch(_NAMES)))


async def hold_key(c: Connection, key: bytes, first: str, last: str | None) -> None:
    """Hold that this secret signs under the present name; LogBroken names the command else.

    `last` is the note that was signed last, if any.
    """
    public, told = heads.verifier_of(key, first).public, await c.fetchval(_NEWEST)
    if told is not None:
        expected = told.partition(_NEW_KEY)[2].partition("\n")[0]
        right = heads.verifier_from(expected).public == public
    else:
        right = last is None or _signed_by(last, public)
    if not right:
        raise log.LogBroken(
            "the log is signed with another secret than the last head: run `netralitas audit"
            " rotate-key`, or put the secret back"
        )


def _signed_by(note: str, public: bytes) -> bool:
    try:
        heads.open_note(note, Verifier(name=heads.stated(note).origin, public=public))
    except BadHead:
        return False
    return True


async def declare(
    c: Connection,
    key: bytes | tuple[bytes, bytes],
    first: str,
    reason: str,
    now: datetime,
    *,
    known: str | None = None,
) -> Declared:
    """Hold that the log goes on under a new name from here, and say why in a signed statement.

    `known` is the last note of the present name that anybody has, as it left the house; without one
    the last that this database knows. With two secrets for `key` the log is signed with the second
    from here on: the statement names its public key, and is signed with both. Raises RuleBroken
    without a reason, without any published head, or for a reason of several lines; BadHead for a
    note of another log.
    """
    present, successor = key if isinstance(key, tuple) else (key, None)
    if not reason.strip() or "\n" in reason.strip():
        raise RuleBroken("Say in one line why the log gets a new name.", rule="log origin")
    await c.execute(log.LOCK)
    earlier = await origin_of(c, first)
    note = known or await c.fetchval(_LAST)
    if note is None and successor is not None:
        note = await c.fetchval(_SIGNED)
    if note is None:
        raise RuleBroken("No head was ever published; the name can stay.", rule="log origin")
    head = heads.open_note(note, heads.verifier_of(present, heads.stated(note).origin))
    names = await origins(c, first)
    if head.origin != earlier and (known or head.origin not in names):
        raise BadHead(f"the note is of {head.origin}; the log is called {earlier} now")
    name, size = f"{first}-{len(names) + 1}", await log.size(c)
    text = _text(name, head, size, reason.strip(), now)
    if successor is None:
        statement = heads.sign_text(text, present, name)
    else:
        text += f"{_NEW_KEY}{heads.verifier_of(successor, name)}\n"
        signed = heads.sign_text(text, present, earlier)
        statement = heads.countersigned(signed, successor, name)
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

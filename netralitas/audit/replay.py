"""Verification of the events themselves: bytes, columns, chains and proceedings, in one pass.

PostgreSQL writes the columns of each event as encoding 1 does, which is compared with the canonical
bytes. It escapes nothing, so that an event that differs, or has something escaped, is looked at
again, column by column.
"""

import asyncio
import hashlib
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final

import asyncpg
import msgspec

from netralitas.audit import chain
from netralitas.audit.verdict import Findings

_BATCH: Final = 500

_NAMES: Final = chain.Columns.__struct_fields__
_BYTES: Final = ("commitment", "previous", "salt")
_MOMENTS: Final = ("happened_at", "recorded_at")
_LISTS: Final = ("basis", "facts", "readers")
_NUMBERS: Final = (
    *("actor", "corrects", "encoding", "organisation", "proceeding", "stream", "version"),
    "workflow_version",
)


def _json(name: str) -> str:
    """Return the SQL that writes `"name":value,` for a column."""
    if name in _LISTS:
        return f"""'"{name}":', array_to_json({name})::text, ','"""
    if name in _NUMBERS:
        return f"""'"{name}":', coalesce({name}::text, 'null'), ','"""
    text = name
    if name in _BYTES:
        text = f"encode({name}, 'hex')"
    elif name in _MOMENTS:
        text = f"""to_char({name}, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')"""
    return f"""'"{name}":', coalesce('"' || {text} || '"', 'null'), ','"""


_DETAILS: Final = _NAMES.index("details")

# An attacker may have dropped the NOT NULL of a column.
_EVENTS: Final = f"""
SELECT id, stream, version, coalesce(hash, ''), previous, coalesce(canonical, ''),
       proceeding, from_state, to_state,
       concat({", ".join(_json(name) for name in _NAMES[:_DETAILS])}),
       coalesce(details, 'null'),
       concat({", ".join(_json(name) for name in _NAMES[_DETAILS + 1 :])})
FROM event ORDER BY stream, version
"""  # noqa: S608 - names of our own columns

_COLUMNS: Final = f"""
SELECT id, coalesce(hash, ''), coalesce(canonical, ''), {", ".join(_NAMES)}
FROM event WHERE id = ANY($1) ORDER BY stream, version
"""  # noqa: S608 - names of our own columns

# What the driver makes of columns. Details are compared as bytes: 1, 1.0 and true are equal here.
_AS_STORED: Final[dict[str, Any]] = {
    "basis": list[str],
    "details": msgspec.Raw,
    "facts": list[str],
    "happened_at": datetime | None,
    "happened_on": date | None,
    "readers": list[int],
    "recorded_at": datetime,
}

_Stated: Final = msgspec.defstruct(
    "_Stated",
    [
        (field.name, _AS_STORED.get(field.name, field.type))
        for field in msgspec.structs.fields(chain.Columns)
    ],
    forbid_unknown_fields=True,
)


class Replay:
    """Follows the events of all streams, stream by stream, and finds what does not follow."""

    def __init__(self, findings: Findings) -> None:
        """Begin before the first stream."""
        self.events = 0
        self.streams = 0
        self._findings = findings
        self._stream: int | None = None
        self._version = 0
        self._hash = b""
        self._states: dict[int, str] = {}

    def check(self, rows: Sequence[Sequence[Any]]) -> list[int]:
        """Check `rows` of `_EVENTS`, which continue those of the call before.

        Return the ids of the events whose hash, bytes and columns may contradict each other.
        """
        suspects = []
        sha256, decode, encode = hashlib.sha256, msgspec.json.decode, chain.json_bytes
        for row in rows:
            identity, stream, version, digest, previous, canonical, proceeding, *rest = row
            from_state, to_state, front, details, back = rest
            columns = f'{{{front}"details":{encode(decode(details)).decode()},{back[:-1]}}}'
            same = columns.encode() == canonical and b"\\" not in canonical
            if not same or sha256(canonical).digest() != digest:
                suspects.append(identity)
            self._follow(identity, stream, version, previous)
            self._hash = digest
            if to_state is not None and proceeding is not None:
                self._step(identity, proceeding, from_state, to_state)
        self.events += len(rows)
        return suspects

    def _follow(self, identity: int, stream: int, version: int, previous: bytes | None) -> None:
        """Go on to this event; it should follow the one before."""
        if stream != self._stream:
            self._stream, self._version, self._hash = stream, 0, b""
            self._states = {}
            self.streams += 1
        expected, self._version = self._version + 1, version
        if version != expected:
            self._find(identity, f"version {expected} should stand here: events are missing")
        elif previous != self._hash:
            self._find(identity, "it does not carry the hash of the event before it")

    def _step(self, identity: int, proceeding: int, start: str | None, target: str) -> None:
        """Take a proceeding from state to state."""
        before = self._states.get(proceeding)
        if start != before:
            self._find(identity, f"it takes proceeding {proceeding} from {start}, not {before}")
        self._states[proceeding] = target

    def _find(self, identity: int, problem: str) -> None:
        self._findings.add("event", identity, problem, stream=self._stream, version=self._version)


async def replay(c: asyncpg.Connection, findings: Findings) -> Replay:
    """Check every event that `c`, in its transaction, can see; memory does not grow with them.

    The next batch is fetched while the last one is checked in a thread.
    """
    following = Replay(findings)
    cursor = await c.cursor(_EVENTS)
    rows = await cursor.fetch(_BATCH)
    while rows:
        rows, suspects = await asyncio.gather(
            cursor.fetch(_BATCH), asyncio.to_thread(following.check, rows)
        )
        if suspects:
            await _examine(c, suspects, findings)
    return following


async def _examine(c: asyncpg.Connection, suspects: list[int], findings: Findings) -> None:
    """Say of each suspect how it contradicts itself, if it does."""
    for identity, digest, canonical, *values in await c.fetch(_COLUMNS, suspects):
        problem = _contradiction(canonical, digest, values)
        if problem:
            stored = dict(zip(_NAMES, values, strict=True))
            findings.add(
                "event", identity, problem, stream=stored["stream"], version=stored["version"]
            )


def _contradiction(canonical: bytes, digest: bytes, values: list[Any]) -> str | None:
    """Say how hash, bytes and columns contradict each other, if they do."""
    if hashlib.sha256(canonical).digest() != digest:
        return "its hash is not that of its canonical bytes"
    try:
        stated = list(msgspec.structs.astuple(msgspec.json.decode(canonical, type=_Stated)))
    except msgspec.MsgspecError as error:
        return f"its canonical bytes cannot be read: {error}"
    stored = [value.hex() if isinstance(value, bytes) else value for value in values]
    stored[_DETAILS] = chain.json_bytes(msgspec.json.decode(stored[_DETAILS] or "null"))
    stated[_DETAILS] = bytes(stated[_DETAILS])
    differing = [
        f"{name} is {is_now!r} and was recorded as {was!r}"
        for name, is_now, was in zip(_NAMES, stored, stated, strict=True)
        if is_now != was
    ]
    return "; ".join(differing) or None

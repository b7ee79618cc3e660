"""The ledger of erasures outside of the house: written as lines of JSON, applied after a restore.

A backup knows nothing of what was erased since. Whoever restores one applies the ledger, and what
was erased is erased again.
"""

import json
from collections import Counter
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field
from typing import Final, NamedTuple

import msgspec

from netralitas.database.connection import Connection, Row
from netralitas.database.context import EVERYTHING
from netralitas.database.transactions import reading, writing
from netralitas.disposal.commands.applying import LedgerLine, apply
from netralitas.disposal.commands.forgetting import FORGET
from netralitas.disposal.domain import Erased
from netralitas.evidence.storage import Storage
from netralitas.jobs.queue import enqueue

BATCH: Final = 500
"""So many lines are read at once."""

_LINES: Final = """
SELECT id, mark, kind, case_file, ids, token, organisation, officer, erased_at, proof
FROM erasure WHERE id > $1 ORDER BY id LIMIT $2
"""
_KNOWN: Final = "SELECT true FROM erasure WHERE mark = $1"
_CASE: Final = """
SELECT f.owner, f.readers, (SELECT hash FROM event WHERE stream = f.id AND version = 1) AS proof
FROM case_file f WHERE f.id = $1
"""
# The number of a complaint, and of an address, is that of its stream.
_FIRST_EVENT: Final = {
    Erased.COMPLAINT: """
SELECT e.hash FROM service_complaint s JOIN event e ON e.stream = s.id AND e.version = 1
WHERE s.id = $1
""",
    Erased.WEB_ADDRESS: """
SELECT e.hash FROM web_address a JOIN event e ON e.stream = a.id AND e.version = 1
WHERE a.id = $1
""",
}
_REPORT: Final = "SELECT id FROM inbox.report WHERE digest = $1"


class OtherInstallationError(Exception):
    """The ledger is of another installation: a case of it begins with another event."""


@dataclass(slots=True, kw_only=True)
class Reapplied:
    """How many lines were applied, by kind; how many held already, or are about nothing here."""

    applied: Counter[str] = field(default_factory=Counter)
    already: int = 0
    absent: int = 0


async def export_ledger() -> AsyncIterator[bytes]:
    """Yield each line of the ledger as JSON, in the order in which it was written.

    In a process whose engine is open for a role that reads all.
    """
    last = 0
    while True:
        async with reading(EVERYTHING) as c:
            rows = await c.fetch(_LINES, last, BATCH)
        for row in rows:
            yield msgspec.json.encode(_line(row))
        if len(rows) < BATCH:
            return
        last = rows[-1]["id"]


async def reapply_ledger(lines: Iterable[bytes], storage: Storage) -> Reapplied:
    """Return what was erased here because the ledger says that it was; may be repeated.

    In a process whose engine is open for the owner, before anybody signs in. Each line is one
    transaction. Raises OtherInstallationError, msgspec.ValidationError of a line that is none:
    what was applied before it stays.
    """
    told = Reapplied()
    for content in lines:
        if content.strip():
            line = msgspec.json.decode(content, type=LedgerLine)
            async with writing(EVERYTHING) as c:
                await _apply(c, line, storage, told)
    return told


def marks_in(content: bytes) -> set[str]:
    """Return the marks of the lines that a file of the ledger has already."""
    return {json.loads(line)["mark"] for line in content.splitlines() if line.strip()}


async def _apply(c: Connection, line: LedgerLine, storage: Storage, told: Reapplied) -> None:
    if await c.fetchval(_KNOWN, line.mark):
        told.already += 1
        return
    case = None if line.case is None else await c.fetchrow(_CASE, line.case)
    if line.case is not None and case is None:
        told.absent += 1
        return
    there = await _there(c, line, case["proof"] if case is not None else None)
    if there is None:
        told.absent += 1
        return
    if line.proof and there.proof and there.proof != bytes.fromhex(line.proof):
        raise OtherInstallationError(
            f"The {line.kind.value} {line.ids} begins with another event than the ledger says: the"
            " ledger is of another installation. Nothing of it was erased."
        )
    line = msgspec.structs.replace(line, ids=there.ids)
    await apply(c, line, case, storage)
    await enqueue(c, FORGET, {}, natural_key=FORGET)
    told.applied[line.kind.value] += 1


class _There(NamedTuple):
    """The rows here that a line is about, and the hash of the event with which they begin."""

    ids: tuple[int, ...]
    proof: bytes | None


async def _there(c: Connection, line: LedgerLine, proof: bytes | None) -> _There | None:
    """Return what a line is about here, None where there is nothing of it.

    Ids of the inbox may be given out again: a report is known by the digest of its code.
    """
    if line.kind in _FIRST_EVENT:
        found = await c.fetchval(_FIRST_EVENT[line.kind], line.ids[0])
        return found and _There(line.ids, found)
    if line.kind is Erased.WEB_REPORT:
        report = await c.fetchval(_REPORT, bytes.fromhex(line.token or ""))
        return report and _There((report,), None)
    return _There(line.ids, proof)


def _line(row: Row) -> LedgerLine:
    return LedgerLine(
        mark=row["mark"],
        kind=Erased(row["kind"]),
        ids=tuple(row["ids"]),
        at=row["erased_at"],
        case=row["case_file"],
        token=row["token"].hex() if row["token"] is not None else None,
        organisation=row["organisation"],
        officer=row["officer"],
        proof=row["proof"].hex() if row["proof"] is not None else None,
    )

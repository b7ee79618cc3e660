"""One line of the ledger applied to a database that was restored from before it."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Final
from uuid import UUID

import msgspec

from netralitas.cases.commands import tell_in
from netralitas.database.connection import Connection, Row
from netralitas.disposal.commands.carrying_out import (
    DISPOSED,
    IDENTITY_ERASED,
    acting_for,
    empty_alone,
    erase_identities_left,
)
from netralitas.disposal.commands.forgetting import stand_in
from netralitas.disposal.domain import Disposable, Erased
from netralitas.evidence.storage import Storage
from netralitas.vault.commands import erase_in

_OFFICER: Final = "SELECT id FROM officer WHERE id = $1"
_OFFICE: Final = "SELECT id FROM organisation WHERE id = $1"
_ENTER: Final = """
INSERT INTO erasure (mark, kind, case_file, ids, token, organisation, officer, erased_at, event,
                     proof, reapplied, readers)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, true, $11)
"""
_ENTRIES: Final = """
SELECT id FROM vault_entry WHERE case_file = $1 AND id = ANY ($2) AND erased_by IS NULL ORDER BY id
"""
_NOTES: Final = """
UPDATE event_note SET text = NULL, key = NULL, erased_at = now()
WHERE event = ANY ($1) AND case_file IS NOT DISTINCT FROM $2 AND erased_at IS NULL
"""
_DRAFT: Final = "DELETE FROM desk_draft WHERE token = $1"
_CASE: Final = "SELECT dispose_case($1, $2)"


class LedgerLine(msgspec.Struct, frozen=True, kw_only=True):
    """One line: no personal data, ids and marks alone.

    `proof` is the hash of the first event of the case, in hexadecimal.
    """

    mark: UUID
    kind: Erased
    ids: tuple[int, ...]
    at: datetime
    case: int | None = None
    token: str | None = None
    organisation: int | None = None
    officer: int | None = None
    proof: str | None = None


async def apply(c: Connection, line: LedgerLine, case: Row | None, storage: Storage) -> None:
    """Hold that what the line says is erased here too, by an event of its own.

    `case` has owner and readers of the case that it is about, if any. For the owner alone.
    """
    await _ONE_OF[line.kind](c, line, case, storage)


async def _identity(c: Connection, line: LedgerLine, case: Row | None, _: Storage) -> None:
    entries = [row["id"] for row in await c.fetch(_ENTRIES, line.case, list(line.ids))]
    event = None
    if entries and case is not None:
        event = await _told(c, line, case, IDENTITY_ERASED, {"entries": entries})
    await _enter(c, line, case, event)
    if event is not None:
        await erase_in(c, entries, event)


async def _note(c: Connection, line: LedgerLine, case: Row | None, _: Storage) -> None:
    await _enter(c, line, case, None)
    await c.execute(_NOTES, list(line.ids), line.case)


async def _draft(c: Connection, line: LedgerLine, case: Row | None, _: Storage) -> None:
    await _enter(c, line, case, None)
    await c.execute(_DRAFT, bytes.fromhex(line.token or ""))


async def _case(c: Connection, line: LedgerLine, case: Row | None, storage: Storage) -> None:
    if case is None:
        return
    actor = await acting_for(c, case["owner"])
    await erase_identities_left(c, actor, line.ids[0], {"reapplied": True})
    await _enter(c, line, case, await _told(c, line, case, DISPOSED, {}))
    await c.fetchval(_CASE, line.case, await stand_in(c, storage))


async def _alone(c: Connection, line: LedgerLine, case: Row | None, storage: Storage) -> None:
    await _enter(c, line, case, None)
    await empty_alone(c, Disposable(line.kind.value), line.ids[0], storage)


_ONE_OF: Final[
    Mapping[Erased, Callable[[Connection, LedgerLine, Row | None, Storage], Awaitable[None]]]
] = {
    Erased.IDENTITY: _identity,
    Erased.NOTE: _note,
    Erased.DRAFT: _draft,
    Erased.CASE: _case,
    Erased.ATTENDANCE: _alone,
    Erased.STAFF_LIST: _alone,
    Erased.COMPLAINT: _alone,
    Erased.WEB_REPORT: _alone,
    Erased.WEB_ADDRESS: _alone,
}


async def _enter(c: Connection, line: LedgerLine, case: Row | None, event: int | None) -> None:
    """Enter the line under its own mark; its readers are those of the case, else its office."""
    office = await c.fetchval(_OFFICE, line.organisation)
    readers = [office] if case is None else list(case["readers"])
    await c.execute(
        _ENTER,
        *(line.mark, line.kind.value, line.case, list(line.ids)),
        bytes.fromhex(line.token) if line.token else None,
        *(office, await c.fetchval(_OFFICER, line.officer), line.at, event),
        *(bytes.fromhex(line.proof) if line.proof else None, [each for each in readers if each]),
    )


async def _told(
    c: Connection, line: LedgerLine, case: Row, name: str, details: Mapping[str, object]
) -> int:
    actor = await acting_for(c, case["owner"])
    readers = tuple(case["readers"])
    said = {**details, "reapplied": True}
    return (await tell_in(c, actor, line.case or 0, name, readers, said)).id

"""Statements that write lists and their lines; each runs on the caller's transaction."""

from datetime import datetime
from typing import Final

from netralitas.database.connection import Connection
from netralitas.disposal.domain import (
    Consent,
    Disposable,
    DisposalState,
    Item,
    Listed,
    Outcome,
)
from netralitas.refusals import NotVisible

_LOCK: Final = "SELECT id FROM disposal WHERE id = $1 FOR UPDATE"
_LISTED: Final = """
SELECT d.id, d.organisation, d.kept, d.state, d.submitted_by, d.readers, d.lines,
       (SELECT count(*) FROM disposal_item i WHERE i.disposal = d.id) AS seen,
       (SELECT count(*) FROM disposal_item i WHERE i.disposal = d.id AND i.left_out IS NULL) AS left
FROM disposal d WHERE d.id = $1
"""
_LEAVE_OUT: Final = """
UPDATE disposal_item SET left_out = $3, left_out_by = $4
WHERE disposal = $1 AND id = $2 AND left_out IS NULL RETURNING id
"""
_SUBMIT: Final = """
UPDATE disposal SET state = 'submitted', submitted_by = $2, submitted_at = $3 WHERE id = $1
"""
_RETURN: Final = """
UPDATE disposal SET state = 'proposed', submitted_by = NULL, submitted_at = NULL WHERE id = $1
"""
_APPROVE: Final = """
UPDATE disposal SET state = 'approved', approved_by = $2, approved_at = $3, consent = $4,
                    consent_on = $5
WHERE id = $1
"""
_TURN: Final = """
SELECT i.id FROM disposal_item i WHERE i.disposal = $1 AND i.left_out IS NULL AND i.outcome IS NULL
ORDER BY i.id
"""
_ITEM: Final = """
SELECT i.id, i.disposal, d.kept, i.subject, i.case_file, d.organisation, d.approved_by, i.readers,
       i.outcome, i.left_out
FROM disposal_item i JOIN disposal d ON d.id = i.disposal
WHERE i.id = $1 FOR UPDATE OF i, d
"""
_DONE: Final = """
UPDATE disposal_item SET outcome = $2, counts = $3, erasure = $4 WHERE id = $1
"""
_CLOSE: Final = """
UPDATE disposal SET state = 'carried_out', carried_out_at = $2, number = $3, minutes = $4
WHERE id = $1
"""


async def locked(c: Connection, disposal: int) -> Listed:
    """Return a list that nobody else moves meanwhile; NotVisible, also where a line is hidden."""
    await c.execute(_LOCK, disposal)
    row = await c.fetchrow(_LISTED, disposal)
    if row is None or row["lines"] != row["seen"]:
        raise NotVisible
    return Listed(
        id=row["id"],
        organisation=row["organisation"],
        kept=Disposable(row["kept"]),
        state=DisposalState(row["state"]),
        submitted_by=row["submitted_by"],
        lines=row["lines"],
        left=row["left"],
        readers=tuple(row["readers"]),
    )


async def leave_out(c: Connection, disposal: int, item: int, reason: str, officer: int) -> bool:
    """Say whether the line was there, and is now left out."""
    return await c.fetchval(_LEAVE_OUT, disposal, item, reason, officer) is not None


async def submit(c: Connection, disposal: int, officer: int, now: datetime) -> None:
    """Hold that the list waits for somebody else."""
    await c.execute(_SUBMIT, disposal, officer, now)


async def give_back(c: Connection, disposal: int) -> None:
    """Hold that the list is reviewed once more."""
    await c.execute(_RETURN, disposal)


async def approve(
    c: Connection, disposal: int, officer: int, now: datetime, consent: Consent | None
) -> list[int]:
    """Return the lines that are now to be carried out."""
    said = (None, None) if consent is None else (consent.number, consent.on)
    await c.execute(_APPROVE, disposal, officer, now, *said)
    return await lines_left(c, disposal)


async def lines_left(c: Connection, disposal: int) -> list[int]:
    """Return the lines whose turn has not come."""
    return [row["id"] for row in await c.fetch(_TURN, disposal)]


async def locked_item(c: Connection, item: int) -> Item | None:
    """Return a line whose turn has come, locked with its list; None where it was done already."""
    row = await c.fetchrow(_ITEM, item)
    if row is None or row["outcome"] is not None or row["left_out"] is not None:
        return None
    return Item(
        id=row["id"],
        disposal=row["disposal"],
        kept=Disposable(row["kept"]),
        subject=row["subject"],
        case_file=row["case_file"],
        organisation=row["organisation"],
        approved_by=row["approved_by"],
        readers=tuple(row["readers"]),
    )


async def done(
    c: Connection, item: int, outcome: Outcome, counts: object = None, erasure: int | None = None
) -> None:
    """Hold what became of a line."""
    await c.execute(_DONE, item, outcome, counts, erasure)


async def close(c: Connection, disposal: int, now: datetime, number: str, minutes: bytes) -> None:
    """Hold that the list is carried out, by these minutes."""
    await c.execute(_CLOSE, disposal, now, number, minutes)

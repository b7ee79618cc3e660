"""Sending: the data key goes to the office, and the code no longer opens what was written."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

import msgspec

from netralitas import clock
from netralitas.database.connection import Connection
from netralitas.intake.domain import Confidentiality
from netralitas.intake.door import OfficeShown, new_number, write_answers
from netralitas.intake.envelope import report_place, seal_to
from netralitas.intake.receipt_seal import SEAL, Receipt, promise_of
from netralitas.law.domain import Regime
from netralitas.public.reporting.drafts import Draft
from netralitas.public.reporting.holder import Holder

_SEND: Final = """
INSERT INTO inbox.report (digest, number, office, readers, confidentiality, regime, proved, key_id,
                          sealed_key, mailbox, sent_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
ON CONFLICT DO NOTHING
"""
_CLOSE: Final = "UPDATE inbox.draft SET wrapped = NULL, touched_at = $2 WHERE digest = $1"
_REPORT: Final = """
SELECT number, office, confidentiality, regime, sent_at, taken_at, refused_at, refusal
FROM inbox.report WHERE digest = $1
"""
_FILES: Final = """
SELECT size, sha256, media_type FROM inbox.file
WHERE digest = $1 AND sha256 IS NOT NULL ORDER BY ordinal
"""
_TRIES: Final = 5  # two reports get the same number once in 34 thousand million


class SentFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file of a report that was sent; its name is sealed by now."""

    size: int
    sha256: bytes
    media_type: str


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """A report that was sent, as its code shows it."""

    number: str
    office: int
    confidentiality: Confidentiality
    regime: Regime | None
    sent_at: datetime
    taken_at: datetime | None
    refused_at: datetime | None
    refusal: str | None
    files: tuple[SentFile, ...]


async def send(connection: Connection, draft: Draft, office: OfficeShown, *, proved: bool) -> None:
    """Hold that the draft is a report to this office. It is being changed and has no open file."""
    holder, answers, now = draft.holder, draft.answers, clock.now()
    number = ""
    sealed_key = seal_to(office.public_key, draft.data_key, report_place(holder.digest))
    for _ in range(_TRIES):
        number = new_number()
        said = await connection.execute(
            *(_SEND, holder.digest, number, office.id, list(office.readers)),
            *(answers.level, answers.regime, proved, office.key_id, sealed_key),
            *(holder.keys.mailbox_public, now),
        )
        if said.endswith(" 1"):
            break
    else:
        raise RuntimeError("no number was free for a report")
    await connection.execute(_CLOSE, holder.digest, now)
    await _seal(connection, draft, number, office, now)


async def _seal(
    connection: Connection, draft: Draft, number: str, office: OfficeShown, now: datetime
) -> None:
    """Hold that what the receipt says is bound to its code, for the public log."""
    holder, answers = draft.holder, draft.answers
    rows = await connection.fetch(_FILES, holder.digest)
    receipt = Receipt(
        number=number,
        office=office.name,
        sent_at=now,
        kind=str(answers.level),
        files=[row["sha256"] for row in rows],
        content=write_answers(answers),
    )
    said = receipt.said(holder.salt)
    await connection.execute(SEAL, holder.digest, said, promise_of(holder.salt, said))


async def report_of(connection: Connection, holder: Holder) -> Report | None:
    """Return the report that was sent with a code, None when none was."""
    row = await connection.fetchrow(_REPORT, holder.digest)
    if row is None:
        return None
    files: Sequence[SentFile] = [
        SentFile(**found) for found in await connection.fetch(_FILES, holder.digest)
    ]
    return msgspec.convert(
        {**row, "files": files},
        Report,
    )

"""A report of the inbox, opened with the keys of the office: its answers, its files."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Final

import msgspec

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.cases.domain import InterestKind
from netralitas.cases.interests.policy import Bystander, Concerned, conflict
from netralitas.database.connection import Connection, Row
from netralitas.intake.domain import Confidentiality
from netralitas.intake.door import Answers, read_answers
from netralitas.intake.envelope import (
    OfficeKeys,
    content_place,
    open_sealed,
    piece_place,
    report_place,
)
from netralitas.intake.inbox import words
from netralitas.refusals import NotVisible, RuleBroken
from netralitas.vault.cipher import SealError

_LARGEST_ID: Final = 2**63 - 1

_REPORT: Final = """
SELECT r.id, r.digest, r.number, r.office, r.confidentiality, r.proved, r.key_id, r.sealed_key,
       r.mailbox, r.sent_at, r.taken_at IS NOT NULL OR r.refused_at IS NOT NULL AS answered,
       d.content
FROM inbox.report r JOIN inbox.draft d ON d.digest = r.digest
WHERE r.id = $1 AND r.office = $2
"""
_FILES: Final = """
SELECT ordinal, size, sha256, media_type FROM inbox.file
WHERE digest = $1 AND sha256 IS NOT NULL ORDER BY ordinal
"""
_INTERESTS: Final = "SELECT kind, name FROM interest WHERE officer = $1 AND ended_at IS NULL"
_PIECES: Final = """
SELECT place FROM inbox.piece WHERE digest = $1 AND ordinal = $2 ORDER BY place
"""
_PIECE: Final = """
SELECT sealed FROM inbox.piece WHERE digest = $1 AND ordinal = $2 AND place = $3
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentFile:
    """A file as the receipt told of it: SHA-256, size in bytes, type."""

    ordinal: int
    size: int
    sha256: bytes
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SentReport:
    """A report that waits for its office; `answers` None: they do not open."""

    id: int
    digest: bytes
    number: str
    confidentiality: Confidentiality
    proved: bool
    mailbox: bytes = field(repr=False)
    sent_at: datetime
    files: tuple[SentFile, ...]
    data_key: bytes = field(repr=False)
    answers: Answers | None = field(repr=False)

    @property
    def readable(self) -> Answers:
        """Return the answers; RuleBroken where they do not open."""
        if self.answers is None:
            raise RuleBroken(words.UNREADABLE, rule="inbox", remedy=words.UNREADABLE_REMEDY)
        return self.answers

    def file(self, ordinal: int) -> SentFile:
        """Return a file of it; NotVisible for one that it has not."""
        for found in self.files:
            if found.ordinal == ordinal:
                return found
        raise NotVisible


async def open_report(
    connection: Connection, actor: Actor, report: int, keys: OfficeKeys
) -> SentReport:
    """Return a report that waits for the actor's own office.

    Raises NotAllowed, NotVisible (also for who is reported in it, or declared an interest in them),
    RuleBroken when somebody has answered it meanwhile.
    """
    may(actor, Permission.TAKE_IN)
    hold_possible(report)
    row = await connection.fetchrow(_REPORT, report, actor.organisation)
    if row is None:
        raise NotVisible
    if row["answered"]:
        raise RuleBroken(words.ANSWERED, rule="inbox", remedy=words.ANSWERED_REMEDY)
    files = await connection.fetch(_FILES, row["digest"])
    sent = _opened(row, tuple(SentFile(**found) for found in files), keys)
    await _keep_out(connection, actor, sent)
    return sent


def hold_possible(identity: int) -> None:
    """Hold that an id from an address can be one at all; NotVisible for one beyond all rows."""
    if not 0 < identity <= _LARGEST_ID:
        raise NotVisible


async def pieces(
    connection: Connection, report: SentReport, file: SentFile
) -> AsyncIterator[bytes]:
    """Yield the bytes of a file piece by piece; RuleBroken when one does not open."""
    for found in await connection.fetch(_PIECES, report.digest, file.ordinal):
        sealed = await connection.fetchval(_PIECE, report.digest, file.ordinal, found["place"])
        place = piece_place(report.digest, file.ordinal, found["place"])
        try:
            yield open_sealed(report.data_key, sealed, place)
        except SealError as error:
            raise RuleBroken(
                words.damaged(file.ordinal), rule="inbox", remedy=words.DAMAGED_REMEDY
            ) from error


async def whole(connection: Connection, report: SentReport, file: SentFile) -> bytes:
    """Return all bytes of a file; RuleBroken when they are not those that the receipt tells of."""
    content = b"".join([piece async for piece in pieces(connection, report, file)])
    if sha256(content).digest() != file.sha256:
        raise RuleBroken(words.damaged(file.ordinal), rule="inbox", remedy=words.DAMAGED_REMEDY)
    return content


async def _keep_out(connection: Connection, actor: Actor, sent: SentReport) -> None:
    """Hold that the actor stands in no conflict with the report; NotVisible else.

    Once it is a case, the same is found again and recorded as an exclusion.
    """
    told = sent.answers.respondent if sent.answers else None
    if told is None:
        return
    rows = await connection.fetch(_INTERESTS, actor.officer)
    bystander = Bystander(
        officer=actor.officer,
        name=actor.name,
        units=tuple(row["name"] for row in rows if row["kind"] == InterestKind.UNIT),
        persons=tuple(row["name"] for row in rows if row["kind"] == InterestKind.PERSON),
    )
    if conflict(bystander, (Concerned(name=told.name, unit=told.unit),)) is not None:
        raise NotVisible


def _opened(row: Row, files: tuple[SentFile, ...], keys: OfficeKeys) -> SentReport:
    digest = row["digest"]
    data_key, answers = b"", None
    try:
        data_key = keys.open(row["key_id"], row["sealed_key"], report_place(digest))
        answers = read_answers(open_sealed(data_key, row["content"], content_place(digest)))
    except (SealError, msgspec.MsgspecError, ValueError):
        answers = None  # whoever wrote it, an office must be able to refuse it
    return SentReport(
        id=row["id"],
        digest=digest,
        number=row["number"],
        confidentiality=Confidentiality(row["confidentiality"]),
        proved=row["proved"],
        mailbox=row["mailbox"],
        sent_at=row["sent_at"],
        files=files,
        data_key=data_key,
        answers=answers,
    )

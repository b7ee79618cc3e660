"""Taking a report of the public in: it becomes a case with all that belongs to it, or nothing."""

from dataclasses import dataclass, replace
from typing import Final

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.audit.domain import Moment
from netralitas.cases.commands import attach_evidence_in, open_case_in
from netralitas.cases.domain import Channel, NewCase, OpenedCase, Source
from netralitas.database.connection import Connection
from netralitas.database.transactions import reading, writing
from netralitas.evidence.domain import FileRefused, Stored
from netralitas.evidence.storage import Storage
from netralitas.intake.domain import Confidentiality, ReporterKind
from netralitas.intake.door import Reporter, Witness
from netralitas.intake.envelope import OfficeKeys
from netralitas.intake.inbox import words
from netralitas.intake.inbox.opening import SentReport, open_report, pieces
from netralitas.law.book import RuleBook
from netralitas.refusals import RuleBroken
from netralitas.vault.cipher import Keys
from netralitas.vault.commands import put_all_in
from netralitas.vault.domain import Identity, Subject

_TAKE: Final = "UPDATE inbox.report SET taken_at = $2, case_file = $3 WHERE id = $1"
# Who comes second waits here, and then finds nothing.
_HOLD: Final = """
SELECT id FROM inbox.report
WHERE id = $1 AND taken_at IS NULL AND refused_at IS NULL FOR UPDATE
"""
_GIVE_CODE: Final = """
INSERT INTO receipt_code (case_file, digest, mailbox, readers) VALUES ($1, $2, $3, $4)
"""
_REPORTING: Final = """
INSERT INTO reporting (case_file, confidentiality, reporter_kind, readers) VALUES ($1, $2, $3, $4)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What is needed to take a report in: the law, the keys of vault and inbox, the disk."""

    book: RuleBook
    vault: Keys
    office: OfficeKeys
    storage: Storage


async def take_report_in(actor: Actor, report: int, new: NewCase, means: Means) -> OpenedCase:
    """Return the case that the report now is; two officers at once make one case.

    What the officer confirmed is in `new`; kind, channel, moment and number are those of the
    report. Its identities go to the vault, its files to the disk, and it hangs on its sender's
    code. Raises NotAllowed, NotVisible, RuleBroken (answered meanwhile, a file that is not the one
    of the receipt, dates), MoveRefused; then nothing is left but files that nobody refers to.
    """
    async with reading(actor) as connection:
        sent = await open_report(connection, actor, report, means.office)
        new = _as_sent(sent, new, actor.zone)
        kept = await _keep_files(connection, sent, means.storage)
    async with writing(actor) as connection:
        await _hold(connection, sent.id)
        opened = await open_case_in(connection, actor, new, book=means.book)
        await _put_identities(connection, sent, opened, means.vault)
        await _write_beside(connection, sent, opened)
        if kept:
            await attach_evidence_in(connection, actor, opened.id, kept)
        await connection.execute(_TAKE, sent.id, clock.now(), opened.id)
    return opened


def _as_sent(sent: SentReport, new: NewCase, zone: str) -> NewCase:
    """Return the matter with what no officer decides; a report without a name is information."""
    named = sent.readable.reporter is not None
    in_law = named and sent.confidentiality is not Confidentiality.ANONYMOUS
    return replace(
        new,
        source=Source.REPORT if in_law else Source.INFORMATION,
        channel=Channel.WEB,
        received=Moment.time(sent.sent_at, zone),
        receipt_number=sent.number,
    )


async def _keep_files(
    connection: Connection, sent: SentReport, storage: Storage
) -> list[tuple[str, Stored]]:
    """Return the kept files with titles; RuleBroken for one that is not as its receipt tells."""
    found = []
    for file in sent.files:
        try:
            stored = await storage.keep(pieces(connection, sent, file), file.size)
        except FileRefused as refused:
            reason = words.refused_file(file.ordinal, refused.reason)
            raise RuleBroken(reason, rule="inbox", remedy=words.DAMAGED_REMEDY) from refused
        _compare(stored, file.sha256, file.ordinal)
        found.append((words.title_of_file(file.ordinal), stored))
    return found


def _compare(stored: Stored, told: bytes, ordinal: int) -> None:
    if stored.digest != told.hex():
        raise RuleBroken(words.damaged(ordinal), rule="inbox", remedy=words.DAMAGED_REMEDY)


async def _hold(connection: Connection, report: int) -> None:
    if await connection.fetchval(_HOLD, report) is None:
        raise RuleBroken(words.ANSWERED, rule="inbox", remedy=words.ANSWERED_REMEDY)


async def _put_identities(
    connection: Connection, sent: SentReport, opened: OpenedCase, keys: Keys
) -> None:
    """Put whoever reports, unless they stay unnamed, and every witness into the vault."""
    answers = sent.readable
    people = [(Subject.WITNESS, _witness(witness)) for witness in answers.witnesses]
    if answers.reporter is not None and sent.confidentiality is not Confidentiality.ANONYMOUS:
        people.insert(0, (Subject.REPORTER, _reporter(answers.reporter)))
    await put_all_in(connection, opened.id, people, opened.readers, keys)


async def _write_beside(connection: Connection, sent: SentReport, opened: OpenedCase) -> None:
    """Hang the case on its sender's code, and note how openly it was reported."""
    readers = list(opened.readers)
    await connection.execute(_GIVE_CODE, opened.id, sent.digest, sent.mailbox, readers)
    reporter = sent.readable.reporter
    kind = ReporterKind.CITIZEN.value if reporter is not None and reporter.voter else None
    await connection.execute(_REPORTING, opened.id, sent.confidentiality.value, kind, readers)


def _reporter(reporter: Reporter) -> Identity:
    return Identity(
        name=reporter.name,
        address=reporter.address,
        telephone=reporter.telephone,
        email=reporter.email,
    )


def _witness(witness: Witness) -> Identity:
    """Return a witness; how to reach them is kept as it was typed."""
    return Identity(name=witness.name, telephone=witness.contact)

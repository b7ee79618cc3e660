"""Messages between an office and whoever holds a code: read, answered, each sealed for both sides.

A message of the office is sealed to its own key and to the mailbox of the code. Which key of the
office it was stands in front of what is kept: the keys change, messages do not.
"""

from collections.abc import Sequence
from typing import Final

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Field, Permission, Relation
from netralitas.cases.commands import note_in
from netralitas.cases.queries import CaseView, title, view_case
from netralitas.database.connection import Connection, Row
from netralitas.database.transactions import reading, writing
from netralitas.intake.envelope import OfficeKeys, message_place, packed, seal_to, unpacked
from netralitas.intake.inbox import words
from netralitas.intake.inbox.forms import MessageForm
from netralitas.intake.inbox.pages import MessageLine, ThreadPage
from netralitas.law.book import RuleBook
from netralitas.refusals import NotAllowed, NotVisible, RuleBroken
from netralitas.vault.cipher import SealError
from netralitas.web.parts import Crumb

WRITTEN: Final = "case.message_written"

_MAILBOX: Final = """
SELECT digest, mailbox FROM receipt_code WHERE case_file = $1 AND mailbox IS NOT NULL
"""
_THREAD: Final = """
SELECT m.id, m.for_office, m.written_at, m.read_at, m.officer IS NOT NULL AS from_office,
       o.name AS writer
FROM case_message m LEFT JOIN officer o ON o.id = m.officer
WHERE m.case_file = $1 ORDER BY m.id
"""
_WRITE: Final = """
INSERT INTO case_message (case_file, officer, for_office, for_reporter, written_at, readers)
SELECT $1, $2, $3, $4, $5, readers FROM proceeding WHERE case_file = $1 AND workflow = 'handling'
"""
_READ: Final = """
UPDATE case_message SET read_at = $2
WHERE case_file = $1 AND id <= $3 AND officer IS NULL AND read_at IS NULL
"""


async def thread(
    actor: Actor, case: int, *, book: RuleBook, keys: OfficeKeys, form: MessageForm | None = None
) -> ThreadPage:
    """Return the messages of a case, the oldest first; those on the page are read from then on.

    Raises NotVisible, NotAllowed for who does not see the intake of the office's own case.
    """
    async with reading(actor) as connection:
        view = await _look(connection, actor, case, book)
        code = await connection.fetchrow(_MAILBOX, case)
        rows = await connection.fetch(_THREAD, case)
    writes = view.may(Permission.RECORD_FACT)
    if writes and any(not row["from_office"] and row["read_at"] is None for row in rows):
        async with writing(actor) as connection:
            await connection.execute(_READ, case, clock.now(), rows[-1]["id"])
    here = f"/perkara/{case}"
    return ThreadPage(
        title=words.MESSAGES,
        lead=words.MESSAGES_LEAD,
        crumbs=(Crumb("Perkara", "/perkara"), Crumb(title(view), here), Crumb("Pesan")),
        case=case,
        action=f"{here}/pesan",
        lines=_lines(rows, code["digest"], keys) if code else (),
        closed=None if code else words.NO_MAILBOX,
        form=(form or MessageForm.blank()) if code and writes else None,
    )


async def hold_writer(actor: Actor, case: int, *, book: RuleBook) -> None:
    """Hold that the actor may write to whoever holds the code; NotVisible, NotAllowed else."""
    async with reading(actor) as connection:
        view = await _look(connection, actor, case, book)
        view.hold(Permission.RECORD_FACT)


async def write_message(
    actor: Actor, case: int, text: str, *, book: RuleBook, keys: OfficeKeys
) -> None:
    """Hold that the message is kept for both sides; its event says that there is one, not what.

    Raises NotVisible, NotAllowed, RuleBroken where there is no code to write to.
    """
    async with writing(actor) as connection:
        await _look(connection, actor, case, book)
        code = await connection.fetchrow(_MAILBOX, case)
        if code is None:
            raise RuleBroken(words.NO_MAILBOX, rule="messages")
        await note_in(connection, actor, case, WRITTEN)
        plain, place = text.encode(), message_place(code["digest"])
        await connection.execute(
            _WRITE,
            *(case, actor.officer),
            packed(keys.current_id, seal_to(keys.public_key(), plain, place)),
            seal_to(code["mailbox"], plain, place),
            clock.now(),
        )


async def _look(connection: Connection, actor: Actor, case: int, book: RuleBook) -> CaseView:
    view = await view_case(connection, actor, case, now=clock.now(), book=book)
    if view.towards is not Relation.OWNER or Field.INTAKE not in view.seen:
        raise NotAllowed(words.INTAKE_ONLY)
    if not any(found.workflow == "handling" for found in view.dossier.proceedings):
        raise NotVisible
    return view


def _lines(rows: Sequence[Row], digest: bytes, keys: OfficeKeys) -> tuple[MessageLine, ...]:
    return tuple(
        MessageLine(
            sender=f"{words.FROM_OFFICE}: {row['writer']}"
            if row["from_office"]
            else words.FROM_HOLDER,
            from_office=row["from_office"],
            written_at=row["written_at"],
            text=_text(row["for_office"], digest, keys),
            unread=not row["from_office"] and row["read_at"] is None,
        )
        for row in rows
    )


def _text(kept: bytes, digest: bytes, keys: OfficeKeys) -> str:
    """Return what was written; a sentence where it does not open."""
    key_id, sealed = unpacked(kept)
    try:
        return keys.open(key_id, sealed, message_place(digest)).decode(errors="replace")
    except SealError:
        return words.UNREADABLE_MESSAGE

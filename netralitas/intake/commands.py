"""Taking a matter in: the case, the identities in the vault, the evidence, the receipt's code."""

import secrets
from typing import Final

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.cases.commands import attach_evidence_in, open_case_in
from netralitas.cases.domain import NewCase, OpenedCase, Source
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.intake import codes
from netralitas.intake.domain import Handed, Manner
from netralitas.intake.drafts import became_in, done_in
from netralitas.intake.envelope import CodeKeys
from netralitas.intake.receipt_seal import SEAL, Receipt, promise_of, receipt_salt
from netralitas.intake.sealing import ReceiptSealer
from netralitas.law.book import RuleBook
from netralitas.vault.cipher import Keys
from netralitas.vault.commands import put_all_in
from netralitas.vault.domain import Identity, Subject

_GIVE: Final = """
INSERT INTO receipt_code (case_file, digest, key_id, nonce, ciphertext, mailbox, readers)
VALUES ($1, $2, $3, $4, $5, $6, $7)
"""
_REPORTING: Final = """
INSERT INTO reporting (case_file, confidentiality, reporter_kind, by_proxy, identity_seen,
                       finder, finder_position, supervision, readers)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
"""


async def take_in(
    actor: Actor,
    new: NewCase,
    reporter: Identity | None,
    *,
    book: RuleBook,
    keys: Keys,
    receipts: ReceiptSealer,
) -> OpenedCase:
    """Take the matter in and return the case; afterwards its first clock runs.

    `reporter` goes to the vault and nowhere else. Whoever brought a report or information gets a
    code for its status on the receipt; a finding has neither. Raises RuleBroken (dates),
    MoveRefused (who may take in), Invalid (a receipt number used before); then nothing is left.
    """
    handed = Handed(new=new, reporter=reporter)
    async with writing(actor) as connection:
        return await _open(connection, actor, handed, book=book, keys=keys, receipts=receipts)


async def take_in_handed(
    actor: Actor, handed: Handed, *, book: RuleBook, keys: Keys, receipts: ReceiptSealer
) -> int:
    """Take in everything that was handed in and return the id of the case, as `take_in` does.

    The form of a token becomes one case: sent twice, also at the same time, the second is told the
    case of the first, and nothing else happens. Raises NotVisible when the token is another's.
    """
    async with writing(actor) as connection:
        if handed.token is not None:
            known = await became_in(connection, actor, handed.token, handed.new.source.value)
            if known is not None:
                return known
        opened = await _open(connection, actor, handed, book=book, keys=keys, receipts=receipts)
        if handed.token is not None:
            await done_in(connection, handed.token, opened.id)
        return opened.id


async def _open(
    connection: Connection,
    actor: Actor,
    handed: Handed,
    *,
    book: RuleBook,
    keys: Keys,
    receipts: ReceiptSealer,
) -> OpenedCase:
    new = handed.new
    opened = await open_case_in(connection, actor, new, book=book)
    if new.source is not Source.FINDING:
        await _give_code(connection, actor, opened, handed, receipts)
    if handed.manner is not None:
        await _note_manner(connection, opened, handed.manner)
    await _seal_people(connection, opened, handed, keys)
    if handed.evidence:
        kept = [(each.title, each.stored) for each in handed.evidence]
        await attach_evidence_in(connection, actor, opened.id, kept)
    return opened


async def _seal_people(
    connection: Connection, opened: OpenedCase, handed: Handed, keys: Keys
) -> None:
    """Put whoever brought the matter and every witness into the vault."""
    brought = Subject.INFORMANT if handed.new.source is Source.INFORMATION else Subject.REPORTER
    people = [(brought, handed.reporter)] if handed.reporter is not None else []
    people += [(Subject.WITNESS, witness) for witness in handed.witnesses]
    await put_all_in(connection, opened.id, people, opened.readers, keys)


async def _note_manner(connection: Connection, opened: OpenedCase, manner: Manner) -> None:
    await connection.execute(
        _REPORTING,
        *(opened.id, manner.confidentiality, manner.kind, manner.by_proxy, manner.identity_seen),
        *(manner.finder, manner.finder_position, manner.supervision, list(opened.readers)),
    )


async def _give_code(
    connection: Connection,
    actor: Actor,
    opened: OpenedCase,
    handed: Handed,
    receipts: ReceiptSealer,
) -> None:
    """Give the case the code by which its status is found: kept as a digest, and sealed.

    What the receipt says is bound to the code, and goes into the public log with the next day.
    """
    code = codes.make(secrets.token_bytes(codes.CHANCE_BYTES))
    sealed = receipts.seal(code, opened.id)
    await connection.execute(
        _GIVE,
        *(opened.id, receipts.digest(code), sealed.key_id, sealed.nonce, sealed.ciphertext),
        *(CodeKeys.of(code).mailbox_public, list(opened.readers)),
    )
    salt = receipt_salt(code)
    said = _receipt(actor, opened, handed).said(salt)
    await connection.execute(SEAL, receipts.digest(code), said, promise_of(salt, said))


def _receipt(actor: Actor, opened: OpenedCase, handed: Handed) -> Receipt:
    """Return what is sealed of a receipt of the desk: its number, office, moment and files."""
    new = handed.new
    return Receipt(
        number=opened.receipt,
        office=f"{actor.organisation_name}, {new.channel.value}",
        sent_at=new.received.instant or clock.now(),
        kind=new.source.value,
        files=[bytes.fromhex(each.stored.digest) for each in handed.evidence],
    )

"""Taking a matter in: the case, the reporter's identity in the vault, the code of the receipt."""

import secrets
from typing import Final

from netralitas.access.domain import Actor
from netralitas.cases.commands import open_case_in
from netralitas.cases.domain import NewCase, OpenedCase, Source
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.intake import codes
from netralitas.intake.sealing import ReceiptSealer
from netralitas.law.book import RuleBook
from netralitas.vault.cipher import Keys
from netralitas.vault.commands import put_in
from netralitas.vault.domain import Identity, Subject

_GIVE: Final = """
INSERT INTO receipt_code (case_file, digest, key_id, nonce, ciphertext, readers)
VALUES ($1, $2, $3, $4, $5, $6)
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
    async with writing(actor) as connection:
        opened = await open_case_in(connection, actor, new, book=book)
        if reporter is not None:
            subject = Subject.INFORMANT if new.source is Source.INFORMATION else Subject.REPORTER
            await put_in(
                connection,
                case_file=opened.id,
                subject=subject,
                identity=reporter,
                readers=opened.readers,
                keys=keys,
            )
        if new.source is not Source.FINDING:
            await _give_code(connection, opened, receipts)
        return opened


async def _give_code(connection: Connection, opened: OpenedCase, receipts: ReceiptSealer) -> None:
    """Give the case the code by which its status is found: kept as a digest, and sealed."""
    code = codes.make(secrets.token_bytes(codes.CHANCE_BYTES))
    sealed = receipts.seal(code, opened.id)
    await connection.execute(
        _GIVE,
        *(opened.id, receipts.digest(code), sealed.key_id, sealed.nonce, sealed.ciphertext),
        list(opened.readers),
    )

"""Taking a matter in: the case, and the reporter's identity in the vault, or nothing at all."""

from netralitas.access.domain import Actor
from netralitas.cases.commands import open_case_in
from netralitas.cases.domain import NewCase, OpenedCase, Source
from netralitas.database.transactions import writing
from netralitas.law.book import RuleBook
from netralitas.vault.cipher import Keys
from netralitas.vault.commands import put_in
from netralitas.vault.domain import Identity, Subject


async def take_in(
    actor: Actor, new: NewCase, reporter: Identity | None, *, book: RuleBook, keys: Keys
) -> OpenedCase:
    """Take the matter in and return the case; afterwards its first clock runs.

    `reporter` goes to the vault and nowhere else; a finding has none. Raises RuleBroken (dates),
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
        return opened

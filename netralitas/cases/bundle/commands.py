"""Making the bundle of a case: read in one moment, recorded with its purpose, ready to be sent."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

import msgspec

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Field
from netralitas.accounts.queries import readers_for
from netralitas.cases.bundle import words
from netralitas.cases.bundle.bag import TAG_MANIFEST, Member, bag
from netralitas.cases.bundle.contents import Gathered, gather, payload
from netralitas.cases.bundle.streaming import missing, zipped
from netralitas.cases.noting import tell
from netralitas.cases.queries import view_case
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.evidence.exhibits.commands import exported_in
from netralitas.evidence.exhibits.domain import Purpose
from netralitas.evidence.storage import Storage
from netralitas.law.book import RuleBook
from netralitas.refusals import RuleBroken

MADE: Final = "case.bundle_made"
_CUSTODY: Final = {
    "coordination": Purpose.REFERRAL,
    "examination": Purpose.OTHER,
    "hearing": Purpose.DISPUTE,
    "archive": Purpose.OTHER,
}
"""As what the log of each piece of evidence knows the purpose of a bundle."""


class Bundle(msgspec.Struct, frozen=True, kw_only=True):
    """A bundle as it was recorded: the folder in the ZIP, its files, and when it was made.

    From the same bundle comes the same ZIP, byte for byte.
    """

    name: str
    members: tuple[Member, ...]
    made_at: datetime

    @property
    def digest(self) -> str:
        """Return the SHA-256 of the manifest of tags, which stands for every file of the bag."""
        return next(member.sha256 for member in self.members if member.path == TAG_MANIFEST)

    def pieces(self, storage: Storage) -> Iterator[bytes]:
        """Yield the bytes of the ZIP; see `streaming.zipped`."""
        return zipped(self.name, self.members, self.made_at, storage)


async def make_bundle(
    actor: Actor, case: int, purpose: str, *, book: RuleBook, storage: Storage
) -> Bundle:
    """Return the bundle of all that the actor may see of the case; its event names its digest.

    `purpose` is a code of `words.PURPOSES`. Raises NotVisible, NotAllowed, RuleBroken (a file is
    not on the disk); then no event is left.
    """
    async with writing(actor) as connection:
        return await bundle_in(connection, actor, case, purpose, book=book, storage=storage)


async def bundle_in(
    connection: Connection,
    actor: Actor,
    case: int,
    purpose: str,
    *,
    book: RuleBook,
    storage: Storage,
) -> Bundle:
    """Do what `make_bundle` does, inside the caller's transaction."""
    now = clock.now()
    view = await view_case(connection, actor, case, now=now, book=book)
    gathered = await gather(connection, view, words.PURPOSES[purpose])
    files = await payload(gathered, now)
    await _hold_there(gathered, files, storage)
    bundle = Bundle(
        name=f"perkara-{case}-{view.today:%Y%m%d}",
        members=bag(files, _information(gathered, case, now)),
        made_at=now,
    )
    if Field.EVIDENCE in view.seen:
        await exported_in(connection, view, _CUSTODY[purpose], words.PURPOSES[purpose])
    readers = await readers_for(connection, actor.organisation)
    papers = [paper.id for paper in gathered.files]
    said = {"bundle": bundle.digest, "purpose": purpose, "papers": papers}
    await tell(connection, actor, case, MADE, readers, said)
    return bundle


async def _hold_there(gathered: Gathered, files: tuple[Member, ...], storage: Storage) -> None:
    lost = set(await missing(files, storage))
    if not lost:
        return
    originals = files[-len(gathered.files) :]
    pairs = zip(gathered.contents.papers, originals, strict=True)
    titles = [f"“{listed.title}”" for listed, member in pairs if member.path in lost]
    said = words.LOST.format(titles=", ".join(titles))
    raise RuleBroken(said, rule="bundle.file", remedy=words.LOST_REMEDY)


def _information(gathered: Gathered, case: int, now: datetime) -> dict[str, str]:
    return {
        "Source-Organization": gathered.contents.office,
        "External-Identifier": f"perkara-{case}",
        "Bagging-Date": f"{now:%Y-%m-%d}",
        "Bag-Software-Agent": "Netralitas",
        "Netralitas-Classification": gathered.contents.classification,
    }

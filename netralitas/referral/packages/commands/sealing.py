"""What is made of a package for a receiver outside: a sealed file, a sheet with a code."""

import secrets
from dataclasses import dataclass, field
from typing import Final

from anyio import to_thread

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Field, Permission
from netralitas.cases.commands import tell_in
from netralitas.cases.queries import CaseView
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.documents.sealing import digest_of_sealed
from netralitas.evidence.domain import FileLost
from netralitas.evidence.storage import Storage
from netralitas.intake import codes
from netralitas.jobs.queue import enqueue
from netralitas.referral.packages import store, words
from netralitas.referral.packages.domain import Package
from netralitas.referral.packages.sealing import sealed
from netralitas.refusals import NotAllowed, RuleBroken

SEALED: Final = "case.package_sealed"
CODED: Final = "case.package_code_made"
SHOW: Final = "show_package"
"""The job by which the public site learns what the code shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A secret that is shown now and never again, and the digest of the file, if one was made."""

    secret: str = field(repr=False)
    digest: str | None = None


def hold_maker(view: CaseView, package: Package) -> None:
    """Hold that the reader may make what goes outside: whoever keeps the letters of the sender.

    Raises NotAllowed, RuleBroken where the receiver has a desk here.
    """
    view.hold(Permission.RECORD_FACT)
    if package.sender != view.actor.organisation or Field.LETTERS not in view.seen:
        raise NotAllowed(words.NOT_THE_SENDER)
    if not package.outside:
        raise RuleBroken(words.HAS_A_DESK, rule="package.outside")


async def seal_package(actor: Actor, package: Package, storage: Storage) -> Made:
    """Return a new password and the digest of the file it seals, which an event now carries.

    The password is kept nowhere. Raises RuleBroken when a paper is not on the disk.
    """
    password = new_secret()
    digest = await digest_under(package, storage, password)
    async with writing(actor) as connection:
        await _tell(connection, actor, package, SEALED, {"file": digest})
        await store.set_sealed(connection, package.id, digest, clock.now())
    return Made(secret=password, digest=digest)


async def digest_under(package: Package, storage: Storage, password: str) -> str:
    """Return the SHA-256 of the file that this password seals; RuleBroken: a paper is lost."""
    pieces = sealed(package.manifest, package.digest, package.frozen_at, storage, password)
    try:
        return await to_thread.run_sync(digest_of_sealed, pieces)
    except FileLost as error:
        raise RuleBroken(
            words.PAPER_LOST, rule="package.paper", remedy=words.PAPER_LOST_REMEDY
        ) from error


async def make_code(actor: Actor, package: Package, secret: bytes) -> Made:
    """Return a new code by which receipt is confirmed; the one before confirms nothing any more.

    Kept is its HMAC under `secret` alone. Raises RuleBroken: no letter went out, or receipt is
    confirmed already.
    """
    if package.letter is None:
        raise RuleBroken(
            words.WITHOUT_LETTER, rule="package.letter", remedy=words.WITHOUT_LETTER_REMEDY
        )
    if package.confirmed_at is not None:
        raise RuleBroken(words.CONFIRMED, rule="package.confirmed")
    code = new_secret()
    async with writing(actor) as connection:
        await _tell(connection, actor, package, CODED, {})
        await store.set_code(connection, package.id, codes.package_digest(code, secret))
        await enqueue(connection, SHOW, {"package": package.id})
    return Made(secret=code)


def new_secret() -> str:
    """Return 95 bits of chance as they are printed and typed: K7QX-2M4P-…."""
    return codes.make(secrets.token_bytes(codes.CHANCE_BYTES))


async def _tell(
    connection: Connection, actor: Actor, package: Package, name: str, more: dict[str, object]
) -> None:
    """Record it for those who read the package on the side of the sender."""
    readers = tuple(reader for reader in package.readers if reader != package.receiver)
    details = {"package_id": package.id, "package": package.digest, **more}
    await tell_in(connection, actor, package.case_file, name, readers, details)

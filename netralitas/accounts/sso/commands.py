"""Let somebody in whom the provider vouches for, and say which identity is whose; each recorded."""

import hmac
from dataclasses import dataclass
from datetime import datetime

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.accounts import throttle
from netralitas.accounts.commands.charge import officer_in_charge
from netralitas.accounts.commands.signing import Admitted, Doorway
from netralitas.accounts.domain import Problem
from netralitas.accounts.events import happened
from netralitas.accounts.queries import desks_of
from netralitas.accounts.sso import store
from netralitas.accounts.sso.domain import Somebody, SsoProblem, SsoRefused
from netralitas.accounts.sso.entry import enter_in
from netralitas.accounts.sso.trying import LASTS, Attempt
from netralitas.accounts.words import refused
from netralitas.cases.nip import NipSealer, nip_digest
from netralitas.database.connection import Connection
from netralitas.database.transactions import NOBODY, writing


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Whoever returns from the provider: in which browser and try, and from which issuer."""

    doorway: Doorway
    attempt: Attempt
    issuer: str

    @property
    def tried(self) -> throttle.Try:
        """Return how the counters know this try: by itself, and by the address it came from."""
        state, doorway = self.attempt.digest.hex(), self.doorway
        return throttle.Try.of(login=state, address=doorway.address, settings=doorway.settings)


async def count(visitor: Visitor) -> None:
    """Count a return before the provider is asked about it; TooMany when there were too many."""
    async with writing(NOBODY) as c:
        refusal = await throttle.count(c, visitor.tried, clock.now())
    if refusal is not None:
        raise refusal


async def sign_in(somebody: Somebody, visitor: Visitor) -> Admitted:
    """Return the session of whom the provider vouches for, or the way to their second factor.

    The first time they are known by verified address or NIP, and the identity is theirs from then
    on, whatever the provider says of their address later. Raises SsoRefused: the try was used, no
    active account or desk, several accounts, an account with another identity.
    """
    now = clock.now()
    async with writing(NOBODY) as c:
        if not await store.use_up(c, visitor.attempt.digest, now, swept_before=now - 2 * LASTS):
            raise SsoRefused(SsoProblem.USED)
        await throttle.succeeded(c, visitor.tried, now)
        officer = await _officer(c, somebody, visitor, now)
        return await enter_in(c, officer, visitor.doorway, factor=somebody.factor)


async def set_nip(*, login: str, nip: str, sealer: NipSealer, actor: Actor) -> str:
    """Return the last four digits of the NIP by which an officer is known from now on.

    Raises AccountRefused: malformed, another account's, no such account.
    """
    may(actor, Permission.ADMINISTER)
    try:
        sealed = sealer.seal(nip)
    except ValueError as error:
        raise refused(Problem.NIP_MALFORMED) from error
    async with writing(actor) as c:
        officer = await officer_in_charge(c, actor, login)
        if not await store.set_nip(c, officer, sealed):
            raise refused(Problem.NIP_TAKEN)
        await happened(c, actor, "account.nip_set", officer=officer)
    return sealed.last4


async def remove_nip(*, login: str, actor: Actor) -> None:
    """Let an officer be known by no NIP. Raises AccountRefused with the problem."""
    may(actor, Permission.ADMINISTER)
    async with writing(actor) as c:
        officer = await officer_in_charge(c, actor, login)
        if not await store.remove_nip(c, officer):
            raise refused(Problem.NIP_MISSING)
        await happened(c, actor, "account.nip_removed", officer=officer)


async def unlink(*, login: str, actor: Actor) -> None:
    """Let an officer's next sign-in through the provider be like the first.

    Raises AccountRefused with the problem.
    """
    may(actor, Permission.ADMINISTER)
    async with writing(actor) as c:
        officer = await officer_in_charge(c, actor, login)
        if not await store.unlink(c, officer):
            raise refused(Problem.NOT_LINKED)
        await happened(c, actor, "account.sso_unlinked", officer=officer)


async def _officer(c: Connection, somebody: Somebody, visitor: Visitor, now: datetime) -> int:
    secret = visitor.doorway.settings.secret("index")
    subject = subject_digest(visitor.issuer, somebody.subject, secret)
    held = await store.linked(c, subject)
    if held is not None:
        officer, active = held
        if not active:
            raise SsoRefused(SsoProblem.NO_ACCOUNT)
        return officer
    officer = await _known_at_first(c, somebody, secret)
    desks = await desks_of(c, officer, now)
    if not desks:
        raise SsoRefused(SsoProblem.NO_ACCOUNT)
    if not await store.link(c, officer, subject, now):
        raise SsoRefused(SsoProblem.OTHER_IDENTITY)
    await happened(c, desks[0], "account.sso_linked", officer=officer)
    return officer


async def _known_at_first(c: Connection, somebody: Somebody, secret: bytes) -> int:
    if not somebody.named:
        raise SsoRefused(SsoProblem.NOBODY_NAMED)
    nip = nip_digest(somebody.nip, secret) if somebody.nip is not None else None
    found = await store.known(c, somebody, nip)
    if not found:
        raise SsoRefused(SsoProblem.NO_ACCOUNT)
    if len(found) > 1:
        raise SsoRefused(SsoProblem.SEVERAL_ACCOUNTS)
    return found[0]


def subject_digest(issuer: str, subject: str, secret: bytes) -> bytes:
    """Return the 32 bytes by which an identity is known again, and cannot be read from a dump."""
    whole = b"\0".join((b"sso subject", issuer.encode(), subject.encode("utf-8", "surrogatepass")))
    return hmac.digest(secret, whole, "sha256")

"""Whoever was handed a one-time code uses it, once: a password of their own, a lost factor gone."""

from dataclasses import dataclass

from netralitas import clock
from netralitas.accounts import passwords, sessions, throttle
from netralitas.accounts import store as accounts
from netralitas.accounts.events import happened
from netralitas.accounts.people import codes, store, words
from netralitas.accounts.people.domain import Request
from netralitas.accounts.queries import zone_of
from netralitas.accounts.second_factor import store as factors
from netralitas.accounts.telling import tell_officer
from netralitas.accounts.words import PROBLEMS
from netralitas.database.connection import Connection
from netralitas.database.transactions import NOBODY, writing
from netralitas.refusals import Invalid
from netralitas.settings import Settings
from netralitas.web.refusals import TooMany


@dataclass(frozen=True, slots=True, kw_only=True)
class Redeemable:
    """What a code is good for: whose account it is, and what is replaced with it."""

    login: str
    new_password: bool
    new_factor: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Owner:
    """Whoever used the code, as the doer of its event."""

    officer: int
    organisation: int
    zone: str
    everything: bool = False


async def look_up(code: str, *, address: str, settings: Settings) -> Redeemable:
    """Return what a code is good for.

    Raises Invalid in the same words for a code that never was, was used or has expired, and
    TooMany.
    """
    await _count(code, address, settings)
    async with writing(NOBODY) as c:
        found, login, _ = await _live(c, code, settings)
    return Redeemable(login=login, new_password=found.new_password, new_factor=found.new_factor)


async def redeem(code: str, password: str, *, address: str, settings: Settings) -> str:
    """Return the login of the account that has its new secrets now; the code is used up.

    Where the password is replaced, `password` is the new one; where only the second factor is,
    the present one, so that the code alone takes nothing away. Raises Invalid and TooMany.
    """
    await _count(code, address, settings)
    async with writing(NOBODY) as c:
        found, login, stored = await _live(c, code, settings)
    hashed = await _judged(found, stored, password)
    now = clock.now()
    async with writing(NOBODY) as c:
        found, login, still = await _live(c, code, settings)
        if still != stored:
            raise Invalid({"code": [words.CODE_WRONG]})
        officer = found.officer or 0
        if hashed is not None:
            await accounts.replace_password(c, officer, hashed)
        if found.new_factor:
            await factors.remove(c, officer)
        await sessions.end_all(c, officer, now)
        await store.use(c, found.id, now)
        await throttle.forget_account(c, login, settings)
        zone = await zone_of(c, found.organisation)
        owner = _Owner(officer=officer, organisation=found.organisation, zone=zone)
        await happened(c, owner, "account.code_used", request=found.id, officer=officer)
        await tell_officer(c, officer, settings)
    return login


async def _judged(found: Request, stored: str | None, password: str) -> str | None:
    """Return the hash of the new password, None where the present one stays and was right."""
    if not found.new_password:
        if not await passwords.matches(stored, password):
            raise Invalid({"password": [words.PRESENT_WRONG]})
        return None
    problem = passwords.problem_with(password)
    if problem is not None:
        raise Invalid({"password": [PROBLEMS[problem]]})
    return await passwords.hashed(password)


async def _live(c: Connection, code: str, settings: Settings) -> tuple[Request, str, str | None]:
    """Return the request of a code that holds, with login and password's hash; Invalid else."""
    found = await store.by_code(c, codes.digest_of(code, settings))
    standing = None
    if found is not None and found.officer is not None and found.live(clock.now()):
        standing = await store.signs_in(c, found.officer)
    if found is None or standing is None:
        raise Invalid({"code": [words.CODE_WRONG]})
    return found, *standing


async def _count(code: str, address: str, settings: Settings) -> None:
    """Count a try before it is judged; TooMany."""
    tried = throttle.Try.about(
        "account code", text=codes.digest_of(code, settings).hex(), address=address, of=settings
    )
    async with writing(NOBODY) as c:
        refusal = await throttle.count(c, tried, clock.now())
    if refusal is not None:
        raise TooMany(words.TOO_MANY_CODES, retry_after=refusal.retry_after)

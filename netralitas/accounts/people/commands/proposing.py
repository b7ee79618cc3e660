"""The first of two administrators: who is to be invited, whose secrets are to be replaced."""

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.accounts import store as accounts
from netralitas.accounts import throttle
from netralitas.accounts.commands.charge import hold_in_charge, officer_in_charge
from netralitas.accounts.domain import (
    Problem,
    login_is_well_formed,
    mail_is_well_formed,
    plain_login,
)
from netralitas.accounts.events import happened
from netralitas.accounts.people import store, words
from netralitas.accounts.people.domain import OPEN, Invited, Request
from netralitas.accounts.words import refused
from netralitas.database.connection import Connection
from netralitas.database.transactions import NOBODY, writing
from netralitas.refusals import NotVisible, RuleBroken
from netralitas.settings import Settings
from netralitas.web.refusals import TooMany


async def invite(actor: Actor, invited: Invited) -> int:
    """Return the id of a proposal to make an account; another administrator confirms it.

    Raises AccountRefused with the problem.
    """
    may(actor, Permission.ADMINISTER)
    _hold_well_formed(invited)
    async with writing(actor) as c:
        await hold_in_charge(c, actor, invited.organisation)
        taken = await accounts.officer_by_login(c, invited.login)
        added = None if taken else await store.invite(c, invited, actor.officer, clock.now())
        if added is None:
            raise refused(Problem.LOGIN_TAKEN)
        await happened(
            c,
            actor,
            "account.invitation_proposed",
            request=added,
            organisation=invited.organisation,
            roles=sorted(role.value for role in invited.roles),
        )
    return added


async def begin_reset(actor: Actor, login: str, *, password: bool, factor: bool) -> int:
    """Return the id of a proposal to replace somebody's secrets; another administrator confirms.

    What the person asked for themself is taken up by it. Raises AccountRefused with the problem,
    RuleBroken for one's own secrets.
    """
    may(actor, Permission.ADMINISTER)
    if not (password or factor):
        raise refused(Problem.NOTHING_CHOSEN)
    async with writing(actor) as c:
        officer = await officer_in_charge(c, actor, login)
        hold_another(actor, officer)
        begun = await store.begin_reset(
            c,
            officer,
            password=password,
            factor=factor,
            proposer=actor.officer,
            at=clock.now(),
        )
        if begun is None:
            raise refused(Problem.REQUEST_OPEN)
        await happened(
            c,
            actor,
            "account.reset_begun",
            request=begun,
            officer=officer,
            password=password,
            factor=factor,
        )
    return begun


async def ask_reset(login: str, *, address: str, settings: Settings) -> None:
    """Let the administrators in charge of an account see that its owner asks for a new password.

    What comes back, and what it costs, is the same for a login that does not exist. No event: who
    asked is not known. Raises TooMany.
    """
    now = clock.now()
    tried = throttle.Try.about("asked reset", text=plain_login(login), address=address, of=settings)
    async with writing(NOBODY) as c:
        refusal = await throttle.count(c, tried, now)
        if refusal is None:
            await store.ask_reset(c, plain_login(login), now)
    if refusal is not None:
        raise TooMany(words.TOO_MANY_CODES, retry_after=refusal.retry_after)


async def withdraw(actor: Actor, request: int) -> None:
    """Hold that nothing comes of a request that is open; its code means nothing any more.

    Raises NotVisible, AccountRefused.
    """
    may(actor, Permission.ADMINISTER)
    async with writing(actor) as c:
        found = await request_in_charge(c, actor, request)
        if found.state not in OPEN:
            raise refused(Problem.REQUEST_OVER)
        await store.withdraw(c, request)
        await happened(
            c, actor, "account.request_withdrawn", request=request, officer=found.officer
        )


async def request_in_charge(c: Connection, actor: Actor, request: int) -> Request:
    """Return a request, locked, for an administrator of its office or of one above; NotVisible."""
    found = await store.locked(c, request)
    if found is None:
        raise NotVisible
    try:
        await hold_in_charge(c, actor, found.organisation)
    except RuleBroken:
        raise NotVisible from None
    return found


def hold_another(actor: Actor, officer: int) -> None:
    """Hold that the account is not the actor's own; RuleBroken."""
    if officer in actor.hands:
        raise RuleBroken(words.OWN_RESET, rule="account.two_persons", remedy=words.OWN_RESET_REMEDY)


def _hold_well_formed(invited: Invited) -> None:
    if not login_is_well_formed(invited.login):
        raise refused(Problem.LOGIN_MALFORMED)
    if not (invited.name.strip() and invited.title.strip()):
        raise refused(Problem.NAME_MISSING)
    if not invited.roles:
        raise refused(Problem.ROLES_MISSING)
    if invited.email is not None and not mail_is_well_formed(invited.email):
        raise refused(Problem.MAIL_MALFORMED)
    first, after = invited.valid_from, invited.valid_to
    if first is not None and after is not None and after <= first:
        raise refused(Problem.PERIOD_REVERSED)

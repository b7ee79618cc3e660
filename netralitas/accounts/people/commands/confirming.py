"""The second of two administrators: agrees, and has the one-time code to hand over."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from netralitas import clock
from netralitas.access.domain import Actor, Role
from netralitas.access.policy import Permission, may
from netralitas.accounts import sessions, throttle
from netralitas.accounts import store as accounts
from netralitas.accounts.commands.administration import seat_in
from netralitas.accounts.commands.charge import officer_in_charge
from netralitas.accounts.domain import Problem, Seat
from netralitas.accounts.events import happened
from netralitas.accounts.people import codes, store, words
from netralitas.accounts.people.commands.proposing import hold_another, request_in_charge
from netralitas.accounts.people.domain import (
    CODE_LASTS,
    Established,
    Request,
    RequestKind,
    RequestState,
)
from netralitas.accounts.words import refused
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.jobs.queue import enqueue
from netralitas.refusals import Invalid, NotVisible, RuleBroken
from netralitas.settings import Settings

MAIL_CODE: Final = "mail_account_code"
"""The job that mails what is said of a confirmed request: {"request": id}."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """What the second administrator hands over; the code is told this once.

    `mailed` says that the person is written to as well.
    """

    request: int
    login: str
    code: str
    expires_at: datetime
    kind: RequestKind
    mailed: bool


async def confirm(
    actor: Actor, request: int, *, established: Established | None, settings: Settings
) -> Handed:
    """Return the code of a request that another administrator proposed; it holds for 72 hours.

    Of an invitation the account and its desk exist now, without a password. Of a reset every
    session has ended, and the old password means nothing; how the person was known is named. Raises
    NotVisible, RuleBroken for who proposed it or whom it is about, Invalid, AccountRefused.
    """
    may(actor, Permission.ADMINISTER)
    now = clock.now()
    async with writing(actor) as c:
        found = await request_in_charge(c, actor, request)
        if found.state is not RequestState.PROPOSED:
            raise refused(Problem.REQUEST_OVER)
        _hold_second(actor, found)
        if found.kind is RequestKind.RESET and established is None and not actor.everything:
            raise Invalid({"established": [words.NOT_ESTABLISHED]})
        login = await _login(c, found)
        if found.kind is RequestKind.INVITATION:
            officer, details = await _make_account(c, found)
        else:
            officer, details = await _end_secrets(c, actor, found, login, settings)
        code = codes.code_of(request, now, settings)
        expires_at = now + CODE_LASTS
        await store.confirm(
            c,
            request,
            officer=officer,
            by=actor.officer,
            at=now,
            established=established,
            code=codes.digest_of(code, settings),
            expires_at=expires_at,
        )
        mailed = await _write_to(c, request, officer, settings)
        if established is not None:
            details["established"] = established.value
        name = f"account.{found.kind.value}_confirmed"
        await happened(c, actor, name, request=request, officer=officer, **details)
    return Handed(
        request=request,
        login=login,
        code=code,
        expires_at=expires_at,
        kind=found.kind,
        mailed=mailed,
    )


def _hold_second(actor: Actor, found: Request) -> None:
    if found.officer is not None:
        hold_another(actor, found.officer)
    if found.proposed_by is None or found.proposed_by in actor.hands:
        raise RuleBroken(
            words.TWO_PERSONS, rule="account.two_persons", remedy=words.TWO_PERSONS_REMEDY
        )


async def _login(c: Connection, found: Request) -> str:
    if found.kind is RequestKind.INVITATION:
        return found.login or ""
    standing = await store.signs_in(c, found.officer or 0)
    if standing is None:
        raise NotVisible
    return standing[0]


async def _make_account(c: Connection, found: Request) -> tuple[int, dict[str, object]]:
    officer = await accounts.add_officer(
        c, login=found.login or "", name=found.name or "", password=None
    )
    if officer is None:
        raise refused(Problem.LOGIN_TAKEN)
    if found.email is not None:
        await accounts.set_mail(c, officer, found.email)
    seat = Seat(
        organisation=found.organisation,
        title=found.title or "",
        roles=found.roles,
        valid_from=found.valid_from,
        valid_to=found.valid_to,
    )
    desk = await seat_in(c, officer, seat)
    roles = sorted(Role(role).value for role in found.roles)
    return officer, {"desk": desk, "organisation": found.organisation, "roles": roles}


async def _end_secrets(
    c: Connection, actor: Actor, found: Request, login: str, settings: Settings
) -> tuple[int, dict[str, object]]:
    officer = await officer_in_charge(c, actor, login)
    await sessions.end_all(c, officer, clock.now())
    if found.new_password:
        await accounts.forget_password(c, officer)
        await throttle.forget_account(c, login, settings)
    return officer, {"password": found.new_password, "factor": found.new_factor}


async def _write_to(c: Connection, request: int, officer: int, settings: Settings) -> bool:
    if not settings.smtp_host or not await accounts.has_mail(c, officer):
        return False
    return await enqueue(c, MAIL_CODE, {"request": request})

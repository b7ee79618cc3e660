"""Somebody stands in at a desk for some days, with roles that were lent, and no more than those."""

from datetime import date, timedelta
from typing import Final

from netralitas import clock
from netralitas.access.domain import Actor, Role
from netralitas.access.policy import Permission, may, refusal
from netralitas.accounts.events import happened
from netralitas.accounts.people import desk_store, words
from netralitas.accounts.people.domain import LENDABLE, LONGEST_DEPUTY, Deputyship
from netralitas.accounts.queries import readers_for
from netralitas.database.connection import Connection, Row
from netralitas.database.transactions import writing
from netralitas.law.domain import Zone
from netralitas.refusals import Invalid, NotAllowed, NotVisible

_NAMES: Final = "SELECT name FROM officer WHERE id = $1"
_SUPERIOR: Final = "SELECT superior FROM officer WHERE id = $1"

# The deputy's own desk there, which they hold on every one of these days.
_OWN: Final = """
    SELECT d.roles, d.valid_to FROM desk d JOIN officer f ON f.id = d.officer
    WHERE d.officer = $1 AND d.organisation = $2 AND d.principal IS NULL
      AND f.disabled_at IS NULL AND NOT f.is_system
      AND d.valid_from <= $3 AND (d.valid_to IS NULL OR d.valid_to >= $4)
    FOR NO KEY UPDATE OF d
"""
_OVERLAPS: Final = """
    SELECT EXISTS (SELECT FROM desk WHERE officer = $1 AND principal = $2
                   AND valid_from < $4 AND valid_to > $3)
"""
_ADD: Final = """
    INSERT INTO desk (officer, organisation, title, roles, valid_from, valid_to, principal)
    VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id
"""


async def name_deputy(actor: Actor, wanted: Deputyship) -> int:
    """Return the desk at which the deputy sits on these days, apart from their own.

    For the owner of the desk, their superior, an administrator in charge. Raises NotVisible,
    NotAllowed, and Invalid: of another office, roles that cannot be lent, days that do not fit.
    """
    async with writing(actor) as c:
        theirs = await _desk(c, wanted.principal_desk)
        await _hold_may_name(c, actor, theirs)
        after = wanted.last + timedelta(days=1)
        await _hold_fits(c, wanted, theirs, after)
        name = await c.fetchval(_NAMES, theirs["officer"])
        roles = sorted(role.value for role in wanted.roles)
        desk: int = await c.fetchval(
            _ADD,
            *(wanted.deputy, theirs["organisation"], words.DEPUTY_TITLE.format(name=name)),
            *(roles, wanted.first, after, theirs["id"]),
        )
        await happened(
            c,
            actor,
            "account.deputy_named",
            officer=wanted.deputy,
            principal=theirs["officer"],
            desk=desk,
            roles=roles,
            first=wanted.first.isoformat(),
            last=wanted.last.isoformat(),
        )
    return desk


async def end_deputy(actor: Actor, desk: int) -> None:
    """Let nobody stand in at this deputy's desk from now on.

    For those who may name one, and the deputy. Raises NotVisible, NotAllowed.
    """
    async with writing(actor) as c:
        found = await desk_store.desk_of(c, desk)
        if found is None or found["principal"] is None:
            raise NotVisible(words.NO_DEPUTY_THERE)
        if found["officer"] != actor.officer:
            await _hold_may_name(c, actor, await _desk(c, found["principal"]))
        await desk_store.end_desk(c, desk, clock.today(Zone.WIB.tz))
        await happened(c, actor, "account.deputy_ended", officer=found["officer"], desk=desk)


async def _desk(c: Connection, desk: int) -> Row:
    found = await desk_store.desk_of(c, desk)
    if found is None or found["principal"] is not None:
        raise NotVisible
    return found


async def _hold_may_name(c: Connection, actor: Actor, theirs: Row) -> None:
    """Hold that the actor is the desk's owner, their superior, or an administrator in charge."""
    if theirs["officer"] == actor.officer and actor.principal is None:
        return
    superior = await c.fetchval(_SUPERIOR, theirs["officer"])
    if superior == actor.officer and theirs["organisation"] == actor.organisation:
        return
    chain = await readers_for(c, theirs["organisation"])
    if actor.organisation not in chain and not actor.everything:
        raise NotVisible
    if refusal(actor, Permission.ADMINISTER) is not None:
        raise NotAllowed(words.NOT_YOURS)
    may(actor, Permission.ADMINISTER)


async def _hold_fits(c: Connection, wanted: Deputyship, theirs: Row, after: date) -> None:
    if wanted.deputy == theirs["officer"]:
        raise Invalid({"deputy": [words.OWN_DEPUTY]})
    today = clock.today(Zone.WIB.tz)
    ends = theirs["valid_to"]
    fits = today <= wanted.first <= wanted.last <= wanted.first + LONGEST_DEPUTY
    if not fits or (ends is not None and after > ends) or wanted.first < theirs["valid_from"]:
        raise Invalid({"last": [words.DEPUTY_PERIOD]})
    lendable = frozenset(LENDABLE) & frozenset(map(Role, theirs["roles"]))
    if not wanted.roles or not frozenset(wanted.roles) <= lendable:
        raise Invalid({"roles": [words.NOT_LENT]})
    own = await c.fetchrow(_OWN, wanted.deputy, theirs["organisation"], wanted.first, after)
    if own is None:
        raise Invalid({"deputy": [words.NOT_SAME_OFFICE]})
    if frozenset(wanted.roles) <= frozenset(map(Role, own["roles"])):
        raise Invalid({"roles": [words.HELD_ALREADY]})
    if await c.fetchval(_OVERLAPS, wanted.deputy, theirs["id"], wanted.first, after):
        raise Invalid({"deputy": [words.DEPUTY_OVERLAPS]})

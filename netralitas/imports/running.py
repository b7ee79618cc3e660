"""What every command on tables from outside runs in: the database, and the office it acts for."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Final, TypeVar

from netralitas import clock, running
from netralitas.access.domain import Actor, Role
from netralitas.accounts.commands import administration
from netralitas.accounts.queries import desks_of, organisation_by_code, organisations
from netralitas.database.connection import Connection
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.settings import Settings
from netralitas.stopping import Stopped

_Result = TypeVar("_Result")
SOME_REFUSED: Final = 1
"""The exit code when rows were refused."""

_OFFICER: Final = "SELECT id, name FROM officer WHERE login = $1 AND disabled_at IS NULL"
_ZONE: Final = "SELECT zone FROM organisation WHERE id = $1"


async def acting_for(code: str, login: str | None = None) -> Actor:
    """Return the system as it acts for an office: it sees that office's rows and no others.

    With a `login`, that officer at their desk there. Stopped where there is no such office or desk.
    """
    system = await administration.as_system()
    async with reading(EVERYTHING) as c:
        number = await organisation_by_code(c, code)
        found = [one for one in await organisations(c) if one.id == number]
        if not found:
            raise Stopped(f"There is no organisation with the code {code!r}.")
        office = replace(
            system,
            organisation=found[0].id,
            organisation_name=found[0].name,
            organisation_kind=found[0].kind.value,
            zone=await c.fetchval(_ZONE, found[0].id),
            roles=frozenset({Role.INVESTIGATOR}),
            everything=False,
        )
        return office if login is None else await _seated(c, office, login)


def run(work: Callable[[Settings], Awaitable[_Result]]) -> _Result:
    """Return what `work` does with the database open, or stop with one sentence."""
    return running.run(work, "netralitas import")


async def _seated(c: Connection, office: Actor, login: str) -> Actor:
    """Return the officer of a login at their desk in the office."""
    row = await c.fetchrow(_OFFICER, login)
    desks = await desks_of(c, row["id"], clock.now()) if row else ()
    desk = next((one for one in desks if one.organisation == office.organisation), None)
    if row is None or desk is None:
        raise Stopped(f"{login!r} has no desk today at {office.organisation_name}.")
    return replace(office, officer=row["id"], name=row["name"], desk=desk.id, roles=desk.roles)

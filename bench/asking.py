"""Queries of the product asked alone, without a page: in transactions like those of its pages."""

import time
from collections.abc import Awaitable, Callable

from bench.offices import Office
from netralitas import clock
from netralitas.access.domain import Actor, Role
from netralitas.accounts import sessions
from netralitas.database.connection import Connection
from netralitas.database.context import local_settings
from netralitas.database.transactions import reading
from netralitas.settings import Settings
from netralitas.worklist.domain import Filters, span
from netralitas.worklist.queries.due import bell_counts
from netralitas.worklist.queries.items import pick


def investigator(office: Office) -> Actor:
    """Return the investigator of an office as the product knows them."""
    return Actor(
        officer=office.investigator,
        organisation=office.id,
        desk=office.investigator,
        name="",
        organisation_name=office.name,
        organisation_kind="bawaslu",
        roles=frozenset({Role.INVESTIGATOR}),
    )


async def alone(
    c: Connection, actor: Actor, query: Callable[[Connection], Awaitable[object]]
) -> float:
    """Return the seconds of a query under the actor's row security, its transaction included."""
    begun = time.perf_counter()
    await c.execute(f"BEGIN READ ONLY; {local_settings(actor)}")
    await query(c)
    await c.execute("COMMIT")
    return time.perf_counter() - begun


async def of_page(token: str, settings: Settings, most: int) -> None:
    """Ask all that a page of the worklist of `most` lines asks, in the page's own transactions.

    The session, the lines, the bell of the frame; on the engine of the process. RuntimeError
    without a session.
    """
    session = await sessions.find(token, settings)
    if session is None:
        raise RuntimeError("nobody is signed in")
    actor, now = session.actor, clock.now()
    wanted = Filters()
    async with reading(actor) as c:
        await pick(c, actor, wanted, span(wanted.due, now, actor.zone), None, most)
    async with reading(actor) as c:
        await bell_counts(c, actor, now)

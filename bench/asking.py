"""Queries of the product asked alone, without a page: in a transaction like those of its pages."""

import time
from collections.abc import Awaitable, Callable

from bench.offices import Office
from netralitas.access.domain import Actor, Role
from netralitas.database.connection import Connection
from netralitas.database.context import local_settings


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

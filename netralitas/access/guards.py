"""What a route demands of whoever asks, before its handler runs; the default is: signed in."""

from typing import Any

from litestar import Request
from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler
from litestar.types import Guard

from netralitas.access.domain import Actor, Role
from netralitas.refusals import NotAllowed
from netralitas.web.refusals import NotSignedIn

PUBLIC = {"public": True}
"""The `opt` of a route that needs no person: sign-in, static files, health."""

type_connection = ASGIConnection[Any, Any, Any, Any]


def current_actor(connection: type_connection) -> Actor | None:
    """Return who is signed in; None for nobody, and where no middleware ran (an unknown route)."""
    user: Actor | None = connection.scope.get("user")
    return user


async def signed_in(connection: type_connection, handler: BaseRouteHandler) -> None:
    """Let signed-in people pass, and everybody to a route marked PUBLIC; else NotSignedIn.

    It is the guard of the whole application, so that a forgotten one closes a route. It waits for
    nothing, but Litestar would run a plain function in a thread of its own, at every request.
    """
    if current_actor(connection) is None and not handler.opt.get("public"):
        raise NotSignedIn


def has_role(*roles: Role, reason: str = "Halaman ini tidak tersedia untuk peran Anda.") -> Guard:
    """Return the guard that lets pass whoever holds one of the roles; NotAllowed for the rest."""
    wanted = frozenset(roles)

    async def guard(connection: type_connection, handler: BaseRouteHandler) -> None:
        await signed_in(connection, handler)
        actor = current_actor(connection)
        if actor is None or not actor.roles & wanted:
            raise NotAllowed(reason)

    return guard


async def provide_actor(request: Request[Any, Any, Any]) -> Actor:
    """Return who is signed in, as the dependency `actor`; NotSignedIn for nobody."""
    actor = current_actor(request)
    if actor is None:
        raise NotSignedIn
    return actor

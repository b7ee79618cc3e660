"""What a route demands: a person, or to be marked public; and a role where one is named."""

from typing import Any

import httpx
import pytest
from litestar import Litestar, get
from litestar.di import NamedDependency, Provide
from litestar.enums import ScopeType
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Receive, Scope, Send

from netralitas.access.domain import Actor, Role
from netralitas.access.guards import PUBLIC, has_role, provide_actor, signed_in
from netralitas.web.errors import EXCEPTION_HANDLERS


class Seated(ASGIMiddleware):
    """Seats the person it was made with."""

    scopes = (ScopeType.HTTP,)

    def __init__(self, actor: Actor | None) -> None:
        self.actor = actor

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        scope["user"] = self.actor
        await next_app(scope, receive, send)


@get("/forgotten")
async def forgotten() -> str:
    return "inside"


@get("/public", opt=PUBLIC)
async def public() -> str:
    return "inside"


@get("/public/person", opt=PUBLIC)
async def person(actor: NamedDependency[Actor]) -> str:
    return actor.name


@get("/auditors", guards=[has_role(Role.AUDITOR)])
async def auditors() -> str:
    return "inside"


def officer(*roles: Role) -> Actor:
    return Actor(
        officer=1,
        organisation=1,
        desk=1,
        name="Nama",
        organisation_name="Kantor",
        organisation_kind="bawaslu",
        roles=frozenset(roles),
    )


async def status_of(path: str, actor: Actor | None) -> int:
    app: Any = Litestar(
        route_handlers=[forgotten, public, person, auditors],
        middleware=[Seated(actor)],
        guards=[signed_in],
        dependencies={"actor": Provide(provide_actor)},
        exception_handlers=EXCEPTION_HANDLERS,
        openapi_config=None,
    )
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="https://test") as client:
        return (await client.get(path)).status_code


@pytest.mark.parametrize(
    ("path", "stranger", "investigator", "auditor"),
    [
        ("/forgotten", 303, 200, 200),
        ("/public", 200, 200, 200),
        ("/public/person", 303, 200, 200),
        ("/auditors", 303, 403, 200),
        ("/nowhere", 404, 404, 404),
    ],
)
async def test_who_gets_in(path: str, stranger: int, investigator: int, auditor: int) -> None:
    assert await status_of(path, None) == stranger
    assert await status_of(path, officer(Role.INVESTIGATOR)) == investigator
    assert await status_of(path, officer(Role.AUDITOR)) == auditor

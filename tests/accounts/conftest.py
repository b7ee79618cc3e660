"""A small application of the routes of accounts alone, and people who can sign in to it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any

import asyncpg
import httpx
import pytest
from argon2 import PasswordHasher
from litestar import Litestar, Request, get
from litestar.di import NamedDependency, Provide

from netralitas.access.domain import Actor, Role
from netralitas.access.guards import current_actor, provide_actor, signed_in
from netralitas.accounts import passwords
from netralitas.accounts.commands import administration
from netralitas.accounts.domain import NewOrganisation, OrganisationKind, Seat
from netralitas.accounts.middleware import SessionMiddleware
from netralitas.accounts.routes import CONTROLLERS
from netralitas.accounts.second_factor.routes import CONTROLLERS as SECOND_FACTOR
from netralitas.accounts.second_factor.sealing import FactorSealer
from netralitas.settings import DEMO_SECRET, Settings
from netralitas.vault.cipher import Keys, Purpose
from netralitas.web.errors import EXCEPTION_HANDLERS
from netralitas.web.frame import Frame
from netralitas.web.visit import provide_visit
from tests.conftest import Database

PASSWORD = "kata sandi yang panjang"
SETTINGS = Settings(
    secret_index=DEMO_SECRET, base_url="https://netralitas.test", factor_roles="administrator"
)
SEALER = FactorSealer(keys=Keys.derive(Purpose.SECOND_FACTOR, "1", {"1": b"k" * 32}))


@dataclass(frozen=True, slots=True)
class People:
    """Two Bawaslu offices, one above the other; an authority; and who works there."""

    system: Actor
    province: int
    regency: int
    authority: int
    rina: int
    dewi: int


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Argon2id with the least memory: what is tested here is not how long it takes."""
    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher(time_cost=1, memory_cost=64))


@pytest.fixture
async def people(engine: Database) -> People:
    """Rina has one desk; Dewi has two."""
    system = await administration.as_system()
    province = await add_organisation(system, "bawaslu-prov", OrganisationKind.BAWASLU)
    regency = await add_organisation(system, "bawaslu-kab", OrganisationKind.BAWASLU, province)
    authority = await add_organisation(system, "bkn", OrganisationKind.AUTHORITY)
    rina = await add_officer(system, "rina", regency, Role.INVESTIGATOR)
    dewi = await add_officer(system, "dewi", regency, Role.COMMISSIONER)
    seat = Seat(organisation=province, title="Anggota", roles=(Role.COMMISSIONER,))
    await administration.add_desk(login="dewi", seat=seat, actor=system)
    return People(system, province, regency, authority, rina, dewi)


async def add_organisation(
    actor: Actor, code: str, kind: OrganisationKind, superior: int | None = None
) -> int:
    """Add an organisation."""
    new = NewOrganisation(code=code, name=f"Kantor {code}", kind=kind, superior=superior)
    return await administration.add_organisation(new, actor=actor)


async def add_officer(actor: Actor, login: str, organisation: int, *roles: Role) -> int:
    """Add an officer with a desk, who signs in with PASSWORD."""
    seat = Seat(organisation=organisation, title="Staf", roles=roles)
    return await administration.add_officer(
        login=login, name=f"Nama {login}", password=PASSWORD, seat=seat, actor=actor
    )


@get("/beranda")
async def home(actor: NamedDependency[Actor]) -> dict[str, Any]:
    """Say who is signed in, and where."""
    return {"officer": actor.officer, "desk": actor.desk, "organisation": actor.organisation}


async def provide_frame(request: Request[Any, Any, Any]) -> Frame:
    """The frame of a page without navigation."""
    actor = current_actor(request)
    return Frame(organisation=actor.organisation_name if actor else None)


def application(settings: Settings = SETTINGS) -> Litestar:
    """Compose the routes of accounts as the real application does."""

    async def provide_settings() -> Settings:
        return settings

    async def provide_sealer() -> FactorSealer:
        return SEALER

    async def provide_make_frame() -> Any:  # noqa: ANN401 - a function
        return provide_frame

    return Litestar(
        route_handlers=[*CONTROLLERS, *SECOND_FACTOR, home],
        middleware=[SessionMiddleware(settings)],
        guards=[signed_in],
        dependencies={
            "actor": Provide(provide_actor),
            "frame": Provide(provide_frame),
            "make_frame": Provide(provide_make_frame),
            "factor_sealer": Provide(provide_sealer),
            "visit": Provide(provide_visit),
            "settings": Provide(provide_settings),
        },
        exception_handlers=EXCEPTION_HANDLERS,
        openapi_config=None,
    )


@asynccontextmanager
async def browser(
    settings: Settings = SETTINGS, address: str = "203.0.113.7"
) -> AsyncIterator[httpx.AsyncClient]:
    """A browser with cookies of its own, at an address."""
    app = application(settings)
    async with app.lifespan():
        served: Any = app  # httpx and Litestar write the same protocol in different types
        transport = httpx.ASGITransport(served, client=(address, 40000))
        async with httpx.AsyncClient(transport=transport, base_url=settings.base_url) as client:
            yield client


@pytest.fixture
async def client(people: People) -> AsyncIterator[httpx.AsyncClient]:
    """A browser in which nobody is signed in."""
    async with browser() as opened:
        yield opened


async def sign_in(client: httpx.AsyncClient, login: str = "rina", **more: str) -> httpx.Response:
    """Post the sign-in form, with the right password unless another is given."""
    return await client.post("/masuk", data={"login": login, "password": PASSWORD, **more})


async def signed_in_as(client: httpx.AsyncClient) -> int | None:
    """Return the officer that the browser's cookie stands for now."""
    answer = await client.get("/beranda")
    officer: int | None = answer.json()["officer"] if answer.status_code == 200 else None
    return officer


def in_the_demo() -> Settings:
    """The same settings, in the demo."""
    return replace(SETTINGS, demo=True, base_url="http://127.0.0.1:8000")


async def owner_asks(database: Database, statement: str, *values: object) -> list[asyncpg.Record]:
    """Look at (or change) rows without row security behind the application's back."""
    return await _asks(database.dsn("owner"), statement, *values)


async def auditor_asks(database: Database, statement: str, *values: object) -> list[asyncpg.Record]:
    """Look at rows under row security, all of them."""
    return await _asks(database.dsn("auditor"), statement, *values)


async def _asks(dsn: str, statement: str, *values: object) -> list[asyncpg.Record]:
    connection = await asyncpg.connect(dsn)
    try:
        return list(await connection.fetch(statement, *values))
    finally:
        await connection.close()

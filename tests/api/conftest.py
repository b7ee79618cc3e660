"""The town over the machine API: a token for whoever is asked for."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import httpx
import pytest
from litestar import Litestar

from netralitas import clock
from netralitas.access.domain import Role
from netralitas.api.commands.tokens import Made, make_token
from netralitas.api.domain import NewToken, Scope
from netralitas.settings import Settings
from tests.cases.conftest import (
    BASE,
    Statements,
    Visits,
    settings,
    site,
    statements,
    town,
    visit,
)
from tests.make import Town
from tests.pages import UNPACKED

__all__ = ["Statements", "Visits", "settings", "site", "statements", "town", "visit"]


@dataclass(slots=True)
class Machines:
    """Systems of the town, each with a token; `client` asks the API for them."""

    town: Town
    client: httpx.AsyncClient
    settings: Settings
    made: dict[tuple[object, ...], Made] = field(default_factory=dict)

    async def token(
        self, office: str = "kab", role: Role = Role.INVESTIGATOR, *scopes: Scope
    ) -> Made:
        """A token of a system of this office; all scopes unless some are named."""
        key = (office, role, *scopes)
        if key not in self.made:
            new = NewToken(
                name=f"Aplikasi {office} {role}",
                scopes=scopes or tuple(Scope),
                until=(clock.now() + timedelta(days=30)).date(),
                roles=(role,),
            )
            place = self.town.offices[office]
            admin = self.town.hadi if office == "kab" else _system(self.town)
            self.made[key] = await make_token(admin, place, new)
        return self.made[key]

    async def __call__(
        self,
        method: str,
        path: str,
        *scopes: Scope,
        office: str = "kab",
        role: Role = Role.INVESTIGATOR,
        **sent: Any,  # noqa: ANN401 - what httpx takes
    ) -> httpx.Response:
        """What the API answers a system of this office."""
        token = (await self.token(office, role, *scopes)).token
        headers = {"Authorization": f"Bearer {token}", **sent.pop("headers", {})}
        return await self.client.request(method, f"/api/v1{path}", headers=headers, **sent)


def _system(town: Town) -> Any:  # noqa: ANN401 - an actor
    return replace(town.hadi, everything=True)


@pytest.fixture
async def machines(site: Litestar, visit: Visits, settings: Settings) -> AsyncIterator[Machines]:
    """Systems that ask the API of the site."""
    transport = httpx.ASGITransport(site, raise_app_exceptions=False)  # type: ignore[arg-type]  # Litestar types the protocol differently
    async with httpx.AsyncClient(transport=transport, base_url=BASE, headers=UNPACKED) as client:
        yield Machines(town=visit.town, client=client, settings=settings)

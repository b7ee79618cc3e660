"""A small site with a provider in its settings, and the walk from one to the other and back."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

import httpx
from litestar import Litestar, Router
from litestar.di import Provide

from netralitas.accounts.sso.domain import SsoProblem
from netralitas.accounts.sso.door import Door, door_of
from netralitas.accounts.sso.routes import CONTROLLERS as SSO
from netralitas.accounts.sso.words import PROBLEMS, STATUSES
from netralitas.settings import DEMO_SECRET, Settings
from netralitas.web.logging import RequestLog
from tests.accounts.conftest import SETTINGS, application
from tests.accounts.provider import CLIENT, SECRET, Provider

COOKIE: Final = "__Host-netralitas-sso"


def configured(provider: Provider, **changes: Any) -> Settings:  # noqa: ANN401 - settings by name
    """The settings of a site that knows the provider."""
    known: dict[str, Any] = {
        "secret_vault": DEMO_SECRET,
        "oidc_issuer": provider.issuer,
        "oidc_client_id": CLIENT,
        "oidc_client_secret": SECRET,
        "oidc_label": "SSO Uji",
        "oidc_nip_claim": "nip",
        "oidc_factor_values": "mfa, gold",
    }
    return replace(SETTINGS, **(known | changes))


def with_both_doors(settings: Settings) -> Litestar:
    """Compose both doors as the real application does."""
    door = door_of(settings)

    async def provide_door() -> Door | None:
        return door

    app = application(settings)
    app.register(Router("/", route_handlers=[*SSO], dependencies={"sso": Provide(provide_door)}))
    return app


@dataclass(frozen=True, slots=True)
class Walk:
    """A browser and the provider, and the way from one to the other and back."""

    client: httpx.AsyncClient
    provider: Provider

    async def start(self, goal: str = "") -> dict[str, str]:
        """Press the button; return what the browser takes to the provider."""
        answer = await self.client.get("/masuk/sso", params={"next": goal} if goal else {})
        assert answer.status_code == 303, answer.text
        there = urlsplit(answer.headers["location"])
        assert f"{there.scheme}://{there.netloc}" == self.provider.address
        return {name: values[0] for name, values in parse_qs(there.query).items()}

    async def finish(self, query: dict[str, str]) -> httpx.Response:
        """Agree at the provider, and come back."""
        back = urlsplit(self.provider.come_back(query))
        return await self.client.get(f"{back.path}?{back.query}")

    async def whole(self, goal: str = "") -> httpx.Response:
        """Both."""
        return await self.finish(await self.start(goal))

    async def officer(self) -> int | None:
        """Whom the browser's cookie stands for now."""
        answer = await self.client.get("/beranda")
        found: int | None = answer.json()["officer"] if answer.status_code == 200 else None
        return found

    async def refused(self, problem: SsoProblem, answer: httpx.Response | None = None) -> str:
        """Hold that nobody was let in, for this reason, with both doors open; return the page."""
        answer = answer or await self.whole()
        said = PROBLEMS[problem].split("{minutes}")[0].replace("{label}", "SSO Uji")
        assert said in answer.text, answer.text
        assert answer.status_code == STATUSES[problem]
        assert 'name="password"' in answer.text
        assert "Masuk dengan SSO Uji" in answer.text
        assert await self.officer() is None
        return answer.text


@asynccontextmanager
async def walking(provider: Provider, **changes: Any) -> AsyncIterator[Walk]:  # noqa: ANN401 - settings by name
    """A browser in which nobody is signed in, on a site that knows the provider."""
    settings = configured(provider, **changes)
    app = with_both_doors(settings)
    served: Any = RequestLog(app)  # httpx and Litestar write the same protocol in different types
    async with (
        app.lifespan(),
        httpx.AsyncClient(
            transport=httpx.ASGITransport(served), base_url=settings.base_url
        ) as client,
    ):
        yield Walk(client, provider)

"""What every answer of both sites says to a browser, whatever was asked and by which method."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from netralitas.app import create_app
from netralitas.public_app import create_public_app
from netralitas.settings import DEMO_SECRET, OF_THE_PUBLIC_SITE, Settings
from netralitas.web.headers import CONTENT_SECURITY_POLICY
from netralitas.web.logging import RequestLog

OWN = "https://netralitas.test"
EVIL = "jahat.example"
STRANGE = ("TRACE", "CONNECT", "PUT", "PATCH", "DELETE", "PROPFIND", "JENIUS")
OPEN = ("/static/", "/api/openapi.json")
"""What the staff site tells everybody alike, and browsers may keep."""


def settings(data: Path) -> Settings:
    secrets = ("secret_vault", "secret_index", "secret_log", "secret_receipt")
    given: dict[str, Any] = dict.fromkeys(secrets, DEMO_SECRET)
    return Settings(data=data, base_url=OWN, public_url=OWN, **given)


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Both sites without a database: nobody is signed in, and nothing is prepared."""
    made = settings(tmp_path_factory.mktemp("sites"))
    return {"staff": create_app(made, open_engine=False), "public": create_public_app(made)}


def addresses(site: Any) -> Iterator[str]:  # noqa: ANN401 - either site
    """Every route once, with something in the place of each name; and two that nobody has."""
    for route in getattr(site, "app", site).routes:
        yield re.sub(r"\{[^}]*\}", "1", route.path)
    yield from ("/tidak-ada", "/perkara/../etc/passwd")


def client_of(site: Any, **headers: str) -> httpx.AsyncClient:  # noqa: ANN401 - either site
    """A stranger's browser."""
    served: Any = site if hasattr(site, "app") else RequestLog(site)
    transport = httpx.ASGITransport(served, raise_app_exceptions=False)
    return httpx.AsyncClient(transport=transport, base_url=OWN, headers=headers)


def wrong_with(answer: httpx.Response, *, kept: bool) -> list[str]:
    """What a browser is not told that it must be, or is told that it must not."""
    told = answer.headers
    policy = told.get("content-security-policy", "")
    checks = {
        "policy": policy == CONTENT_SECURITY_POLICY or "default-src 'none'" in policy,
        "framed": "frame-ancestors 'none'" in policy or "sandbox" in policy,
        "nosniff": told.get("x-content-type-options") == "nosniff",
        "referrer": told.get("referrer-policy") in {"same-origin", "no-referrer"},
        "transport": "max-age=63072000" in told.get("strict-transport-security", ""),
        "opener": told.get("cross-origin-opener-policy") == "same-origin",
        "resource": told.get("cross-origin-resource-policy") == "same-origin",
        "kept": kept or "no-store" in told.get("cache-control", ""),
        "shared": not any(name.startswith("access-control-") for name in told),
        "version": not {"server", "x-powered-by", "via"} & set(told),
        "machines": "json" not in told.get("content-type", "")
        or told.get("content-disposition", "").startswith("attachment; filename="),
        "type": "charset=utf-8" in told.get("content-type", "charset=utf-8; text/html")
        or not told["content-type"].startswith("text/"),
    }
    return [name for name, fine in checks.items() if not fine]


@pytest.mark.parametrize("name", ["staff", "public"])
async def test_every_route_and_every_error_tells_browsers_the_same(
    sites: dict[str, Any], name: str
) -> None:
    wrong, statuses = [], set()
    async with client_of(sites[name], origin=f"https://{EVIL}") as client:
        for address in dict.fromkeys(addresses(sites[name])):
            for method in ("GET", "POST", "OPTIONS"):
                answer = await client.request(method, address)
                statuses.add(answer.status_code)
                kept = address.startswith(OPEN) or name == "public"
                wrong += [f"{method} {address}: {each}" for each in wrong_with(answer, kept=kept)]
    assert wrong == []
    assert {204, 403, 404, 500} <= statuses  # what asks the database fails: there is none


@pytest.mark.parametrize("name", ["staff", "public"])
async def test_methods_without_a_meaning_do_nothing(sites: dict[str, Any], name: str) -> None:
    found = set()
    async with client_of(sites[name], **{"sec-fetch-site": "same-origin"}) as client:
        for address in ("/masuk", "/lapor", "/perkara/1", "/", "/tidak-ada"):
            for method in STRANGE:
                found.add((await client.request(method, address)).status_code)
    assert found <= {403, 404, 405}
    assert 405 in found


async def test_no_header_or_field_makes_a_reading_request_another_one(
    sites: dict[str, Any],
) -> None:
    override = {"x-http-method-override": "POST", "x-method-override": "DELETE"}
    async with client_of(sites["staff"], **override) as client:
        plain = await client.get("/masuk")
        asked = await client.get("/masuk", params={"_method": "POST"})
    assert (plain.status_code, asked.status_code) == (200, 200)


async def test_the_name_by_which_we_are_called_leads_nowhere(sites: dict[str, Any]) -> None:
    called = {"host": EVIL, "x-forwarded-host": EVIL, "forwarded": f"host={EVIL}"}
    async with client_of(sites["staff"], **called) as client:
        for address in ("/", "/perkara", "/masuk", "/tidak-ada", "/masuk?next=//jahat.example"):
            answer = await client.get(address)
            assert answer.headers.get("location", "/").startswith("/")
            assert not answer.headers.get("location", "/").startswith("//")
            assert EVIL not in answer.text
    async with client_of(sites["public"], **called) as client:
        for address in ("/", "/kalkulator-tenggat", "/tidak-ada"):
            assert EVIL not in (await client.get(address)).text


async def test_the_reference_of_a_request_is_ours_whatever_is_sent(sites: dict[str, Any]) -> None:
    async with client_of(sites["staff"], **{"x-request-id": "milik-orang"}) as client:
        answer = await client.get("/masuk")
    assert re.fullmatch(r"[0-9a-f]{16}", answer.headers["x-request-id"])


async def test_no_file_beside_the_static_ones_is_served(sites: dict[str, Any]) -> None:
    routes = [route.path for route in sites["staff"].routes]
    root = next(path for path in routes if path.startswith("/static/")).split("{")[0]
    tries = ("../settings.py", "%2e%2e/%2e%2e/pyproject.toml", "..%2f..%2fapp.py", "/etc/passwd")
    others = (
        "css/",
        "vendor",
        ".git/config",
        "css/netralitas.css.bak",
        "x%00.css",
        "%ff",
        "x" * 300,
    )
    async with client_of(sites["staff"]) as client:
        for each in (*tries, *others):
            answer = await client.get(httpx.URL(OWN).copy_with(raw_path=f"{root}{each}".encode()))
            assert answer.status_code in {303, 404}, (each, answer.status_code)


def test_the_public_site_is_given_one_secret() -> None:
    assert OF_THE_PUBLIC_SITE == ("receipt",)

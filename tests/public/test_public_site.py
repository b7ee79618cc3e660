"""The public site as anybody meets it: pages from memory, and everything that is none."""

import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import asyncpg
import httpx
import pytest
import structlog

from netralitas.public import sections
from netralitas.public_app import PublicSite, create_public_app
from netralitas.settings import DEMO_SECRET, Settings
from netralitas.web.headers import security_headers
from netralitas.web.static import static_url
from tests.conftest import Database

type_publish = Callable[..., Awaitable[int]]
HOME = "<!doctype html><h1>Beranda</h1>"


async def test_before_the_first_edition_pages_say_that_they_are_being_made(
    visitor: httpx.AsyncClient,
) -> None:
    for path in (*sections.PREPARED, "/hasil/1"):
        answered = await visitor.get(path)
        assert answered.status_code == 503, path
        assert answered.headers["retry-after"] == "5"
        assert "sedang disiapkan" in answered.text
    assert (await visitor.get("/siap")).status_code == 503
    assert (await visitor.get("/sehat")).status_code == 200


async def test_a_page_of_the_edition_is_shown(
    site: PublicSite, visitor: httpx.AsyncClient, publish: type_publish
) -> None:
    await publish({"/": HOME})
    assert await site.follower.look()
    answered = await visitor.get("/")
    assert (answered.status_code, answered.text) == (200, HOME)
    assert answered.headers["content-type"] == "text/html; charset=utf-8"
    assert (await visitor.get("/?dari=surat")).text == HOME
    assert (await visitor.get("/siap")).status_code == 200


async def test_only_what_changed_gets_another_tag(
    site: PublicSite, visitor: httpx.AsyncClient, publish: type_publish
) -> None:
    await publish({"/": HOME, "/hasil": "lama", "/hasil/1": "satu"})
    await site.follower.look()
    tags = {path: (await visitor.get(path)).headers["etag"] for path in ("/", "/hasil")}
    kept = site.shelf.edition.pages["/"]
    await publish({"/hasil": "baru"}, gone=("/hasil/1",))
    await site.follower.look()
    held = {"If-None-Match": tags["/hasil"]}
    assert (await visitor.get("/", headers={"If-None-Match": tags["/"]})).status_code == 304
    assert (await visitor.get("/hasil", headers=held)).text == "baru"
    assert (await visitor.get("/hasil/1")).status_code == 404
    assert site.shelf.edition.pages["/"] is kept, "the page was not read again"


async def test_a_restored_database_with_older_editions_is_read_anew(
    site: PublicSite, visitor: httpx.AsyncClient, publish: type_publish, clone: Database
) -> None:
    for text in ("a", "b", "c"):
        await publish({"/": text})
    await site.follower.look()
    root = await asyncpg.connect(clone.dsn("postgres"))
    try:
        await root.execute("UPDATE published.edition SET number = 1")
        await root.execute("UPDATE published.page SET body = 'restored', edition = 1")
    finally:
        await root.close()
    await site.follower.look()
    assert (await visitor.get("/")).text == "restored"


async def test_while_the_database_is_away_the_last_edition_is_served(
    site: PublicSite, visitor: httpx.AsyncClient, publish: type_publish, clone: Database
) -> None:
    await publish({"/": HOME})
    await site.follower.look()
    with structlog.testing.capture_logs() as lines:
        async with away(site, clone):
            assert not await site.follower.look()
            assert not await site.follower.look()
            assert (await visitor.get("/")).text == HOME
            code = {"code": "0000 0000 0000 0000 0000"}
            asked = await visitor.post(sections.STATUS, data=code)
            assert asked.status_code == 503
            assert asked.headers["retry-after"] == "5"
        assert await site.follower.look()
    events = [line["event"] for line in lines if line["event"].startswith("public_database")]
    assert events == ["public_database_away", "public_database_back"]


NOWHERE = "postgresql://netralitas_public@127.0.0.1:1/nowhere"


@asynccontextmanager
async def away(site: PublicSite, database: Database) -> AsyncIterator[None]:
    """A block in which nobody answers where the site looks for its database."""
    engine = site.follower._engine
    await engine.close()
    await engine.open(NOWHERE)
    yield
    await engine.close()
    await engine.open(database.dsn("public"))


@pytest.mark.parametrize("path", ["/perkara", "/masuk", "/beranda", "/hasil/x/y", "/tidak-ada"])
async def test_an_address_without_a_page_is_404_in_the_look_of_the_site(
    site: PublicSite, visitor: httpx.AsyncClient, publish: type_publish, path: str
) -> None:
    await publish({"/": HOME})
    await site.follower.look()
    answered = await visitor.get(path)
    assert answered.status_code == 404
    assert "<title>Halaman tidak ditemukan · Netralitas</title>" in answered.text
    assert 'href="/cek-status"' in answered.text
    assert "semua orang dan perkara rekaan" in answered.text
    assert answered.text.count("<h1") == 1


async def test_a_method_without_meaning_is_405(
    site: PublicSite, visitor: httpx.AsyncClient, publish: type_publish
) -> None:
    await publish({"/": HOME})
    await site.follower.look()
    answered = await visitor.post("/")
    assert answered.status_code == 405
    assert "GET" in answered.headers["allow"]
    assert (await visitor.put("/hasil")).status_code == 405


async def test_a_crash_is_a_page_with_a_reference_and_without_a_trace(
    site: PublicSite, visitor: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> int:
        raise ZeroDivisionError("rahasia")

    monkeypatch.setattr("netralitas.public.throttle.Throttle.wait", broken)
    with structlog.testing.capture_logs():
        answered = await visitor.post(sections.STATUS, data={"code": "0000 0000 0000 0000 0000"})
    assert answered.status_code == 500
    assert "Nomor rujukan" in answered.text
    assert "rahasia" not in answered.text


async def test_every_kind_of_answer_has_the_security_headers_and_no_cookie(
    site: PublicSite, visitor: httpx.AsyncClient, publish: type_publish
) -> None:
    await publish({"/": HOME})
    await site.follower.look()
    answers = [
        await visitor.get("/"),
        await visitor.get("/tidak-ada"),
        await visitor.get(static_url("css/public.css")),
        await visitor.post(sections.STATUS, data={"code": "x"}),
        await visitor.post("/"),
    ]
    assert [answered.status_code for answered in answers] == [200, 404, 200, 422, 405]
    expected = security_headers(https=False)
    for answered in answers:
        assert {name: answered.headers[name] for name in expected} == expected
        assert "set-cookie" not in answered.headers


async def test_answers_from_memory_are_counted_not_listed(
    site: PublicSite, visitor: httpx.AsyncClient, publish: type_publish
) -> None:
    await publish({"/": HOME})
    await site.follower.look()
    with structlog.testing.capture_logs() as lines:
        for _ in range(3):
            await visitor.get("/")
        await visitor.get("/tidak-ada")
        site.follower._tell()
        site.follower._tell()
    assert [line["event"] for line in lines] == ["request", "public_pages"]
    assert lines[-1]["answered"] == 3


async def test_it_starts_while_the_database_is_away(tmp_path: Path) -> None:
    site = create_public_app(
        Settings(data=tmp_path, public_dsn=NOWHERE, secret_receipt=DEMO_SECRET)
    )
    async with site.lifespan():
        with structlog.testing.capture_logs():
            assert not await site.follower.look()
    assert site.shelf.edition.number == 0


def test_the_public_site_loads_nothing_of_the_staff_site() -> None:
    asked = "import sys, netralitas.public_app; print(*sys.modules)"
    ran = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True
    )
    loaded = {name for name in ran.stdout.split() if name.startswith("netralitas.")}
    assert "netralitas.public.routes" in loaded
    staff = (
        *("app", "cases.routes", "cases.commands", "vault.commands", "evaluation", "work"),
        *("intake.commands", "intake.inbox", "documents.rendering"),
    )
    assert [name for name in staff if f"netralitas.{name}" in loaded] == []

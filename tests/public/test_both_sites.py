"""Two sites behind one port, or each alone: the program over real HTTP."""

import asyncio
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from os import getpid
from pathlib import Path

import httpx
import pytest

from netralitas.database.bootstrap import clone_database, drop_database
from netralitas.database.embedded import EmbeddedServer
from netralitas.public import editions
from netralitas.public.pages import Stand
from netralitas.settings import DEMO_SECRET, Settings
from tests.browser.site import running
from tests.conftest import TEMPLATE, Database
from tests.programs import free_port, until
from tests.public.conftest import NOW, connected

HOME = "<!doctype html><title>Beranda</title><h1>Beranda</h1>" * 50


@pytest.fixture(scope="module")
def database(server: EmbeddedServer) -> Iterator[Database]:
    """A database with one prepared page."""
    made = Database(server=server, name=f"both_{getpid()}")
    asyncio.run(clone_database(server.dsn(), TEMPLATE, made.name))
    asyncio.run(put_out(made, HOME))
    yield made
    asyncio.run(drop_database(server.dsn(), made.name))


async def put_out(database: Database, body: str) -> None:
    page = editions.Written(path="/", body=body.encode(), etag=f"{hash(body):x}")
    async with connected(database, "worker") as connection:
        await editions.put_out(connection, [page], (), Stand(moment=NOW, position=1), NOW)


@contextmanager
def served(database: Database, data: Path, *options: str) -> Iterator[httpx.Client]:
    """The program serving with these options; a browser on it."""
    port = free_port()
    settings = Settings(
        data=data,
        demo=True,
        app_dsn=database.dsn("app"),
        public_dsn=database.dsn("public"),
        secret_vault=DEMO_SECRET,
        secret_index=DEMO_SECRET,
        secret_log=DEMO_SECRET,
        secret_receipt=DEMO_SECRET,
        base_url=f"http://127.0.0.1:{port}",
    )
    if "--public-only" in options:
        secret = b64encode(bytes(range(32))).decode()
        settings = replace(
            settings,
            demo=False,
            app_dsn="",
            secret_vault="",
            secret_index="",
            secret_log="",
            secret_receipt=secret,
        )
    with (
        running(settings, "serve", "--port", str(port), *options),
        httpx.Client(
            base_url=settings.base_url, headers={"Sec-Fetch-Site": "same-origin"}
        ) as client,
    ):
        until("it serves", lambda: answers(client))
        yield client


def answers(client: httpx.Client) -> bool:
    try:
        return client.get("/siap").status_code == 200
    except httpx.TransportError:
        return False


@pytest.fixture(scope="module")
def both(database: Database, tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    with served(database, tmp_path_factory.mktemp("both")) as client:
        until("the edition is read", lambda: client.get("/").status_code == 200)
        yield client


def test_the_front_page_is_the_public_one(both: httpx.Client) -> None:
    answered = both.get("/")
    assert answered.text == HOME
    assert answered.headers["content-encoding"] == "gzip"
    assert "no-store" not in answered.headers["cache-control"]


def test_a_copy_is_confirmed_without_a_body(both: httpx.Client) -> None:
    tag = both.get("/").headers["etag"]
    answered = both.get("/", headers={"If-None-Match": tag})
    assert (answered.status_code, answered.content) == (304, b"")
    head = both.head("/", headers={"Accept-Encoding": "identity"})
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == str(len(HOME))


def test_officers_have_their_own_pages_beside_it(both: httpx.Client) -> None:
    assert both.get("/masuk").status_code == 200
    assert both.get("/beranda").headers["location"] == "/masuk?next=/beranda"
    assert both.get("/perkara").status_code == 303


def test_each_address_belongs_to_one_site(both: httpx.Client) -> None:
    public = both.get("/hasil/12")
    assert public.status_code == 404
    assert 'href="/angka"' in public.text
    assert both.get("/hasilkan").status_code == 404
    assert 'href="/angka"' not in both.get("/hasilkan").text
    refused = both.post("/cek-status", data={"code": "salah"})
    assert refused.status_code == 422
    assert "yang Anda ketik 5, jadi ada yang terlewat" in refused.text


def test_a_new_edition_is_served_within_seconds(both: httpx.Client, database: Database) -> None:
    other = HOME.replace("Beranda", "Halaman baru")
    asyncio.run(put_out(database, other))
    until("the new edition is served", lambda: both.get("/").text == other, 10)
    asyncio.run(put_out(database, HOME))
    until("the first is served again", lambda: both.get("/").text == HOME, 10)


def test_the_public_site_alone_knows_no_officer_and_needs_one_secret(
    database: Database, tmp_path: Path
) -> None:
    with served(database, tmp_path, "--public-only") as client:
        assert client.get("/").text == HOME
        assert client.get("/masuk").status_code == 404
        assert client.get("/sehat").status_code == 200


def test_the_staff_site_alone_begins_at_its_own_front(database: Database, tmp_path: Path) -> None:
    with served(database, tmp_path, "--staff-only") as client:
        assert client.get("/").headers["location"] == "/beranda"
        assert client.get("/hasil").status_code == 404

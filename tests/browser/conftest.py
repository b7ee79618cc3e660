"""One browser for each file of tests, one site for each test process."""

from collections.abc import Iterator
from os import getpid
from pathlib import Path

import httpx
import pytest

from netralitas.app import receipt_sealer
from netralitas.database.bootstrap import clone_database, drop_database
from netralitas.database.embedded import EmbeddedServer
from tests.browser.chromium import Chromium, chromium
from tests.browser.scenery import Scenery, make_scenery
from tests.browser.site import Site, apart, running, serving
from tests.conftest import TEMPLATE, Database
from tests.programs import until


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    """A browser; it ends with the file, because its loop stands in the way of other tests."""
    with chromium() as started:
        yield started


@pytest.fixture(scope="session")
def site(server: EmbeddedServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The staff site in processes of its own; its people have passwords, its cases are few."""
    database = Database(server=server, name=f"test_{getpid()}_site")
    apart(clone_database(server.dsn(), TEMPLATE, database.name))
    data: Path = tmp_path_factory.mktemp("site")
    with serving(database, data) as served:
        yield served
    apart(drop_database(server.dsn(), database.name))


@pytest.fixture(scope="session")
def worker(site: Site) -> Iterator[None]:
    """The worker of the site, for what it does a moment later."""
    with running(site.settings, "worker"):
        yield


@pytest.fixture(scope="session")
def scenery(site: Site) -> Scenery:
    """What there is to look at; the tests leave it as it is."""
    made = site.made(make_scenery(site, receipt_sealer(site.settings)))
    outcome = f"{site.address}/hasil/{made.ids['release']}"
    until("the outcome is public", lambda: httpx.get(outcome).status_code == httpx.codes.OK)
    return made

"""A published outcome and the figures made of it: nothing of them tells whom it was about."""

from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import urljoin

import asyncpg
import httpx
import pytest

from netralitas.audit.sequencer import sequence
from netralitas.database.context import EVERYTHING, local_settings
from netralitas.database.engine import _prepare
from netralitas.public.preparing import prepare
from netralitas.public_app import create_public_app
from netralitas.settings import DEMO_SECRET, Settings
from tests.conftest import Database
from tests.make import Town, person
from tests.publication.conftest import concluded_case, draft, publish, town
from tests.security.canaries import RESPONDENT, canary, singing
from tests.security.crawler import Crawler
from tests.security.intake_scene import outside

__all__ = ["town"]

UNIT = "Kantor Zrajawali Qunit"
POST = "Camat Zkasuari Qjabatan"
FILES = {
    *("/data/hasil.csv", "/data/hasil.json", "/data/hasil.xlsx", "/data/datapackage.json"),
    *("/data.json", "/data/versi.json", "/hasil.atom", "/log", "/log/periksa.py"),
}
"""What else a crawler must have found: open data, the feed, the log."""
CANARIES = tuple(canary(text) for text in (RESPONDENT, UNIT, POST))


@pytest.fixture
async def visitor(town: Town, engine: Database, tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    """Somebody at the public site, where an outcome about a sub-district head came out."""
    whom = person(1, name=RESPONDENT, unit=UNIT, position=POST)
    case = await concluded_case(town, whom)
    await draft(town, case)
    await publish(town, case)
    connection = await asyncpg.connect(engine.dsn("worker"))
    await _prepare(connection)
    async with connection.transaction():
        await connection.execute(local_settings(EVERYTHING))
        await sequence(connection)
        await prepare(connection, demo=False)
    await connection.close()
    settings = Settings(data=tmp_path, public_dsn=engine.dsn("public"), secret_receipt=DEMO_SECRET)
    site = create_public_app(settings)
    async with site.lifespan(), outside(site) as client:
        assert await site.follower.look()
        yield client


async def test_from_the_figures_to_an_outcome_nobody_is_named(visitor: httpx.AsyncClient) -> None:
    crawler = Crawler(visitor)
    await crawler.walk(("/", "/angka"))
    read = {urljoin("/", one.address): one for one in crawler.seen if one.status == 200}
    filtered = [path for path in read if path.startswith("/angka/")]
    assert len(filtered) == 8
    assert any(path.startswith("/hasil/") for path in read)
    assert any(path.startswith("/en/hasil/") for path in read)
    assert read.keys() >= FILES
    for path, one in read.items():
        assert singing(one.body + one.around, CANARIES) == [], path
    page = next(one.body.decode() for path, one in read.items() if path == "/angka/semua")
    assert "1 hasil yang diterbitkan, satu untuk setiap terlapor." in page
    assert (await visitor.get(f"{filtered[-1]}/jabatan")).status_code == 404
    assert (await visitor.get("/angka/1999")).status_code == 404

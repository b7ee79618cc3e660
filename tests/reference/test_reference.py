"""Regions and elections: loaded whole, again without harm, and asked for by forms."""

from collections.abc import AsyncIterator

import asyncpg
import pytest

from netralitas.database.connection import Connection
from netralitas.law.domain import Regime
from netralitas.reference import queries
from netralitas.reference.domain import RegionLevel
from netralitas.reference.load import load_reference
from tests.conftest import Database


@pytest.fixture
async def loaded(clone: Database) -> AsyncIterator[Connection]:
    await load_reference(clone.dsn("owner"))
    connection = await asyncpg.connect(clone.dsn("app"))
    yield connection
    await connection.close()


async def test_every_province_regency_and_district_is_loaded(loaded: Connection) -> None:
    provinces = await queries.regions(loaded, RegionLevel.PROVINCE)
    assert len(provinces) == 38
    assert len(await queries.regions(loaded, RegionLevel.REGENCY)) == 514
    assert len(await queries.regions(loaded, RegionLevel.DISTRICT)) > 7_000
    assert provinces[0].name == "Aceh"


async def test_loading_again_writes_nothing(loaded: Connection, clone: Database) -> None:
    rows = "SELECT sum(xmin::text::bigint) FROM region"
    before = await loaded.fetchval(rows)
    await load_reference(clone.dsn("owner"))
    assert await loaded.fetchval(rows) == before


async def test_regions_lie_in_one_another(loaded: Connection) -> None:
    inside = await queries.regions(loaded, RegionLevel.REGENCY, within="19")
    assert {region.code[:3] for region in inside} == {"19."}
    assert "Kabupaten Belitung Timur" in {region.name for region in inside}
    chain = await queries.region_chain(loaded, "19.06.01")
    assert [region.level for region in chain] == list(RegionLevel)
    assert queries.in_words(chain).endswith("Kabupaten Belitung Timur, Kepulauan Bangka Belitung")


@pytest.mark.parametrize("code", ["", "99", "19.99", "19.06.", "%", "19'"])
async def test_an_unknown_region_has_no_chain(loaded: Connection, code: str) -> None:
    assert await queries.region_chain(loaded, code) == ()


async def test_elections_stand_latest_first_and_by_regime(loaded: Connection) -> None:
    found = await queries.elections(loaded)
    days = [election.voting_on for election in found]
    assert days == sorted(days, key=str, reverse=True)
    regimes = {election.regime for election in await queries.elections(loaded, Regime.PEMILU)}
    assert regimes == {Regime.PEMILU}
    assert await queries.elections(loaded, Regime.OUTSIDE) == ()

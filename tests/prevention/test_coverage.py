"""Respondents beside coverage, and the map: who is matched, who is merged, who sees it."""

import csv
import io

import pytest

from netralitas import clock
from netralitas.cases.domain import Theme
from netralitas.prevention.words import theme_slug
from netralitas.publication.commands import PROTECTION
from tests.make import make_case, person
from tests.pages import Browser
from tests.prevention.conftest import Statements, Visits
from tests.prevention.world import MELATI, Partners, hold, plan

COVERAGE, MAP = "/pencegahan/jangkauan", "/pencegahan/kerawanan"


async def rows(
    browser: Browser, path: str, query: str = ""
) -> dict[tuple[str, str], dict[str, str]]:
    """The lines of a page's file by sub-district and unit."""
    answer = await browser.client.get(f"{path}/data.csv{query}")
    assert answer.status_code == 200
    found = csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline=""))
    return {(row["kecamatan"], row["unit_kerja"]): row for row in found}


@pytest.fixture
async def reported(partners: Partners) -> Partners:
    """Half of a unit reached; two of it reported, one by place alone, one not to be matched."""
    town, today = partners.town, clock.now().date()
    activity = await plan(partners, planned_on=today)
    await hold(partners, activity, held_on=today, dinas=20)
    two = (person(1, unit=" dinas PENDIDIKAN "), person(2, unit="Dinas Pendidikan"))
    await make_case(town, *two)
    await make_case(town, person(3, unit="Tidak dikenal"), region=MELATI)
    await make_case(town, person(4, unit=None), theme=Theme.MONEY_POLITICS)
    return partners


async def test_respondents_stand_beside_coverage_without_a_cause_and_unmatched_ones_as_a_number(
    reported: Partners, visit: Visits, statements: Statements
) -> None:
    rina = await visit("rina")
    page = await rina.go(COVERAGE)
    assert "bukan sebagai sebab dan akibat" in page.text
    found = await rows(rina, COVERAGE)
    whole = found["Kecamatan Melati", ""]
    assert (whole["pegawai"], whole["terlapor"], whole["persen_dijangkau"]) == ("65", "3", "30")
    unit = found["Kecamatan Melati", "Dinas Pendidikan"]
    assert (unit["terlapor"], unit["terlapor_per_1000"]) == ("2", "50,0")
    assert found["", "tidak dapat dicocokkan"]["terlapor"] == "1"
    neutral = await rows(rina, COVERAGE, f"?tema={theme_slug(Theme.NEUTRALITY)}")
    assert neutral["", "tidak dapat dicocokkan"]["terlapor"] == "0"
    assert neutral["Kecamatan Melati", ""]["terlapor"] == "3"
    before = await rows(rina, COVERAGE, "?tahun=2019")
    assert {row["terlapor"] for row in before.values()} == {"0"}
    for path in (COVERAGE, MAP):
        statements.sent.clear()
        await rina.go(path)
        assert len(statements.sent) <= 14, statements.sent
    assert (await rina.client.get(f"{MAP}/data.xlsx")).content.startswith(b"PK")


async def test_a_unit_under_the_threshold_is_never_a_line_of_its_own(
    reported: Partners, visit: Visits, monkeypatch: pytest.MonkeyPatch
) -> None:
    rina = await visit("rina")
    monkeypatch.setattr(PROTECTION, "threshold", 12)
    found = await rows(rina, COVERAGE)
    together = "Kecamatan Melati dan Tanpa kecamatan"
    assert found[together, "Kantor Camat Melati dan 1 unit lain"]["pegawai"] == "35"
    assert not [unit for _, unit in found if unit == "Rumah Sakit Daerah"]
    assert "Rumah Sakit Daerah" not in {unit for _, unit in await rows(rina, MAP)}
    monkeypatch.setattr(PROTECTION, "threshold", 76)
    page = await rina.go(COVERAGE)
    assert "Belum ada yang dapat ditampilkan" in page.text
    assert "Belum ada yang dapat ditampilkan" in (await rina.go(MAP)).text


async def test_the_map_carries_its_definition_and_only_readers_of_case_figures_see_it(
    reported: Partners, visit: Visits
) -> None:
    rina = await visit("rina")
    page = await rina.go(MAP)
    assert "definisi versi 1" in page.text
    assert "bukan penilaian atas orang" in page.text
    found = await rows(rina, MAP)
    unit = found["Kecamatan Melati", "Dinas Pendidikan"]
    # 50 of a thousand is full, half is not covered, nothing was due: (50 * 100 + 30 * 50) / 80.
    assert (unit["nilai"], unit["tingkat"]) == ("81", "Sangat tinggi")
    assert (unit["terlapor"], unit["belum_dijangkau"], unit["terlambat"]) == ("100", "50", "")
    assert "Peta kerawanan" in (await rina.go("/pencegahan")).links
    auditor = await visit("nita")
    for path in (COVERAGE, MAP, f"{COVERAGE}/data.csv", f"{MAP}/data.csv"):
        assert (await auditor.go(path)).status == 403
    assert "Peta kerawanan" not in (await auditor.go("/pencegahan")).links
    partner = await rows(await visit("dewa"), COVERAGE)
    assert partner["Kecamatan Melati", "Dinas Pendidikan"]["terlapor"] == "0", "not passed on yet"

"""The pages of prevention over HTTP: what moves, what is kept, who sees what."""

import csv
import io
import re
from datetime import date, timedelta

import pytest

from netralitas.cases.domain import Theme
from netralitas.prevention.commands import Target, cancel_activity
from netralitas.prevention.domain import CancelReason, Together
from netralitas.prevention.queries import listing
from tests.make import days_ago
from tests.pages import Browser, Page
from tests.prevention.conftest import Statements, Visits
from tests.prevention.world import HELD_ON, KENANGA, PLANNED_ON, Partners, duties, hold, plan

FIGURE = re.compile(
    r'figure__amount">([\d.]+)</span> <span class="figure__label">(?:<a[^>]*>)?([^<]+)'
)


def figures(page: Page) -> dict[str, int]:
    """The figures on top of the dashboard, by their words."""
    return {words: int(amount) for amount, words in FIGURE.findall(page.html)}


def year(on: date) -> str:
    """The dashboard of the year of a day."""
    return f"/pencegahan?tahun={on.year}"


async def test_an_activity_held_over_http_moves_the_dashboard(
    partners: Partners, visit: Visits
) -> None:
    rina, on = await visit("rina"), days_ago(1)
    form = (await rina.go("/pencegahan/kegiatan/baru")).form("/baru")
    page = await rina.send(
        form,
        theme=form.pick("theme", "Netralitas"),
        kind=form.pick("kind", "Sosialisasi"),
        values={
            "planned_on-day": on.day,
            "planned_on-month": on.month,
            "planned_on-year": on.year,
        },
        title="Sosialisasi di Melati",
        audience="Seluruh ASN kecamatan",
        region=form.pick("region", "Kecamatan Melati"),
        agreement=form.pick("agreement", "Pengawasan partisipatif"),
    )
    assert page.status == 200, page.text
    assert "Rencana kegiatan tersimpan" in page.text
    before = figures(await rina.go(year(on)))
    assert before["kegiatan direncanakan"] == 1
    assert before["terlaksana"] == before["kehadiran orang"] == 0
    assert before["rencana lewat, belum dicatat"] == 1

    form = (await rina.go(page.link("Catat pelaksanaan"))).form("/pelaksanaan")
    kab = partners.town.offices["kab"]
    page = await rina.send(
        form,
        {
            f"unit_{partners.units['dinas']}": "30",
            f"unit_{partners.units['camat']}": "",
            f"duties_{kab}": [form.pick(f"duties_{kab}", "Mengadakan sosialisasi")],
            "held_on-day": on.day,
            "held_on-month": on.month,
            "held_on-year": on.year,
        },
    )
    assert page.status == 200, page.text
    assert "Pelaksanaan tercatat" in page.text
    assert "1 dari 6 tugas dilaksanakan" in page.text
    after_page = await rina.go(year(on))
    assert figures(after_page) == {
        "kegiatan direncanakan": 1,
        "terlaksana": 1,
        "kehadiran orang": 30,
        "unit kerja sudah dijangkau": 1,
        "unit kerja belum dijangkau": 2,
    }
    assert "75%" in after_page.text
    assert "1 dari 1" in after_page.text


async def test_both_parties_see_the_same_numbers_and_an_outsider_none(
    partners: Partners, visit: Visits
) -> None:
    activity = await plan(partners)
    await hold(partners, activity, dinas=30, camat=10)
    ours = await (await visit("rina")).go(year(HELD_ON))
    theirs = await (await visit("dewa")).go(year(HELD_ON))
    assert figures(ours) == figures(theirs)
    assert figures(ours)["kehadiran orang"] == 40
    for login in ("rina", "dewa", "galih", "nita"):
        page = await (await visit(login)).go(f"/pencegahan/kegiatan/{activity}/hasil")
        assert "Dijangkau 40 orang dari 2 unit kerja" in page.text, login
    stranger = await visit("lain")
    assert (await stranger.go(f"/pencegahan/kegiatan/{activity}")).status == 404
    assert (await stranger.go(f"/pencegahan/kegiatan/{activity}/pembetulan")).status == 404
    assert "Belum ada kegiatan" in (await stranger.go("/pencegahan")).text
    assert "Belum ada unit kerja" in (await stranger.go("/pencegahan")).text
    assert "Belum ada kegiatan" in (await stranger.go("/pencegahan/kegiatan")).text


async def test_readers_are_offered_no_forms_and_refused_with_the_reason(
    partners: Partners, visit: Visits
) -> None:
    activity = await plan(partners)
    for login in ("nita", "galih"):
        browser = await visit(login)
        page = await browser.go(f"/pencegahan/kegiatan/{activity}")
        assert not {"Catat pelaksanaan", "Batalkan kegiatan"} & set(page.links), login
        refused = await browser.go(f"/pencegahan/kegiatan/{activity}/pelaksanaan")
        assert refused.status == 403, login
    auditor = await (await visit("nita")).go("/pencegahan/kegiatan/baru")
    assert auditor.status == 403
    assert "peran Anda membacanya saja" in auditor.text
    assert "Rencanakan kegiatan" not in (await (await visit("nita")).go("/pencegahan")).links
    for address in ("/pencegahan", "/pencegahan/data.csv", f"/pencegahan/kegiatan/{activity}"):
        assert (await (await visit("hadi")).go(address)).status == 403
    alone = await plan(partners, together=Together.ALONE)
    theirs = await (await visit("dewa")).go(f"/pencegahan/kegiatan/{alone}")
    assert theirs.status == 200
    assert "Catat pelaksanaan" not in theirs.links


async def test_filters_of_year_and_theme_leave_what_they_say(
    partners: Partners, visit: Visits
) -> None:
    await plan(partners)
    other = await plan(partners, theme=Theme.MONEY_POLITICS, region=KENANGA)
    await hold(partners, other, camat=7)
    rina = await visit("rina")
    page = await rina.go(f"{year(HELD_ON)}&tema=politik-uang")
    assert figures(page)["kegiatan direncanakan"] == 1
    assert figures(page)["kehadiran orang"] == 7
    assert "Kecamatan Kenanga" in page.text
    listed = await rina.go("/pencegahan/kegiatan?tema=politik-uang&keadaan=terlaksana")
    assert f"/pencegahan/kegiatan/{other}" in listed.html
    nothing = await rina.go("/pencegahan/kegiatan?tema=kampanye-hitam")
    assert "Tidak ada kegiatan dengan saringan ini" in nothing.text
    waiting = await rina.go("/pencegahan/kegiatan?keadaan=belum-dicatat")
    assert waiting.html.count("Belum dicatat</strong>") == 1
    assert (await rina.go("/pencegahan?tahun=abad&tema=apa")).status == 200
    empty = await rina.go("/pencegahan?tahun=2019")
    assert "Belum ada kegiatan pada tahun dan tema ini" in empty.text


async def test_a_cancelled_plan_stays_in_the_plan(partners: Partners, visit: Visits) -> None:
    activity = await plan(partners)
    await cancel_activity(partners.rina, Target(activity=activity, version=1), CancelReason.BUDGET)
    page = await (await visit("rina")).go(year(PLANNED_ON))
    assert figures(page)["kegiatan direncanakan"] == 1
    assert figures(page)["terlaksana"] == 0
    assert "rencana lewat, belum dicatat" not in figures(page)
    assert "0 dari 1" in page.text


async def walk(browser: Browser, address: str) -> list[int]:
    """The activities of every page of the list."""
    found: list[int] = []
    following: str | None = address
    while following:
        page = await browser.go(following)
        found += map(int, re.findall(r'href="/pencegahan/kegiatan/(\d+)"', page.html))
        hrefs = [href for words, href in page.links.items() if "Berikutnya" in words]
        following = hrefs[0].replace("&amp;", "&") if hrefs else None
    return found


async def test_walking_the_list_by_cursor_shows_each_activity_once_the_latest_first(
    partners: Partners, visit: Visits, monkeypatch: pytest.MonkeyPatch
) -> None:
    same_day = [await plan(partners) for _ in range(3)]
    later = await plan(partners, planned_on=PLANNED_ON + timedelta(days=1))
    earlier = await plan(partners, planned_on=PLANNED_ON - timedelta(days=400))
    monkeypatch.setattr(listing, "PAGE", 2)
    browser = await visit("dewa")
    assert await walk(browser, "/pencegahan/kegiatan") == [later, *same_day[::-1], earlier]
    lost = await browser.go("/pencegahan/kegiatan?setelah=%00entah")
    assert lost.status == 200


async def test_the_file_holds_what_is_seen_and_runs_nothing(
    partners: Partners, visit: Visits
) -> None:
    activity = await plan(partners)
    await hold(partners, activity, dinas=30)
    browser = await visit("dewa")
    on = HELD_ON
    found = {}
    for table in ("bulan", "kecamatan", "unit"):
        address = f"/pencegahan/data.csv?tahun={on.year}&tabel={table}"
        answer = await browser.client.get(address)
        assert answer.headers["content-type"].startswith("text/csv")
        assert f"pencegahan-{table}-{on.year}.csv" in answer.headers["content-disposition"]
        text = answer.content.decode("utf-8-sig")
        found[table] = list(csv.DictReader(io.StringIO(text, newline="")))
    assert sum(int(row["orang_hadir"]) for row in found["bulan"]) == 30
    assert len(found["bulan"]) == 12
    units = {row["unit_kerja"]: row for row in found["unit"]}
    assert units["Dinas Pendidikan"]["persen_sedikitnya"] == "75"
    assert units["Rumah Sakit Daerah"]["kegiatan"] == "0"
    assert found["kecamatan"][0]["kecamatan"] == "Kecamatan Melati"


ADDRESSES = (
    "/pencegahan",
    "/pencegahan/kegiatan",
    "/pencegahan/kegiatan/{activity}",
    "/pencegahan/kegiatan/{activity}/pembetulan",
    "/pencegahan/kegiatan/{activity}/bahan",
    "/pencegahan/kegiatan/{activity}/hasil",
    "/pencegahan/kegiatan/baru",
)


async def test_a_page_asks_the_same_number_of_questions_however_much_there_is(
    partners: Partners, visit: Visits, statements: Statements
) -> None:
    activity = await plan(partners)
    ticked = await duties(partners, "kab")
    await hold(partners, activity, dinas=30, duties=ticked[:1])
    browser = await visit("rina")

    async def asked() -> dict[str, int]:
        found = {}
        for address in ADDRESSES:
            statements.sent.clear()
            assert (await browser.go(address.format(activity=activity))).status == 200
            found[address] = len(statements.sent)
        return found

    await asked()  # what is read once is kept from now on
    few = await asked()
    for _ in range(4):
        more = await plan(partners)
        await hold(partners, more, dinas=3, camat=4, rsud=5, duties=ticked)
    assert await asked() == few
    assert max(few.values()) <= 14, few

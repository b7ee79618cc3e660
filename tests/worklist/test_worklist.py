"""The worklist over HTTP: every item once, only one's own, filtered as the address says."""

import re

import pytest

from bench.asking import of_page
from netralitas.accounts import cookies
from netralitas.cases.answers import Answers
from netralitas.cases.domain import ExclusionGround, Source
from netralitas.cases.exclusions import exclude
from netralitas.law.domain import Regime
from netralitas.settings import Settings
from netralitas.worklist.queries import closed, items
from tests.make import Town, forwarded_case, letter, make_case, move, person
from tests.pages import Browser, Page
from tests.worklist.conftest import Statements, Visits

ROW = re.compile(r'class="govuk-link number" href="/perkara/(\d+)"')


def cases_on(page: Page) -> list[int]:
    """The cases of the lines, in their order."""
    return [int(found) for found in ROW.findall(page.html)]


async def walk(browser: Browser, address: str) -> list[int]:
    """The cases of every page of a list."""
    found: list[int] = []
    following: str | None = address
    while following:
        page = await browser.go(following)
        found += cases_on(page)
        following = next(
            (href for words, href in page.links.items() if "Berikutnya" in words), None
        )
        following = following.replace("&amp;", "&") if following else None
    return found


async def test_walking_by_cursor_shows_each_item_once_the_nearest_deadline_first(
    town: Town, visit: Visits, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = [(await make_case(town, received=days)).id for days in (30, 20, 10)]
    due = [(await make_case(town)).id for _ in range(3)]
    undated = [(await make_case(town, regime=Regime.OUTSIDE)).id for _ in range(4)]
    monkeypatch.setattr(items, "PAGE", 3)
    browser = await visit("rina")
    assert await walk(browser, "/perkara") == late + due + undated
    assert await walk(browser, "/perkara?tenggat=tanpa") == undated
    assert await walk(browser, "/perkara?tenggat=terlambat") == late


@pytest.mark.parametrize(
    "place", ["x", "", "MTI", "A" * 5000, "%00", "OTk5OTk5OTk5OTk5OTk5OTk5OTk6MQ"]
)
async def test_a_made_up_place_is_the_first_page(town: Town, visit: Visits, place: str) -> None:
    opened = await make_case(town)
    page = await (await visit("rina")).go(f"/perkara?setelah={place}")
    assert page.status == 200
    assert cases_on(page) == [opened.id]


async def test_a_line_says_everything_at_a_glance(town: Town, visit: Visits) -> None:
    opened = await make_case(town, person(1), person(2), subject="Camat ikut pawai <b>calon</b>")
    page = await (await visit("rina")).go("/perkara")
    assert opened.receipt in page.text
    assert "Camat ikut pawai <b>calon</b>" in page.text
    assert "<b>calon" not in page.html
    assert "Laporan diterima" in page.text
    assert re.search(r"Menunggu kajian awal sejak \d+ \w+ \d{4} \(hari ini\)", page.text)
    assert re.search(r"Sisa \d+ hari|Hari ini", page.text)


async def test_nobody_sees_what_belongs_to_another_office(town: Town, visit: Visits) -> None:
    opened = await make_case(town, subject="Perihal kantor kita")
    for login, seen in (("galih", True), ("lain", False), ("maya", False), ("dewa", False)):
        for address in ("/perkara", "/beranda", "/tenggat", "/perkara?selesai=ya"):
            page = await (await visit(login)).go(address)
            assert (opened.receipt in page.text) <= seen, (login, address)
    assert opened.receipt in (await (await visit("galih")).go("/perkara")).text


async def test_an_excluded_officer_does_not_see_the_case_in_any_list(
    town: Town, visit: Visits
) -> None:
    opened = await make_case(town, subject="Perihal yang tertutup")
    await exclude(town.sari, opened.id, town.bagas.officer, ExclusionGround.RELATED, "Saudara.")
    for address in ("/perkara", "/beranda", "/tenggat"):
        assert "Perihal yang tertutup" not in (await (await visit("bagas")).go(address)).text
        assert opened.receipt not in (await (await visit("bagas")).go(address)).text
    assert opened.receipt in (await (await visit("rina")).go("/perkara")).text


async def test_filters_in_the_address_leave_what_they_say(town: Town, visit: Visits) -> None:
    report = (await make_case(town)).id
    finding = (await make_case(town, source=Source.FINDING, regime=Regime.PEMILU)).id
    studied = (await make_case(town)).id
    await move(town.rina, studied, "start_preliminary_study")
    rina, bagas = await visit("rina"), await visit("bagas")
    for query, wanted in (
        ("tahap=penerimaan", {report}),
        ("tahap=kajian-awal", {studied}),
        ("sumber=temuan", {finding}),
        ("rezim=pemilihan", {report, studied}),
        ("rezim=pemilu&sumber=laporan", set()),
        ("proses=penerusan", set()),
        ("proses=penanganan", {report, finding, studied}),
        ("milik=saya", {report, finding, studied}),
    ):
        assert set(cases_on(await rina.go(f"/perkara?{query}"))) == wanted, query
    assert cases_on(await bagas.go("/perkara?milik=saya")) == []


async def test_respondents_who_stand_alike_are_one_line(town: Town, visit: Visits) -> None:
    opened = await forwarded_case(town, person(1), person(2), person(3))
    page = await (await visit("rina")).go("/perkara?proses=penerusan")
    assert cases_on(page) == [opened.id]
    assert "Menunggu jawaban BKN sejak" in page.text
    [count] = re.findall(r'data-label="Terlapor"><span[^>]*>(\d+)<', page.html)
    assert count == "3"
    [after] = cases_on(await (await visit("maya")).go("/perkara"))
    assert after == opened.id


async def test_those_who_stand_alike_are_one_line_on_one_page_however_short_it_is(
    town: Town, visit: Visits, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = await forwarded_case(town, person(1), person(2), person(3))
    other = await forwarded_case(town, person(1), person(2))
    monkeypatch.setattr(items, "PAGE", 1)
    browser = await visit("maya")
    assert await walk(browser, "/perkara") == [many.id, other.id]
    page = await browser.go("/perkara")
    assert re.findall(r'data-label="Terlapor"><span[^>]*>(\d+)<', page.html) == ["3"]


async def test_a_finished_case_moves_to_the_finished_ones(
    town: Town, visit: Visits, monkeypatch: pytest.MonkeyPatch
) -> None:
    finished = [(await make_case(town)).id for _ in range(3)]
    running = (await make_case(town)).id
    withdrawal = Answers(letter_in=letter("Pencabutan"))
    for case in finished:
        await move(town.rina, case, "withdraw", note="Pelapor mencabut.", answers=withdrawal)
    monkeypatch.setattr(closed, "PAGE", 2)
    browser = await visit("rina")
    assert await walk(browser, "/perkara?selesai=ya") == finished[::-1]
    assert await walk(browser, "/perkara") == [running]


async def test_who_may_not_read_a_subject_sees_the_line_without_it(
    town: Town, visit: Visits
) -> None:
    opened = await forwarded_case(town, person(1))
    page = await (await visit("wulan")).go("/perkara")
    assert opened.id in cases_on(page)
    assert "Hadir pada deklarasi" not in page.text
    assert "Perihal tidak ditampilkan untuk peran Anda" in page.text


async def test_an_administrator_has_no_worklist(town: Town, visit: Visits) -> None:
    page = await (await visit("hadi")).go("/perkara")
    assert page.status == 403
    assert "Administrator tidak membaca isi perkara." in page.text


async def test_an_unknown_filter_filters_nothing_and_is_not_offered_for_removal(
    town: Town, visit: Visits
) -> None:
    opened = await make_case(town)
    page = await (await visit("rina")).go("/perkara?rezim=tidak-ada&milik=siapa")
    assert cases_on(page) == [opened.id]
    assert "Hapus saringan" not in page.text
    known = await (await visit("rina")).go("/perkara?rezim=pemilu")
    assert "Hapus saringan" in known.text


async def test_an_empty_worklist_says_what_would_be_there(town: Town, visit: Visits) -> None:
    page = await (await visit("rina")).go("/perkara")
    assert "Belum ada perkara yang berjalan" in page.text
    filtered = await (await visit("rina")).go("/perkara?tahap=hasil")
    assert "Tidak ada perkara dengan saringan ini" in filtered.text


@pytest.mark.parametrize("address", ["/perkara", "/perkara?selesai=ya", "/beranda", "/tenggat"])
async def test_a_list_asks_the_same_number_of_questions_however_long_it_is(
    town: Town, visit: Visits, statements: Statements, address: str
) -> None:
    await make_case(town)
    browser = await visit("rina")
    await browser.go(address)
    statements.sent.clear()
    await browser.go(address)
    few = len(statements.sent)
    for _ in range(4):
        await make_case(town, person(1), person(2))
    statements.sent.clear()
    await browser.go(address)
    assert len(statements.sent) == few
    assert few <= 12, statements.sent


async def test_the_bell_counts_what_is_due_today_or_late(town: Town, visit: Visits) -> None:
    await make_case(town, received=20)
    await make_case(town, received=15)
    await make_case(town)
    page = await (await visit("rina")).go("/beranda")
    assert re.search(r'bell__count">2<', page.html)
    assert "bell__count" not in (await (await visit("lain")).go("/beranda")).html


async def test_only_who_may_take_in_is_offered_a_new_report(town: Town, visit: Visits) -> None:
    assert "Laporan baru" in (await (await visit("rina")).go("/perkara")).text
    assert "Laporan baru" in (await (await visit("wulan")).go("/perkara")).text
    assert "Laporan baru" not in (await (await visit("sari")).go("/perkara")).text
    assert "Laporan baru" not in (await (await visit("maya")).go("/perkara")).text


async def test_what_is_measured_as_the_query_time_of_a_page_is_what_a_page_asks(
    town: Town, visit: Visits, statements: Statements, settings: Settings
) -> None:
    await make_case(town)
    browser = await visit("rina")
    await browser.go("/perkara")
    statements.sent.clear()
    await browser.go("/perkara")
    asked = list(statements.sent)
    statements.sent.clear()
    await of_page(browser.client.cookies[cookies.name(settings)], settings, items.PAGE)
    assert statements.sent == asked != []

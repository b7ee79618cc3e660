"""The page of one case over HTTP: who sees what, in how many questions to the database."""

import pytest

from netralitas.audit.domain import Moment
from netralitas.cases.answers import Answers
from netralitas.cases.domain import ExclusionGround, Person
from netralitas.cases.exclusions import exclude
from netralitas.documents.domain import DocumentKind
from tests.cases.conftest import Statements, Visits
from tests.make import (
    Town,
    days_ago,
    fact,
    forwarded_case,
    letter,
    make_case,
    move,
    paper,
    person,
    proceedings,
)


async def test_the_investigator_sees_number_stage_deadline_and_next_step(
    town: Town, visit: Visits
) -> None:
    case = await make_case(town)
    page = await (await visit("rina")).go(f"/perkara/{case.id}")
    assert page.status == 200, page.text
    assert page.headings[0] == case.receipt
    assert "Laporan lewat penyampaian langsung" in page.text
    assert "Sisa 2 hari" in page.text
    assert "Mulai kajian awal" in page.links
    assert "Laporan diterima." in page.text


async def test_deadlines_come_before_everything_else_in_the_document(
    town: Town, visit: Visits
) -> None:
    case = await make_case(town)
    page = await (await visit("rina")).go(f"/perkara/{case.id}")
    order = [heading for heading in page.headings if heading in {"Tenggat", "Ringkasan"}]
    assert order == ["Tenggat", "Ringkasan"]
    assert page.headings.index("Tenggat") < page.headings.index("Langkah berikutnya")


async def test_a_deadline_tells_day_by_day_how_it_was_reached(town: Town, visit: Visits) -> None:
    case = await make_case(town)
    page = await (await visit("rina")).go(f"/perkara/{case.id}")
    assert "dihitung: hari kalender ke-1" in page.text
    assert "dihitung: hari kalender ke-2" in page.text
    assert "perlu konfirmasi · lazim disebut" in page.text


async def test_no_deadline_shows_a_web_address_or_a_remark_for_lawyers(
    town: Town, visit: Visits
) -> None:
    case = await make_case(town)
    page = await (await visit("rina")).go(f"/perkara/{case.id}")
    assert "Dasar: Perbawaslu 8/2020" in page.text
    assert "pasal belum dibaca" not in page.text
    assert "gopesisir.com" not in page.text


async def test_a_late_deadline_says_so(town: Town, visit: Visits) -> None:
    case = await make_case(town, received=5)
    page = await (await visit("rina")).go(f"/perkara/{case.id}")
    assert "Terlambat 3 hari" in page.text


async def test_a_deadline_in_hours_from_a_day_says_why_it_cannot_be_computed(
    town: Town, visit: Visits
) -> None:
    case = await make_case(town)
    study = Answers(papers=(paper(DocumentKind.PRELIMINARY_STUDY),))
    await move(town.rina, case.id, "start_preliminary_study")
    await move(town.rina, case.id, "find_incomplete", answers=study)
    today = Moment.day(days_ago(0))
    await move(town.rina, case.id, "notify_completeness", happened=today)
    page = await (await visit("rina")).go(f"/perkara/{case.id}")
    assert "Tidak dapat dihitung" in page.text
    assert "Tenggat ini dihitung dalam jam, sehingga jam mulainya harus diketahui." in page.text


async def test_a_move_of_another_role_is_shown_with_who_makes_it(town: Town, visit: Visits) -> None:
    case = await make_case(town)
    page = await (await visit("sari")).go(f"/perkara/{case.id}")
    assert "Mulai kajian awal" not in page.links
    assert "Dilakukan oleh staf penanganan pelanggaran." in page.text


async def test_a_blocked_move_names_its_rule(town: Town, visit: Visits) -> None:
    case = await make_case(town, Person())
    await move(town.rina, case.id, "start_preliminary_study")
    page = await (await visit("rina")).go(f"/perkara/{case.id}")
    assert "Belum teridentifikasi" in page.text
    assert "Langkah di luar alur biasa" in page.text


@pytest.mark.parametrize("login", ["lain", "hadi", "maya", "dewa"])
async def test_the_case_does_not_exist_for_those_it_was_not_handed_to(
    town: Town, visit: Visits, login: str
) -> None:
    case = await make_case(town)
    page = await (await visit(login)).go(f"/perkara/{case.id}")
    assert page.status == 404
    assert case.receipt not in page.text


async def test_a_receiver_sees_its_referral_and_nothing_of_the_handling(
    town: Town, visit: Visits
) -> None:
    case = await forwarded_case(town, person(1), person(2))
    page = await (await visit("maya")).go(f"/perkara/{case.id}")
    assert page.status == 200
    assert "Penerusan ke BKN: 2 terlapor (1, 2)" in page.text
    assert "Terlapor Contoh 1" in page.text
    assert "Penanganan Bawaslu" not in page.text
    assert "Rapat pleno memutuskan" not in page.text
    assert "lewat penyampaian langsung" not in page.text
    assert "Berita acara" not in page.links
    assert "Catat penerimaan penerusan" in page.links


async def test_an_auditor_reads_and_has_nothing_to_press(town: Town, visit: Visits) -> None:
    case = await make_case(town)
    page = await (await visit("nita")).go(f"/perkara/{case.id}")
    assert page.status == 200
    assert "Langkah berikutnya" not in page.headings
    assert not [href for href in page.links.values() if "/langkah/" in href or "/fakta/" in href]


async def test_an_exclusion_hides_the_case_on_every_route(town: Town, visit: Visits) -> None:
    case = (await make_case(town)).id
    handling = (await proceedings(case))[0]["id"]
    routes = [
        f"/perkara/{case}",
        f"/perkara/{case}/langkah/{handling}/start_preliminary_study",
        f"/perkara/{case}/fakta/{handling}/letter_received",
        f"/perkara/{case}/koreksi/1",
        f"/perkara/{case}/terlapor",
        f"/perkara/{case}/terlapor/1",
        f"/perkara/{case}/pengecualian",
        f"/perkara/{case}/dokumen",
        f"/perkara/{case}/dokumen/1",
    ]
    rina, bagas = await visit("rina"), await visit("bagas")
    assert (await bagas.go(routes[1])).status == 200
    await exclude(town.sari, case, town.bagas.officer, ExclusionGround.RELATED, "Saudara.")
    for route in routes:
        assert (await bagas.go(route)).status == 404, route
        if route != routes[0]:
            answer = await bagas.client.post(route, headers={"Sec-Fetch-Site": "same-origin"})
            assert answer.status_code in {404, 405}, route
    page = await rina.go(routes[0])
    assert "Dikecualikan dari perkara ini karena benturan kepentingan: Bagas" in page.text


async def test_the_timeline_is_filtered_by_its_address(town: Town, visit: Visits) -> None:
    case = await make_case(town)
    await move(town.rina, case.id, "start_preliminary_study")
    await fact(town.rina, case.id, "letter_received", Answers(letter_in=letter()))
    rina = await visit("rina")
    everything = (await rina.go(f"/perkara/{case.id}")).text
    moves = (await rina.go(f"/perkara/{case.id}?jejak=langkah")).text
    facts = (await rina.go(f"/perkara/{case.id}?jejak=fakta")).text
    assert "Kajian awal dimulai." in everything
    assert "Surat diterima." in everything
    assert "Surat diterima." not in moves
    assert "Kajian awal dimulai." not in facts
    nonsense = await rina.go(f"/perkara/{case.id}?jejak=%00&sebelum=99999999999999999999")
    assert nonsense.status == 200


async def test_a_long_timeline_leads_on_by_cursor(
    town: Town, visit: Visits, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netralitas.cases.queries.timeline.PAGE", 2)
    case = await make_case(town)
    await move(town.rina, case.id, "start_preliminary_study")
    await fact(town.rina, case.id, "known")
    rina = await visit("rina")
    page = await rina.go(f"/perkara/{case.id}")
    assert "Laporan diterima." not in page.text
    older = await rina.go(page.link("Peristiwa sebelumnya"))
    assert "Laporan diterima." in older.text
    assert "Peristiwa sebelumnya" not in older.links


async def test_an_old_fact_shows_when_it_happened_and_when_it_was_recorded(
    town: Town, visit: Visits
) -> None:
    case = await make_case(town, received=30)
    page = await (await visit("rina")).go(f"/perkara/{case.id}")
    assert "dicatat" in page.text


async def test_the_nip_shows_its_last_four_digits_only(town: Town, visit: Visits) -> None:
    case = await make_case(town)
    rina = await visit("rina")
    page = await rina.go(f"/perkara/{case.id}")
    form = (await rina.go(page.link("Ubah data"))).form(page.link("Ubah data"))
    done = await rina.send(form, nip="19740512 199803 1 007", name="Nama Rekaan")
    assert "1007" in done.text
    for shown in (done.html, (await rina.go(page.link("Ubah data"))).html):
        assert "19740512" not in shown
        assert "199803" not in shown


async def _asked(statements: Statements, visit: Visits, login: str, address: str) -> list[str]:
    browser = await visit(login)
    await browser.go(address)
    statements.sent.clear()
    assert (await browser.go(address)).status == 200
    return list(statements.sent)


async def test_the_page_asks_as_often_for_forty_events_as_for_one(
    town: Town, visit: Visits, statements: Statements
) -> None:
    small = await forwarded_case(town)
    large = await forwarded_case(town, *(person(number) for number in range(1, 11)))
    for _ in range(30):
        await fact(town.rina, large.id, "letter_received", Answers(letter_in=letter("Lagi")))
    few = await _asked(statements, visit, "rina", f"/perkara/{small.id}")
    many = await _asked(statements, visit, "rina", f"/perkara/{large.id}")
    assert few == many
    assert len(few) <= 12, few


async def test_the_form_of_a_move_asks_at_most_twelve_times(
    town: Town, visit: Visits, statements: Statements
) -> None:
    case = await forwarded_case(town, *(person(number) for number in range(1, 11)))
    handling = (await proceedings(case.id))[0]["id"]
    address = f"/perkara/{case.id}/langkah/{handling}/forward_more"
    assert len(await _asked(statements, visit, "rina", address)) <= 12


async def test_respondents_who_stand_alike_share_a_line_of_the_timeline(
    town: Town, visit: Visits
) -> None:
    case = await forwarded_case(town, *(person(number) for number in range(1, 4)))
    page = await (await visit("rina")).go(f"/perkara/{case.id}?jejak=langkah")
    assert page.html.count('timeline__sentence">Diteruskan ke instansi berwenang.') == 1

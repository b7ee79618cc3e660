"""The morning of BKPSDM: what came, what is due, each respondent with the next step."""

from netralitas.cases.domain import Employment
from netralitas.law.words import day as long_date
from tests.cases.conftest import Statements, Visits
from tests.discipline.handing import follow, handed_over, handed_straight, in_hand, remind
from tests.discipline.through_forms import POST_LOWERED, Walk, ahead
from tests.make import Town, person

ALLOWED = 12  # statements for one page, the frame and the session included


def part(html: str, identity: str) -> str:
    """A section of the page, from its heading to its end."""
    return html.split(f'id="{identity}"')[1].split("</section>", maxsplit=1)[0]


async def test_what_came_waits_with_its_persons_and_the_button_leads_to_the_form(
    town: Town, visit: Visits
) -> None:
    case = await handed_over(
        town, person(1), person(2, employment=Employment.PPPK, unit="Dinas Lain"), days=12
    )
    dewa = await visit("dewa")
    page = await dewa.go("/beranda")
    came = part(page.html, "masuk")
    assert "(12 hari)" in came
    assert "2 terlapor" in came
    assert "Dinas Lain, PPPK" in came
    form = await dewa.go(page.link("Catat tanda terima"))
    assert form.address.startswith(f"/perkara/{case}/langkah/")
    assert len(form.form().values["others"]) == 1
    assert "Terlapor Contoh" not in part(page.html, "terlapor")
    done = await dewa.send(form.form(), letter_deadline="default")
    assert done.status == 200, done.text
    page = await dewa.go("/beranda")
    assert "Catat tanda terima" not in page.text
    assert "Terlapor Contoh 2" in part(page.html, "terlapor")


async def test_the_official_reads_whom_it_waits_for_and_has_no_button(
    town: Town, visit: Visits
) -> None:
    await handed_over(town)
    page = await (await visit("endah")).go("/beranda")
    assert "Catat tanda terima" not in page.text
    assert "Menunggu petugas tindak lanjut" in part(page.html, "masuk")


async def test_each_kind_of_employment_is_shown_with_its_route_and_the_form_of_it(
    town: Town, visit: Visits
) -> None:
    people = [
        person(1, employment=Employment.PNS),
        person(2, employment=Employment.PPPK),
        person(3, employment=Employment.CONTRACT),
        person(4, employment=Employment.UNKNOWN),
    ]
    await in_hand(town, *people)
    dewa = await visit("dewa")
    page = await dewa.go("/beranda")
    mine = part(page.html, "terlapor")
    assert "Pilih jalur <span" in mine
    for said in ("PP 94/2021 Pasal 5 huruf n", "PP 49/2018 Pasal 52", "SE MenPANRB 1/2023"):
        assert said in mine
    assert mine.count("perlu konfirmasi") == 4
    assert mine.count("Atasan langsung belum diberi tahu") == 1
    assert "Pastikan dahulu jenis kepegawaian" in mine
    form = await dewa.go(page.link("Pilih jalur PPPK"))
    assert form.address.endswith("/choose_pppk")
    assert form.status == 200


async def test_the_dates_of_a_follow_up_are_computed_and_the_next_step_is_a_form(
    walk: Walk, visit: Visits
) -> None:
    case = await walk.recommended()
    await walk.prepared(case)
    await walk.summoned(case)
    dewa = await visit("dewa")
    page = await dewa.go("/beranda")
    mine = part(page.html, "terlapor")
    assert "Hari pemeriksaan" in mine
    assert long_date(ahead(7)) in mine
    assert (await dewa.go(page.link("Catat pemeriksaan"))).status == 200
    await walk.step("dewa", case, "Catat pemeriksaan")
    await walk.step("dewa", case, "Laporkan hasil pemeriksaan")
    await walk.decided(case)
    assert "Penyampaian keputusan hukuman disiplin" in (await dewa.go("/beranda")).text
    await walk.step("dewa", case, "Catat penyampaian surat keputusan")
    page = await dewa.go("/beranda")
    mine = part(page.html, "terlapor")
    assert "Hari kerja ke-15, keputusan berlaku" in mine
    assert "Masa pengajuan keberatan" in mine
    assert "banding administratif" not in mine
    assert "Tunggu hari kerja ke-15" in mine
    assert POST_LOWERED in mine
    assert "Hukuman disiplin sedang" in mine


async def test_what_is_late_stands_above_with_the_form_of_its_next_step(
    town: Town, visit: Visits
) -> None:
    case = await in_hand(town, days=60)
    await follow(town, case, "choose_discipline", days=59)
    await remind(town, case)
    dewa = await visit("dewa")
    page = await dewa.go("/beranda")
    late = part(page.html, "jatuh-tempo")
    assert "Terlambat" in late
    assert (await dewa.go(page.link("Panggil untuk diperiksa"))).status == 200
    assert "Diminta keterangan 1 kali" in part(page.html, "terlapor")
    assert "terlambat" in part(page.html, "terlapor")


async def test_more_than_fifty_go_on_to_another_page_and_nobody_is_lost(
    town: Town, visit: Visits, statements: Statements
) -> None:
    people = [person(number) for number in range(1, 61)]
    await in_hand(town, *people)
    dewa = await visit("dewa")
    await dewa.go("/beranda")  # the law and the persons of the demo bar are asked for once
    statements.sent.clear()
    page = await dewa.go("/beranda")
    many = len(statements.sent)
    assert many <= ALLOWED
    assert page.html.count('class="handed__one"') == 50
    assert "(60)" in part(page.html, "terlapor")
    rest = await dewa.client.get(page.link("Berikutnya").split("#")[0])
    assert rest.text.count('class="handed__one"') == 10
    shown = page.html + rest.text
    assert all(f">{one.name}<" in shown for one in people)


async def test_one_respondent_costs_as_many_statements_as_fifty(
    town: Town, visit: Visits, statements: Statements
) -> None:
    dewa = await visit("dewa")
    await dewa.go("/beranda")  # as above
    counts = []
    for amount in (1, 30):
        await in_hand(town, *(person(number) for number in range(1, amount + 1)))
        statements.sent.clear()
        await dewa.go("/beranda")
        counts.append(len(statements.sent))
    assert counts[0] == counts[1] <= ALLOWED


async def test_another_office_sees_nobody_of_it(town: Town, visit: Visits) -> None:
    await in_hand(town, person(1, name="Orang Kantor Ini"))
    page = await (await visit("lain")).go("/beranda")
    assert "Orang Kantor Ini" not in page.html


async def test_an_empty_home_teaches(town: Town, visit: Visits) -> None:
    page = await (await visit("dewa")).go("/beranda")
    assert "Tidak ada yang menunggu tanda terima" in page.text
    assert "Belum ada terlapor yang ditangani" in page.text


async def test_what_is_handed_straight_to_the_office_comes_in_and_is_taken_up_once(
    town: Town, visit: Visits
) -> None:
    case = await handed_straight(town)
    dewa = await visit("dewa")
    page = await dewa.go("/beranda")
    await dewa.send((await dewa.go(page.link("Catat tanda terima"))).form())
    page = await dewa.go("/beranda")
    await dewa.send((await dewa.go(page.link("Tindak lanjuti sendiri"))).form())
    page = await dewa.go("/beranda")
    assert page.html.count(f'href="/perkara/{case}"') == 1
    board = (await dewa.go("/tindak-lanjut")).html.split('id="buku"')[0]
    assert board.count("Terlapor Contoh 1") == 1

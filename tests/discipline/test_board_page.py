"""The ageing board over HTTP: who holds the ball, how long, and what each reader may see."""

import re

from netralitas.audit.domain import Moment, Precision
from netralitas.cases.answers import Answers
from netralitas.discipline.queries.board import MOST
from tests.cases.conftest import Statements, Visits
from tests.discipline.handing import follow, handed_over, in_hand, remind
from tests.discipline.through_forms import Walk
from tests.make import (
    ZONE,
    Town,
    forwarded_case,
    letter,
    move,
    person,
)
from tests.pages import Page

BOARD = "/tindak-lanjut"
STANDING = "/tindak-lanjut/penerima"
NOTHING = "\N{EN DASH}"


def column(page: Page, title: str) -> str:
    """A column of the board."""
    columns = page.html.split('id="buku"')[0].split('<section class="board__column"')[1:]
    return next(each for each in columns if title in each.split("</h2>")[0])


def figures(page: Page, part: str) -> list[str]:
    """The figures of the only row of a table of comparisons."""
    table = page.html.split(f'id="{part}"')[1].split("</section>")[0]
    cells = [each.split("compact__value")[1] for each in table.split("<td")[1:]]
    return [cell.split(">")[1].split("<")[0] for cell in cells]


async def test_each_respondent_stands_once_with_who_holds_the_ball(
    town: Town, visit: Visits
) -> None:
    await forwarded_case(town, person(1, name="Pada BKN"))
    await handed_over(town, person(2, name="Pada BKPSDM"))
    case = await in_hand(town, person(3, name="Pada Pejabat"))
    for step in ("choose_discipline", "examine", "report_exam"):
        await follow(town, case, step)
    back = await forwarded_case(town, person(4, name="Pada Bawaslu"))
    answers = Answers(letter_in=letter("Pengembalian"))
    why = "Kajian tidak terlampir."
    await move(town.maya, back.id, "return", workflow="referral", note=why, answers=answers)
    gone = await in_hand(town, person(5, name="Sudah Pensiun"))
    pensioned = "Pensiun."
    await move(town.dewa, gone, "respondent_retired", workflow="discipline", note=pensioned)
    page = await (await visit("rina")).go(BOARD)
    for title, name in (
        ("Instansi penerima penerusan", "Pada BKN"),
        ("Petugas tindak lanjut", "Pada BKPSDM"),
        ("Pejabat Pembina Kepegawaian", "Pada Pejabat"),
        (">Bawaslu ", "Pada Bawaslu"),
        ("Selesai terakhir", "Sudah Pensiun"),
    ):
        assert name in column(page, title), title
        board = page.html.split('id="buku"')[0]
        assert board.count(name) == 1


async def test_age_lateness_and_pressure_are_said_in_words(town: Town, visit: Visits) -> None:
    case = await in_hand(town, person(1, name="Lama Sekali"), days=120)
    await remind(town, case)
    await remind(town, case)
    letter_in = Answers(letter_in=letter("Teguran"))
    await move(town.rina, case, "warn", workflow="compliance", answers=letter_in)
    await in_hand(town, person(2, name="Baru Saja"))
    rina = await visit("rina")
    card = column(await rina.go(BOARD), "Petugas tindak lanjut")
    assert "Lebih dari 90 hari" in card
    assert "Terlambat" in card
    assert "Diminta keterangan 2 kali, ditegur 1 kali" in card
    assert card.index("Lama Sekali") < card.index("Baru Saja")
    for query, shown, hidden in (
        ("umur=91", "Lama Sekali", "Baru Saja"),
        ("umur=0-14", "Baru Saja", "Lama Sekali"),
        ("terlambat=ya", "Lama Sekali", "Baru Saja"),
    ):
        board = (await rina.go(f"{BOARD}?{query}")).html.split('id="buku"')[0]
        assert shown in board, query
        assert hidden not in board, query


async def test_what_waits_since_an_unknown_day_claims_no_age(town: Town, visit: Visits) -> None:
    case = await forwarded_case(town, person(1, name="Sejak Kapan"))
    some_day = Moment(precision=Precision.UNKNOWN, on=None, at=None, zone=ZONE)
    await move(town.maya, case.id, "receive", workflow="referral", happened=some_day)
    page = await (await visit("rina")).go(BOARD)
    card = column(page, "Instansi penerima penerusan")
    assert "sejak tanggal yang tidak diketahui" in card
    assert "Umur tidak diketahui" in card
    assert "0 sampai 14 hari" not in card


async def test_the_receiver_filters_board_and_ledger(town: Town, visit: Visits) -> None:
    await forwarded_case(town, person(1, name="Pada BKN"))
    await handed_over(town, person(2, name="Pada BKPSDM"))
    rina = await visit("rina")
    page = await rina.go(f"{BOARD}?penerima={town.offices['bkpsdm']}")
    assert "Pada BKPSDM" in page.text
    assert "Pada BKN" not in page.text
    page = await rina.go(f"{BOARD}?penerima={town.offices['bkn']}&umur=nonsense")
    assert "Pada BKN" in page.text
    assert "Pada BKPSDM" not in page.text


async def test_a_receiver_reads_its_own_and_the_authority_what_it_recommended(
    town: Town, visit: Visits
) -> None:
    await handed_over(town, person(1, name="Untuk BKPSDM"))
    await forwarded_case(town, person(2, name="Masih Di BKN"))
    dewa = await (await visit("dewa")).go(BOARD)
    assert "Untuk BKPSDM" in dewa.text
    assert "Masih Di BKN" not in dewa.html
    maya = await (await visit("maya")).go(BOARD)
    assert "Untuk BKPSDM" in maya.text
    assert "Masih Di BKN" in maya.text
    lain = await (await visit("lain")).go(BOARD)
    assert "Untuk BKPSDM" not in lain.html
    assert "Belum ada yang disampaikan" in (await (await visit("lain")).go(STANDING)).text


async def test_a_secretary_reads_where_it_stands_without_a_name(town: Town, visit: Visits) -> None:
    await in_hand(town, person(1, name="Nama Yang Tertutup"), days=60)
    page = await (await visit("putri")).go(BOARD)
    assert "Terlapor 1" in column(page, "Petugas tindak lanjut")
    assert "Nama Yang Tertutup" not in page.html


async def test_the_counts_of_a_receiver_add_up(town: Town, visit: Visits) -> None:
    await handed_over(town, person(1), person(2))
    await in_hand(town, person(3), days=60)
    gone = await in_hand(town, person(4))
    await move(town.dewa, gone, "respondent_retired", workflow="discipline", note="Pensiun.")
    page = await (await visit("rina")).go(STANDING)
    table = page.html.split('id="penerima-judul"')[1]
    row = next(part for part in table.split("<tr") if "BKPSDM" in part)
    cells = [part.split("compact__value")[1] for part in row.split("<td")[1:]]
    numbers = [cell.split(">")[1].split("<")[0] for cell in cells]
    assert numbers == ["4", "2", "1", "1", "1", NOTHING]


async def test_the_days_to_the_decree_are_counted_from_the_receipt(
    walk: Walk, town: Town, visit: Visits
) -> None:
    case = await in_hand(town, days=30)
    for step in ("choose_discipline", "examine", "report_exam"):
        await follow(town, case, step, days=20)
    await follow(town, case, "fix_decree", days=10, answers=Answers(imposed="grade_lowered"))
    page = await (await visit("rina")).go(BOARD)
    ledger = page.html.split('id="buku"')[1].split("</section>")[0]
    assert ">20<" in ledger
    assert "Sesuai rekomendasi" in ledger
    [letter] = re.findall(rf"/perkara/{case}/surat/\d+", ledger)
    assert "Surat masuk" in (await (await visit("rina")).go(letter)).text
    standing = await (await visit("rina")).go(STANDING)
    assert ">20<" in standing.html.split('id="penerima-judul"')[1]
    for part in ("pejabat", "instansi"):
        assert figures(standing, part) == ["0", "1", "0", "0", "0", "0", "1"]


async def test_the_board_costs_the_same_for_any_number_of_cards(
    town: Town, visit: Visits, statements: Statements
) -> None:
    rina = await visit("rina")
    page = await rina.go(BOARD)  # the persons of the demo bar are asked for once
    counts = []
    for amount in (1, 40):
        await in_hand(town, *(person(number) for number in range(1, amount + 1)))
        statements.sent.clear()
        page = await rina.go(BOARD)
        counts.append(len(statements.sent))
    assert counts[0] == counts[1] <= 12
    assert "(41)" in column(page, "Petugas tindak lanjut")
    assert column(page, "Petugas tindak lanjut").count('class="board__card"') == MOST
    assert f"{MOST} teratas ditampilkan" in page.text


async def test_who_may_not_follow_it_up_is_told_so(town: Town, visit: Visits) -> None:
    for login in ("wulan", "hadi"):
        browser = await visit(login)
        page = await browser.go(BOARD)
        assert page.status == 403
        assert "Papan tindak lanjut dibaca oleh" in page.text
        assert "Tindak lanjut" not in (await browser.go("/beranda")).links


async def test_an_empty_board_teaches(town: Town, visit: Visits) -> None:
    page = await (await visit("rina")).go(BOARD)
    assert "Belum ada rekomendasi yang ditindaklanjuti" in page.text


async def test_the_stage_filters_the_board(town: Town, visit: Visits) -> None:
    await forwarded_case(town, person(1, name="Baru Diteruskan"))
    examined = await in_hand(town, person(2, name="Sudah Diperiksa"))
    for step in ("choose_discipline", "examine"):
        await follow(town, examined, step)
    rina = await visit("rina")
    for stage, shown, hidden in (
        ("referral.sent", "Baru Diteruskan", "Sudah Diperiksa"),
        ("discipline.examination", "Sudah Diperiksa", "Baru Diteruskan"),
    ):
        page = await rina.go(f"{BOARD}?tahap={stage}")
        board = page.html.split('id="buku"')[0]
        assert shown in board
        assert hidden not in board
    assert "Baru Diteruskan" in (await rina.go(f"{BOARD}?tahap=astrology.house")).text


async def test_an_order_to_examine_first_is_no_sanction_to_be_compared(
    town: Town, visit: Visits
) -> None:
    case = await in_hand(town, person(1, name="Periksa Dahulu"), level="examine")
    for step in ("choose_discipline", "examine", "report_exam"):
        await follow(town, case, step)
    await follow(town, case, "fix_decree", answers=Answers(imposed="grade_lowered"))
    rina = await visit("rina")
    assert "Periksa dahulu (bukan sanksi)" in (await rina.go(BOARD)).text
    assert figures(await rina.go(STANDING), "instansi") == ["0", "0", "0", "0", "1", "0", "1"]


async def test_the_offices_say_since_when_and_what_is_in_doubt(town: Town, visit: Visits) -> None:
    page = await (await visit("rina")).go("/tindak-lanjut/instansi")
    assert "sampai sebelum Sabtu, 24 Agustus 2024 (tidak berwenang hari ini)" in page.text
    assert "Rabu, 4 September 2024: perlu konfirmasi siapa yang berwenang" in page.text

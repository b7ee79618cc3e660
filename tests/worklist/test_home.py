"""Home: what is due, what came in, what waits for others, each role its own."""

import re

from netralitas.audit.domain import Moment
from netralitas.cases.answers import Answers
from netralitas.law.words import plain_day
from tests.make import (
    ZONE,
    Town,
    days_ago,
    forwarded_case,
    letter,
    make_case,
    move,
    person,
)
from tests.worklist.conftest import Visits


async def test_home_shows_at_most_seven_due_lines_each_with_a_next_step(
    town: Town, visit: Visits
) -> None:
    for days in range(9):
        await make_case(town, received=10 + days)
    page = await (await visit("rina")).go("/beranda")
    assert page.html.count('class="agenda__item') == 7
    assert page.text.count("Mulai kajian awal") == 7
    assert page.link("Semua yang terlambat") == "/perkara?tenggat=terlambat"


async def test_the_next_step_of_another_person_is_named(town: Town, visit: Visits) -> None:
    await make_case(town, received=10)
    page = await (await visit("sari")).go("/beranda")
    assert "Menunggu staf penanganan pelanggaran" in page.text


async def test_what_came_in_this_week_is_there_and_older_is_not(town: Town, visit: Visits) -> None:
    fresh = await make_case(town, subject="Perkara pekan ini")
    old = await make_case(town, received=20, subject="Perkara lama")
    page = await (await visit("rina")).go("/beranda")
    arrived = page.html.split('id="masuk"')[1].split("</section>")[0]
    assert f"/perkara/{fresh.id}" in arrived
    assert f"/perkara/{old.id}" not in arrived


async def test_what_waits_for_others_names_them_and_since_when(town: Town, visit: Visits) -> None:
    opened = await forwarded_case(town, person(1), person(2))
    page = await (await visit("rina")).go("/beranda")
    waiting = page.html.split('id="menunggu"')[1]
    assert f"/perkara/{opened.id}" in waiting
    assert re.search(r"Menunggu jawaban BKN <span[^>]*>sejak", waiting)
    assert waiting.count('class="found"') == 1


async def test_a_case_of_many_respondents_is_one_line_that_counts_all_of_them(
    town: Town, visit: Visits
) -> None:
    many = await forwarded_case(town, *(person(number) for number in range(1, 19)))
    other = await forwarded_case(town, person(1))
    page = await (await visit("rina")).go("/beranda")
    waiting = page.html.split('id="menunggu"')[1]
    assert "18 terlapor" in waiting
    assert [waiting.count(f'/perkara/{case.id}"') for case in (many, other)] == [1, 1]


async def test_a_liaison_reads_when_it_was_forwarded_also_after_it_went_back(
    town: Town, visit: Visits
) -> None:
    sent = days_ago(2)
    opened = await forwarded_case(town, person(1), sent=Moment.day(sent, ZONE))
    back = Answers(letter_in=letter("Pengembalian"))
    why = "Kajian tidak terlampir."
    await move(town.maya, opened.id, "return", workflow="referral", note=why, answers=back)
    page = await (await visit("maya")).go("/beranda")
    assert "Dikembalikan untuk dilengkapi" in page.text
    assert f"Diteruskan {plain_day(sent)}" in page.text


async def test_a_liaison_sees_what_came_to_them(town: Town, visit: Visits) -> None:
    opened = await forwarded_case(town, person(1))
    page = await (await visit("maya")).go("/beranda")
    assert "Diteruskan kepada Anda" in page.text
    assert f"/perkara/{opened.id}" in page.html
    await move(town.maya, opened.id, "receive", workflow="referral")
    assert "Diterima instansi berwenang" in (await (await visit("maya")).go("/beranda")).text


async def test_an_administrator_sees_counts_and_no_case(town: Town, visit: Visits) -> None:
    opened = await make_case(town, subject="Perihal rahasia")
    page = await (await visit("hadi")).go("/beranda")
    assert page.status == 200
    assert "akun aktif" in page.text
    assert "Perihal rahasia" not in page.html
    assert opened.receipt not in page.html
    assert f"/perkara/{opened.id}" not in page.html


async def test_an_empty_home_teaches(town: Town, visit: Visits) -> None:
    for login in ("rina", "sari", "maya", "nita", "galih"):
        page = await (await visit(login)).go("/beranda")
        assert page.status == 200
        assert "Tidak ada tenggat hari ini dan tidak ada yang terlambat" in page.text
        assert "Belum ada yang masuk" in page.text
        assert "Tidak ada yang menunggu pihak lain" in page.text

"""The weekly recap: what a week amounts to, office by office, and the papers of it."""

import io
from datetime import date

import pikepdf
from hypothesis import given
from hypothesis import strategies as st

from netralitas.evaluation.domain import Tally
from netralitas.evaluation.recap import words
from netralitas.evaluation.recap.domain import AMOUNTS, Week, amounts_of, read_week, week_of
from tests.evaluation.conftest import Visits
from tests.make import Town, days_ago, forwarded_case, make_case, person


@given(day=st.dates(min_value=date(2000, 1, 10), max_value=date(2099, 12, 20)))
def test_every_day_lies_in_the_week_that_its_code_names(day: date) -> None:
    week = week_of(day)
    assert week.monday <= day <= week.sunday
    assert read_week(week.code) == week
    assert week.moved(1).moved(-1) == week


def test_weeks_are_said_in_words_also_across_months_and_years() -> None:
    assert words.days(Week(monday=date(2026, 11, 16))) == "16\N{EN DASH}22 November 2026"
    assert words.days(Week(monday=date(2026, 9, 28))) == "28 September\N{EN DASH}4 Oktober 2026"
    assert (
        words.days(Week(monday=date(2025, 12, 29))) == "29 Desember 2025\N{EN DASH}4 Januari 2026"
    )
    assert [read_week(text) for text in ("2026-47", "2025-W53", "2026-W00", "")] == [None] * 4


def test_coming_into_a_state_counts_once_and_going_on_inside_it_never() -> None:
    found = amounts_of(
        [
            _tally("discipline", "delivered", "in_force"),
            _tally("discipline", "in_force", "in_force"),
            _tally("discipline", "in_force", "reported"),
            _tally("referral", "validated", "recommended", amount=3),
            _tally("referral", "forwarded", "rerouted"),
        ],
        overdue=7,
    )
    assert {code: found.of[code] for code in AMOUNTS if found.of[code]} == {
        "in_force": 1,
        "reported": 1,
        "answered": 3,
        "overdue": 7,
    }
    assert (found + found).of["answered"] == 6


async def test_a_week_is_told_for_the_office_and_summed_up_for_the_one_above(
    town: Town, visit: Visits
) -> None:
    await make_case(town, received=30)
    await forwarded_case(town, person(1), person(2))
    page = await (await visit("sekar")).go("/evaluasi/rekap")
    own = page.text.split("Rekap kantor ini")[1]
    assert "Perkara yang dibuka. 2" in own
    assert "satu untuk setiap terlapor dan instansi. 2" in own
    assert "Menurut kantor" not in page.text
    above = await (await visit("galih")).go("/evaluasi/rekap")
    table = above.text.split("Rekap menurut kantor")[1]
    assert "Bawaslu Kabupaten Contoh 2 1 0 1 1 2 0 0 0 1" in table
    assert "Jumlah 2 1 0 1 1 2 0 0 0 1" in table
    assert "Bawaslu Kabupaten Lain" not in table


async def test_the_recap_comes_as_a_paper_and_as_tables(town: Town, visit: Visits) -> None:
    await make_case(town)
    browser = await visit("galih")
    week = week_of(days_ago(0)).code
    paper = await browser.client.get(f"/evaluasi/rekap.pdf?minggu={week}")
    with pikepdf.open(io.BytesIO(paper.content)) as pdf:
        assert "pdfaid:part" in str(pdf.open_metadata())
    table = (await browser.client.get(f"/evaluasi/rekap.csv?minggu={week}")).content.decode()
    assert f"{week},Bawaslu Kabupaten Contoh,1,0,0,0,0,0,0,0,0,0" in table
    assert f"{week},Jumlah,1,0,0,0,0,0,0,0,0,0" in table
    book = await browser.client.get(f"/evaluasi/rekap.xlsx?minggu={week}")
    assert book.content.startswith(b"PK")


async def test_a_week_ahead_and_one_that_nobody_can_read_are_refused_in_a_sentence(
    town: Town, visit: Visits
) -> None:
    browser = await visit("sekar")
    ahead = await browser.go(f"/evaluasi/rekap?minggu={week_of(days_ago(-7)).code}")
    assert (ahead.status, "belum dimulai" in ahead.text) == (409, True)
    unread = await browser.go("/evaluasi/rekap?minggu=kemarin")
    assert (unread.status, "seperti 2026-W47" in unread.text) == (409, True)
    other = await (await visit("mira")).go("/evaluasi/rekap")
    assert (other.status, "disusun oleh kantor Bawaslu" in other.text) == (403, True)


def _tally(workflow: str, before: str, after: str, amount: int = 1) -> Tally:
    return Tally(
        kind="move",
        name=f"{workflow}.something",
        workflow=workflow,
        from_state=before,
        to_state=after,
        recommended=None,
        imposed=None,
        amount=amount,
    )

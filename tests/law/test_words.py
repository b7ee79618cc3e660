"""Days, moments and rules in Indonesian."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from netralitas.language import speaking
from netralitas.law import time_left, words
from netralitas.law.certainty_words import CERTAINTIES, SOURCE_KINDS
from netralitas.law.domain import Certainty, Direction, Side, Unit, Zone
from tests.law.slow_counter import rule


def test_a_day_is_written_as_on_an_official_letter() -> None:
    assert words.day(date(2024, 9, 2)) == "Senin, 2 September 2024"


def test_every_weekday_and_month_has_its_name() -> None:
    week = [words.weekday(date(2024, 9, 2) + timedelta(days=n)) for n in range(7)]
    assert week == ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
    year = [words.day(date(2024, month, 1)).split()[2] for month in range(1, 13)]
    assert year[:6] == ["Januari", "Februari", "Maret", "April", "Mei", "Juni"]
    assert year[6:] == ["Juli", "Agustus", "September", "Oktober", "November", "Desember"]


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        (Zone.WIB, "Selasa, 3 September 2024 pukul 00.05 WIB"),
        (Zone.WITA, "Selasa, 3 September 2024 pukul 01.05 WITA"),
        (Zone.WIT, "Selasa, 3 September 2024 pukul 02.05 WIT"),
    ],
)
def test_a_moment_is_written_in_local_time(zone: Zone, expected: str) -> None:
    assert words.moment(datetime(2024, 9, 2, 17, 5, tzinfo=UTC), zone) == expected


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        (Unit.WORKDAY, "3 hari kerja"),
        (Unit.CALENDAR, "3 hari kalender"),
        (Unit.HOURS, "3 jam"),
        (Unit.MONTH, "3 bulan"),
    ],
)
def test_an_amount_has_its_unit(unit: Unit, expected: str) -> None:
    assert words.amount(rule(3, unit)) == expected


def test_a_limit_names_its_direction_and_side() -> None:
    after = rule(3, direction=Direction.EXACTLY)
    before = rule(3, side=Side.BEFORE, direction=Direction.NOT_EARLIER_THAN)
    assert words.limit(after) == "Uji hitung: tepat 3 hari kerja sejak diketahui."
    assert words.limit(before) == "Uji hitung: paling cepat 3 hari kerja sebelum diketahui."


def test_a_fixed_date_is_limited_by_its_letter() -> None:
    fixed = rule(None, Unit.FIXED_DATE)
    assert words.limit(fixed) == "Uji hitung: paling lambat pada tanggal yang disebut dalam surat."


def test_a_certain_rule_raises_no_doubt() -> None:
    assert words.doubt(rule(3)) is None


def test_a_doubt_names_its_parts_and_the_source() -> None:
    doubtful = replace(rule(3), certainty=Certainty.S, unit_certainty=Certainty.M, analog=True)
    said = words.doubt(doubtful) or ""
    assert said.startswith("Perlu konfirmasi: isi aturan (dari sumber kedua")
    assert "satuan waktu (lazim disebut" in said
    assert "aturan instansi lain" in said
    assert "awal hitungan" not in said
    assert said.endswith("Sumber: uji.")


def test_every_certainty_has_its_words() -> None:
    assert set(CERTAINTIES) == set(Certainty)


def test_every_certainty_but_the_read_text_has_a_short_name_for_pages() -> None:
    assert set(SOURCE_KINDS) == set(Certainty) - {Certainty.T}


def test_a_page_names_the_weakest_source_of_a_rule() -> None:
    assert words.unconfirmed(rule(3)) is None
    assert words.unconfirmed(replace(rule(3), certainty=Certainty.S)) == "sumber kedua"
    weaker = replace(rule(3), certainty=Certainty.S, unit_certainty=Certainty.M)
    assert words.unconfirmed(weaker) == "lazim disebut"
    assert words.unconfirmed(replace(rule(3), analog=True)) == "aturan pembanding"
    begun = replace(rule(3), start_certainty=Certainty.I)
    assert words.unconfirmed(begun) == "awal hitungan: simpulan"


@pytest.mark.parametrize(
    ("article", "shown"),
    [
        ("Perbawaslu 8/2020 (pasal belum dibaca)", "Perbawaslu 8/2020"),
        ("Alur SBT BKN (tidak ada pasal yang ditemukan)", "Alur SBT BKN"),
        ("PP 94/2021 Pasal 26 ayat (2)", "PP 94/2021 Pasal 26 ayat (2)"),
    ],
)
def test_a_page_shows_the_article_without_the_remark_for_lawyers(article: str, shown: str) -> None:
    assert words.basis(replace(rule(3), article=article)) == shown


def test_days_and_what_is_left_are_said_in_the_language_of_the_page() -> None:
    at = datetime(2024, 9, 2, 17, 5, tzinfo=UTC)
    with speaking("en"):
        assert words.moment(at, Zone.WIB) == "Tuesday, 3 September 2024 at 00:05 WIB"
        assert time_left.left(at + timedelta(days=1500), at, Zone.WIB) == "1,500 days left"
        assert words.amount(rule(1)) == "1 working day"
        assert words.bound(rule(3)) == "no later than 3 working days after diketahui"

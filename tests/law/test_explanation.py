"""An explanation counts what the result says, and says it in words and in JSON."""

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import strategies as st

from netralitas.law.book import load
from netralitas.law.domain import Unit, Zone
from netralitas.law.explanation import Explanation, explain, explained
from netralitas.law.refusals import NotInForce, TimeNeeded, UnknownRule, YearNotLoaded
from tests.law.slow_counter import rule

BOOK = load()
CALENDAR = BOOK.calendar()
STARTS = st.dates(date(2018, 6, 1), date(2027, 6, 30))


def of(code: str, start: date | datetime) -> Explanation:
    on = start.date() if isinstance(start, datetime) else start
    return explain(BOOK.rule(code, on), start, CALENDAR, Zone.WIB)


def test_the_handling_of_a_pemilu_case_over_voting_day_in_words() -> None:
    said = of("pemilu.handle_base", date(2024, 2, 5)).in_words()
    limit = (
        "Penanganan temuan atau laporan: paling lambat 7 hari kerja sejak temuan atau laporan "
        "diregistrasi."
    )
    start = (
        "Awal hitungan: Senin, 5 Februari 2024 (temuan atau laporan diregistrasi). Hari itu "
        "sendiri tidak dihitung."
    )
    assert said[:5] == [
        limit,
        "Dasar: UU 7/2017 Pasal 454 ayat (7).",
        start,
        "Selasa, 6 Februari 2024 dihitung: hari kerja ke-1.",
        "Rabu, 7 Februari 2024 dihitung: hari kerja ke-2.",
    ]
    assert (
        "Kamis, 8 Februari 2024 tidak dihitung: Isra Mikraj Nabi Muhammad (libur nasional)." in said
    )
    assert (
        "Rabu, 14 Februari 2024 tidak dihitung: Hari Pemilihan Umum (hari pemungutan suara)."
        in (said)
    )
    assert "Hasil: Senin, 19 Februari 2024 pukul 23.59 WIB." in said
    assert any(sentence.startswith("Perlu konfirmasi: satuan waktu") for sentence in said)


def test_a_rule_read_in_the_text_needs_no_confirmation() -> None:
    explanation = of("pemilu.handle_max", date(2024, 2, 5))
    assert not any("Perlu konfirmasi" in sentence for sentence in explanation.in_words())
    assert explanation.as_json()["needs_confirmation"] is False


def test_the_other_start_of_a_pilkada_deadline_is_named() -> None:
    """UU 1/2015 Ps 134(5) counts from receipt, practice from registration."""
    said = " ".join(of("pemilihan.handle_base", date(2024, 11, 11)).in_words())
    assert "Menurut undang-undang, hitungan dimulai sejak laporan diterima" in said


def test_a_calendar_deadline_on_voting_day_says_that_it_does_not_move() -> None:
    said = " ".join(of("pemilihan.handle_max", date(2024, 11, 22)).in_words())
    assert "Hari terakhir adalah Hari Pemilihan Kepala Daerah (hari pemungutan suara)." in said
    assert "tidak digeser" in said


def test_a_rolled_deadline_shows_the_days_over_which_it_moved() -> None:
    rolling = rule(5, Unit.CALENDAR, roll_over=True)
    explanation = explain(rolling, date(2024, 11, 22), CALENDAR, Zone.WIB)
    assert len(explanation.counted) == 5
    assert explanation.days[-1].on == explanation.due.on == date(2024, 11, 28)
    assert explanation.days[-1].reason == "tenggat bergeser, hari kerja"


def test_months_that_roll_over_say_that_the_end_moves() -> None:
    """Two months from 15 June end on Saturday 15 August, before Independence Day on Monday."""
    rolling = explain(rule(2, Unit.MONTH, roll_over=True), date(2026, 6, 15), CALENDAR, Zone.WIB)
    staying = explain(rule(2, Unit.MONTH), date(2026, 6, 15), CALENDAR, Zone.WIB)
    moves = "tenggat bergeser ke hari kerja berikutnya"
    assert (rolling.due.on, staying.due.on) == (date(2026, 8, 18), date(2026, 8, 15))
    assert any(moves in sentence for sentence in rolling.in_words())
    assert not any(moves in sentence for sentence in staying.in_words())


def test_a_count_of_hours_lists_no_days() -> None:
    explanation = of("pemilihan.complete", datetime(2024, 10, 11, 3, 20, tzinfo=UTC))
    assert explanation.days == ()
    begun = "Jumat, 11 Oktober 2024 pukul 10.20 WIB"
    assert explanation.in_words()[2:5] == [
        f"Awal hitungan: {begun} (pemberitahuan kekurangan syarat disampaikan).",
        "Dihitung 48 jam penuh, dari menit ke menit.",
        "Hasil: Minggu, 13 Oktober 2024 pukul 10.20 WIB.",
    ]


def test_months_and_fixed_dates_say_how_they_end() -> None:
    months = of("asn.ppk_final_report", date(2024, 12, 31)).in_words()
    fixed = of("asn.ppk_fixed_date", date(2024, 7, 30)).in_words()
    assert "Dihitung 2 bulan, ke tanggal yang sama" in months[3]
    assert "disebut dalam surat" in fixed[3]
    assert "Hasil: Selasa, 30 Juli 2024 pukul 23.59 WIB." in fixed


def test_a_date_in_a_provisional_year_says_so() -> None:
    said = of("pemilu.handle_max", date(2026, 12, 18)).in_words()
    assert "Daftar hari libur masih sementara, sehingga hasil dapat berubah." in said


def test_calendar_days_are_explained_in_years_without_a_calendar() -> None:
    explanation = explain(rule(3, Unit.CALENDAR), date(2031, 3, 1), CALENDAR, Zone.WIB)
    assert [day.on.day for day in explanation.days] == [2, 3, 4]
    assert explanation.landing is None


def test_working_days_of_a_year_without_a_calendar_are_refused() -> None:
    with pytest.raises(YearNotLoaded, match="2031"):
        explain(rule(3), date(2031, 3, 1), CALENDAR, Zone.WIB)


def test_the_json_holds_basis_days_and_result() -> None:
    values = json.loads(json.dumps(of("pemilu.handle_max", date(2024, 2, 5)).as_json()))
    assert values["rule"] == "pemilu.handle_max"
    assert values["start"] == "2024-02-05"
    assert values["due"] == "2024-02-28"
    assert values["due_at"] == "2024-02-28T23:59:59+07:00"
    assert values["basis"] == "UU 7/2017 Pasal 454 ayat (8)"
    assert values["certainty"] == "T"
    assert values["days"][2] == {
        "date": "2024-02-08",
        "counted": False,
        "reason": "Isra Mikraj Nabi Muhammad (libur nasional)",
    }
    assert sum(day["counted"] for day in values["days"]) == 14


@pytest.mark.parametrize("code", BOOK.codes())
def test_every_rule_explains_itself_in_words_and_json(code: str) -> None:
    given_rule = BOOK.versions(code)[-1]
    start = datetime(2024, 10, 11, 3, 20, tzinfo=UTC)
    explanation = explain(given_rule, start, CALENDAR, Zone.WITA)
    said = explanation.in_words()
    assert given_rule.article in said[1]
    assert all(sentence.endswith(".") for sentence in said)
    assert given_rule.uncertain is any(line.startswith("Perlu konfirmasi") for line in said)
    assert (
        json.loads(json.dumps(explanation.as_json()))["needs_confirmation"] is given_rule.uncertain
    )


@pytest.mark.parametrize("code", BOOK.codes())
def test_a_page_says_the_doubt_but_not_where_it_was_read(code: str) -> None:
    given_rule = BOOK.versions(code)[-1]
    start = datetime(2024, 10, 11, 3, 20, tzinfo=UTC)
    said = " ".join(explain(given_rule, start, CALENDAR, Zone.WITA).on_page())
    assert given_rule.uncertain is ("Perlu konfirmasi: " in said)
    assert "Sumber: " not in said
    assert given_rule.source not in said


def typed(text: str) -> datetime:
    """A local moment as a person types it, without a zone."""
    return datetime.fromisoformat(text)


def test_a_rule_can_be_asked_for_as_typed() -> None:
    told = explained(load(), "pemilu.handle_max", typed("2024-02-05"), "WIB")
    assert told.start == date(2024, 2, 5)
    exact = explained(load(), "pemilihan.complete", typed("2024-10-11T10:20"), "WITA")
    assert exact.as_json()["due_at"] == "2024-10-13T10:20:00+08:00"


def test_what_cannot_be_explained_is_refused() -> None:
    with pytest.raises(UnknownRule):
        explained(load(), "pemilu.tidak_ada", typed("2024-02-05"), "WIB")
    with pytest.raises(NotInForce):
        explained(load(), "asn.sk_effective", typed("2020-02-05"), "WIB")
    with pytest.raises(TimeNeeded):
        explained(load(), "pemilihan.complete", typed("2024-10-11"), "WIB")

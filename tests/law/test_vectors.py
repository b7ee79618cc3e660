"""The vectors of the domain, section 7: each row of its table is a test by the row's own words."""

from datetime import date, datetime

import pytest

from netralitas.law.book import load
from netralitas.law.calendar import Calendar
from netralitas.law.deadline import Status, due, status
from netralitas.law.domain import Direction, Rule, Side, Unit, Zone
from netralitas.law.explanation import explain
from netralitas.law.refusals import YearNotLoaded
from tests.law.slow_counter import rule

BOOK = load()
CALENDAR = BOOK.calendar()
NOTHING = "-"

# Start | number | working-day result | calendar result | rules of the law that say so | note
ROWS = """
Fri 14-08-2026 | 1 | Tue 18-08-2026 | Sat 15-08-2026 | pemilu.notify | over 17 August
Wed 23-12-2026 | 1 | Mon 28-12-2026 | Thu 24-12-2026 | pemilu.notify | joint leave and Christmas
Mon 19-10-2026 | -7 | Thu 08-10-2026 | - | - | letter of the first summons
Tue 14-07-2026 | 15 | Tue 04-08-2026 | Wed 29-07-2026 | asn.sk_effective | decree in effect
Fri 13-03-2026 | 7 | Tue 31-03-2026 | Fri 20-03-2026 | pemilu.handle_base | Lebaran
Fri 13-03-2026 | 14 | Fri 10-04-2026 | Fri 27-03-2026 | pemilu.handle_max | Lebaran and Good Friday
Wed 13-05-2026 | 2 | Tue 19-05-2026 | Fri 15-05-2026 | pemilu.kajian_awal | a long weekend
Mon 25-05-2026 | 14 | Thu 18-06-2026 | Mon 08-06-2026 | pemilu.handle_max | four days off
Fri 18-12-2026 | 7 | Thu 31-12-2026 | Fri 25-12-2026 | pemilu.handle_base | to the end of the year
Fri 18-12-2026 | 14 | Wed 13-01-2027 | Fri 01-01-2027 | pemilu.handle_max | needs the 2027 list
Mon 17-02-2025 | 14 | Fri 07-03-2025 | Mon 03-03-2025 | asn.keberatan | last day to object
Mon 17-02-2025 | 15 | Mon 10-03-2025 | Tue 04-03-2025 | asn.sk_effective | decree in force
Fri 11-10-2024 | 3/5 | - | Mon 14-10-2024/Wed 16-10-2024 | \
pemilihan.handle_base/pemilihan.handle_max | Pilkada
Fri 22-11-2024 | 3/5 | - | Mon 25-11-2024/Wed 27-11-2024 | \
pemilihan.handle_base/pemilihan.handle_max | ends on voting day
Mon 11-11-2024 | 3 | - | Thu 14-11-2024 | pemilihan.handle_base | Kukar
Mon 05-02-2024 | 7/14 | Mon 19-02-2024/Wed 28-02-2024 | - | \
pemilu.handle_base/pemilu.handle_max | over voting day
"""
TABLE = [[cell.strip() for cell in row.split("|")] for row in ROWS.strip().splitlines()]


def written(text: str) -> date:
    """The date of "Fri 14-08-2026", whose weekday must be its own."""
    on = datetime.strptime(f"{text[4:]} +0000", "%d-%m-%Y %z").date()
    assert f"{on:%a}" == text[:3]
    return on


def rows_with(column: int) -> pytest.MarkDecorator:
    """Run the test for every row that has something in the column, under the row's own name."""
    rows = [row for row in TABLE if row[column] != NOTHING]
    names = [f"{row[0]} and {row[1]} days: {row[column]}, {row[5]}" for row in rows]
    return pytest.mark.parametrize("row", rows, ids=names)


def ends(row: list[str], unit: Unit, *, calendar: Calendar = CALENDAR) -> list[date]:
    """Where a rule of the unit ends for each number of the row; a negative one counts back."""
    found = []
    for number in map(int, row[1].split("/")):
        side = Side.AFTER if number > 0 else Side.BEFORE
        counted = rule(abs(number), unit, side=side)
        found.append(due(counted, written(row[0]), calendar, Zone.WIB).on)
    return found


def the_row(note: str) -> list[str]:
    return next(row for row in TABLE if row[5] == note)


def law(code: str, on: date) -> Rule:
    return BOOK.rule(code, on)


def calendar_of(first: int, last: int, *, without: tuple[date, ...] = ()) -> Calendar:
    """The committed days off of some years only, less the days named."""
    kept = {
        on: day
        for on, day in CALENDAR.days.items()
        if first <= on.year <= last and on not in without
    }
    return Calendar(version=1, first_year=first, last_year=last, days=kept)


def test_the_table_has_sixteen_rows() -> None:
    assert len(TABLE) == 16


@rows_with(2)
def test_the_row_ends_in_working_days_on(row: list[str]) -> None:
    assert ends(row, Unit.WORKDAY) == [written(cell) for cell in row[2].split("/")]


@rows_with(3)
def test_the_row_ends_in_calendar_days_on(row: list[str]) -> None:
    assert ends(row, Unit.CALENDAR) == [written(cell) for cell in row[3].split("/")]


@rows_with(4)
def test_the_row_is_what_the_law_gives_by(row: list[str]) -> None:
    start, results = written(row[0]), row[2] if row[2] != NOTHING else row[3]
    found = [due(law(code, start), start, CALENDAR, Zone.WIB).on for code in row[4].split("/")]
    assert found == [written(cell) for cell in results.split("/")]


@pytest.mark.parametrize(
    ("note", "number", "named"),
    [
        ("over 17 August", 1, ["17-08-2026"]),
        ("joint leave and Christmas", 1, ["24-12-2026", "25-12-2026"]),
        ("needs the 2027 list", 14, ["24-12-2026", "25-12-2026", "01-01-2027", "05-01-2027"]),
        ("decree in force", 15, []),
        ("over voting day", 14, ["08-02-2024", "09-02-2024", "14-02-2024"]),
    ],
)
def test_only_the_days_that_the_note_names_are_skipped_besides_weekends(
    note: str, number: int, named: list[str]
) -> None:
    days = explain(rule(number), written(the_row(note)[0]), CALENDAR, Zone.WIB).days
    off = [day.on for day in days if not day.counted and day.on.isoweekday() <= 5]
    assert [f"{on:%d-%m-%Y}" for on in off] == named


def test_lebaran_parts_the_two_counts_by_eleven_days() -> None:
    row = the_row("Lebaran")
    assert (written(row[2]) - written(row[3])).days == 11


def test_the_row_that_needs_the_list_of_2027_is_refused_without_it() -> None:
    row = the_row("needs the 2027 list")
    with pytest.raises(YearNotLoaded, match="tahun 2027 belum dimuat"):
        ends(row, Unit.WORKDAY, calendar=calendar_of(2026, 2026))
    assert ends(row, Unit.CALENDAR, calendar=calendar_of(2026, 2026)) == [date(2027, 1, 1)]


def test_the_row_that_needs_the_list_of_2027_moves_with_isra_mikraj_and_is_marked() -> None:
    row = the_row("needs the 2027 list")
    guessed = calendar_of(2026, 2027, without=(date(2027, 1, 5),))
    assert ends(row, Unit.WORKDAY, calendar=guessed) == [date(2027, 1, 12)]
    assert due(rule(14), written(row[0]), CALENDAR, Zone.WIB).provisional
    assert not due(rule(7), written(row[0]), CALENDAR, Zone.WIB).provisional


def test_the_letter_of_the_first_summons_is_in_time_under_both_readings_on_one_day_only() -> None:
    """PP 94/2021 Ps 26(2): earliest under the maximum gap, latest under the minimum notice."""
    exam, letter = date(2026, 10, 19), date(2026, 10, 8)
    gap = due(
        rule(7, side=Side.BEFORE, direction=Direction.NOT_EARLIER_THAN), exam, CALENDAR, Zone.WIB
    ).at
    notice = due(rule(7, side=Side.BEFORE), exam, CALENDAR, Zone.WIB).at
    standing = {}
    for on in (date(2026, 10, 7), letter, date(2026, 10, 9)):
        noon = datetime(on.year, on.month, on.day, 12, tzinfo=Zone.WIB.tz)
        standing[on.day] = (
            status(gap, noon, noon, Direction.NOT_EARLIER_THAN),
            status(notice, noon, noon),
        )
    met, missed = Status.MET, Status.MISSED
    assert standing == {7: (missed, met), 8: (met, met), 9: (met, missed)}


def test_the_rule_of_the_first_summons_leads_from_letter_to_examination_and_back() -> None:
    """PP 94/2021 Ps 26(2), the examination exactly seven working days after the letter."""
    exam, letter = date(2026, 10, 19), date(2026, 10, 8)
    forwards = law("asn.panggilan_1", letter)
    backwards = forwards.backwards(start="exam_date", start_label="hari pemeriksaan")
    assert due(forwards, letter, CALENDAR, Zone.WIB).on == exam
    assert due(backwards, exam, CALENDAR, Zone.WIB).on == letter


def test_a_pilkada_deadline_on_voting_day_stays_there_with_a_warning() -> None:
    found = explain(
        law("pemilihan.handle_max", date(2024, 11, 22)), date(2024, 11, 22), CALENDAR, Zone.WIB
    )
    assert found.landing is not None
    assert not found.landing.counted
    assert any("Tenggat tidak digeser" in sentence for sentence in found.in_words())


def test_kukar_counted_from_receipt_ends_a_day_earlier_and_the_reader_is_told_to_compare() -> None:
    """UU 1/2015 Ps 134(5) says receipt, Sunday 10 November; the office counted from Monday."""
    handling = law("pemilihan.handle_base", date(2024, 11, 11))
    assert [start.fact for start in handling.alternative_starts] == ["received"]
    from_receipt = due(handling, written("Sun 10-11-2024"), CALENDAR, Zone.WIB).on
    assert from_receipt == written("Wed 13-11-2024")
    said = explain(handling, date(2024, 11, 11), CALENDAR, Zone.WIB).in_words()
    assert any(sentence.endswith("Bandingkan kedua tanggal.") for sentence in said)

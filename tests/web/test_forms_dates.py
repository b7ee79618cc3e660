"""Days, times and moments as people write them."""

from datetime import date, time

import pytest

from netralitas.audit.domain import Precision
from netralitas.web.forms import Happened
from tests.web.everything import errors, parse


@pytest.mark.parametrize(
    "typed",
    [
        "2/9/2024",
        "02-09-2024",
        "2.9.2024",
        "2 September 2024",
        "2 sep 2024",
        "2 Sept. 2024",
        "Senin, 2 September 2024",
        "senin 2 SEPTEMBER 2024",
        "2024-09-02",
        " 2024/9/2 ",
    ],
)
def test_a_day_is_understood_as_people_write_it(typed: str) -> None:
    assert parse(known_on=typed).known_on == date(2024, 9, 2)


@pytest.mark.parametrize(
    ("day", "month", "year"),
    [("2", "9", "2024"), ("02", "September", "2024"), ("2", "sep", "2024")],
)
def test_a_day_in_three_inputs(day: str, month: str, year: str) -> None:
    form = parse(known_on="", known_on__day=day, known_on__month=month, known_on__year=year)

    assert form.known_on == date(2024, 9, 2)


def test_a_whole_day_typed_into_the_first_of_three_inputs_is_understood() -> None:
    assert parse(known_on="", known_on__day="2 September 2024").known_on == date(2024, 9, 2)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("kemarin", "harus berupa tanggal, misalnya 2/9/2024 atau 2 September 2024."),
        ("31/02/2010", "tidak ada tanggal 31 Februari 2010."),
        ("0/9/2024", "tidak ada tanggal 0 September 2024."),
        ("2/13/2024", "bulan harus 1 sampai 12 atau nama bulan, misalnya September."),
        ("2/9/24", "tulis tahun dengan empat angka, misalnya 2024."),
        ("2/9/1899", "tahun harus antara 1900 dan 2100."),
        ("2/9/2101", "tahun harus antara 1900 dan 2100."),
        ("4/9/2024", "tidak boleh sesudah hari ini (3 September 2024)."),
    ],
)
def test_a_day_that_cannot_be_says_why(typed: str, sentence: str) -> None:
    (said,) = errors(known_on=typed)["known_on"]

    assert said.startswith("Tanggal diketahui")
    assert said.endswith(sentence)


def test_a_day_with_a_part_left_out_names_the_part() -> None:
    assert errors(known_on="", known_on__day="2", known_on__year="2024")["known_on"] == [
        "Tanggal diketahui belum lengkap: isi bulan."
    ]


def test_only_a_past_field_minds_the_future() -> None:
    assert parse(decided_on="4/9/2030").decided_on == date(2030, 9, 4)


@pytest.mark.parametrize("typed", ["10.20", "10:20", "1020", "10.20 WIB", "10:20:59"])
def test_a_time_is_understood(typed: str) -> None:
    assert parse(at=typed).at == time(10, 20)


@pytest.mark.parametrize("typed", ["25.00", "10.60", "pagi", "2460"])
def test_a_time_that_cannot_be_says_the_shape(typed: str) -> None:
    assert errors(at=typed)["at"] == [
        "Jam harus berupa jam antara 00.00 dan 23.59, misalnya 10.20."
    ]


@pytest.mark.parametrize(
    ("typed", "precision", "on"),
    [
        ({"day": "2", "month": "9", "year": "2024"}, Precision.DAY, date(2024, 9, 2)),
        ({"month": "8", "year": "2024"}, Precision.MONTH, date(2024, 8, 1)),
        ({"year": "2020"}, Precision.YEAR, date(2020, 1, 1)),
        (
            {"day": "2", "month": "9", "year": "2024", "time": "10.20"},
            Precision.TIME,
            date(2024, 9, 2),
        ),
        (
            {"day": "2", "month": "9", "year": "2024", "precision": "as_of"},
            Precision.AS_OF,
            date(2024, 9, 2),
        ),
        ({"precision": "unknown"}, Precision.UNKNOWN, None),
    ],
)
def test_what_is_filled_in_says_how_exactly_it_is_known(
    typed: dict[str, str], precision: Precision, on: date | None
) -> None:
    form = parse(**{f"happened__{part}": text for part, text in typed.items()})

    assert form.happened is not None
    assert (form.happened.precision, form.happened.on) == (precision, on)


def test_a_moment_stands_in_the_zone_of_its_writer() -> None:
    happened = Happened(precision=Precision.TIME, on=date(2024, 9, 2), at=time(10, 20))
    moment = happened.moment("Asia/Makassar")

    assert moment.at is not None
    assert moment.at.isoformat() == "2024-09-02T10:20:00+08:00"
    assert moment.starts_clocks


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"day": "4", "month": "9", "year": "2024"}, "tidak boleh sesudah hari ini"),
        ({"time": "10.20"}, "isi tanggal, bulan, dan tahun"),
        ({"day": "2", "month": "9", "year": "2024", "precision": "time"}, "isi jamnya"),
        ({"day": "2", "month": "9", "year": "2024", "precision": "x"}, "seberapa tepat"),
        ({"month": "13", "year": "2024"}, "bulan harus 1 sampai 12"),
        ({"precision": "as_of"}, "isi tanggal, bulan, dan tahun"),
    ],
)
def test_a_moment_that_cannot_be_says_why(typed: dict[str, str], sentence: str) -> None:
    found = errors(**{f"happened__{part}": text for part, text in typed.items()})

    if typed == {"precision": "as_of"}:
        assert found == {}  # nothing typed: an optional field stays empty
    else:
        assert sentence in found["happened"][0]

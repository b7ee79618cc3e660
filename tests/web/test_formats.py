"""How values read on a page."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from netralitas.language import speaking
from netralitas.web import formats

MORNING = datetime(2024, 9, 2, 3, 20, tzinfo=UTC)


def test_a_date_is_written_as_in_official_letters() -> None:
    assert formats.long_date(date(2024, 9, 2)) == "Senin, 2 September 2024"
    assert formats.plain_date(date(2024, 9, 2)) == "2 September 2024"
    assert formats.short_date(date(2024, 8, 12)) == "12 Agu 2024"
    assert formats.month(date(2024, 9, 1)) == "September 2024"


def test_a_moment_is_written_with_its_zone() -> None:
    assert formats.long_time(MORNING) == "Senin, 2 September 2024 pukul 10.20 WIB"
    assert formats.short_time(MORNING) == "2 Sep 2024, 10.20 WIB"


@pytest.mark.parametrize(
    ("zone", "shown"),
    [
        ("Asia/Jakarta", "10.20 WIB"),
        ("Asia/Pontianak", "10.20 WIB"),
        ("Asia/Makassar", "11.20 WITA"),
        ("Asia/Jayapura", "12.20 WIT"),
    ],
)
def test_a_moment_is_shown_in_the_zone_of_the_page(zone: str, shown: str) -> None:
    with speaking("id", zone):
        assert formats.clock_time(MORNING) == shown


def test_a_moment_that_stands_in_an_indonesian_zone_stays_there() -> None:
    assert formats.clock_time(MORNING.astimezone(ZoneInfo("Asia/Jayapura"))) == "12.20 WIT"


def test_late_in_the_evening_of_utc_the_local_day_is_the_next() -> None:
    assert formats.long_date(datetime(2024, 9, 2, 20, 0, tzinfo=UTC)) == "Selasa, 3 September 2024"


def test_a_moment_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="without time zone"):
        formats.long_date(datetime(2024, 9, 2))  # noqa: DTZ001 - the mistake under test


def test_machines_get_iso() -> None:
    assert formats.machine_time(date(2024, 9, 2)) == "2024-09-02"
    assert formats.machine_time(MORNING) == "2024-09-02T10:20:00+07:00"


def test_english_is_ready() -> None:
    with speaking("en"):
        assert formats.long_date(date(2024, 9, 2)) == "Monday, 2 September 2024"
        assert formats.clock_time(MORNING) == "10:20 WIB"
        assert formats.number(1234567.5) == "1,234,567.5"


def test_numbers_are_grouped_with_dots() -> None:
    assert formats.number(1234567) == "1.234.567"
    assert formats.number(0.5) == "0,5"


@pytest.mark.parametrize(
    ("size", "shown"), [(812, "812 byte"), (49_152, "48 KB"), (2_516_582, "2,4 MB")]
)
def test_sizes_are_in_words(size: int, shown: str) -> None:
    assert formats.file_size(size) == shown


@pytest.mark.parametrize("number", ["197405122010011001", "19740512 201001 1 001"])
def test_a_masked_nip_shows_only_its_end(number: str) -> None:
    masked = formats.masked_nip(number)

    assert masked == "••••••••••••••1001"
    assert "1974" not in masked


@pytest.mark.parametrize("number", ["", "1", "1234"])
def test_a_short_number_shows_nothing(number: str) -> None:
    assert set(formats.masked_nip(number)) <= {"•"}

"""Office hours: which count on a day, how they are said, and what nobody could keep."""

from datetime import date, time
from typing import Any

import pytest

from netralitas.language import speaking
from netralitas.law.hours import OfficeHours, in_words, read_hours

PLAIN: dict[str, Any] = {
    "organisation": "kab",
    "valid_from": date(2024, 1, 1),
    "weekdays": [0, 1, 2, 3, 4],
    "opens": None,
    "closes": None,
    "basis": "Pengumuman",
    "certainty": "S",
}


def hours(**changes: Any) -> OfficeHours:  # noqa: ANN401 - fields by name
    return read_hours([{**PLAIN, **changes}])


def test_stages_open_weekends_and_nights_for_a_while() -> None:
    found = read_hours(
        [
            PLAIN,
            {
                **PLAIN,
                "valid_from": date(2024, 8, 27),
                "valid_to": date(2024, 8, 29),
                "weekdays": list(range(7)),
            },
        ]
    )
    during, after = found.on("kab", date(2024, 8, 28)), found.on("kab", date(2024, 8, 31))
    assert during is not None
    assert after is not None
    assert during.sentence == "Setiap hari selama 24 jam"
    assert after.valid_to is None
    assert not after.open_on(date(2024, 8, 31)), "a Saturday"
    assert found.on("prov", date(2024, 8, 31)) is None
    assert found.on("kab", date(2023, 12, 31)) is None


def test_the_hours_are_said_in_the_language_of_the_page() -> None:
    with speaking("en"):
        assert in_words([0, 1, 2, 3, 4], time(8), time(16)) == "Monday to Friday, 08:00 to 16:00"
        assert in_words([4, 0], None, None) == "Monday and Friday, 24 hours"
    assert in_words((0,), time(8), time(16)) == "Senin pukul 08.00 sampai 16.00"


@pytest.mark.parametrize(
    ("weekdays", "said"),
    [
        ([0, 1, 2, 3, 4], "Senin sampai Jumat selama 24 jam"),
        ([5], "Sabtu selama 24 jam"),
        ([0, 2, 4], "Senin, Rabu dan Jumat selama 24 jam"),
        ([0, 1, 2, 3, 4, 5, 6], "Setiap hari selama 24 jam"),
    ],
)
def test_the_days_are_said_as_people_say_them(weekdays: list[int], said: str) -> None:
    assert hours(weekdays=weekdays).all[0].sentence == said


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"organisation": " "}, "must not be empty"),
        ({"basis": ""}, "must not be empty"),
        ({"weekdays": []}, "some of 0 to 6"),
        ({"weekdays": [7]}, "some of 0 to 6"),
        ({"valid_to": date(2023, 1, 1)}, "ends before it begins"),
    ],
)
def test_hours_that_nobody_could_keep_are_refused(changes: dict[str, Any], fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        hours(**changes)

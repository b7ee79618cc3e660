"""How late something may have happened that is known to the month, the year, or as of a day."""

from datetime import UTC, date, datetime

import pytest

from netralitas.audit.domain import Moment, Precision


@pytest.mark.parametrize(
    ("precision", "on", "latest"),
    [
        (Precision.DAY, date(2024, 9, 2), date(2024, 9, 2)),
        (Precision.AS_OF, date(2020, 10, 27), date(2020, 10, 27)),
        (Precision.MONTH, date(2024, 2, 1), date(2024, 2, 29)),
        (Precision.MONTH, date(2024, 12, 1), date(2024, 12, 31)),
        (Precision.YEAR, date(2024, 1, 1), date(2024, 12, 31)),
        (Precision.UNKNOWN, None, None),
    ],
)
def test_the_latest_day_is_the_last_of_what_is_known(
    precision: Precision, on: date | None, latest: date | None
) -> None:
    moment = Moment(precision=precision, on=on)
    assert moment.latest_day == latest
    begun = None if latest is None else datetime(latest.year, latest.month, latest.day, tzinfo=UTC)
    assert Moment(precision=precision, on=on, zone="UTC").latest == begun


def test_a_moment_known_to_the_minute_is_its_own_latest() -> None:
    at = datetime(2024, 9, 2, 3, 20, tzinfo=UTC)
    assert Moment.time(at).latest == at

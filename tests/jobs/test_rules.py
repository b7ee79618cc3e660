"""When work comes again: after a failure, and each day."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest

from netralitas.jobs.queue import MOST_TRIES
from netralitas.jobs.schedule import daily
from netralitas.jobs.worker import pause

JAKARTA = ZoneInfo("Asia/Jakarta")


def test_the_waits_grow_up_to_an_hour() -> None:
    waits = [pause(tries).total_seconds() for tries in range(1, MOST_TRIES)]
    assert waits == [5, 20, 80, 320, 1280, 3600, 3600]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2024-09-01T17:59", "2024-09-01T18:00"),
        ("2024-09-01T18:00", "2024-09-02T18:00"),
        ("2024-12-31T20:00", "2025-01-01T18:00"),
    ],
)
def test_daily_work_comes_when_the_clock_on_the_wall_shows_it(now: str, expected: str) -> None:
    following = daily(time(1, 0), JAKARTA)
    moment = following(datetime.fromisoformat(now).replace(tzinfo=UTC))
    assert moment == datetime.fromisoformat(expected).replace(tzinfo=UTC)

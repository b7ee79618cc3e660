"""How a clock stands: due, late, met or missed, to the second and to the local day."""

from datetime import UTC, datetime, timedelta

from netralitas.law.deadline import Status, days_left, status
from netralitas.law.domain import Direction, Zone

DUE = datetime(2024, 2, 28, 16, 59, 59, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def test_a_clock_is_due_through_its_last_second_and_late_after_it() -> None:
    assert status(DUE, DUE + timedelta(microseconds=999_999)) is Status.DUE
    assert status(DUE, DUE + SECOND) is Status.LATE


def test_an_act_in_its_last_second_is_met_and_after_it_missed() -> None:
    long_after = DUE + timedelta(days=30)
    assert status(DUE, long_after, DUE + timedelta(microseconds=5)) is Status.MET
    assert status(DUE, long_after, DUE + SECOND) is Status.MISSED


def test_an_act_not_earlier_than_a_moment_is_never_late() -> None:
    direction = Direction.NOT_EARLIER_THAN
    assert status(DUE, DUE + timedelta(days=9), direction=direction) is Status.DUE
    assert status(DUE, DUE, DUE, direction) is Status.MET
    assert status(DUE, DUE, DUE - SECOND, direction) is Status.MISSED


def test_an_act_exactly_on_a_day_is_met_from_its_first_second_to_its_last() -> None:
    exactly, day = Direction.EXACTLY, timedelta(days=1)
    assert status(DUE, DUE, DUE, exactly) is Status.MET
    assert status(DUE, DUE, DUE - day + SECOND, exactly) is Status.MET
    assert status(DUE, DUE, DUE - day, exactly) is Status.MISSED
    assert status(DUE, DUE, DUE + SECOND, exactly) is Status.MISSED
    assert status(DUE, DUE + SECOND, direction=exactly) is Status.LATE


def test_days_left_are_those_of_the_local_calendar() -> None:
    evening = datetime(2024, 2, 27, 16, 30, tzinfo=UTC)
    assert days_left(DUE, evening, Zone.WIB) == 1
    assert days_left(DUE, evening + timedelta(hours=1), Zone.WIB) == 0
    assert days_left(DUE, evening + timedelta(days=3), Zone.WIB) == -2

"""Guessing is slow for one address and for all together, and patience is enough."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.public import throttle
from netralitas.public.throttle import Rate, Throttle


class Clock:
    """Seconds that a test sets."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def throttled(clock: Clock, *, together: int = 1000) -> Throttle:
    return Throttle(clock, each=Rate(tries=3, seconds=30), together=Rate(tries=together, seconds=1))


def test_an_address_has_its_tries_and_then_waits(clock: Clock) -> None:
    throttle = throttled(clock)
    assert [throttle.wait("a") for _ in range(4)] == [0, 0, 0, 30]
    clock.now += 12
    assert throttle.wait("a") == 18


def test_whoever_waits_as_long_as_told_has_one_try(clock: Clock) -> None:
    throttle = throttled(clock)
    for _ in range(3):
        throttle.wait("a")
    clock.now += throttle.wait("a")
    assert throttle.wait("a") == 0
    assert throttle.wait("a") > 0


def test_asking_too_early_costs_nothing(clock: Clock) -> None:
    throttle = throttled(clock)
    for _ in range(50):
        throttle.wait("a")
    clock.now += 30
    assert throttle.wait("a") == 0


def test_another_address_is_not_kept_waiting(clock: Clock) -> None:
    throttle = throttled(clock)
    for _ in range(4):
        throttle.wait("a")
    assert throttle.wait("b") == 0


def test_many_addresses_together_are_slow_too(clock: Clock) -> None:
    throttle = throttled(clock, together=5)
    waits = [throttle.wait(str(number)) for number in range(7)]
    assert waits == [0, 0, 0, 0, 0, 1, 1]
    clock.now += 1
    assert throttle.wait("new") == 0


def test_tries_do_not_pile_up(clock: Clock) -> None:
    throttle = throttled(clock)
    clock.now += 1_000_000
    assert [throttle.wait("a") for _ in range(4)] == [0, 0, 0, 30]


def test_the_memory_of_addresses_is_bounded(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(throttle, "MOST_ADDRESSES", 3)
    kept = throttled(clock)
    for number in range(10):
        kept.wait(str(number))
    assert len(kept._addresses) == 3


@given(st.lists(st.floats(min_value=0, max_value=100), max_size=60))
def test_no_timing_gives_more_tries_than_the_rate(pauses: list[float]) -> None:
    clock = Clock()
    throttle = throttled(clock)
    taken = 0
    for pause in pauses:
        clock.now += pause
        taken += throttle.wait("a") == 0
    assert taken <= 3 + (clock.now - 1000.0) / 30 + 1e-6

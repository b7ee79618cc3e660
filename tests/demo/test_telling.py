"""How the demo is told: in the order of time, by weights, on working days. Without a database."""

import asyncio
from collections import Counter
from datetime import date, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.demo import paths
from netralitas.demo.conducting import Conductor
from netralitas.demo.doers import doer
from netralitas.demo.laying import cut
from netralitas.demo.pacing import ZONE, Pace, dealt
from netralitas.law import book
from netralitas.workflows import current

NOON = datetime(2026, 3, 2, 12, tzinfo=ZONE)
CALENDAR = book.load().calendar()


def hour(number: int) -> datetime:
    return NOON + timedelta(hours=number)


async def _tell(conductor: Conductor, told: list[str], name: str, *hours: int) -> None:
    for number in hours:
        moment = await conductor.turn(hour(number))
        told.append(f"{name} {int((moment - NOON).total_seconds() // 3600)}")


def conducted(latest: int, **stories: tuple[int, ...]) -> list[str]:
    told: list[str] = []
    conductor = Conductor(hour(latest))
    asyncio.run(
        conductor.conduct(_tell(conductor, told, name, *hours) for name, hours in stories.items())
    )
    return told


def test_stories_are_told_side_by_side_in_the_order_of_time() -> None:
    assert conducted(99, one=(1, 5), two=(2, 3, 9), three=(4,)) == [
        *("one 1", "two 2", "two 3", "three 4", "one 5", "two 9"),
    ]


def test_nothing_is_told_later_than_now_and_the_order_of_a_story_stays() -> None:
    assert conducted(6, one=(5, 8, 9), two=(7,)) == ["one 5", "two 6", "one 6", "one 6"]


def test_time_never_goes_back_even_if_a_story_does() -> None:
    assert conducted(99, one=(5, 2), two=(6,)) == ["one 5", "one 5", "two 6"]


def test_a_story_that_fails_ends_the_telling() -> None:
    async def fail(conductor: Conductor) -> None:
        await conductor.turn(hour(1))
        raise LookupError("no such move")

    conductor = Conductor(hour(9))
    with pytest.raises(ExceptionGroup) as failed:
        asyncio.run(conductor.conduct([fail(conductor)]))
    assert failed.group_contains(LookupError)


@given(
    st.dictionaries(st.text(max_size=3), st.integers(1, 60), min_size=1, max_size=8),
    st.integers(0, 120),
    st.integers(),
)
def test_dealt_things_are_as_near_to_their_weights_as_whole_numbers_can_be(
    weights: dict[str, int], count: int, seed: int
) -> None:
    found = Counter(dealt(Random(seed), weights, count))  # noqa: S311 - no secret
    assert found.total() == count
    total = sum(weights.values())
    assert all(abs(found[thing] - count * weights[thing] / total) < 1 for thing in weights)


@given(st.dates(date(2019, 1, 1), date(2026, 6, 30)), st.integers(0, 2**32))
def test_steps_fall_on_working_days_one_after_the_other(begun: date, seed: int) -> None:
    pace = Pace(calendar=CALENDAR, rng=Random(seed))  # noqa: S311 - no secret
    steps = paths.TO_PLENARY["report"]
    start = pace.morning(pace.workday(begun, begun))
    moments = [at for at, _ in pace.lay(start, steps, pace.gaps(steps))]
    assert moments == sorted(moments)
    assert [at for at in moments if not CALENDAR.is_workday(at.date()) or at.hour > 16] == []


def test_a_way_is_cut_where_it_first_comes_to_a_state() -> None:
    whole = paths.FOLLOWED["discipline"]
    found = cut("discipline", "arrived", whole, "summoned")
    assert [step.code for step in found] == ["receive", "choose_discipline", "form_team", "summon"]
    assert cut("discipline", "arrived", whole, "arrived") == ()
    with pytest.raises(LookupError):
        cut("discipline", "arrived", whole, "ethics_council")


@pytest.mark.parametrize(
    ("workflow", "move", "addressee", "who"),
    [
        ("handling", "register", None, "bagas"),
        ("handling", "decide_other_law", None, "sari"),
        ("handling", "take_over", None, "galih"),
        ("referral", "recommend", "bkn", "maya"),
        ("referral", "recommend", "kasn", "bagas"),
        ("discipline", "examine", "bkpsdm", "dewa"),
        ("discipline", "examine", "setda", "indra"),
        ("publication", "objection_raised", "bkpsdm", "yoga"),
    ],
)
def test_each_step_is_made_by_whose_step_it_is(
    workflow: str, move: str, addressee: str | None, who: str
) -> None:
    assert doer(current(workflow).move(move), addressee, "bagas") == who

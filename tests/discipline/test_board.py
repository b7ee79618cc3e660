"""The pure parts of the board: classes of age, columns, filters of the address."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.discipline.board import (
    AGES,
    COLUMNS,
    PATH,
    TITLES,
    Age,
    Column,
    Filters,
    age_of,
    read_filters,
    stood,
    write_filters,
)
from netralitas.workflow.domain import Holder

MIDNIGHT = datetime(2026, 11, 21, 17, tzinfo=UTC)


@pytest.mark.parametrize(
    ("days", "age"),
    [
        *((-1, Age.FRESH), (0, Age.FRESH), (14, Age.FRESH)),
        *((15, Age.RECENT), (30, Age.RECENT)),
        *((31, Age.OLD), (90, Age.OLD)),
        *((91, Age.OLDEST), (4000, Age.OLDEST)),
    ],
)
def test_days_fall_into_four_classes(days: int, age: Age) -> None:
    assert age_of(days) is age


@given(st.integers(0, 400), st.integers(0, 86_399))
def test_the_filter_finds_exactly_what_is_of_that_age(days: int, seconds: int) -> None:
    since = MIDNIGHT - timedelta(days=days) + timedelta(seconds=seconds)
    found = [
        age
        for age in Age
        if (stood(age, MIDNIGHT).after or since)
        <= since
        < (stood(age, MIDNIGHT).until or since + timedelta(1))
    ]
    assert found == [age_of(days)]


def test_without_a_filter_every_age_is_shown() -> None:
    span = stood(None, MIDNIGHT)
    assert (span.after, span.until) == (None, None)


def test_every_holder_has_a_column_and_every_column_and_age_its_words() -> None:
    assert set(COLUMNS) == set(Holder)
    assert set(TITLES) == set(Column) == set(COLUMNS.values())
    assert set(AGES) == set(Age)


@given(
    st.builds(
        Filters,
        receiver=st.none() | st.integers(0, 999_999_999),
        age=st.none() | st.sampled_from(Age),
        late=st.booleans(),
    )
)
def test_filters_are_read_as_they_were_written(wanted: Filters) -> None:
    query = write_filters(wanted).removeprefix(PATH).removeprefix("?")
    pairs = dict(part.split("=") for part in query.split("&") if part)
    assert read_filters(pairs) == wanted


@pytest.mark.parametrize(
    "query",
    [
        {"penerima": "satu"},
        {"penerima": "²"},
        {"penerima": "9" * 40},
        {"umur": "abad"},
        {"terlambat": "mungkin"},
    ],
)
def test_what_nobody_offers_filters_nothing(query: dict[str, str]) -> None:
    assert read_filters(query) == Filters()

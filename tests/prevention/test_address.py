"""Filters and places in the address: what was written is read, and nothing else is an error."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.cases.domain import Theme
from netralitas.prevention.address import (
    LARGEST_ID,
    Filters,
    Place,
    read_filters,
    read_place,
    state_word,
    theme_word,
    write_place,
)
from netralitas.prevention.domain import ActivityState


@given(on=st.dates(), activity=st.integers(1, LARGEST_ID))
def test_a_place_comes_back_as_it_was_written(on: date, activity: int) -> None:
    place = Place(on=on, activity=activity)
    assert read_place(write_place(place)) == place


@given(text=st.text(max_size=60))
def test_no_text_is_an_error(text: str) -> None:
    read_place(text)
    read_filters({"tahun": text, "tema": text, "keadaan": text})


@pytest.mark.parametrize("text", ["", "x", "2024-13-01.5", "2024-01-01.99999999999999999999", "1"])
def test_what_is_no_place_is_the_beginning(text: str) -> None:
    assert read_place(text) is None


@given(
    theme=st.sampled_from([None, *Theme]),
    state=st.sampled_from([None, *ActivityState]),
    year=st.sampled_from([None, 2019, 2024]),
)
def test_filters_come_back_as_they_were_written(
    theme: Theme | None, state: ActivityState | None, year: int | None
) -> None:
    wanted = Filters(year=year, theme=theme, state=state)
    query = {
        "tahun": str(year or ""),
        "tema": theme_word(wanted) or "",
        "keadaan": state_word(wanted) or "",
    }
    assert read_filters(query) == wanted

"""How an office prints its numbers."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.correspondence.patterns import PatternError, check, printed

SEPTEMBER = date(2024, 9, 2)


def test_serial_month_and_year_are_filled_in() -> None:
    pattern = "{serial:03}/Reg/LP/PB/Kab/19.06/{month}/{year}"
    assert printed(pattern, 7, SEPTEMBER) == "007/Reg/LP/PB/Kab/19.06/IX/2024"


@pytest.mark.parametrize(
    ("month", "roman"), [(1, "I"), (4, "IV"), (5, "V"), (8, "VIII"), (11, "XI"), (12, "XII")]
)
def test_months_are_roman(month: int, roman: str) -> None:
    assert printed("{serial}/{month}", 1, date(2024, month, 1)) == f"1/{roman}"


@given(serials=st.lists(st.integers(min_value=1, max_value=10**6), unique=True, min_size=2))
def test_no_two_serials_print_alike(serials: list[int]) -> None:
    assert len({printed("{serial:03}/{year}", serial, SEPTEMBER) for serial in serials}) == len(
        serials
    )


@pytest.mark.parametrize(
    "pattern",
    [
        *("", "LP/{year}", "{serial}/{serial}", "{serial}/{office}", "{serial", "serial}"),
        *("{serial!r}", "{serial:>9999999}", "{serial:03x}", "{year:05}", "{serial.__class__}"),
        *("{}", "{0}", "{serial:{year}}", "{serial[0]}"),
    ],
)
def test_a_pattern_that_cannot_number_is_refused(pattern: str) -> None:
    with pytest.raises(PatternError):
        check(pattern)

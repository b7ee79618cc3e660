"""The SQL that sets the row-security context is made of checked values alone."""

from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.database.context import Context, local_settings


@given(
    st.none() | st.integers(),
    st.none() | st.integers(),
    st.booleans(),
    st.none() | st.binary(max_size=40),
)
def test_settings_are_made_of_digits_alone(
    organisation: int | None, officer: int | None, everything: bool, receipt: bytes | None
) -> None:
    sql = local_settings(
        Context(organisation=organisation, officer=officer, everything=everything, receipt=receipt)
    )
    values = [part.split("'")[1] for part in sql.split(";")]
    assert values == [
        "" if organisation is None else str(organisation),
        "" if officer is None else str(officer),
        "yes" if everything else "",
        "" if receipt is None else receipt.hex(),
    ]


@pytest.mark.parametrize("wrong", ["1", "1'; DROP TABLE event; --", True, 1.0])
def test_settings_take_nothing_but_integers(wrong: object) -> None:
    with pytest.raises(TypeError):
        local_settings(Context(organisation=cast("int", wrong)))


@pytest.mark.parametrize("wrong", ["ab", "'; DROP TABLE event; --", 1])
def test_the_digest_of_a_code_is_bytes_or_nothing(wrong: object) -> None:
    with pytest.raises(TypeError):
        local_settings(Context(receipt=cast("bytes", wrong)))


def test_only_the_literal_true_shows_everything() -> None:
    assert "yes" not in local_settings(Context(everything=cast("bool", "no")))

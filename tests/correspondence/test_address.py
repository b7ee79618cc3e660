"""The register in the address, and the lines of copies: pure."""

from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.correspondence.address import LONGEST, Wanted, pattern, read, write
from netralitas.correspondence.domain import AddressKind, Direction, ReceiptProof
from netralitas.correspondence.words import ADDRESSES, PROOFS, Condition, copies_in

type_text = st.text(max_size=LONGEST).map(lambda text: " ".join(text.replace("\x00", "").split()))


@given(
    st.builds(
        Wanted,
        way=st.none() | st.sampled_from(Direction),
        condition=st.none() | st.sampled_from(Condition),
        words=type_text.map(lambda text: text or None),
        after=st.none() | st.integers(1, 10**17),
    )
)
def test_filters_are_read_as_they_were_written(wanted: Wanted) -> None:
    assert read(dict(parse_qsl(write(wanted, after=wanted.after).partition("?")[2]))) == wanted


@pytest.mark.parametrize("after", ["", "satu", "²", "9" * 40, "-1"])
def test_a_place_that_is_none_begins_the_register(after: str) -> None:
    assert read({"setelah": after}) == Wanted()


def test_signs_that_match_everything_are_looked_for_as_they_are() -> None:
    assert pattern("50%_a\\b") == "%50\\%\\_a\\\\b%"
    assert pattern(None) is None


def test_every_proof_and_kind_of_address_has_its_words() -> None:
    assert set(PROOFS) == {proof.value for proof in ReceiptProof}
    assert set(ADDRESSES) == set(AddressKind)


def test_copies_are_lines_without_the_numbers_of_the_paper() -> None:
    typed = "1. Bawaslu Provinsi\n 2) Arsip\n\n17 Agustus Foundation\nArsip\n"
    assert copies_in(typed) == ("Bawaslu Provinsi", "Arsip", "17 Agustus Foundation")
    assert copies_in(None) == ()

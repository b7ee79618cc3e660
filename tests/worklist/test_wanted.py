"""What is looked for travels sealed: readable for nobody else, and never a NIP in the open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.vault.cipher import Keys
from netralitas.worklist.forms import SearchForm
from netralitas.worklist.wanted import looks_like_a_wrong_nip, nip_in, seal, unseal

KEYS = Keys(current="1", known={"1": b"k" * 32})
OTHERS = Keys(current="1", known={"1": b"o" * 32})
readable = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200)


@given(readable)
def test_what_was_sealed_opens_for_the_same_officer_only(typed: str) -> None:
    ticket = seal(typed, KEYS, 7)
    assert ticket.isascii()
    assert unseal(ticket, KEYS, 7) == typed
    assert unseal(ticket, KEYS, 8) is None
    assert unseal(ticket, OTHERS, 7) is None
    assert unseal(ticket[:-2], KEYS, 7) is None


@given(st.text())
def test_a_made_up_ticket_is_nothing(ticket: str) -> None:
    assert unseal(ticket, KEYS, 7) is None


@pytest.mark.parametrize(
    "typed", ["197405122010011001", "19740512 201001 1 001", "19740512.201001-1-001"]
)
def test_a_nip_is_known_with_and_without_separators(typed: str) -> None:
    assert nip_in(typed) == "197405122010011001"


@pytest.mark.parametrize(
    "typed", ["19740512201001100", "camat", "001/LP/2024", "١٩٧٤٠٥١٢٢٠١٠٠١١٠٠١"]
)
def test_other_texts_are_no_nip(typed: str) -> None:
    assert nip_in(typed) is None


def test_a_row_of_digits_that_is_too_short_is_said_to_be_a_wrong_nip() -> None:
    assert looks_like_a_wrong_nip("1974 0512 2010 0110 0")
    assert not looks_like_a_wrong_nip("001")
    form = SearchForm.parse({"cari": "19740512201001100"})
    assert form.errors["cari"] == ["NIP terdiri atas 18 angka. Periksa kembali angkanya."]


@pytest.mark.parametrize("typed", ["", "  ", "\x00", "\u202enama", "a" * 201, ["satu", "dua"]])
def test_bad_input_is_a_sentence(typed: object) -> None:
    form = SearchForm.parse({"cari": typed})
    assert not form.valid
    assert all(sentence.endswith(".") for sentence in form.errors["cari"])

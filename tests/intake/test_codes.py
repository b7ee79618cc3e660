"""The code of a receipt: what it is made of, how people mistype it, what its digest tells."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.intake.codes import (
    CHANCE_BYTES,
    digest,
    in_groups,
    is_well_formed,
    make,
    normalise,
)

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
chance = st.binary(min_size=CHANCE_BYTES, max_size=CHANCE_BYTES)
codes = chance.map(make)


def known_by(code: str) -> bytes:
    """The digest of a code under the secret of these tests."""
    return digest(code, b"secret")


@given(codes)
def test_a_code_is_printed_in_five_groups_of_four(code: str) -> None:
    assert [len(group) for group in code.split("-")] == [4] * 5
    assert set(code) <= {*ALPHABET, "-"}
    assert is_well_formed(code)


@given(chance, chance)
def test_other_chance_gives_another_code(one: bytes, other: bytes) -> None:
    alike = int.from_bytes(one) >> 1 == int.from_bytes(other) >> 1
    assert (make(one) == make(other)) is alike


def test_a_code_holds_more_than_80_bits_of_chance() -> None:
    seen = {make(bytes(place) + b"\x80" + bytes(11 - place)) for place in range(12)}
    assert len(seen) == 12
    assert 5 * (len(normalise(make(bytes(12)))) - 1) == 95


@pytest.mark.parametrize("size", [0, 11, 13])
def test_chance_of_another_length_makes_no_code(size: int) -> None:
    with pytest.raises(ValueError, match="12 random bytes"):
        make(bytes(size))


@given(codes)
def test_a_code_is_read_however_it_is_typed(code: str) -> None:
    spoken = code.replace("0", "O").replace("1", "l").lower().replace("-", " \u2013 ")
    for typed in (spoken, code.replace("-", ""), f"  {code}\n", code.replace("1", "I")):
        assert is_well_formed(typed)
        assert normalise(typed) == normalise(code)
        assert in_groups(typed) == code
        assert known_by(typed) == known_by(code)


@given(codes, st.integers(0, 19), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_noticed(code: str, place: int, wrong: str) -> None:
    plain = normalise(code)
    changed = plain[:place] + wrong + plain[place + 1 :]
    assert is_well_formed(changed) is (changed == plain)


@given(codes, st.integers(0, 19), st.integers(0, 19))
def test_two_exchanged_characters_are_noticed(code: str, first: int, second: int) -> None:
    characters = list(normalise(code))
    characters[first], characters[second] = characters[second], characters[first]
    changed = "".join(characters)
    assert is_well_formed(changed) is (changed == normalise(code))


@given(codes, st.integers(0, 19))
def test_a_missing_or_doubled_character_is_noticed(code: str, place: int) -> None:
    plain = normalise(code)
    assert not is_well_formed(plain[:place] + plain[place + 1 :])
    assert not is_well_formed(plain[:place] + plain[place] + plain[place:])


@given(st.text(max_size=40))
def test_any_text_can_be_asked_about(text: str) -> None:
    assert is_well_formed(text) is (len(normalise(text)) == 20 and is_well_formed(in_groups(text)))
    assert len(known_by(text)) == 32


@pytest.mark.parametrize("text", ["", "UUUU-UUUU-UUUU-UUUU-UUUU", "\ud800" * 20, "\u0660" * 20])
def test_what_is_no_code_is_not_well_formed(text: str) -> None:
    assert not is_well_formed(text)
    assert len(known_by(text)) == 32


def test_the_digest_is_one_of_this_purpose() -> None:
    code = make(bytes(range(12)))
    assert known_by(code) != hashlib.sha256(normalise(code).encode()).digest()
    assert known_by(code) != known_by(make(bytes(range(1, 13))))
    assert known_by(code) != digest(code, b"another secret")

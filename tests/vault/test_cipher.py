"""Sealing: only the right key opens, at the right place, what nobody changed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.vault.cipher import (
    Keys,
    Purpose,
    Sealed,
    SealError,
    TamperedError,
    UnknownKeyError,
)

OLD = bytes(range(32))
NEW = bytes(range(32, 64))
PLACE = b"vault 7 reporter"


def keys(current: str = "1", **masters: bytes) -> Keys:
    named = {name.removeprefix("k"): master for name, master in masters.items()}
    return Keys.derive(Purpose.IDENTITY, current, named or {"1": OLD})


@given(plain=st.binary(max_size=500), place=st.binary(max_size=50))
def test_what_was_sealed_opens_at_its_place(plain: bytes, place: bytes) -> None:
    sealed = keys().seal(plain, place)
    assert keys().open(sealed, place) == plain
    assert keys().open(Sealed.unpack(sealed.pack()), place) == plain


def test_the_ciphertext_does_not_contain_the_secret_and_differs_each_time() -> None:
    first, second = keys().seal(b"Siti Aminah", PLACE), keys().seal(b"Siti Aminah", PLACE)
    assert b"Siti" not in first.ciphertext
    assert first.ciphertext != second.ciphertext
    assert first.nonce != second.nonce


@given(position=st.integers(min_value=0, max_value=26), bit=st.integers(min_value=0, max_value=7))
def test_any_changed_bit_is_noticed(position: int, bit: int) -> None:
    sealed = keys().seal(b"Siti Aminah", PLACE)
    changed = bytearray(sealed.ciphertext)
    changed[position] ^= 1 << bit
    with pytest.raises(TamperedError):
        keys().open(replace(sealed, ciphertext=bytes(changed)), PLACE)


def test_a_changed_nonce_is_noticed() -> None:
    sealed = keys().seal(b"x", PLACE)
    with pytest.raises(TamperedError):
        keys().open(replace(sealed, nonce=bytes(12)), PLACE)


def test_it_does_not_open_at_another_place() -> None:
    with pytest.raises(TamperedError):
        keys().open(keys().seal(b"x", PLACE), b"vault 8 reporter")


def test_another_secret_does_not_open_it() -> None:
    with pytest.raises(TamperedError):
        keys(k1=NEW).open(keys(k1=OLD).seal(b"x", PLACE), PLACE)


def test_a_key_under_another_name_does_not_open_it() -> None:
    sealed = keys("1", k1=OLD, k2=OLD).seal(b"x", PLACE)
    with pytest.raises(TamperedError):
        keys("1", k1=OLD, k2=OLD).open(replace(sealed, key_id="2"), PLACE)


def test_a_key_that_is_gone_is_named() -> None:
    with pytest.raises(UnknownKeyError, match="'1'"):
        keys("2", k2=NEW).open(keys("1", k1=OLD).seal(b"x", PLACE), PLACE)


def test_each_purpose_has_its_own_key() -> None:
    nip = Keys.derive(Purpose.NIP, "1", {"1": OLD})
    with pytest.raises(TamperedError):
        nip.open(keys().seal(b"x", PLACE), PLACE)
    assert OLD not in nip.known.values()


def test_after_rotation_the_old_key_may_go() -> None:
    sealed = keys("1", k1=OLD).seal(b"x", PLACE)
    again = keys("2", k1=OLD, k2=NEW).reseal(sealed, PLACE)
    assert again.key_id == "2"
    assert keys("2", k2=NEW).open(again, PLACE) == b"x"


def test_keys_do_not_show_themselves() -> None:
    assert "known" not in repr(keys())


@pytest.mark.parametrize(
    ("current", "known"),
    [("2", {"1": OLD}), ("1", {"1": b"short"}), ("", {"": OLD}), ("ä", {"ä": OLD})],
)
def test_unusable_keys_are_refused(current: str, known: dict[str, bytes]) -> None:
    with pytest.raises(ValueError, match="key"):
        Keys(current=current, known=known)


@given(packed=st.binary(max_size=60))
def test_bytes_that_were_never_sealed_never_open(packed: bytes) -> None:
    with pytest.raises(SealError):
        keys().open(Sealed.unpack(packed), PLACE)

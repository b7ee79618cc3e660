"""A NIP is kept sealed, found by its digest, and shown by its last digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.cases.nip import nip_digest, open_nip, seal_nip
from netralitas.vault.cipher import Keys, Purpose, TamperedError

KEYS = Keys.derive(Purpose.NIP, "1", {"1": bytes(range(32))})
INDEX = bytes(range(1, 33))
NIPS = st.text("0123456789", min_size=18, max_size=18)


@given(nip=NIPS)
def test_it_opens_to_the_same_digits_and_shows_only_four(nip: str) -> None:
    sealed = seal_nip(nip, KEYS, INDEX)
    assert open_nip(sealed.cipher, sealed.digest, KEYS) == nip
    assert sealed.last4 == nip[-4:]
    assert nip.encode() not in sealed.cipher
    assert len(sealed.digest) == 32


@given(first=NIPS, second=NIPS)
def test_digests_are_equal_exactly_when_the_numbers_are(first: str, second: str) -> None:
    assert (nip_digest(first, INDEX) == nip_digest(second, INDEX)) == (first == second)


def test_separators_do_not_count() -> None:
    plain = seal_nip("198001012006041001", KEYS, INDEX)
    assert nip_digest("19800101 200604 1 001", INDEX) == plain.digest
    assert nip_digest("19800101.200604.1.001", INDEX) == plain.digest


def test_without_the_secret_a_digest_cannot_be_tried() -> None:
    nip = "198001012006041001"
    assert nip_digest(nip, INDEX) != nip_digest(nip, bytes(32))


def test_a_cipher_does_not_open_beside_another_persons_digest() -> None:
    one = seal_nip("198001012006041001", KEYS, INDEX)
    other = seal_nip("198001012006041002", KEYS, INDEX)
    with pytest.raises(TamperedError):
        open_nip(one.cipher, other.digest, KEYS)


@pytest.mark.parametrize("nip", ["", "1234", "1980010120060410011", "١٩٨٠٠١٠١٢٠٠٦٠٤١٠٠١"])
def test_anything_but_18_digits_is_refused(nip: str) -> None:
    with pytest.raises(ValueError, match="18 digits"):
        seal_nip(nip, KEYS, INDEX)

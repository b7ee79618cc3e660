"""Signed heads are notes that anybody's tools can read and nobody else can make."""

import base64
import hashlib

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from netralitas.audit import heads
from netralitas.audit.heads import BadHead, LogHead
from tests.audit.ledger import NAME, SEED

HEAD = LogHead(origin=NAME, size=1204, root=hashlib.sha256(b"root").digest())
VERIFIER = heads.verifier_of(SEED, NAME)


def test_a_head_is_written_as_a_signed_note() -> None:
    lines = heads.sign(HEAD, SEED, NAME).split("\n")
    assert lines[:4] == [NAME, "1204", base64.b64encode(HEAD.root).decode(), ""]
    dash, name, mark = lines[4].split(" ")
    assert (dash, name, lines[5:]) == ("—", NAME, [""])
    signature = base64.b64decode(mark)
    public = Ed25519PrivateKey.from_private_bytes(SEED).public_key()
    named = NAME.encode() + b"\n\x01" + public.public_bytes_raw()
    assert signature[:4] == hashlib.sha256(named).digest()[:4]
    public.verify(signature[4:], "\n".join([*lines[:3], ""]).encode())


@given(size=st.integers(min_value=0, max_value=2**60), root=st.binary(min_size=32, max_size=32))
def test_a_signed_head_opens_as_it_was(size: int, root: bytes) -> None:
    head = LogHead(origin=NAME, size=size, root=root)
    assert heads.open_note(heads.sign(head, SEED, NAME), VERIFIER) == head


@given(place=st.integers(min_value=0), turned=st.integers(min_value=1, max_value=127))
def test_no_character_of_what_is_signed_can_be_changed(place: int, turned: int) -> None:
    note = heads.sign(HEAD, SEED, NAME)
    place %= note.index("\n\n")
    changed = note[:place] + chr(ord(note[place]) ^ turned) + note[place + 1 :]
    with pytest.raises(BadHead):
        heads.open_note(changed, VERIFIER)


def test_others_may_have_signed_too() -> None:
    note = heads.sign(HEAD, SEED, NAME)
    witnessed = note + heads.sign(HEAD, bytes(32), "witness").splitlines()[-1] + "\n"
    assert heads.open_note(witnessed, VERIFIER) == HEAD
    assert heads.open_note(witnessed, heads.verifier_of(bytes(32), "witness")) == HEAD


@pytest.mark.parametrize("name", ["netralitas", "other"])
def test_a_head_of_another_key_is_refused(name: str) -> None:
    with pytest.raises(BadHead, match="not signed by netralitas"):
        heads.open_note(heads.sign(HEAD, bytes(32), name), VERIFIER)


@pytest.mark.parametrize("text", ["", "netralitas\n1\nroot\n", "x\n\n", "\n\n— netralitas !!\n"])
def test_what_is_no_note_is_refused(text: str) -> None:
    with pytest.raises(BadHead):
        heads.open_note(text, VERIFIER)


@pytest.mark.parametrize("body", ["a\n-1\n{}\n", "a\n²\n{}\n", "a\n1\nxx\n", "a\n"])
def test_a_signed_note_that_is_no_head_is_refused(body: str) -> None:
    text = body.format(base64.b64encode(HEAD.root).decode())
    signature = Ed25519PrivateKey.from_private_bytes(SEED).sign(text.encode())
    mark = base64.b64encode(VERIFIER.key_id + signature).decode()
    with pytest.raises(BadHead, match="size and the root"):
        heads.open_note(f"{text}\n— {NAME} {mark}\n", VERIFIER)


def test_the_verifier_key_is_published_and_read_back() -> None:
    assert heads.verifier_from(f"{VERIFIER}\n") == VERIFIER


@pytest.mark.parametrize("text", ["", "a", "a+b", "a+b+c", f"x{VERIFIER}", f"{VERIFIER}A"])
def test_another_text_is_no_verifier_key(text: str) -> None:
    with pytest.raises(ValueError, match="verifier key"):
        heads.verifier_from(text)


@pytest.mark.parametrize("name", ["", "two words", "a+b"])
def test_a_log_has_a_name_that_a_note_can_carry(name: str) -> None:
    with pytest.raises(ValueError, match="name of a log"):
        heads.verifier_of(SEED, name)

"""Sealing between the public door and the office: each key opens its own, at its own place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.intake import codes
from netralitas.intake.envelope import (
    CodeKeys,
    OfficeKeys,
    content_place,
    label_place,
    message_place,
    new_data_key,
    open_sealed,
    piece_place,
    report_place,
    seal,
    seal_to,
)
from netralitas.vault.cipher import Keys, Purpose, TamperedError, UnknownKeyError

CODE = codes.make(bytes(range(12)))
OTHER = codes.make(bytes(range(1, 13)))
DIGEST = codes.digest(CODE, b"s" * 32)


def office(current: str = "2") -> OfficeKeys:
    """Return an office with an old and a new key."""
    return OfficeKeys(
        keys=Keys.derive(Purpose.INBOX, current, {"1": b"1" * 32, "2": b"2" * 32}),
    )


@given(st.binary(max_size=300))
def test_a_code_opens_its_draft_however_it_is_typed(plain: bytes) -> None:
    data_key = new_data_key()
    wrapped = CodeKeys.of(CODE).wrap(data_key, DIGEST)
    typed = CodeKeys.of(CODE.lower().replace("-", " "))
    found = typed.unwrap(wrapped, DIGEST)
    sealed = seal(data_key, plain, content_place(DIGEST))
    assert found == data_key
    assert open_sealed(found, sealed, content_place(DIGEST)) == plain


def test_another_code_opens_nothing() -> None:
    wrapped = CodeKeys.of(CODE).wrap(new_data_key(), DIGEST)
    with pytest.raises(TamperedError):
        CodeKeys.of(OTHER).unwrap(wrapped, DIGEST)
    mail = seal_to(CodeKeys.of(CODE).mailbox_public, b"Terima kasih", message_place(DIGEST))
    with pytest.raises(TamperedError):
        CodeKeys.of(OTHER).open_mail(mail, message_place(DIGEST))


def test_what_was_moved_or_changed_does_not_open() -> None:
    data_key = new_data_key()
    sealed = seal(data_key, b"foto", piece_place(DIGEST, 1, 2))
    for place in (piece_place(DIGEST, 2, 1), piece_place(DIGEST, 1, 3), label_place(DIGEST, 1)):
        with pytest.raises(TamperedError):
            open_sealed(data_key, sealed, place)
    for wrong in (b"", sealed[:11], sealed[:-1], sealed[:-1] + bytes((sealed[-1] ^ 1,))):
        with pytest.raises(TamperedError):
            open_sealed(data_key, wrong, piece_place(DIGEST, 1, 2))


def test_the_mailbox_of_a_code_opens_what_was_sealed_to_it() -> None:
    keys = CodeKeys.of(CODE)
    mail = seal_to(keys.mailbox_public, b"Kami butuh keterangan", message_place(DIGEST))
    assert b"keterangan" not in mail
    assert keys.open_mail(mail, message_place(DIGEST)) == b"Kami butuh keterangan"
    with pytest.raises(TamperedError):
        keys.open_mail(b"short", message_place(DIGEST))


def test_an_office_opens_reports_to_its_old_key_and_to_its_new_one() -> None:
    for name in ("1", "2"):
        sealed = seal_to(office().public_key(name), b"k" * 32, report_place(DIGEST))
        assert office().open(name, sealed, report_place(DIGEST)) == b"k" * 32
    assert office().public_key() == office().public_key("2") != office().public_key("1")
    assert office().current_id == "2"


def test_a_report_to_one_key_opens_under_no_other() -> None:
    sealed = seal_to(office().public_key("1"), b"k" * 32, report_place(DIGEST))
    with pytest.raises(TamperedError):
        office().open("2", sealed, report_place(DIGEST))
    with pytest.raises(TamperedError):
        office().open("1", sealed, report_place(codes.digest(OTHER, b"s" * 32)))
    with pytest.raises(UnknownKeyError):
        office().open("3", sealed, report_place(DIGEST))


def test_no_key_is_shown_when_something_is_printed() -> None:
    assert repr(CodeKeys.of(CODE)) == "CodeKeys()"
    assert repr(office().keys.known["2"])[2:10] not in repr(office())

"""Numbers and addresses of persons, secrets, files."""

import pytest

from netralitas.web.forms import MEBIBYTE, FileKind
from tests.web.everything import JPEG, Sent, errors, parse


def test_a_nip_is_kept_without_its_spaces() -> None:
    assert parse(nip="19740512 201001 1 001").nip == "197405122010011001"


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("198509152023212004", ["angka ke-13 dan ke-14 harus bulan mulai bertugas"]),
        ("19740512201001100", ["terdiri atas 18 angka; yang Anda tulis 17."]),
        ("19740512201001100X", ["hanya terdiri atas angka."]),
        ("197405322010011001", ["tanggal lahir"]),
        ("197405122010131001", ["bulan mulai bertugas"]),
        ("197405120001011001", ["tahun mulai bertugas"]),
        ("197405122010013001", ["laki-laki"]),
        ("197413322010133001", ["tanggal lahir", "bulan mulai bertugas", "laki-laki"]),
        ("١٩٧٤٠٥١٢٢٠١٠٠١١٠٠١", ["hanya terdiri atas angka."]),
    ],
)
def test_a_wrong_nip_names_each_part_that_is_wrong(typed: str, parts: list[str]) -> None:
    said = errors(nip=typed)["nip"]

    assert len(said) == len(parts)
    assert all(part in sentence for part, sentence in zip(parts, said, strict=True))


def test_a_nik_knows_the_birthday_of_women() -> None:
    assert parse(nik="3310015205740001").nik == "3310015205740001"
    assert parse(nik="3310012902000001").nik == "3310012902000001"
    assert "tanggal lahir" in errors(nik="3310017205740001")["nik"][0]


@pytest.mark.parametrize("typed", ["0812-3456-7890", "+62 812 3456 7890", "62 (812) 3456.7890"])
def test_a_telephone_number_gets_its_country(typed: str) -> None:
    assert parse(phone=typed).phone == "+6281234567890"


@pytest.mark.parametrize("typed", ["812345", "abc", "+1 555 0100", "0", "0812345678901234"])
def test_a_telephone_number_elsewhere_is_refused(typed: str) -> None:
    assert "nomor telepon" in errors(phone=typed)["phone"][0]


@pytest.mark.parametrize("typed", ["a@b", "a b@c.id", "@c.id", "a@c..id", "a@" + "x" * 260 + ".id"])
def test_an_address_without_its_parts_is_refused(typed: str) -> None:
    assert "alamat surel" in errors(email=typed)["email"][0]


def test_a_password_is_taken_as_it_is_and_never_sent_back() -> None:
    form = parse(secret="  rahasia sekali ")

    assert form.secret == "  rahasia sekali "
    assert form.field("secret").value == ""
    assert "secret" not in form.typed


def test_a_file_is_known_by_its_content() -> None:
    form = parse(letter=Sent("C:\\fakepath\\surat.pdf", JPEG))

    assert form.letter is not None
    (received,) = form.letter
    assert (received.name, received.kind, received.size) == ("surat.pdf", FileKind.JPEG, 304)
    assert received.content.read() == JPEG


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        (Sent("kosong.pdf", b""), "Berkas “kosong.pdf” kosong."),
        (Sent("besar.jpg", JPEG + b"0" * MEBIBYTE), "Batasnya 1 MB untuk tiap berkas."),
        (Sent("x.pdf", b"<html>%PDF"), "Yang diterima: PDF, JPEG."),
        (Sent("x.svg", b"<svg onload='1'/>"), "tidak diterima"),
    ],
)
def test_a_file_that_cannot_be_kept_says_why_and_the_limit(sent: Sent, sentence: str) -> None:
    assert sentence in errors(letter=sent)["letter"][0]


def test_every_bad_file_has_its_sentence_and_their_number_is_limited() -> None:
    assert len(errors(files=[Sent("a", b""), Sent("b", b"")])["files"]) == 2
    assert "paling banyak 2 berkas" in errors(files=[Sent("a", JPEG)] * 3)["files"][0]


def test_a_form_that_comes_back_asks_for_its_files_again() -> None:
    assert "Pilih lagi berkasnya" in parse(subject="", letter=Sent("a", JPEG)).field("letter").hint
    assert parse(letter=Sent("a", JPEG)).field("letter").hint == ""
    assert parse(subject="").field("letter").hint == ""


@pytest.mark.parametrize("secret", ["a\x00b", "a\ud800b", "x" * 1025])
def test_a_secret_that_cannot_be_hashed_is_refused(secret: str) -> None:
    assert len(errors(secret=secret)["secret"]) == 1


def test_no_file_chosen_is_no_file() -> None:
    assert parse(letter=Sent("", b"")).letter is None
    assert parse(subject="", letter=Sent("", b"")).field("letter").hint == ""

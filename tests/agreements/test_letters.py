"""Letters under an agreement: addresses by day, and from which day a letter counts."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.agreements.content import read
from netralitas.agreements.domain import RecordKind
from netralitas.agreements.paper import Address, type_proof, type_way
from netralitas.agreements.records.letters import addresses, last_day_to_tell, received
from netralitas.agreements.records.values import Entry, Letter, NewAddress, Receipt, Record
from netralitas.law.book import load
from netralitas.law.domain import Zone
from tests.agreements.conftest import Partners, Visits
from tests.agreements.signed import signed
from tests.agreements.test_records import keep, typed
from tests.make import days_ago

PAPER = read("banjarnegara")
SENT = date(2026, 1, 5)


def kept(number: int, kind: RecordKind, on: date, entry: Entry, about: int | None = None) -> Record:
    return Record(id=number, kind=kind, about=about, on=on, entry=entry, officer="Rina")


def sent(way: type_way) -> Record:
    letter = Letter(sender=1, receiver=2, number="1/S", subject="Data", way=way)
    return kept(1, RecordKind.LETTER, SENT, letter)


def proofs(*found: tuple[type_proof, date]) -> list[Record]:
    return [
        kept(number, RecordKind.RECEIPT, on, Receipt(proof=proof), about=1)
        for number, (proof, on) in enumerate(found, start=2)
    ]


LATER = SENT + timedelta(days=2)


@pytest.mark.parametrize(
    ("way", "found", "on", "article"),
    [
        ("direct", (), None, ""),
        ("direct", (("signature", SENT),), SENT, "Pasal 13 ayat (2) huruf a"),
        ("direct", (("signature", LATER),), LATER, "Pasal 13 ayat (2) huruf a"),
        ("email", (("mail", SENT),), None, ""),
        ("email", (("mail", SENT), ("telephone", SENT)), SENT, "Pasal 13 ayat (2) huruf b"),
        ("email", (("mail", SENT), ("telephone", LATER)), None, ""),
        ("email", (("mail", SENT), ("signature", LATER)), LATER, ""),
        ("post", (("post", LATER),), LATER, ""),
        ("post", (("telephone", LATER),), None, ""),
    ],
)
def test_a_letter_counts_as_received_by_the_rule_of_its_way(
    way: type_way, found: tuple[tuple[type_proof, date], ...], on: date | None, article: str
) -> None:
    result = received(PAPER, sent(way), proofs(*found))
    assert (result.on, result.article) == (on, article)
    said = " ".join(result.steps)
    assert (article in said) is bool(article) or not article
    if way == "post":
        assert "tidak mengatur" in said
        assert "Pasal" not in said


def test_an_agreement_without_the_rule_names_no_article() -> None:
    result = received(read("kudus"), sent("direct"), proofs(("signature", SENT)))
    assert (result.on, result.article) == (SENT, "")
    assert "tidak mengatur" in result.steps[0]


@given(
    days=st.lists(st.integers(0, 20), min_size=1, max_size=6, unique=True), on=st.integers(-3, 25)
)
def test_the_address_of_a_day_is_the_last_that_held(days: list[int], on: int) -> None:
    records = [
        kept(
            number,
            RecordKind.ADDRESS,
            SENT + timedelta(days=day),
            NewAddress(
                address=Address(party=2, to=f"Ke {day}", street="", phone="", email=""),
                told_on=SENT,
            ),
        )
        for number, day in enumerate(days, start=1)
    ]
    found = addresses(PAPER, records, SENT + timedelta(days=on))
    before = [day for day in days if day <= on]
    expected = f"Ke {max(before)}" if before else "KPU Kabupaten Banjarnegara"
    assert found[2].address.to == expected
    assert found[1].since is None


def test_a_change_of_address_is_told_five_working_days_before() -> None:
    found = last_day_to_tell(PAPER.correspondence, date(2026, 2, 9), load().calendar(), Zone.WIB)
    assert found
    assert found.due.on == date(2026, 2, 2)
    said = " ".join(found.in_words())
    assert "5 hari kerja sebelum alamat baru berlaku" in said
    assert "Pasal 13 ayat (3)" in said
    assert last_day_to_tell(None, date(2026, 2, 9), load().calendar(), Zone.WIB) is None


async def test_letters_are_kept_with_the_day_from_which_they_count(
    partners: Partners, visit: Visits
) -> None:
    here = f"/kerja-sama/{await signed(partners)}"
    putri = await visit("putri")
    page = await putri.go(f"{here}/surat")
    assert page.text.count("Menurut naskah") == 2
    new = {
        "party": "2",
        "to": "Bawaslu Kabupaten Contoh",
        "street": "Jalan Merdeka 1",
        "phone": "(0286) 111",
        "email": "surat@example.go.id",
        **typed("told_on", days_ago(10)),
    }
    short = await keep(putri, here, "alamat", 9, **new)
    assert short.status == 422
    assert "diberitahukan paling lambat" in short.text
    assert "5 hari kerja sebelumnya (Pasal 13 ayat (3))" in short.text
    assert "Akan berlaku" in (await keep(putri, here, "alamat", -30, **new)).text
    letter = {
        "sender": "1",
        "receiver": "2",
        "number": "100/2026",
        "subject": "Permintaan data",
        "way": "email",
    }
    itself = await keep(putri, here, "surat", 30, **{**letter, "receiver": "1"})
    assert "Pilih pihak lain sebagai penerima." in itself.text
    page = await keep(putri, here, "surat", 30, **letter)
    assert "Belum dianggap diterima menurut Pasal 13 ayat (2) huruf b" in page.text
    about = page.link("Catat bukti").removeprefix(f"{here}/catatan/").partition("/")[0]
    early = await keep(putri, here, f"{about}/bukti", 31, proof="mail")
    assert "hari yang dijawabnya" in early.text
    await keep(putri, here, f"{about}/bukti", 30, proof="mail")
    again = await keep(putri, here, f"{about}/bukti", 30, proof="mail")
    assert "Catatan yang sama sudah ada." in again.text
    page = await keep(putri, here, f"{about}/bukti", 30, proof="telephone")
    assert "Dianggap diterima pada hari yang sama" in page.text
    assert "Dasar: Pasal 13 ayat (2) huruf b." in page.text


async def test_a_draft_says_what_its_text_says_of_letters(
    partners: Partners, visit: Visits
) -> None:
    number = await signed(partners)
    sari = await visit("sari")
    late = (await sari.go(f"/kerja-sama/{number}/korespondensi")).form("korespondensi")
    assert late.values["change_workdays"] == ["5"]
    assert (await sari.send(late)).status == 409

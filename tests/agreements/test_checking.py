"""What a text is told before it is signed, a sentence for each fault."""

from datetime import date

import msgspec
import pytest

from netralitas.agreements.checking import faults, hold_whole_text
from netralitas.agreements.content import NAMES, read
from netralitas.agreements.paper import Article, Paper, PaperParty, Provision, Term
from netralitas.refusals import RuleBroken


def said(paper: Paper, *elsewhere: str) -> list[str]:
    return [fault.text for fault in faults(paper, elsewhere)]


def test_the_slips_of_the_real_agreements_are_found_and_stop_nobody() -> None:
    found = {name: said(read(name)) for name in NAMES}
    assert len(found["belitung_timur"]) == 1
    assert "Sinergi Perencanaan dan Pelaksanaan Pembangunan" in found["belitung_timur"][0]
    assert len(found["kudus"]) == 2
    assert "Nota Kesepakatan Aksi" in found["kudus"][0]
    assert "“PARA PIHAK” dipakai untuk" in found["kudus"][1]
    assert found["banjarnegara"] == []
    for name in NAMES:
        hold_whole_text(read(name))


def test_a_citation_with_the_gazette_of_another_year_is_found() -> None:
    wrong = (
        "Peraturan Pemerintah Nomor 96 Tahun 2021 tentang Pelaksanaan Undang-Undang Nomor 25 Tahun"
        " 2009 tentang Pelayanan Publik (Lembaran Negara Republik Indonesia Tahun 2012 Nomor 215)"
    )
    paper = msgspec.structs.replace(read("banjarnegara"), cites=(wrong,))
    assert "(2012) bukan tahun peraturannya" in said(paper)[0]
    right = msgspec.structs.replace(paper, cites=(wrong.replace("2021", "2012"),))
    assert said(right) == []


def changed(**parts: object) -> Paper:
    return msgspec.structs.replace(read("banjarnegara"), **parts)


PARTIES = read("banjarnegara").parties


def party(place: int, **parts: object) -> PaperParty:
    return msgspec.structs.replace(PARTIES[place], **parts)


@pytest.mark.parametrize(
    ("paper", "sentence"),
    [
        (
            changed(term=Term(at="Pasal 11 ayat (1)", ends_on=date(2020, 1, 1))),
            "berakhir sebelum dimulai",
        ),
        (
            changed(parties=(PARTIES[0], party(1, number=PARTIES[0].number))),
            "tercantum untuk dua pihak",
        ),
        (
            changed(parties=(PARTIES[0], party(1, called="PIHAK KESATU"))),
            "sama-sama disebut PIHAK KESATU",
        ),
        (
            changed(
                articles=(
                    *read("banjarnegara").articles,
                    Article(
                        number=99, heading="X", provisions=(Provision(text="T", owed_by=(3,)),)
                    ),
                )
            ),
            "Pasal 99 memberi tugas kepada pihak yang tidak ada",
        ),
        (changed(parties=PARTIES[:1]), "dua pihak yang berbeda"),
        (changed(parties=(PARTIES[0], party(1, signatory=""))), "belum lengkap"),
        (changed(term=None), "Masa berlaku belum ditentukan"),
        (changed(term=Term(at="Pasal 77", years=1)), "Pasal 77 disebut sebagai dasar"),
    ],
)
def test_what_contradicts_itself_is_said_and_cannot_be_signed(paper: Paper, sentence: str) -> None:
    assert any(sentence in text for text in said(paper))
    with pytest.raises(RuleBroken, match=r".+"):
        hold_whole_text(paper)


def test_a_number_of_another_agreement_cannot_be_used_again() -> None:
    paper = read("kudus")
    assert (
        f"Nomor {paper.parties[0].number} sudah dipakai" in said(paper, paper.parties[0].number)[0]
    )

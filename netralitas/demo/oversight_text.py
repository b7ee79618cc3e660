"""The text of the demo's agreement on internet content, which is invented."""

from collections.abc import Iterator
from typing import Final

from netralitas.agreements.domain import AgreementKind
from netralitas.agreements.paper import (
    Address,
    Article,
    Copies,
    Correspondence,
    Deemed,
    Evaluation,
    Notice,
    Paper,
    PaperParty,
    Provision,
    Rule,
    Term,
)
from netralitas.demo.telling import Teller

_ARTICLES: Final = (
    (1, "Ruang lingkup", (("", "Para pihak mengawasi konten internet bersama.", (1, 2)),)),
    (
        *(2, "Tugas"),
        (
            ("ayat (1)", "Pihak kesatu menemukan dan menangkap halaman yang diawasi.", (1,)),
            ("ayat (2)", "Pihak kedua meminta penurunan kepada penyelenggara platform.", (2,)),
        ),
    ),
    (
        *(3, "Masa berlaku"),
        (
            ("ayat (1)", "Perjanjian ini berlaku 2 (dua) tahun sejak ditandatangani.", ()),
            ("ayat (2)", "Perpanjangan diberitahukan paling lambat 2 (dua) bulan sebelumnya.", ()),
        ),
    ),
    (4, "Evaluasi", (("", "Pelaksanaan dievaluasi paling sedikit sekali setahun.", (1, 2)),)),
    (
        *(5, "Surat-menyurat"),
        (
            ("ayat (1)", "Surat disampaikan langsung atau dengan surat elektronik.", (1, 2)),
            ("ayat (2)", "Surat dianggap diterima pada hari ditandatangani penerimanya.", ()),
            ("ayat (3)", "Perubahan alamat diberitahukan 3 (tiga) hari kerja sebelumnya.", (1, 2)),
        ),
    ),
    (6, "Perbedaan", (("", "Perbedaan pendapat diselesaikan dengan musyawarah.", (1, 2)),)),
    (7, "Perubahan", (("", "Perubahan diatur dalam adendum yang ditandatangani.", (1, 2)),)),
    (8, "Pejabat", (("", "Pergantian pejabat tidak memengaruhi perjanjian ini.", ()),)),
)


def paper(teller: Teller) -> Paper:
    """Return the text, which is invented; both parties have an office in the demo."""
    return Paper(
        kind=AgreementKind.PERJANJIAN_KERJA_SAMA,
        title="Pengawasan konten internet di Tanjung Lestari",
        place="Muara Embun",
        parties=tuple(_parties(teller)),
        together="PARA PIHAK",
        alone="PIHAK",
        articles=tuple(
            Article(
                number=number,
                heading=heading,
                provisions=tuple(Provision(at=at, text=t, owed_by=by) for at, t, by in sentences),
            )
            for number, heading, sentences in _ARTICLES
        ),
        term=Term(at="Pasal 3 ayat (1)", years=2),
        notices=(Notice(at="Pasal 3 ayat (2)", subjects=("extension",), number=2, unit="month"),),
        evaluation=Evaluation(at="Pasal 4", months=12),
        addendum=Rule(at="Pasal 7"),
        disputes=Rule(at="Pasal 6"),
        succession=Rule(at="Pasal 8"),
        correspondence=_correspondence(),
        copies=(Copies(number=2, stamped=True), Copies(number=1, stamped=False, initialled=True)),
    )


def _parties(teller: Teller) -> Iterator[PaperParty]:
    yield PaperParty(
        called="PIHAK KESATU",
        name="Bawaslu Kabupaten Tanjung Lestari",
        number="014/PM.04/K.TL-01/2025",
        signatory=teller.actors["sari"].name,
        capacity="Ketua Bawaslu Kabupaten Tanjung Lestari",
        organisation=teller.offices["kab"],
    )
    yield PaperParty(
        called="PIHAK KEDUA",
        name="Pemerintah Kabupaten Tanjung Lestari",
        number="008/PKS/TL/2025",
        signatory="Laksita Mahardika",
        capacity="Kepala Dinas Komunikasi dan Informatika",
        organisation=teller.offices["pemkab"],
    )


def _correspondence() -> Correspondence:
    deemed = Deemed(at="Pasal 5 ayat (2)", way="direct", needs=("signature",))
    return Correspondence(
        at="Pasal 5 ayat (1)",
        received=("Pasal 5 ayat (2)",),
        deemed=(deemed,),
        change_at="Pasal 5 ayat (3)",
        change_workdays=3,
        addresses=tuple(
            Address(party=party, to=to, street=street, phone="(0999) 1000", email=email)
            for party, to, street, email in (
                (1, "Sekretariat Bawaslu", "Jalan Kenanga 1", "bawaslu@tanjung-lestari.example"),
                (2, "Dinas Kominfo", "Jalan Melati 2", "kominfo@tanjung-lestari.example"),
            )
        ),
    )

"""The text of the demo's agreement on exchange, a child of its first one: invented throughout."""

from collections.abc import Mapping
from typing import Final

from netralitas.agreements.domain import AgreementKind
from netralitas.agreements.paper import (
    Article,
    Copies,
    Evaluation,
    Paper,
    PaperParty,
    Provision,
    Rule,
    Term,
)

_BOTH: Final = (1, 2)

ASKED_AT: Final = "Pasal 1 ayat (1)"
FACILITY_AT: Final = "Pasal 2 ayat (1)"
PERIOD_AT: Final = "Pasal 3 ayat (1)"
ANSWER_WORKDAYS: Final = 10
"""So many working days Pasal 3 of this invented text gives for an answer."""


def _article(number: int, heading: str, *sentences: str) -> Article:
    several = len(sentences) > 1
    return Article(
        number=number,
        heading=heading,
        provisions=tuple(
            Provision(text=text, at=f"ayat ({place})" if several else "", owed_by=_BOTH)
            for place, text in enumerate(sentences, start=1)
        ),
    )


_ARTICLES: Final = (
    _article(
        *(1, "Pertukaran data"),
        "Data diminta secara tertulis per isian, dengan keperluan dan dasar hukum setiap isian.",
        "Data dipakai hanya untuk keperluan yang disebut dalam permintaannya.",
    ),
    _article(
        *(2, "Fasilitas dan narasumber"),
        "Ruang, kendaraan, dan sarana lain dipakai berdasarkan permintaan tertulis.",
        "Para pihak menyediakan narasumber untuk kegiatan pihak lain.",
    ),
    _article(
        *(3, "Jawaban"),
        "Permintaan dijawab paling lambat 10 (sepuluh) hari kerja sejak tanggal suratnya.",
        "Penolakan disertai alasan.",
    ),
    _article(
        *(4, "Satuan tugas dan narahubung"),
        "Para pihak membentuk satuan tugas dengan keputusan bersama.",
        "Setiap pihak menunjuk narahubung.",
    ),
    _article(5, "Kerahasiaan", "Para pihak menjaga kerahasiaan data menurut labelnya."),
    _article(6, "Jangka waktu", "Perjanjian ini berlaku 3 (tiga) tahun sejak ditandatangani."),
    _article(7, "Evaluasi", "Para pihak mengadakan evaluasi sekali setahun."),
    _article(
        8, "Penyelesaian perselisihan", "Perbedaan penafsiran diselesaikan secara musyawarah."
    ),
)


def paper(offices: Mapping[str, int], year: int) -> Paper:
    """Return the text between Bawaslu and the local government, numbered in a year."""
    return Paper(
        kind=AgreementKind.PERJANJIAN_KERJA_SAMA,
        title="Pertukaran data, fasilitas, dan narasumber pengawasan netralitas",
        place="Muara Embun",
        parties=(
            PaperParty(
                called="PIHAK KESATU",
                name="Bawaslu Kabupaten Tanjung Lestari",
                number=f"002/PM.04/K.TL-01/{year}",
                signatory="Sari Kusumawati",
                capacity="Ketua Bawaslu Kabupaten Tanjung Lestari",
                organisation=offices["kab"],
            ),
            PaperParty(
                called="PIHAK KEDUA",
                name="Pemerintah Kabupaten Tanjung Lestari",
                number=f"100.3.7/012/PKS/{year}",
                signatory="Gunawan Prasetya",
                capacity="Sekretaris Daerah Tanjung Lestari",
                organisation=offices["pemkab"],
            ),
        ),
        articles=_ARTICLES,
        term=Term(at="Pasal 6", years=3),
        evaluation=Evaluation(at="Pasal 7", months=12),
        disputes=Rule(at="Pasal 8"),
        copies=(Copies(number=2, stamped=True),),
    )

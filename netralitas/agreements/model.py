"""The duties of a work plan after the model of Belitung Timur (2022), in our own short words.

Not law: what two parties once agreed on (domain.md 9.1), kept here as an example that a new
agreement can start from. Per theme, what Bawaslu does and what the local government does.
"""

from collections.abc import Mapping
from typing import Final

from netralitas.accounts.domain import OrganisationKind
from netralitas.agreements.domain import NewDuty
from netralitas.cases.domain import Theme

_BAWASLU: Final = OrganisationKind.BAWASLU
_GOVERNMENT: Final = OrganisationKind.GOVERNMENT

DUTIES: Final[Mapping[Theme, Mapping[OrganisationKind, tuple[str, ...]]]] = {
    Theme.NEUTRALITY: {
        _BAWASLU: (
            "Mengadakan sosialisasi netralitas kepada ASN",
            "Meningkatkan mutu pengawasan partisipatif bersama Pemda",
            "Mencegah dan mengawasi potensi pelanggaran netralitas",
            "Mengawasi pelaksanaan rekomendasi instansi pengawas ASN",
            "Menjadi narasumber pada sosialisasi yang diadakan Pemda",
            "Menyebarkan materi netralitas di media sosial Bawaslu",
        ),
        _GOVERNMENT: (
            "Menyediakan tempat dan sarana sosialisasi bagi ASN",
            "Meningkatkan mutu pengawasan partisipatif bersama Bawaslu",
            "Mencegah dan mengawasi potensi pelanggaran netralitas",
            "Menjaga netralitas ASN di lingkungannya",
            "Memberi edukasi netralitas kepada ASN",
            "Menyebarkan materi netralitas di media sosial Pemda",
        ),
    },
    Theme.MONEY_POLITICS: {
        _BAWASLU: (
            "Mengadakan sosialisasi anti politik uang kepada ASN",
            "Meningkatkan mutu pengawasan dan pencegahan politik uang bersama Pemda",
            "Menjadi narasumber anti politik uang pada acara Pemda",
            "Menyebarkan materi anti politik uang di media sosial Bawaslu",
        ),
        _GOVERNMENT: (
            "Menyediakan sarana sosialisasi anti politik uang",
            "Meningkatkan mutu pengawasan politik uang bersama Bawaslu",
            "Mencegah dan mengawasi politik uang yang menyasar ASN",
            "Memberi edukasi anti politik uang kepada ASN",
            "Memberi ruang bagi kegiatan Bawaslu sesuai ketentuan",
            "Menyebarkan materi anti politik uang di media sosial Pemda",
        ),
    },
    Theme.BLACK_CAMPAIGN: {
        _BAWASLU: (
            "Mengadakan sosialisasi anti kampanye hitam kepada ASN",
            "Meningkatkan mutu pengawasan kampanye hitam bersama Pemda",
            "Mencegah dan mengawasi kampanye hitam yang menyasar ASN",
            "Menjadi narasumber anti kampanye hitam pada acara Pemda",
            "Menyebarkan materi anti kampanye hitam di media sosial Bawaslu",
        ),
        _GOVERNMENT: (
            "Menyediakan sarana sosialisasi anti kampanye hitam",
            "Meningkatkan mutu pengawasan kampanye hitam bersama Bawaslu",
            "Mencegah dan mengawasi kampanye hitam yang menyasar ASN",
            "Memberi edukasi anti kampanye hitam kepada ASN",
            "Memberi ruang bagi kegiatan Bawaslu sesuai ketentuan",
            "Menyebarkan materi anti kampanye hitam di media sosial Pemda",
        ),
    },
}


def duties(*, bawaslu: int, government: int) -> tuple[NewDuty, ...]:
    """Return every duty of the model, given to the two organisations that are its parties."""
    offices = {_BAWASLU: bawaslu, _GOVERNMENT: government}
    return tuple(
        NewDuty(theme=theme, organisation=offices[side], text=text)
        for theme, sides in DUTIES.items()
        for side, texts in sides.items()
        for text in texts
    )

"""What the demo's cases are about: acts with how often they are met, places, and who tells of them.

The weights are those of domain.md 5.5; nothing here is more than invented.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from netralitas.vault.domain import Identity


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A kind of act: how often of a hundred, and in which words it is reported."""

    code: str
    weight: int
    subjects: tuple[str, ...]


ACTS: Final = (
    Act(
        code="social_media",
        weight=30,
        subjects=(
            "membagikan unggahan tim pemenangan di media sosial",
            "mengomentari unggahan dukungan dengan simbol jari",
            "bergabung dalam grup percakapan tim pemenangan",
        ),
    ),
    Act(
        code="partial",
        weight=22,
        subjects=(
            "mengajak pegawai memilih salah satu calon dalam apel",
            "mengarahkan warga dalam pembagian bantuan",
            "mengumpulkan staf untuk mendengar visi calon",
        ),
    ),
    Act(
        code="photograph",
        weight=13,
        subjects=(
            "berfoto bersama calon dengan simbol dukungan",
            "berfoto dengan alat peraga di halaman kantor",
        ),
    ),
    Act(
        code="declaration",
        weight=11,
        subjects=(
            "hadir dalam deklarasi dukungan",
            "memberi sambutan dalam deklarasi bakal calon",
        ),
    ),
    Act(
        code="party",
        weight=6,
        subjects=("melakukan pendekatan ke partai politik sebagai bakal calon",),
    ),
    Act(
        code="other",
        weight=18,
        subjects=(
            "memakai mobil dinas untuk mengangkut alat peraga",
            "ikut rapat tim pemenangan pada hari kerja",
            "menerbitkan surat yang menguntungkan salah satu calon",
        ),
    ),
)

OFFICE_WEIGHTS: Final[Mapping[str, int]] = {
    "functional": 26,
    "staff": 17,
    "jpt_pratama": 16,
    "administrator": 13,
    "supervisor": 12,
    "district_head": 7,
    "ward_head": 5,
    "besides": 4,
}
"""Posts of those reported; "besides": PPPK, contract, village, military."""

REPORTERS: Final = tuple(
    Identity(name=name, address=f"Jalan Kemuninga {number}", telephone=f"0812 0000 0{number:03}")
    for number, name in enumerate(
        (
            *("Surya Wibisana", "Melati Anggraini", "Rahmat Sentosa", "Nur Kencana"),
            *("Bunga Pertiwi", "Guntur Perdana", "Laila Mutiara", "Teguh Samudera"),
        ),
        start=1,
    )
)
INFORMANT: Final = Identity(name="Pemberi informasi lewat telepon", telephone="0812 0000 0099")


def subject(post: str, act: str) -> str:
    """Return what a case is called: who is said to have done what."""
    return f"{post} diduga {act}"


def description(said: str, district: str) -> str:
    """Return the invented matter in two sentences."""
    return f"{said}, di {district}. Peristiwa rekaan untuk contoh."

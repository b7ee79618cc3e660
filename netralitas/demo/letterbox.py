"""What people of the invented regency wrote through the public door: values only."""

from dataclasses import dataclass
from typing import Final

from netralitas.intake.domain import Confidentiality
from netralitas.intake.door import Reporter, Told, Witness


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A report of the public as it was typed, its act `acted` days before it was sent.

    `banner` are the words on the photograph that came along, None without one.
    """

    level: Confidentiality
    story: str
    respondent: Told | None
    region: str
    place: str
    acted: int = 1
    banner: str | None = None
    links: tuple[str, ...] = ()
    witnesses: tuple[Witness, ...] = ()
    reporter: Reporter | None = None


UNNAMED: Final = Written(
    level=Confidentiality.ANONYMOUS,
    story=(
        "Spanduk bakal calon dipasang di pagar kantor kelurahan. Saya melihat sendiri Pak Lurah "
        "menyuruh dua petugas kebersihan mengikatnya, masih jam kerja."
    ),
    respondent=Told(position="Lurah", unit="Kelurahan Kirana Jaya"),
    region="99.01.02",
    place="Pagar kantor Kelurahan Kirana Jaya",
    banner="SIAP LANJUTKAN BERSAMA",
)
"""Anonymous, with a photograph."""

IN_CONFIDENCE: Final = Written(
    level=Confidentiality.CONFIDENTIAL,
    story=(
        "Dalam rapat staf kepala bidang kami meminta semua tenaga kontrak ikut acara "
        "bakal calon. Katanya kontrak tahun depan dilihat dari situ."
    ),
    respondent=Told(position="Kepala bidang", unit="Dinas Perhubungan"),
    region="99.01.01",
    place="Ruang rapat Dinas Perhubungan",
    acted=2,
    witnesses=(Witness(name="Kirana Maharani", contact="0812 0000 0051"),),
    reporter=Reporter(
        name="Galuh Pramesti",
        address="Jalan Kemuninga 41",
        telephone="0812 0000 0041",
        voter=True,
    ),
)
"""Confidential, with a witness; the reporter works where it happened."""

BY_NAME: Final = Written(
    level=Confidentiality.NAMED,
    story=(
        "Pak camat berpidato di panggung bakal calon dan mengajak warga memilihnya. Banyak yang "
        "merekam."
    ),
    respondent=Told(position="Camat", unit="Kecamatan Rawa Cendana"),
    region="99.01.04",
    place="Lapangan Kecamatan Rawa Cendana",
    links=("https://kabar-warga.example/video/2207",),
    reporter=Reporter(
        name="Damar Wicaksono",
        address="Jalan Cendana Wangi 8",
        telephone="0812 0000 0042",
        voter=True,
    ),
)
"""In the open, with the address of a recording."""

NO_REPORT: Final = Written(
    level=Confidentiality.NAMED,
    story=(
        "Tetangga saya memindahkan patok batas tanah. Sudah saya tegur tiga kali. Mohon "
        "ditertibkan."
    ),
    respondent=None,
    region="99.01.03",
    place="Kelurahan Seroja Indah",
    acted=30,
    reporter=Reporter(
        name="Wahyu Permana", address="Jalan Seroja 12", telephone="0812 0000 0043", voter=True
    ),
)
"""Of a matter that is not Bawaslu's."""
REFUSAL: Final = (
    "Laporan ini tentang batas tanah, bukan tentang Pemilu atau Pemilihan, sehingga bukan wewenang "
    "Bawaslu. Sampaikan kepada kantor pertanahan atau kantor kelurahan Anda."
)

TAKEN_UP: Final = Written(
    level=Confidentiality.NAMED,
    story=(
        "Ibu kepala subbagian memasang spanduk undangan acara tim pemenangan di pagar kantor "
        "kecamatan dan menyuruh stafnya datang, satu per satu."
    ),
    respondent=Told(position="Kepala subbagian"),
    region="99.01.02",
    place="Kantor Kecamatan Teluk Kirana",
    banner="UNDANGAN RAMAH TAMAH",
    reporter=Reporter(
        name="Seruni Paramastri",
        address="Jalan Kirana 3",
        telephone="0812 0000 0044",
        voter=True,
    ),
)
"""What became a case."""
QUESTION: Final = (
    "Terima kasih, laporan Anda sudah kami terima. Apakah foto itu Anda ambil sendiri, "
    "dan pada tanggal berapa?"
)
ANSWER: Final = "Ya, saya ambil sendiri, malam itu juga. Teleponnya masih saya simpan."
"""What was written back and forth about it."""

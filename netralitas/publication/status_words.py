"""The words of "Cek status": what a stage means for whoever brought the matter, what comes next."""

from dataclasses import dataclass
from typing import Final

from netralitas.cases.domain import Source
from netralitas.language import phrase
from netralitas.publication.domain import Stage
from netralitas.publication.words import LEVELS, STAGES

__all__ = ["CLOCKS", "LEVELS", "OUTCOMES", "SAID", "SAID_IN_HANDLING", "STAGES"]

OUTCOMES: Final = (
    *("not_violation", "other_law_violation", "administrative_violation"),
    *("organiser_ethics_violation", "criminal_violation", "passed_on", "forwarded"),
)
"""The states of the handling in which something was decided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a status means, and what follows; None where nothing does."""

    sentence: str
    follows: str | None = None


SAID: Final[dict[Stage, Said]] = {
    Stage.NOT_VIOLATION: Said(
        sentence=phrase("Menurut rapat pleno, peristiwa yang dilaporkan bukan pelanggaran."),
    ),
    Stage.FORWARDED: Said(
        sentence=phrase("Hasil penanganan Bawaslu sudah diteruskan ke instansi yang berwenang."),
        follows=phrase("Instansi berwenang memeriksa dan menyampaikan rekomendasinya."),
    ),
    Stage.FOLLOWED_UP: Said(
        sentence=phrase("Instansi tempat pegawai itu bekerja sedang menindaklanjuti."),
        follows=phrase("Instansi memutuskan, lalu melaporkan hasilnya kepada Bawaslu."),
    ),
    Stage.CONCLUDED: Said(
        sentence=phrase("Instansi yang berwenang sudah menyelesaikan tindak lanjutnya."),
    ),
}
"""By stage, once it has left Bawaslu."""

SAID_IN_HANDLING: Final[dict[str, Said]] = {
    "Diterima": Said(
        sentence=phrase("Bawaslu sudah menerima dan sedang memeriksa syaratnya."),
        follows=phrase("Bawaslu menyelesaikan kajian awal dan memutuskan registrasinya."),
    ),
    "Dalam penelusuran": Said(
        sentence=phrase("Bawaslu sedang mencari keterangan tambahan."),
        follows=phrase("Bawaslu memutuskan apakah hasil penelusuran menjadi temuan."),
    ),
    "Menunggu kelengkapan": Said(
        sentence=phrase("Bawaslu menunggu Anda melengkapi laporan."),
        follows=phrase("Anda melengkapi laporan di kantor yang menerimanya."),
    ),
    "Diregistrasi": Said(
        sentence=phrase("Laporan memenuhi syarat dan sudah diregistrasi."),
        follows=phrase("Bawaslu mengklarifikasi, mengkaji, dan memutuskan dalam rapat pleno."),
    ),
    "Dalam penanganan": Said(
        sentence=phrase("Bawaslu sedang menangani perkara ini."),
        follows=phrase("Bawaslu menyelesaikan penanganan dan memberitahukan statusnya."),
    ),
    "Tidak diregistrasi": Said(
        sentence=phrase(
            "Perkara ini tidak diregistrasi. Alasannya disampaikan kepada pelapor dan dapat Anda"
            " tanyakan di kantor yang menerimanya."
        ),
    ),
    "Bukan pelanggaran": Said(
        sentence=phrase("Menurut rapat pleno, peristiwa yang dilaporkan bukan pelanggaran."),
    ),
    "Diteruskan ke instansi berwenang": Said(
        sentence=phrase("Hasil penanganan Bawaslu sudah diteruskan ke instansi yang berwenang."),
        follows=phrase("Instansi berwenang memeriksa dan memutuskan."),
    ),
}
"""By status, while Bawaslu handles it."""

CLOCKS: Final[dict[Stage, str]] = {
    Stage.IN_HANDLING: "handling",
    Stage.FORWARDED: "referral",
    Stage.FOLLOWED_UP: "discipline",
}
"""The workflow whose deadline says by when the next thing happens."""

MERGED: Final = phrase("Laporan Anda digabung dengan laporan lain tentang peristiwa yang sama.")
"""What is told first of a matter that goes on in another case; the rest is told of that one."""

_SAID_IN_STATE: Final[dict[str, Said]] = {
    "withdrawn": Said(
        sentence=phrase(
            "Laporan dicabut sebelum diregistrasi, jadi tidak ditangani sebagai laporan."
        ),
    ),
    "transferred": Said(
        sentence=phrase("Penanganannya dilimpahkan ke Bawaslu tingkat lain, yang melanjutkannya."),
    ),
    "taken_over": Said(
        sentence=phrase("Penanganannya diambil alih Bawaslu tingkat lain, yang melanjutkannya."),
    ),
}
"""What is said of a handling that ended before its outcome, where the status alone misleads."""


_FINDING_OF_INFORMATION: Final = Said(
    sentence=phrase(
        "Hasil penelusuran informasi ini menjadi temuan Bawaslu. Pemberi informasi tidak menjadi"
        " pihak."
    ),
    follows=phrase("Bawaslu mengklarifikasi, mengkaji, dan memutuskan dalam rapat pleno."),
)


def said_in_handling(state: str, status: str, source: Source) -> Said:
    """Return what a status means while the handling of a matter stands in a state."""
    if source is Source.INFORMATION and state in {"finding_fixed", "registered"}:
        return _FINDING_OF_INFORMATION
    return _SAID_IN_STATE.get(state) or SAID_IN_HANDLING[status]

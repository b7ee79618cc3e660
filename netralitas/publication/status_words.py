"""The words of "Cek status": what a stage means for whoever brought the matter, what comes next."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from netralitas.cases.domain import Source
from netralitas.law import words as law_words
from netralitas.publication.domain import Stage
from netralitas.publication.words import LEVELS, STAGES

__all__ = ["CLOCKS", "LEVELS", "MATTERS", "OUTCOMES", "SAID", "SAID_IN_HANDLING", "STAGES", "STEPS"]

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
        sentence="Menurut rapat pleno, peristiwa yang dilaporkan bukan pelanggaran.",
    ),
    Stage.FORWARDED: Said(
        sentence="Hasil penanganan Bawaslu sudah diteruskan ke instansi yang berwenang.",
        follows="Instansi berwenang memeriksa dan menyampaikan rekomendasinya.",
    ),
    Stage.FOLLOWED_UP: Said(
        sentence="Instansi tempat pegawai itu bekerja sedang menindaklanjuti.",
        follows="Instansi memutuskan, lalu melaporkan hasilnya kepada Bawaslu.",
    ),
    Stage.CONCLUDED: Said(sentence="Instansi yang berwenang sudah menyelesaikan tindak lanjutnya."),
}
"""By stage, once it has left Bawaslu."""

SAID_IN_HANDLING: Final[dict[str, Said]] = {
    "Diterima": Said(
        sentence="Bawaslu sudah menerima dan sedang memeriksa syaratnya.",
        follows="Bawaslu menyelesaikan kajian awal dan memutuskan registrasinya.",
    ),
    "Dalam penelusuran": Said(
        sentence="Bawaslu sedang mencari keterangan tambahan.",
        follows="Bawaslu memutuskan apakah hasil penelusuran menjadi temuan.",
    ),
    "Menunggu kelengkapan": Said(
        sentence="Bawaslu menunggu Anda melengkapi laporan.",
        follows="Anda melengkapi laporan di kantor yang menerimanya.",
    ),
    "Diregistrasi": Said(
        sentence="Laporan memenuhi syarat dan sudah diregistrasi.",
        follows="Bawaslu mengklarifikasi, mengkaji, dan memutuskan dalam rapat pleno.",
    ),
    "Dalam penanganan": Said(
        sentence="Bawaslu sedang menangani perkara ini.",
        follows="Bawaslu menyelesaikan penanganan dan memberitahukan statusnya.",
    ),
    "Tidak diregistrasi": Said(
        sentence=(
            "Perkara ini tidak diregistrasi. Alasannya disampaikan kepada pelapor dan dapat Anda"
            " tanyakan di kantor yang menerimanya."
        ),
    ),
    "Bukan pelanggaran": Said(
        sentence="Menurut rapat pleno, peristiwa yang dilaporkan bukan pelanggaran.",
    ),
    "Diteruskan ke instansi berwenang": Said(
        sentence="Hasil penanganan Bawaslu sudah diteruskan ke instansi yang berwenang.",
        follows="Instansi berwenang memeriksa dan memutuskan.",
    ),
}
"""By status, while Bawaslu handles it."""

CLOCKS: Final[dict[Stage, str]] = {
    Stage.IN_HANDLING: "handling",
    Stage.FORWARDED: "referral",
    Stage.FOLLOWED_UP: "discipline",
}
"""The workflow whose deadline says by when the next thing happens."""

MATTERS: Final[dict[Source, str]] = {
    Source.REPORT: "Laporan",
    Source.INFORMATION: "Informasi",
    Source.FINDING: "Temuan",
}

STEPS: Final[dict[str, str]] = {
    "handling.reported": "{matter} diterima Bawaslu.",
    "handling.information_received": "{matter} diterima Bawaslu.",
    "handling.tracing_started": "Bawaslu mulai menelusuri.",
    "handling.tracing_stopped": "Penelusuran dihentikan.",
    "handling.completeness_notified": "Bawaslu meminta laporan dilengkapi.",
    "handling.completed": "Perbaikan laporan diterima.",
    "handling.registered": "{matter} diregistrasi.",
    "handling.finding_fixed": "Hasil penelusuran ditetapkan sebagai temuan.",
    "handling.not_registered": "{matter} tidak diregistrasi.",
    "handling.withdrawn": "Laporan dicabut.",
    "handling.transferred": "Dilimpahkan ke Bawaslu tingkat lain.",
    "handling.forwarded": "Hasilnya diteruskan ke instansi berwenang.",
    "handling.passed_on": "Hasilnya disampaikan ke lembaga lain yang berwenang.",
    "handling.status_announced": "Status penanganan diumumkan.",
    "handling.reopened": "Penanganan dibuka kembali.",
    "discipline.handed_on": "Disampaikan kepada instansi yang menindaklanjuti.",
    "discipline.recommendation_received": "Diterima instansi yang menindaklanjuti.",
    "discipline.outcome_reported": "Hasil tindak lanjut dilaporkan kepada Bawaslu.",
}
"""The facts that are told, by workflow and fact. What a plenary decides is not among them."""


def opened(on: date | None, reason: str | None) -> str:
    """Return that an identity was opened, when and why; a reason that names somebody is kept."""
    when = f" pada {law_words.day(on)}" if on else ""
    if reason is None:
        return f"Identitas Anda dibuka{when}. Alasannya dapat Anda tanyakan di kantor."
    return f"Identitas Anda dibuka{when} dengan alasan: “{reason.strip()}”"

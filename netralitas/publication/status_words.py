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
    Source.UNKNOWN: "Perkara",
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
    "handling.turned_into_information": "Isi laporan dijadikan informasi awal.",
    "handling.forwarded": "Hasilnya diteruskan ke instansi berwenang.",
    "handling.passed_on": "Hasilnya disampaikan ke lembaga lain yang berwenang.",
    "handling.status_announced": "Status penanganan diumumkan.",
    "handling.reopened": "Penanganan dibuka kembali.",
    "discipline.handed_on": "Disampaikan kepada instansi yang menindaklanjuti.",
    "discipline.recommendation_received": "Diterima instansi yang menindaklanjuti.",
    "discipline.outcome_reported": "Hasil tindak lanjut dilaporkan kepada Bawaslu.",
}
"""The facts that are told, by workflow and fact. What a plenary decides is not among them."""

MERGED: Final = "Laporan Anda digabung dengan laporan lain tentang peristiwa yang sama."
"""What is told first of a matter that goes on in another case; the rest is told of that one."""

RECEIPTS: Final = frozenset(
    STEPS["handling.reported"].format(matter=matter) for matter in MATTERS.values()
)
"""The steps that say when a matter came in: of another's matter nobody is told that."""

_TAKEN_OVER: Final = "Diambil alih Bawaslu tingkat lain."
_SAID_IN_STATE: Final[dict[str, Said]] = {
    "withdrawn": Said(
        sentence="Laporan dicabut sebelum diregistrasi, jadi tidak ditangani sebagai laporan.",
    ),
    "transferred": Said(
        sentence="Penanganannya dilimpahkan ke Bawaslu tingkat lain, yang melanjutkannya.",
    ),
    "taken_over": Said(
        sentence="Penanganannya diambil alih Bawaslu tingkat lain, yang melanjutkannya.",
    ),
}
"""What is said of a handling that ended before its outcome, where the status alone misleads."""


_FINDING_OF_INFORMATION: Final = Said(
    sentence=(
        "Hasil penelusuran informasi ini menjadi temuan Bawaslu. Pemberi informasi tidak menjadi"
        " pihak."
    ),
    follows="Bawaslu mengklarifikasi, mengkaji, dan memutuskan dalam rapat pleno.",
)


def said_in_handling(state: str, status: str, source: Source) -> Said:
    """Return what a status means while the handling of a matter stands in a state."""
    if source is Source.INFORMATION and state in {"finding_fixed", "registered"}:
        return _FINDING_OF_INFORMATION
    return _SAID_IN_STATE.get(state) or SAID_IN_HANDLING[status]


def step(fact: str, state: str | None, source: Source) -> str:
    """Return a fact in words; being handed on and being taken over are one fact, not one word."""
    if fact == "handling.transferred" and state == "taken_over":
        return _TAKEN_OVER
    if fact == "handling.registered" and source is Source.INFORMATION:
        source = Source.FINDING  # what was traced is registered as what it became
    return STEPS[fact].format(matter=MATTERS[source])


REFUSED: Final = "Tidak diterima"
SENT: Final = "Laporan dikirim."
REFUSED_STEP: Final = "Kantor tidak menerima laporan ini."


def refused(office: str, reason: str) -> str:
    """Return that an office did not take a report in, and why, in its words."""
    return f"{office} tidak menerima laporan ini dengan alasan: “{reason.strip()}”"


def opened(on: date | None, reason: str | None, *, witnesses_only: bool = False) -> str:
    """Return that an identity was opened, when and why; a reason that names somebody is kept.

    Where nobody but witnesses is in the vault, it was theirs.
    """
    when = f" pada {law_words.day(on)}" if on else ""
    whose = "Identitas saksi dalam perkara ini" if witnesses_only else "Identitas Anda"
    if reason is None:
        return f"{whose} dibuka{when}. Alasannya dapat Anda tanyakan di kantor."
    return f"{whose} dibuka{when} dengan alasan: “{reason.strip()}”"

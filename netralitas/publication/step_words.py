"""The words of what happened to a matter, for whoever has the code of its receipt."""

from datetime import date
from typing import Final

from netralitas.cases.domain import Source
from netralitas.language import phrase, say
from netralitas.law import words as law_words

MATTERS: Final[dict[Source, str]] = {
    Source.REPORT: phrase("Laporan"),
    Source.INFORMATION: phrase("Informasi"),
    Source.FINDING: phrase("Temuan"),
    Source.UNKNOWN: phrase("Perkara"),
}

STEPS: Final[dict[str, str]] = {
    "handling.reported": phrase("{matter} diterima Bawaslu."),
    "handling.information_received": phrase("{matter} diterima Bawaslu."),
    "handling.tracing_started": phrase("Bawaslu mulai menelusuri."),
    "handling.tracing_stopped": phrase("Penelusuran dihentikan."),
    "handling.completeness_notified": phrase("Bawaslu meminta laporan dilengkapi."),
    "handling.completed": phrase("Perbaikan laporan diterima."),
    "handling.registered": phrase("{matter} diregistrasi."),
    "handling.finding_fixed": phrase("Hasil penelusuran ditetapkan sebagai temuan."),
    "handling.not_registered": phrase("{matter} tidak diregistrasi."),
    "handling.withdrawn": phrase("Laporan dicabut."),
    "handling.transferred": phrase("Dilimpahkan ke Bawaslu tingkat lain."),
    "handling.turned_into_information": phrase("Isi laporan dijadikan informasi awal."),
    "handling.forwarded": phrase("Hasilnya diteruskan ke instansi berwenang."),
    "handling.passed_on": phrase("Hasilnya disampaikan ke lembaga lain yang berwenang."),
    "handling.status_announced": phrase("Status penanganan diumumkan."),
    "handling.reopened": phrase("Penanganan dibuka kembali."),
    "discipline.handed_on": phrase("Disampaikan kepada instansi yang menindaklanjuti."),
    "discipline.recommendation_received": phrase("Diterima instansi yang menindaklanjuti."),
    "discipline.outcome_reported": phrase("Hasil tindak lanjut dilaporkan kepada Bawaslu."),
}
"""The facts that are told, by workflow and fact. What a plenary decides is not among them."""

RECEIPTS: Final = frozenset({"handling.reported", "handling.information_received"})
"""The facts that say when a matter came in: of another's matter nobody is told that."""

_TAKEN_OVER: Final = phrase("Diambil alih Bawaslu tingkat lain.")


def step(fact: str, state: str | None, source: Source) -> str:
    """Return a fact in words; being handed on and being taken over are one fact, not one word."""
    if fact == "handling.transferred" and state == "taken_over":
        return str(_TAKEN_OVER)
    if fact == "handling.registered" and source is Source.INFORMATION:
        source = Source.FINDING  # what was traced is registered as what it became
    return str(STEPS[fact]).format(matter=MATTERS[source])


REFUSED: Final = phrase("Tidak diterima")
SENT: Final = phrase("Laporan dikirim.")
REFUSED_STEP: Final = phrase("Kantor tidak menerima laporan ini.")


def refused(office: str, reason: str) -> str:
    """Return that an office did not take a report in, and why, in its words."""
    return say(
        "{office} tidak menerima laporan ini dengan alasan: “{reason}”",
        office=office,
        reason=reason.strip(),
    )


def opened(on: date | None, reason: str | None, *, witnesses_only: bool = False) -> str:
    """Return that an identity was opened, when and why; a reason that names somebody is kept.

    Where nobody but witnesses is in the vault, it was theirs.
    """
    whose = say("Identitas saksi dalam perkara ini") if witnesses_only else say("Identitas Anda")
    day = law_words.day(on) if on else None
    if reason is None:
        if day is None:
            return say("{whose} dibuka. Alasannya dapat Anda tanyakan di kantor.", whose=whose)
        return say(
            "{whose} dibuka pada {day}. Alasannya dapat Anda tanyakan di kantor.",
            whose=whose,
            day=day,
        )
    why = reason.strip()
    if day is None:
        return say("{whose} dibuka dengan alasan: “{reason}”", whose=whose, reason=why)
    return say(
        "{whose} dibuka pada {day} dengan alasan: “{reason}”", whose=whose, day=day, reason=why
    )

"""The words of meetings: kinds, states, decisions that are due, events in sentences."""

from datetime import date
from typing import Final

from netralitas.evaluation.domain import MeetingKind, MeetingState
from netralitas.law.words import day
from netralitas.web.parts import type_tone

KINDS: Final = {
    MeetingKind.PERIODIC: "Rapat evaluasi berkala",
    MeetingKind.INCIDENTAL: "Rapat evaluasi sewaktu-waktu",
}

STATES: Final = {
    MeetingState.PLANNED: "Direncanakan",
    MeetingState.HELD: "Terlaksana",
    MeetingState.CANCELLED: "Dibatalkan",
}

STATE_TONES: Final[dict[MeetingState, type_tone]] = {
    MeetingState.PLANNED: "waiting",
    MeetingState.HELD: "done",
    MeetingState.CANCELLED: "neutral",
}

NOT_A_PARTY: Final = (
    "Rapat ini dikelola oleh kedua pihak yang bertemu. Instansi Anda membaca hasilnya saja."
)

EVENTS: Final = {
    "meeting.planned": "Rapat direncanakan",
    "meeting.replanned": "Rencana rapat diubah",
    "meeting.agenda_added": "Acara rapat ditambahkan",
    "meeting.agenda_proposed": "Yang masih terbuka dimasukkan ke acara rapat",
    "meeting.agenda_removed": "Acara rapat dihapus",
    "meeting.held": "Rapat terlaksana",
    "meeting.cancelled": "Rapat dibatalkan",
    "meeting.presence_recorded": "Kehadiran dicatat",
    "meeting.presence_removed": "Catatan kehadiran dihapus",
    "meeting.decided": "Keputusan rapat dicatat",
    "meeting.decision_done": "Keputusan rapat dilaksanakan",
    "meeting.figures_frozen": "Angka dibekukan",
    "meeting.minutes_kept": "Notulen disimpan",
    "meeting.pack_asked": "Bahan rapat diminta",
    "meeting.pack_made": "Bahan rapat selesai dibuat",
    "meeting.signed": "Bahan rapat ditandatangani",
}
"""The past-tense words of each event; none of them holds free text."""


def unanswered(amount: int, receiver: str, oldest: date, on: date) -> str:
    """Return how many referrals a receiver has not answered, and since when the oldest waits."""
    return (
        f"{amount} penerusan kepada {receiver} belum dijawab, yang terlama sejak {day(oldest)}"
        f" ({(on - oldest).days} hari)"
    )


def overdue(amount: int, office: str, due: date, on: date) -> str:
    """Return how many follow-ups are overdue with an office, the oldest since when."""
    return (
        f"{amount} tindak lanjut pada {office} melewati tenggat, yang terlama sejak {day(due)}"
        f" ({(on - due).days} hari)"
    )


def duties_left(left: int, amount: int, office: str, year: int) -> str:
    """Return how many duties of an office in an agreement no activity of the year has done."""
    return (
        f"{left} dari {amount} kewajiban {office} dalam rencana kerja belum dilaksanakan tahun"
        f" {year}"
    )


def days_late(due_on: date, on: date) -> int:
    """Return by how many days a decision is overdue on a day; zero when it is not."""
    return max(0, (on - due_on).days)


def still_open(due_on: date, done_on: date | None, on: date) -> tuple[str, type_tone]:
    """Return how a decision stands on a day, in words and by tone."""
    if done_on is not None:
        return f"Selesai {day(done_on)}", "done"
    late = days_late(due_on, on)
    if late:
        return f"Terlambat {late} hari", "late"
    left = (due_on - on).days
    return ("Jatuh tempo hari ini", "soon") if left == 0 else (f"Sisa {left} hari", "neutral")

"""The Indonesian words of activities: closed lists, events as sentences, months."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from netralitas.agreements.words import plain_day
from netralitas.cases.domain import Theme
from netralitas.cases.words import THEMES
from netralitas.law import words as law_words
from netralitas.prevention.domain import ActivityKind, ActivityState, CancelReason, Together
from netralitas.web.parts import type_tone

KINDS: Final[dict[ActivityKind, str]] = {
    ActivityKind.SOCIALIZATION: "Sosialisasi",
    ActivityKind.LITERACY: "Literasi digital",
    ActivityKind.TRAINING: "Pelatihan atau bimbingan teknis",
    ActivityKind.DISSEMINATION: "Penyebaran materi",
}

STATES: Final[dict[ActivityState, str]] = {
    ActivityState.PLANNED: "Direncanakan",
    ActivityState.ANNOUNCED: "Diumumkan",
    ActivityState.HELD: "Terlaksana",
    ActivityState.CANCELLED: "Dibatalkan",
}

TONES: Final[dict[ActivityState, type_tone]] = {
    ActivityState.PLANNED: "waiting",
    ActivityState.ANNOUNCED: "waiting",
    ActivityState.HELD: "done",
    ActivityState.CANCELLED: "neutral",
}

TOGETHER: Final[dict[Together, str]] = {
    Together.JOINT: "Bersama pihak lain",
    Together.ALONE: "Oleh penyelenggara sendiri",
}

REASONS: Final[dict[CancelReason, str]] = {
    CancelReason.POSTPONED: "Ditunda; akan direncanakan kembali",
    CancelReason.BUDGET: "Anggaran tidak tersedia",
    CancelReason.STAGES: "Bersamaan dengan tahapan lain",
    CancelReason.EMERGENCY: "Keadaan darurat, cuaca, atau bencana",
    CancelReason.MERGED: "Digabung dengan kegiatan lain",
    CancelReason.MISTAKEN: "Salah catat",
}

MONTHS: Final = tuple(name.capitalize() for name in law_words.MONTHS)

NOT_RECORDED: Final = "Belum dicatat"
"""The state of an activity whose day has passed and of which nobody said what became of it."""

DONE: Final = {
    "rencana": "Rencana kegiatan tersimpan dan terlihat oleh kedua pihak.",
    "pelaksanaan": "Pelaksanaan tercatat. Angka di halaman Pencegahan sudah ikut berubah.",
    "kehadiran": "Kehadiran dan tugas sudah dibetulkan.",
    "pembatalan": "Kegiatan dibatalkan.",
}
"""What was just done, by its word in the address."""

WHOLE_REGENCY: Final = "{region} (tingkat kabupaten/kota)"


def slug(label: str) -> str:
    """Return a label as it stands in an address: "Politik uang" is "politik-uang"."""
    return "-".join(label.lower().split())


THEME_SLUGS: Final[Mapping[str, Theme]] = {slug(label): theme for theme, label in THEMES.items()}
STATE_SLUGS: Final[Mapping[str, ActivityState]] = {
    slug(label): state for state, label in STATES.items()
}


def theme_slug(theme: Theme) -> str:
    """Return a theme as it stands in an address."""
    return slug(THEMES[theme])


def state(activity: ActivityState, planned_on: date, today: date) -> tuple[str, type_tone]:
    """Return how an activity stands, with its tone; a plan whose day has passed is marked."""
    if activity is ActivityState.PLANNED and planned_on < today:
        return NOT_RECORDED, "soon"
    return STATES[activity], TONES[activity]


def number(amount: int) -> str:
    """Return a whole number as it reads on a page: "1.234"."""
    return f"{amount:,}".replace(",", ".")


def of_plan(held: int, planned: int) -> str:
    """Return held against plan: "2 dari 3", "1 tanpa rencana", a dash where there is neither."""
    if planned:
        return f"{number(held)} dari {number(planned)}"
    return f"{number(held)} tanpa rencana" if held else "\N{EN DASH}"


def event(name: str, details: Mapping[str, Any], happened_on: date | None) -> str:
    """Return the event `name` of an activity as a sentence. KeyError for one without words."""
    people = sum(one["present"] for one in details.get("attendance", ()))
    said: dict[str, str] = {
        "activity.planned": "Kegiatan direncanakan.",
        "activity.held": f"Kegiatan terlaksana pada {plain_day(happened_on)} dengan"
        f" {number(people)} orang hadir."
        if happened_on
        else "Kegiatan terlaksana.",
        "activity.attendance_recorded": "Kehadiran dan tugas dibetulkan; menjadi"
        f" {number(people)} orang hadir.",
        "activity.cancelled": "Kegiatan dibatalkan.",
    }
    if name == "activity.cancelled":
        return f"Kegiatan dibatalkan: {REASONS[CancelReason(details['reason'])].lower()}."
    return said[name]

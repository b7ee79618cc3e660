"""The Indonesian words of activities: closed lists, states, months."""

from collections.abc import Mapping
from datetime import date, time
from typing import Final

from netralitas.cases.domain import Theme
from netralitas.cases.words import THEMES
from netralitas.language import phrase
from netralitas.law import words as law_words
from netralitas.prevention.domain import (
    ActivityKind,
    ActivityState,
    CancelReason,
    FileUse,
    Fund,
    Platform,
    Together,
)
from netralitas.web.formats import file_size
from netralitas.web.parts import type_tone

KINDS: Final[dict[ActivityKind, str]] = {
    ActivityKind.SOCIALIZATION: phrase("Sosialisasi"),
    ActivityKind.LITERACY: phrase("Literasi digital"),
    ActivityKind.TRAINING: phrase("Pelatihan"),
    ActivityKind.DISSEMINATION: phrase("Penyebaran materi"),
    ActivityKind.WORKSHOP: phrase("Lokakarya"),
    ActivityKind.GUIDANCE: phrase("Bimbingan teknis"),
    ActivityKind.DISCUSSION: phrase("Diskusi kelompok terpumpun"),
    ActivityKind.APPEAL: phrase("Imbauan"),
    ActivityKind.PLEDGE: phrase("Ikrar atau pakta integritas"),
    ActivityKind.HOURS_CHANGE: phrase("Perubahan jam layanan"),
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
    CancelReason.POSTPONED: phrase("Ditunda; akan direncanakan kembali"),
    CancelReason.BUDGET: phrase("Anggaran tidak tersedia"),
    CancelReason.STAGES: phrase("Bersamaan dengan tahapan lain"),
    CancelReason.EMERGENCY: phrase("Keadaan darurat, cuaca, atau bencana"),
    CancelReason.MERGED: phrase("Digabung dengan kegiatan lain"),
    CancelReason.MISTAKEN: phrase("Salah catat"),
}

FUNDS: Final[dict[Fund, str]] = {
    Fund.APBD: "APBD",
    Fund.APBN: "APBN",
    Fund.PARTIES: "Para pihak",
    Fund.NONE: "Tanpa biaya",
}

USES: Final[dict[FileUse, str]] = {
    FileUse.MATERIAL: "Bahan",
    FileUse.PHOTO: "Foto",
    FileUse.PROOF: "Bukti",
    FileUse.LIST: "Daftar hadir",
}

_FILE_TYPES: Final = {
    "application/pdf": "PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "DOCX",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "XLSX",
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "image/webp": "WEBP",
    "image/heic": "HEIC",
    "video/mp4": "MP4",
    "audio/mpeg": "MP3",
    "audio/mp4": "M4A",
    "audio/ogg": "OGG",
}

PLATFORMS: Final[dict[Platform, str]] = {
    Platform.WEBSITE: "Situs web",
    Platform.FACEBOOK: "Facebook",
    Platform.INSTAGRAM: "Instagram",
    Platform.TIKTOK: "TikTok",
    Platform.X: "X",
    Platform.YOUTUBE: "YouTube",
    Platform.WHATSAPP: "WhatsApp",
    Platform.RADIO: "Radio",
    Platform.TELEVISION: "Televisi",
    Platform.PRESS: "Media cetak atau daring",
    Platform.OUTDOOR: "Media luar ruang",
    Platform.OTHER: "Lainnya",
}

NO_THEME: Final = "Tanpa tema"

HOURS_RULE: Final = (
    "Perubahan jam layanan diumumkan paling lambat satu hari sebelum berlaku. Ini klausul kerja"
    " sama (Nota Kesepakatan Pemkab dan KPU Banjarnegara 2025, Pasal 8 ayat (4)), bukan ketentuan"
    " undang-undang."
)

TWO_GROUPS: Final = (
    "Yang dibandingkan dua kelompok jawaban, bukan orang per orang: yang menjawab tes awal belum"
    " tentu yang menjawab tes akhir."
)

MONTHS: Final = tuple(name.capitalize() for name in law_words.MONTHS)

WAITING: Final = frozenset({ActivityState.PLANNED, ActivityState.ANNOUNCED})
"""The states of an activity that is yet to be held."""

NOT_RECORDED: Final = "Belum dicatat"
"""The state of an activity whose day has passed and of which nobody said what became of it."""

DONE: Final = {
    "rencana": "Rencana kegiatan tersimpan dan terlihat oleh kedua pihak.",
    "pelaksanaan": "Pelaksanaan tercatat. Angka di halaman Pencegahan sudah ikut berubah.",
    "pembetulan": "Kehadiran dan tugas sudah dibetulkan.",
    "pembatalan": "Kegiatan dibatalkan.",
    "pengumuman": "Kegiatan diumumkan. Agenda publik menampilkannya dalam beberapa menit.",
    "pemindahan": "Hari, jam, atau tempat kegiatan sudah diubah.",
    "narasumber": "Narasumber tersimpan.",
    "berkas": "Berkas tersimpan.",
    "dibagikan": "Bahan dibagikan: setelah beberapa menit siapa pun dapat mengunduhnya.",
    "tidak-dibagikan": "Bahan tidak dibagikan lagi kepada publik.",
    "unggahan": "Unggahan tersimpan.",
    "jangkauan": "Jangkauan unggahan tersimpan.",
    "dihapus": "Sudah dihapus dari kegiatan ini.",
    "bukti": "Bukti tugas tersimpan.",
    "capaian": "Capaian dan biaya tersimpan.",
}
"""What was just done, by its word in the address."""

WHOLE_REGENCY: Final = "{region} (tingkat kabupaten/kota)"


def slug(label: str) -> str:
    """Return a label as it stands in an address: "Politik uang" is "politik-uang"."""
    return "-".join(label.lower().split())


THEME_SLUGS: Final[Mapping[str, Theme]] = {slug(label): theme for theme, label in THEMES.items()}
KIND_SLUGS: Final[Mapping[str, ActivityKind]] = {slug(label): kind for kind, label in KINDS.items()}
STATE_SLUGS: Final[Mapping[str, ActivityState]] = {
    slug(label): state for state, label in STATES.items()
}


def theme_slug(theme: Theme) -> str:
    """Return a theme as it stands in an address."""
    return slug(THEMES[theme])


def state(activity: ActivityState, planned_on: date, today: date) -> tuple[str, type_tone]:
    """Return how an activity stands, with its tone; a plan whose day has passed is marked."""
    if activity in WAITING and planned_on < today:
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


def theme(found: Theme | None) -> str:
    """Return what an activity is about; a change of service hours is about no theme."""
    return THEMES[found] if found else NO_THEME


def rupiah(amount: int) -> str:
    """Return an amount of money: "Rp1.250.000"."""
    return f"Rp{number(amount)}"


def about_file(media_type: str, size: int) -> str:
    """Return type and size of a file: "PDF, 2,4 MB"; `size` in bytes."""
    return f"{_FILE_TYPES.get(media_type, 'Berkas')}, {file_size(size)}"


def hours(begins_at: time | None, ends_at: time | None, zone: str) -> str | None:
    """Return the hours of a day: "09.00 sampai 11.30 WIB"; None where none were said."""
    if begins_at is None:
        return None
    until = f" sampai {ends_at:%H.%M}" if ends_at else ""
    return f"{begins_at:%H.%M}{until} {zone}"

"""The Indonesian words of requests: kinds, labels, where one stands, what happened to it."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from netralitas.exchange.domain import Ending, Kind, Label, Outcome, RequestState
from netralitas.law import words as law_words
from netralitas.web.parts import type_tone

TITLE: Final = "Permintaan para pihak"

KINDS: Final[Mapping[Kind, str]] = {
    Kind.DATA: "Data",
    Kind.FACILITY: "Fasilitas",
    Kind.SPEAKER: "Narasumber",
}
PATHS: Final[Mapping[str, Kind]] = {
    "data": Kind.DATA,
    "fasilitas": Kind.FACILITY,
    "narasumber": Kind.SPEAKER,
}
"""What each kind is called in an address."""

BUTTONS: Final[Mapping[Kind, str]] = {
    Kind.DATA: "Ajukan permintaan data",
    Kind.FACILITY: "Ajukan permintaan fasilitas",
    Kind.SPEAKER: "Ajukan permintaan narasumber",
}
LEADS: Final[Mapping[Kind, str]] = {
    Kind.DATA: "Data diminta per isian. Setiap isian menyebut dasar hukumnya sendiri; yang tidak"
    " perlu tidak diminta. Jangan menulis nama atau data orang di sini.",
    Kind.FACILITY: "Ruang, kendaraan, atau sarana lain diminta dengan surat, untuk hari dan tempat"
    " tertentu.",
    Kind.SPEAKER: "Narasumber diminta dengan surat, untuk hari dan tempat tertentu. Nama orangnya"
    " tidak ditulis di sini.",
}
LABELS: Final[Mapping[Label, str]] = {
    Label.PLAIN: "Biasa",
    Label.LIMITED: "Terbatas",
    Label.CONFIDENTIAL: "Rahasia",
}
LABEL_CHOICES: Final = [
    (Label.PLAIN.value, "Biasa: dibaca semua kantor yang membaca kerja sama ini"),
    (Label.LIMITED.value, "Terbatas: dibaca kedua pihak dan kedua kantor yang bersurat"),
    (Label.CONFIDENTIAL.value, "Rahasia: dibaca petugas kedua kantor yang bersurat saja"),
]
STATES: Final[Mapping[RequestState, tuple[str, type_tone]]] = {
    RequestState.ASKED: ("Menunggu keputusan", "waiting"),
    RequestState.GRANTED: ("Dikabulkan, menunggu penyerahan", "waiting"),
    RequestState.REFUSED: ("Ditolak", "neutral"),
    RequestState.ANSWERED: ("Sudah diserahkan", "done"),
    RequestState.RETURNED: ("Selesai, sudah kembali", "done"),
    RequestState.WITHDRAWN: ("Dicabut", "neutral"),
}
OUTCOMES: Final[Mapping[Outcome, str]] = {
    Outcome.GRANTED: "Dikabulkan",
    Outcome.PARTIAL: "Dikabulkan sebagian atau dengan syarat",
    Outcome.REFUSED: "Ditolak",
}
ENDINGS: Final[Mapping[Ending, str]] = {
    Ending.RETURNED: "Dikembalikan",
    Ending.ERASED: "Dimusnahkan",
}
NO_ARTICLE: Final = "Naskah kerja sama ini tidak dimuat, jadi pasalnya tidak disebut"
UNDECIDED: Final = "Tanpa batas waktu pada naskah"


def plain_day(on: date) -> str:
    """Return "2 September 2024"."""
    return law_words.day(on).partition(", ")[2]


def standing(
    state: RequestState, *, answer_by: date | None, return_by: date | None, today: date
) -> tuple[str, type_tone]:
    """Return where a request stands: "Menunggu keputusan, lewat 3 hari".

    `answer_by` and `return_by` are days that the paper or the decision gives; no other counts.
    """
    said, tone = STATES[state]
    due = answer_by if state in {RequestState.ASKED, RequestState.GRANTED} else None
    if state is RequestState.ANSWERED and return_by is not None:
        said, tone, due = "Menunggu pengembalian", "waiting", return_by
    if due is None:
        return said, tone
    left = (due - today).days
    if left < 0:
        return f"{said}, lewat {-left} hari", "late"
    return f"{said}, {f'sisa {left} hari' if left else 'hari terakhir'}", "soon"


def event(name: str, details: Mapping[str, Any]) -> str:
    """Return what happened to a request, in a sentence."""
    match name:
        case "exchange.asked":
            return "Permintaan diajukan."
        case "exchange.decided":
            return f"Permintaan diputuskan: {OUTCOMES[Outcome(details['outcome'])].lower()}."
        case "exchange.delivered":
            return f"Penyerahan dicatat, berlabel {LABELS[Label(details['label'])].lower()}."
        case "exchange.returned":
            return f"{ENDINGS[Ending(details['ending'])]} oleh pihak yang meminta."
        case "exchange.withdrawn":
            return "Permintaan dicabut."
    return name

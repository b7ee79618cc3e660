"""The Indonesian words of agreements: kinds, ends, how long is left."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from netralitas.agreements.domain import AgreementKind, EndsBy, RecordKind, days_left
from netralitas.agreements.paper import Paper
from netralitas.agreements.stages import BY_CODE, Stage
from netralitas.cases.domain import Theme
from netralitas.cases.words import THEMES
from netralitas.law import words as law_words
from netralitas.web.parts import type_tone

KINDS: Final[dict[AgreementKind, str]] = {
    AgreementKind.NOTA_KESEPAKATAN: "Nota kesepakatan",
    AgreementKind.NOTA_KESEPAHAMAN: "Nota kesepahaman",
    AgreementKind.PERJANJIAN_KERJA_SAMA: "Perjanjian kerja sama",
}

STAGES: Final[dict[Stage, str]] = {
    Stage.EXPLORATION: "Penjajakan",
    Stage.FORMULATION: "Perumusan",
    Stage.DRAFTING: "Legal drafting",
    Stage.APPROVAL: "Persetujuan internal",
    Stage.SIGNING: "Penandatanganan",
    Stage.EXECUTION: "Pelaksanaan",
    Stage.MONITORING: "Pemantauan",
    Stage.EVALUATION: "Evaluasi",
    Stage.REPORTING: "Pelaporan",
    Stage.SUSPENDED: "Ditangguhkan",
    Stage.ENDED: "Berakhir",
}

CALLED: Final = ("PIHAK KESATU", "PIHAK KEDUA", "PIHAK KETIGA", "PIHAK KEEMPAT")
"""What a new paper calls its parties, as the papers of domain.md 9 do."""

LASTS: Final = [
    ("years", "Sejumlah tahun sejak penandatanganan"),
    ("day", "Sampai hari tertentu"),
    ("stages", "Sampai seluruh tahapan selesai"),
]

MOVE_LEADS: Final[dict[str, str]] = {
    "pengajuan": "Naskah diperiksa lebih dahulu; setelah diajukan, naskah tidak dapat diubah.",
    "persetujuan": "Naskah disetujui oleh orang lain daripada yang menulisnya.",
    "penandatanganan": "Setelah dicatat, naskah tidak dapat diubah lagi; hari terakhir dihitung"
    " dari masa berlakunya.",
    "evaluasi": "Tenggat evaluasi berikutnya dihitung dari hari ini, bila naskah mengaturnya.",
    "penangguhan": "Selama ditangguhkan, tanggal kerja sama ini tidak diingatkan. Tugas yang belum"
    " dilaksanakan tetap tercantum.",
    "pencabutan": "Kerja sama dilaksanakan kembali, dan tanggalnya diingatkan lagi.",
    "pengakhiran": "Tugas yang belum dilaksanakan tetap tercantum sesudah kerja sama berakhir.",
}

_OF_THE_PLAN: Final = {
    "agreement.fed": "Indikator rencana kerja ditautkan",
    "agreement.feed_ended": "Tautan indikator rencana kerja diakhiri",
    "agreement.figure_entered": "Realisasi rencana kerja diisi",
    "agreement.figure_withdrawn": "Isian realisasi rencana kerja ditarik",
}

RECORDED: Final[dict[RecordKind, str]] = {
    RecordKind.ADDENDUM: "Adendum dicatat.",
    RecordKind.OFFICIAL: "Pergantian pejabat dicatat; kerja sama tetap berlaku.",
    RecordKind.INITIALS: "Paraf dicatat.",
    RecordKind.DOCUMENT: "Dokumen ditambahkan.",
    RecordKind.QUESTION: "Perbedaan para pihak dicatat.",
    RecordKind.TALK: "Musyawarah para pihak dicatat.",
    RecordKind.SETTLEMENT: "Penyelesaian perbedaan disepakati.",
    RecordKind.ADDRESS: "Perubahan alamat korespondensi diberitahukan.",
    RecordKind.LETTER: "Surat dicatat.",
    RecordKind.RECEIPT: "Bukti penerimaan surat dicatat.",
    RecordKind.PAGE: "Halaman internet dibagikan kepada para pihak.",
    RecordKind.PAGE_STEP: "Langkah atas halaman internet dicatat.",
}
"""What happened when something was kept, without a word of what it says."""

ALARMS: Final[dict[str, str]] = {
    "ends": "masa berlaku kerja sama",
    "extension": "pemberitahuan perpanjangan kerja sama",
    "reminder": "pembahasan perpanjangan kerja sama",
    "evaluation": "evaluasi kerja sama",
}
"""What is due, by the code of its alarm, as it stands inside a sentence."""

UNSIGNED: Final = "Belum ditandatangani"

PLACES: Final = ("Pihak kesatu", "Pihak kedua", "Pihak ketiga", "Pihak keempat")

# From so many days on the end is marked, so that an extension can still be talked about. A choice
# of the product: each agreement says for itself when an extension must be asked for.
SOON: Final = 90


def plain_day(on: date) -> str:
    """Return "2 September 2024"."""
    return law_words.day(on).partition(", ")[2]


def place(ordinal: int) -> str:
    """Return what the paper calls its party of a place: "Pihak kesatu"."""
    return PLACES[ordinal - 1] if 0 < ordinal <= len(PLACES) else f"Pihak ke-{ordinal}"


def caption_of(paper: Paper) -> str:
    """Return how an agreement is called above a page: its kind and its first number."""
    return f"{KINDS[paper.kind]} {paper.parties[0].number}".strip()


def cited(paper: Paper, at: str) -> str:
    """Return the sentence at a place of a text with the place; the place alone without one."""
    try:
        return f"{paper.text_of(at)} ({at})"
    except KeyError:
        return at


def ends(ends_by: EndsBy, ends_on: date | None) -> str:
    """Return when it ends: "23 Agustus 2025", "Selesainya seluruh tahapan"."""
    if ends_by is EndsBy.STAGES or ends_on is None:
        return "Selesainya seluruh tahapan"
    return plain_day(ends_on)


def left(ends_on: date | None, today: date) -> tuple[str, type_tone]:
    """Return how long it still holds, with the tone: "Sisa 300 hari", "Berakhir 12 hari lalu"."""
    remaining = days_left(ends_on, today)
    if remaining is None:
        return "Berlaku sampai tahapan selesai", "neutral"
    if remaining < 0:
        return f"Berakhir {_amount(-remaining)} hari lalu", "late"
    if remaining == 0:
        return "Hari terakhir", "soon"
    return f"Sisa {_amount(remaining)} hari", "soon" if remaining <= SOON else "done"


def often(amount: int, last: date | None) -> str:
    """Return how often a duty was done: "3 kali, terakhir 2 September 2024"."""
    if not amount or last is None:
        return "Belum pernah dilaksanakan"
    return f"{_amount(amount)} kali, terakhir {plain_day(last)}"


def event(name: str, details: Mapping[str, Any]) -> str:
    """Return what happened to an agreement, in a sentence."""
    if name in _OF_THE_PLAN:
        return f"{_OF_THE_PLAN[name]} ({_where(details)})."
    return _of_the_text(name, details)


def _of_the_text(name: str, details: Mapping[str, Any]) -> str:
    said = name
    match name:
        case "agreement.entered":
            said = "Kerja sama didaftarkan."
        case "agreement.written":
            said = f"Naskah versi {details['version']} ditulis."
        case "agreement.extended":
            until = plain_day(date.fromisoformat(details["until"]))
            said = f"Kerja sama diperpanjang sampai {until}."
        case "agreement.stages_end":
            on = plain_day(date.fromisoformat(details["ends_on"]))
            said = f"Seluruh tahapan selesai pada {on}."
        case "agreement.duty_added":
            said = f"Tugas dapat ditandai untuk tema {THEMES[Theme(details['theme'])].lower()}."
        case "agreement.recorded":
            said = RECORDED[RecordKind(details["kind"])]
        case "agreement.moved":
            known = BY_CODE.get(details["move"])
            label = known.label if known else details["move"]
            said = f"{label}: menjadi {STAGES[Stage(details['to'])].lower()}."
    return said


def _where(details: Mapping[str, Any]) -> str:
    """Return which indicator of a plan an event is about: "baris 2, keluaran 1"."""
    aspect = "keluaran" if details["aspect"] == "output" else "hasil"
    return f"baris {details['row']}, {aspect} {details['number']}"


def _amount(number: int) -> str:
    return f"{number:,}".replace(",", ".")

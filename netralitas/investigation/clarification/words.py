"""The words of the clarification."""

from datetime import datetime
from typing import Final

from netralitas.cases.words import UNIDENTIFIED
from netralitas.investigation.clarification.domain import (
    Companion,
    Delivery,
    Ground,
    HeardRole,
    Mode,
    Oath,
    SessionState,
    Shared,
    Signed,
)
from netralitas.law.domain import Regime, Zone
from netralitas.law.words import day

TITLE: Final = "Klarifikasi"
CALENDAR: Final = "Kalender klarifikasi"

ROLES: Final[dict[HeardRole, str]] = {
    HeardRole.RESPONDENT: "Terlapor",
    HeardRole.REPORTER: "Pelapor",
    HeardRole.INFORMANT: "Pemberi informasi",
    HeardRole.WITNESS: "Saksi",
    HeardRole.EXPERT: "Ahli",
}

MODES: Final[dict[Mode, str]] = {
    Mode.IN_PERSON: "Tatap muka",
    Mode.ONLINE: "Daring",
}

GROUNDS: Final[dict[Ground, str]] = {
    Ground.GEOGRAPHY: "Kondisi geografis",
    Ground.SECURITY: "Keamanan",
    Ground.FACILITIES: "Keterbatasan sarana",
    Ground.DISASTER: "Bencana",
}

STATES: Final[dict[SessionState, str]] = {
    SessionState.PLANNED: "Direncanakan",
    SessionState.HELD: "Terlaksana",
    SessionState.ABSENT: "Tidak hadir",
    SessionState.CANCELLED: "Dibatalkan",
}

DELIVERIES: Final[dict[Delivery, str]] = {
    Delivery.HAND: "Diserahkan langsung",
    Delivery.SIGAPLAPOR: "SigapLapor",
    Delivery.POST: "Pos atau kurir",
    Delivery.TELEPHONE: "Telepon",
    Delivery.WHATSAPP: "WhatsApp",
    Delivery.EMAIL: "Surat elektronik",
}

OATHS: Final[dict[Oath, str]] = {
    Oath.SWORN: "Bersedia dan diambil sumpah atau janjinya",
    Oath.REFUSED: "Tidak bersedia",
}

COMPANIONS: Final[dict[Companion, str]] = {
    Companion.NOBODY: "Tidak didampingi",
    Companion.INTERPRETER: "Dibantu penerjemah atau juru bahasa",
    Companion.COMPANION: "Didampingi pendamping",
    Companion.BOTH: "Dibantu penerjemah dan didampingi pendamping",
}

SIGNATURES: Final[dict[Signed, str]] = {
    Signed.SIGNED: "Menandatangani berita acara",
    Signed.REFUSED: "Tidak bersedia menandatangani",
}

INVITATIONS: Final = ("Tanpa undangan", "Undangan pertama", "Undangan kedua")

NO_RULE: Final = (
    "Tidak ditemukan ketentuan tentang jarak undangan dengan sesi untuk rezim ini; beri waktu yang"
    " cukup."
)
NAMELESS: Final = (
    "Identitas hanya di brankas; naskah memuat kedudukan dan tempat kosong untuk nama."
)
NOT_PROVED: Final = "Belum ada bukti penerimaan"
INVITE: Final = "Terbitkan undangan"
INVITE_AGAIN: Final = "Terbitkan undangan kedua"
NOTE_RECEIPT: Final = "Catat penerimaan undangan"
NOTE_ABSENCE: Final = "Catat ketidakhadiran"
CANCEL: Final = "Batalkan sesi"
ATTACH: Final = "Lampirkan rekaman"

_CLASHES: Final[dict[Shared, str]] = {
    Shared.OFFICER: "Petugas yang dipilih sudah bertugas dalam sesi lain",
    Shared.PLACE: "Tempat ini sudah dipakai untuk sesi lain",
    Shared.PERSON: "Orang ini sudah dijadwalkan dalam sesi lain",
}


def short(role: HeardRole, ordinal: int) -> str:
    """Return how somebody is called where no name may stand: "Saksi 1"."""
    return f"{ROLES[role]} {ordinal}"


def label(role: HeardRole, ordinal: int, name: str | None) -> str:
    """Return how somebody is called on our pages; of those in the vault the role alone."""
    if role is HeardRole.EXPERT:
        return f"Ahli: {name}"
    said = short(role, ordinal)
    return f"{said}: {name or UNIDENTIFIED.lower()}" if role is HeardRole.RESPONDENT else said


def hours(begins_at: datetime, ends_at: datetime, zone: Zone) -> str:
    """Return the day and the hours of a session, from begin to end, with the zone."""
    begin, end = begins_at.astimezone(zone.tz), ends_at.astimezone(zone.tz)
    last = "" if begin.date() == end.date() else f"{day(end.date())}, "
    return f"{day(begin.date())}, {begin:%H.%M}\N{EN DASH}{last}{end:%H.%M} {zone.name}"


def clashes(shared: Shared, when: str, case: str | None) -> str:
    """Return what stands in the way and when; the case only where the reader may see it."""
    named = f" (perkara {case})" if case else ""
    return f"{_CLASHES[shared]}: {when}{named}. Pilih waktu, tempat, atau petugas lain."


def only_online(regime: str) -> str:
    """Return when a session may be held online, and where that was read."""
    said = (
        "Sesi daring hanya karena kondisi geografis, keamanan, keterbatasan sarana, atau bencana;"
        " sesi itu disebut dalam undangan dan direkam secara audiovisual"
    )
    if regime == Regime.PEMILU:
        return f"{said} (Perbawaslu 7/2022 Pasal 28 dan 29)."
    return (
        f"{said}. Ini bunyi Perbawaslu 7/2022 tentang Pemilu; untuk rezim ini naskahnya belum"
        " ditemukan, jadi dipakai sebagai pegangan dan perlu konfirmasi."
    )

"""The Indonesian words of the realisation of a work plan."""

from typing import Final

from netralitas.agreements.plan.domain import OF_CASES, Aspect, Countable, Feed
from netralitas.agreements.plan.reckoning import Realised
from netralitas.cases.words import THEMES
from netralitas.law.words import MONTHS
from netralitas.prevention.words import KINDS as ACTIVITY_KINDS

ASPECTS: Final[dict[Aspect, str]] = {Aspect.OUTPUT: "Keluaran", Aspect.OUTCOME: "Hasil"}

KINDS: Final[dict[Countable, str]] = {
    Countable.ACTIVITIES: "Kegiatan pencegahan yang terlaksana",
    Countable.POSTS: "Unggahan media tentang kegiatan",
    Countable.REFERRALS: "Terlapor yang diteruskan ke instansi berwenang",
    Countable.RECOMMENDATIONS: "Rekomendasi yang disampaikan untuk ditindaklanjuti",
    Countable.RELEASES: "Hasil penanganan yang diumumkan",
    Countable.MEETINGS: "Rapat evaluasi yang terlaksana",
}

UNITS: Final[dict[Countable, str]] = {
    Countable.ACTIVITIES: "kegiatan",
    Countable.POSTS: "unggahan",
    Countable.REFERRALS: "terlapor",
    Countable.RECOMMENDATIONS: "terlapor",
    Countable.RELEASES: "publikasi",
    Countable.MEETINGS: "rapat",
}

_DEFINITIONS: Final[dict[Countable, str]] = {
    Countable.ACTIVITIES: "Dihitung pada hari terlaksananya; yang batal atau baru direncanakan"
    " tidak dihitung.",
    Countable.POSTS: "Dihitung pada hari unggahannya.",
    Countable.REFERRALS: "Tiap terlapor dihitung satu kali, pada hari pertama kali diteruskan;"
    " pengalihan ke instansi pengganti tidak dihitung lagi.",
    Countable.RECOMMENDATIONS: "Tiap terlapor dihitung satu kali, pada hari rekomendasinya pertama"
    " kali disampaikan kepada instansi pihak kerja sama ini.",
    Countable.RELEASES: "Dihitung pada hari pertama kali terbit; yang dibetulkan tetap satu, yang"
    " ditarik tidak dihitung.",
    Countable.MEETINGS: "Dihitung pada hari terlaksananya.",
}

NOTHING: Final = "\u2013"
UNTOLD: Final = "Belum ditautkan dan belum diisi"
BY_HAND: Final = "Diisi tangan"
UNCOUNTED: Final = "Tanpa satuan, tidak dihitung"
SINCE: Final = "Yang dihitung hanya yang terjadi sejak kerja sama ditandatangani."
UNTIL: Final = (
    "Yang dihitung hanya yang terjadi sejak kerja sama ditandatangani sampai hari terakhirnya."
)


def feed(said: Feed, party: str = "") -> str:
    """Return what is counted: "Kegiatan pencegahan yang terlaksana, tema Politik uang"."""
    parts = [KINDS[said.kind]]
    if said.theme:
        parts.append(f"tema {THEMES[said.theme]}")
    if said.activity_kind:
        parts.append(f"jenis {ACTIVITY_KINDS[said.activity_kind].lower()}")
    if party:
        joint = ", sendiri atau bersama" if said.kind is Countable.ACTIVITIES else ""
        parts.append(f"oleh {party.lower()}{joint}")
    return ", ".join(parts)


def definition(said: Feed) -> str:
    """Return by which rule it is counted, in sentences."""
    return f"{_DEFINITIONS[said.kind]} {UNTIL if said.kind in OF_CASES else SINCE}"


def figure(realised: Realised) -> str:
    """Return a figure beside its target: "3 dari 4 (75%)", "3", "Target 4"."""
    amount, target = realised.amount, realised.target
    if amount is None:
        return NOTHING if target is None else f"Target {number(target)}"
    if target is None:
        return number(amount)
    share = "" if realised.percent is None else f" ({number(realised.percent)}%)"
    return f"{number(amount)} dari {number(target)}{share}"


def month(number_of_it: int) -> str:
    """Return the name of a month."""
    return MONTHS[number_of_it - 1]


def number(amount: int) -> str:
    """Return "12.345"."""
    return f"{amount:,}".replace(",", ".")

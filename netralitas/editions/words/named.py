"""What an entry is about, in a few words; pure."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from netralitas.editions.domain import EntryKind
from netralitas.law.entries import Body
from netralitas.law.words import day
from netralitas.legislation.words import plain_day

KINDS: Final[Mapping[EntryKind, str]] = {
    EntryKind.RULE: "aturan waktu",
    EntryKind.HOLIDAY: "hari libur",
    EntryKind.YEAR: "tahun kalender",
    EntryKind.OFFICE_HOURS: "jam layanan",
    EntryKind.REGIME: "rezim",
    EntryKind.VIOLATIONS: "katalog pelanggaran",
    EntryKind.LAW: "peraturan",
}


def named(kind: str, key: str, body: Body | None = None) -> str:
    """Return what an entry is called: "Hari libur Jumat, 20 Maret 2026 (wilayah 19.06)"."""
    label = str((body or {}).get("label", ""))
    match EntryKind(kind):
        case EntryKind.HOLIDAY:
            on, _, region = key.partition("@")
            called = day(date.fromisoformat(on)) + (f" (wilayah {region})" if region else "")
        case EntryKind.RULE:
            code, _, version = key.partition("#")
            called = f"“{label or code}”, versi {version}"
        case EntryKind.OFFICE_HOURS:
            office, _, begins = key.rpartition("/")
            called = f"{office} mulai {plain_day(date.fromisoformat(begins))}"
        case _:
            called = label or key
    return f"{KINDS[EntryKind(kind)].capitalize()} {called}"


def amount_of(kind: str, amount: int) -> str:
    """Return how many entries of a kind: "3 hari libur"."""
    return f"{amount} {KINDS[EntryKind(kind)]}"

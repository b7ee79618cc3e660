"""The words of other systems: their names, where a matter stands there, what differs."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

import msgspec

from netralitas.audit.domain import Moment, Precision
from netralitas.law.words import day
from netralitas.referral.external.domain import (
    ExternalStanding,
    ExternalSystem,
    ExternalWord,
    differing,
    latest,
)

TITLE: Final = "Catatan sistem lain"
_SHOWN: Final = 6  # of the records of an event
NO_NUMBER: Final = "Nomor tidak diketahui"
NO_DAY: Final = "Tanggal status tidak diketahui"
NOTHING_SAID: Final = "Isi nomor, status, atau keterangan yang tertulis di sistem itu."

SYSTEMS: Final[dict[ExternalSystem, str]] = {
    ExternalSystem.SIAPNET: "SIAPNET",
    ExternalSystem.SBT: "SBT",
    ExternalSystem.IDIS: "I'DIS",
    ExternalSystem.SIASN: "SIASN",
    ExternalSystem.SIGAPLAPOR: "SigapLapor",
    ExternalSystem.LAPOR: "SP4N-LAPOR",
}

STANDINGS: Final[dict[ExternalStanding, str]] = {
    ExternalStanding.RECEIVED: "Diterima",
    ExternalStanding.VERIFICATION: "Dalam verifikasi",
    ExternalStanding.RETURNED: "Dikembalikan",
    ExternalStanding.REJECTED: "Ditolak",
    ExternalStanding.CANCELLED: "Dibatalkan",
    ExternalStanding.NOT_PROVEN: "Tidak terbukti",
    ExternalStanding.RECOMMENDED: "Direkomendasikan kepada Pejabat Pembina Kepegawaian",
    ExternalStanding.FOLLOWED_UP: "Dalam tindak lanjut",
    ExternalStanding.SANCTIONED: "Sanksi dijatuhkan",
    ExternalStanding.BLOCKED: "Layanan kepegawaian diblokir",
    ExternalStanding.UNBLOCKED: "Blokir layanan kepegawaian dibuka",
    ExternalStanding.GONE: "Tidak ditemukan lagi di sistem itu",
    ExternalStanding.UNKNOWN: "Status tidak diketahui",
}


class SystemLine(msgspec.Struct, frozen=True, kw_only=True):
    """What a system says last of a respondent, in one line."""

    system: str
    line: str


class Systems(msgspec.Struct, frozen=True, kw_only=True):
    """What all systems say of a respondent, and a sentence where they differ."""

    lines: tuple[SystemLine, ...]
    differences: tuple[str, ...]


class SystemSaid(msgspec.Struct, frozen=True, kw_only=True):
    """What an event says that a system says of a respondent: codes, an id, a day."""

    respondent: int
    system: ExternalSystem
    standing: ExternalStanding
    as_of: date | None = None
    precision: Precision = Precision.UNKNOWN


NO_SYSTEMS: Final = Systems(lines=(), differences=())


def systems_said(words: Iterable[ExternalWord]) -> Systems:
    """Return the latest word of each system, and each sentence in which they differ."""
    told = tuple(words)
    return Systems(
        lines=tuple(
            SystemLine(system=SYSTEMS[word.system], line=_line(word)) for word in latest(told)
        ),
        differences=tuple(difference(group) for group in differing(told)),
    )


def difference(group: Sequence[ExternalWord]) -> str:
    """Return that systems differ: "SBT menyebut “Diterima”; I'DIS menyebut “…”: belum sama."."""
    said = "; ".join(
        f"{SYSTEMS[word.system]} menyebut “{STANDINGS[word.standing]}”" for word in group
    )
    return f"{said}: belum sama."


def told_in_words(told: Sequence[SystemSaid], names: Mapping[int, str]) -> list[str]:
    """Return what an event told, a sentence each; of many the first, and how many more.

    `names` are those of the respondents that the reader sees.
    """
    found = []
    for one in told[:_SHOWN]:
        as_of = Moment(precision=one.precision, on=one.as_of)
        dated = f", per {as_of_in_words(as_of)}" if one.as_of else ""
        whom = f" ({names[one.respondent]})" if one.respondent in names else ""
        found.append(f"{SYSTEMS[one.system]}: {STANDINGS[one.standing]}{dated}{whom}.")
    if len(told) > _SHOWN:
        found.append(f"Dan {len(told) - _SHOWN} catatan lagi.")
    return found


def as_of_in_words(as_of: Moment) -> str:
    """Return for when a word holds: "3 Maret 2025", "Maret 2025", "2025", or that nobody knows."""
    if as_of.on is None:
        return NO_DAY
    if as_of.precision is Precision.YEAR:
        return str(as_of.on.year)
    written = day(as_of.on).split(", ", 1)[1]
    return written.split(" ", 1)[1] if as_of.precision is Precision.MONTH else written


def as_of_in_a_cell(as_of: Moment) -> str:
    """Return the same as a table says it, so that it can be read again: 2025-03-14, 2025-03."""
    if as_of.on is None:
        return ""
    length = {Precision.YEAR: 4, Precision.MONTH: 7}.get(as_of.precision, 10)
    return as_of.on.isoformat()[:length]


def _line(word: ExternalWord) -> str:
    number = f"nomor {word.number}" if word.number else ""
    dated = f"per {as_of_in_words(word.as_of)}" if word.as_of.on else ""
    told = f"menurut {word.according_to}" if word.according_to else ""
    return ", ".join(text for text in (STANDINGS[word.standing], number, dated, told) if text)

"""The words of the service for everybody: its standard, its figures, the way of a complaint."""

from typing import Final

from netralitas.language import ngettext, phrase
from netralitas.law import words as law_words
from netralitas.service.domain import Month, Span
from netralitas.service.policy import LEAST_SHOWN
from netralitas.web.formats import number

WAITING: Final = phrase("Pengaduan terkirim")
WAITING_SENTENCE: Final = phrase(
    "Pengaduan Anda sudah masuk dan segera dicatat. Muat lagi sebentar lagi."
)
CLOSED: Final = phrase(
    "Belum ada kantor yang menerima pengaduan lewat situs ini. Datanglah ke kantor Bawaslu, atau"
    " kirim surat."
)
QUEUE: Final = phrase(
    "Banyak pengaduan masuk bersamaan. Yang Anda tulis masih ada di bawah; tunggu sebentar, lalu"
    " kirim lagi."
)
TRAP: Final = phrase("Isian ini harus dibiarkan kosong. Hapus isinya, lalu kirim lagi.")
STALE: Final = phrase(
    "Formulir ini sudah terlalu lama terbuka. Yang Anda tulis masih ada; kirim sekali lagi."
)
FEWER: Final = phrase("kurang dari {least}", least=LEAST_SHOWN)
NOT_TOLD: Final = phrase("tidak disebut")
NOTHING: Final = phrase("tidak ada")

_HOURS_OF_A_DAY: Final = 24
_HOUR: Final = 1.0
_DAYS_FROM: Final = 48.0


def month(told: Month) -> str:
    """Return the name of a month: "Oktober 2026"."""
    return law_words.month(told.month)


def amount(told: int | None) -> str:
    """Return an amount, or that it is too small to be told."""
    return str(FEWER) if told is None else number(told)


def lasted(told: Span) -> str:
    """Return the middle of some times: "3 jam", "2 hari"; nothing of too few."""
    if told.median is None:
        return str(NOT_TOLD if told.measured else NOTHING)
    if told.median < _HOUR:
        minutes = max(1, round(told.median * 60))
        return ngettext("{count} menit", "{count} menit", minutes).format(count=minutes)
    if told.median < _DAYS_FROM:
        hours = round(told.median)
        return ngettext("{count} jam", "{count} jam", hours).format(count=hours)
    days = round(told.median / _HOURS_OF_A_DAY)
    return ngettext("{count} hari", "{count} hari", days).format(count=days)


def in_time(told: Span) -> str:
    """Return which share was in time: "83%"; nothing of too few."""
    if told.met is None or not told.measured:
        return str(NOT_TOLD if told.measured else NOTHING)
    return f"{round(100 * told.met / told.measured)}%"

"""The words of the service for everybody: its standard, its figures, the way of a complaint."""

from typing import Final

from netralitas.law.words import MONTHS
from netralitas.service.domain import Month, Span
from netralitas.service.policy import LEAST_SHOWN
from netralitas.web.formats import number

COMPLAIN: Final = "Adukan pelayanan"
WAITING: Final = "Pengaduan terkirim"
WAITING_SENTENCE: Final = "Pengaduan Anda sudah masuk dan segera dicatat. Muat lagi sebentar lagi."
CLOSED: Final = (
    "Belum ada kantor yang menerima pengaduan lewat situs ini. Datanglah ke kantor Bawaslu, atau"
    " kirim surat."
)
QUEUE: Final = (
    "Banyak pengaduan masuk bersamaan. Yang Anda tulis masih ada di bawah; tunggu sebentar, lalu"
    " kirim lagi."
)
TRAP: Final = "Isian ini harus dibiarkan kosong. Hapus isinya, lalu kirim lagi."
STALE: Final = (
    "Formulir ini sudah terlalu lama terbuka. Yang Anda tulis masih ada; kirim sekali lagi."
)
FEWER: Final = f"kurang dari {LEAST_SHOWN}"
NOT_TOLD: Final = "tidak disebut"
NOTHING: Final = "tidak ada"

_HOURS_OF_A_DAY: Final = 24
_HOUR: Final = 1.0
_DAYS_FROM: Final = 48.0


def month(told: Month) -> str:
    """Return the name of a month: "Oktober 2026"."""
    return f"{MONTHS[told.month.month - 1]} {told.month.year}"


def amount(told: int | None) -> str:
    """Return an amount, or that it is too small to be told."""
    return FEWER if told is None else number(told)


def lasted(told: Span) -> str:
    """Return the middle of some times: "3 jam", "2 hari"; nothing of too few."""
    if told.median is None:
        return NOT_TOLD if told.measured else NOTHING
    if told.median < _HOUR:
        return f"{max(1, round(told.median * 60))} menit"
    if told.median < _DAYS_FROM:
        return f"{round(told.median)} jam"
    return f"{round(told.median / _HOURS_OF_A_DAY)} hari"


def in_time(told: Span) -> str:
    """Return which share was in time: "83%"; nothing of too few."""
    if told.met is None or not told.measured:
        return NOT_TOLD if told.measured else NOTHING
    return f"{round(100 * told.met / told.measured)}%"

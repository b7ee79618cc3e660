"""The words of the public log: what a check found, and what is not proved."""

from datetime import date, timedelta
from typing import Final

from netralitas.language import phrase
from netralitas.law.words import day as written
from netralitas.public.log.checking import Checked, State
from netralitas.public.log.shown import InLog

TITLE: Final = "Catatan publik"
NOTHING_YET: Final = phrase("Kepala catatan pertama terbit setelah tengah malam.")

RIGHT: Final = phrase("Tercatat, dan tidak berubah")
WAITING: Final = phrase("Belum masuk catatan publik")
UNSEALED: Final = phrase("Belum mempunyai segel")
ALARM: Final = phrase("Tanda terima ini tidak cocok dengan catatan publik")

_RIGHT: Final = phrase(
    "Tanda terima Anda masuk catatan publik pada {day} di daun {position}. Isinya (nomor, waktu,"
    " dan sidik setiap berkas) tidak berubah sejak itu, dan catatan terbaru ({newest}, {size} daun)"
    " hanya menambah catatan hari itu."
)
_TAKEN: Final = phrase("Peristiwa pertama perkaranya juga tercatat, di daun {position}.")
_NOT_TAKEN: Final = phrase(
    "Tanda terima tercatat walaupun kantor belum membukukan laporannya sebagai perkara; kantor"
    " tidak dapat menghapus bahwa laporan ini masuk."
)
_WAITING: Final = phrase(
    "Tanda terima Anda masuk catatan publik pada {day}, setelah tengah malam. Catatan diterbitkan"
    " satu kali sehari, supaya tidak ada yang dapat membaca kapan seseorang melapor."
)
_UNSEALED: Final = phrase(
    "Tanda terima ini dibuat sebelum catatan publik ada, atau laporannya dimasukkan dari arsip. Hal"
    " itu tidak mengubah penanganannya."
)
_BROKEN: Final = phrase(
    "Yang tersimpan di sini bukan lagi yang dijanjikan ketika tanda terima dibuat: sesuatu diubah"
    " atau dihapus. Simpan tanda terima Anda dan bukti yang pernah Anda unduh, lalu sampaikan"
    " kepada kantor Bawaslu di atasnya atau kepada penerima kepala catatan."
)
TITLES: Final = {
    State.RIGHT: RIGHT,
    State.WAITING: WAITING,
    State.UNSEALED: UNSEALED,
    State.BROKEN: ALARM,
}


def in_log(found: Checked, today: date) -> InLog:
    """Return what a page shows of a check."""
    return InLog(
        title=str(TITLES[found.state]),
        sentences=sentences(found, today),
        proved=found.state is State.RIGHT,
        broken=found.state is State.BROKEN,
    )


def sentences(found: Checked, today: date) -> tuple[str, ...]:
    """Return what is said of a check, to whoever holds the code alone."""
    match found.state:
        case State.UNSEALED:
            return (str(_UNSEALED),)
        case State.WAITING:
            return (str(_WAITING).format(day=written(today + timedelta(days=1))),)
        case State.BROKEN:
            return (str(_BROKEN),)
        case _:
            return _right(found)


def _right(found: Checked) -> tuple[str, ...]:
    if found.newest is None or found.day is None or found.receipt is None:
        return ()
    first = str(_RIGHT).format(
        day=written(found.day.day),
        position=found.receipt.position,
        newest=written(found.newest.day),
        size=found.newest.size,
    )
    if found.case is None:
        return (first, str(_NOT_TAKEN))
    return (first, str(_TAKEN).format(position=found.case.position))

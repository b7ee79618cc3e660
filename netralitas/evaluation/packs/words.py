"""The Indonesian words of packs: their states, files, problems."""

from typing import Final

from netralitas.evaluation.packs.domain import MANIFEST, PAPER, WORKBOOK, PackState
from netralitas.web.parts import type_tone

STATES: Final = {
    PackState.WAITING: "Menunggu giliran",
    PackState.RUNNING: "Sedang dibuat",
    PackState.READY: "Selesai",
    PackState.FAILED: "Gagal",
}
TONES: Final[dict[PackState, type_tone]] = {
    PackState.WAITING: "waiting",
    PackState.RUNNING: "waiting",
    PackState.READY: "done",
    PackState.FAILED: "late",
}
FILES: Final = {
    PAPER: "Bahan rapat (PDF/A) untuk dicetak dan ditandatangani",
    WORKBOOK: "Lampiran (XLSX), satu lembar untuk setiap tabel",
    MANIFEST: "Daftar berkas dengan sidiknya",
}
DRAFT: Final = "DRAF"
DRAFT_PAPER: Final = "Draf bahan rapat (PDF/A)"
NOT_MADE: Final = (
    "Bahan rapat belum dapat dibuat. Coba lagi; bila tetap gagal, hubungi administrator."
)

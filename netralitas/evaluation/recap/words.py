"""The words of the weekly recap: its week, what each amount counts, what is refused."""

from typing import Final

from netralitas.evaluation.recap.domain import Week
from netralitas.evaluation.words.parts import SOURCES
from netralitas.law.words import MONTHS

TITLE: Final = "Rekap mingguan"
NOT_OURS: Final = "Rekap mingguan disusun oleh kantor Bawaslu atas perkara yang ditanganinya."
UNREADABLE: Final = "Minggu ditulis seperti 2026-W47: tahun, lalu nomor minggunya."
_TO: Final = "\N{EN DASH}"
SUM: Final = "Jumlah"
HEADS: Final = {
    "came_in": "Masuk",
    "registered": "Diregistrasi",
    "not_registered": "Tidak diregistrasi",
    "decided": "Diputuskan",
    "violations": "Melanggar netralitas",
    "forwarded": "Diteruskan",
    "answered": "Dijawab",
    "in_force": "Berlaku",
    "reported": "Dilaporkan",
    "overdue": "Lewat tenggat",
}
"""The amounts as heads of a table."""
SENTENCES: Final = {
    "came_in": "Perkara yang dibuka.",
    "registered": "Perkara yang diregistrasi, juga yang dilimpahkan dalam keadaan teregistrasi.",
    "not_registered": "Perkara yang ditetapkan tidak diregistrasi.",
    "decided": "Keputusan rapat pleno atas kajian.",
    "violations": "Di antaranya: keputusan pelanggaran hukum lain (netralitas ASN).",
    "forwarded": "Terlapor yang diteruskan, satu untuk setiap terlapor dan instansi.",
    "answered": "Penerusan yang dijawab atau berakhir pada instansi, tanpa pengalihan.",
    "in_force": "Keputusan yang mulai berlaku, atau sanksi moral yang dinyatakan.",
    "reported": "Tindak lanjut yang hasilnya dilaporkan kembali.",
    "overdue": "Tenggat yang sudah lewat dan belum dipenuhi pada akhir minggu.",
}
SOURCE_WORDS: Final = SOURCES
WHICH_DAY: Final = (
    "Dihitung menurut hari pencatatan, supaya rekap minggu yang sudah lewat tidak berubah:"
    " yang dicatat terlambat masuk ke minggu pencatatannya."
)


def days(week: Week) -> str:
    """Return the first and the last day of a week, as in "16 to 22 November 2026"."""
    first, last = week.monday, week.sunday
    end = f"{last.day} {MONTHS[last.month - 1]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}{_TO}{end}"
    begin = f"{first.day} {MONTHS[first.month - 1]}"
    return f"{begin}{_TO}{end}" if first.year == last.year else f"{begin} {first.year}{_TO}{end}"


def ahead(week: Week) -> str:
    """Return why there is no recap of a week that has not begun."""
    return f"Minggu {days(week)} belum dimulai, jadi belum ada yang dapat direkap."

"""The words of the pages that count published outcomes."""

from typing import Final

from netralitas.language import ngettext, phrase, say
from netralitas.web.formats import number

FROM_OUTCOMES: Final = phrase("Sumber: hasil yang diterbitkan.")
OUTCOMES_COUNT: Final = phrase(
    "Hanya hasil yang sudah diterbitkan, satu untuk setiap terlapor: yang terbaru, bila lebih dari"
    " satu pihak menerbitkannya. Jumlahnya lebih kecil daripada seluruh perkara: hasil terbit"
    " sesudah dua orang menyetujui dan pihak lain diberi waktu."
)
OUTCOMES_TITLE: Final = phrase("Hasil yang diterbitkan dalam angka")
NO_OUTCOMES: Final = phrase(
    "Belum ada hasil yang diterbitkan untuk pilihan ini. Angka menurut tahap, jabatan, dan tema"
    " muncul di sini sesudah hasil diterbitkan."
)
ALL: Final = phrase("Semua")
STAGES_COUNT: Final = phrase("Tahap menurut hasil yang terakhir diterbitkan.")
ENDS_COUNT: Final = phrase("Hasil akhir dari yang sudah selesai.")
THEMES_COUNT: Final = phrase("Tema perkara, yang sama dengan tema kegiatan pencegahan.")
MONTHS_COUNT: Final = phrase(
    "Bulan sejak diteruskan sampai selesai, dibulatkan ke atas; hanya yang harinya diketahui tepat."
)


def staff_or_more(threshold: int) -> str:
    """Return what is counted of groups of posts: only those of so many people."""
    return say(
        "Golongan jabatan disebut hanya bila sedikitnya {threshold} orang"
        " bekerja di dalamnya; yang lebih kecil disebut bersama semua golongan di sampingnya.",
        threshold=number(threshold),
    )


def months_seen(median: int, ninth: int, amount: int) -> str:
    """Return in a sentence within how many months matters were concluded."""
    return say(
        "Separuh selesai dalam {median} setelah diteruskan, sembilan dari sepuluh dalam {ninth};"
        " dihitung dari {amount} hasil.",
        median=months(median),
        ninth=months(ninth),
        amount=number(amount),
    )


def months(amount: int) -> str:
    """Return a number of months."""
    return ngettext("{months} bulan", "{months} bulan", amount).format(months=amount)


def outcomes_of(amount: int) -> str:
    """Return how many published outcomes a page counts."""
    return ngettext(
        "{amount} hasil yang diterbitkan, satu untuk setiap terlapor.",
        "{amount} hasil yang diterbitkan, satu untuk setiap terlapor.",
        amount,
    ).format(amount=number(amount))

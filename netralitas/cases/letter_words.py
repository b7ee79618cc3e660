"""The words by which a number is asked about that another letter bears already."""

from datetime import date
from typing import Final

from netralitas.law.words import day

SAME_NUMBER: Final = "letter_number"
SAME_NUMBER_SAID: Final = "Nomor surat ini juga tercatat pada surat lain."


def same_number(printed: str, author: str, dated_on: date | None) -> str:
    """Return the sentence that asks about a number which another letter bears already."""
    dated = f" tanggal {day(dated_on).split(', ', 1)[1]}" if dated_on else " tanpa tanggal"
    return (
        f"Nomor {printed} juga tercatat pada surat {author}{dated}. Periksa nomornya; bila memang"
        " sama, centang pilihan itu di bawah dan tulis alasannya."
    )

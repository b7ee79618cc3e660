"""Words of the register of failures to protect personal data."""

from datetime import datetime, timedelta
from typing import Final

from netralitas.law.domain import Zone
from netralitas.law.words import moment
from netralitas.privacy.incidents.domain import NoteKind, Standing, ends_at
from netralitas.web.parts import type_tone

TITLE: Final = "Insiden data"
LEAD: Final = (
    "Kegagalan pelindungan data pribadi diberitahukan tertulis kepada subjek data dan lembaga"
    " paling lambat 3 x 24 jam (UU 27/2022 Pasal 46; sumber kedua, perlu konfirmasi). Jamnya"
    " berjalan terus, juga pada hari libur."
)
NEW: Final = "Catat insiden data"
NEW_LEAD: Final = (
    "Catat segera setelah diketahui, walaupun belum lengkap: jumlah orang dan tindakan dapat"
    " ditambahkan kemudian."
)
MEASURE: Final = "Catat tindakan"
MEASURE_LEAD: Final = "Apa yang dilakukan untuk menangani, memulihkan, dan mencegah terulang."
TOLD: Final = {
    NoteKind.PEOPLE_TOLD: "Catat pemberitahuan kepada subjek data",
    NoteKind.AGENCY_TOLD: "Catat pemberitahuan kepada lembaga",
}
TOLD_LEAD: Final = "Kapan pemberitahuan tertulis disampaikan, dan dengan surat apa."
CLOSE: Final = "Tutup insiden"
CLOSE_LEAD: Final = "Insiden ditutup oleh orang lain, bukan oleh yang mencatatnya (dua orang)."
LETTERS: Final = {
    "surat-subjek": "Unduh surat kepada subjek data (PDF)",
    "surat-lembaga": "Unduh surat kepada lembaga (PDF)",
}
NOTES: Final = {
    NoteKind.MEASURE: "Tindakan",
    NoteKind.PEOPLE_TOLD: "Pemberitahuan kepada subjek data",
    NoteKind.AGENCY_TOLD: "Pemberitahuan kepada lembaga",
    NoteKind.CLOSING: "Penutupan",
}
HISTORY: Final = "Catatan"
NONE_YET: Final = "Belum ada insiden data"
NONE_SAID: Final = "Kegagalan pelindungan data yang dicatat kantor Anda tampil di sini."
NO_NOTES: Final = "Belum ada tindakan"
NO_NOTES_SAID: Final = "Tindakan dan pemberitahuan tampil di sini setelah dicatat."
UNKNOWN: Final = "belum diketahui"
CLOSED: Final = "Ditutup"
OPEN: Final = "Berjalan"
CLOSED_ALREADY: Final = "Insiden ini sudah ditutup."
BY_SELF: Final = "Insiden yang Anda catat ditutup oleh orang lain (dua orang)."
TOLD_ALREADY: Final = "Pemberitahuan ini sudah dicatat."
UNTOLD: Final = (
    "Insiden ditutup setelah subjek data dan lembaga diberi tahu tertulis (UU 27/2022 Pasal 46)."
)
UNTOLD_REMEDY: Final = "Catat pemberitahuannya lebih dahulu."
TOO_EARLY: Final = "Pemberitahuan tidak dapat mendahului saat insiden diketahui."
IN_FUTURE: Final = "Saat ini belum tiba."

TONES: Final[dict[Standing, type_tone]] = {
    Standing.RUNNING: "soon",
    Standing.LATE: "late",
    Standing.TOLD: "done",
    Standing.TOLD_LATE: "late",
}


def hours(discovered: datetime, now: datetime, stands: Standing, zone: Zone) -> str:
    """Return how the hours stand: how many are left or over, and until when."""
    end = ends_at(discovered)
    until = moment(end, zone)
    if stands is Standing.TOLD:
        return f"sudah diberitahukan dalam waktunya (sampai {until})"
    if stands is Standing.TOLD_LATE:
        return f"diberitahukan setelah waktunya habis ({until})"
    if stands is Standing.LATE:
        return f"terlambat {_lasting(now - end)}, seharusnya sampai {until}"
    return f"sisa {_lasting(end - now)}, sampai {until}"


def _lasting(span: timedelta) -> str:
    """Return a span of time in words: "2 hari 5 jam", "40 menit"."""
    minutes = int(span / timedelta(minutes=1))
    days, hours = divmod(minutes // 60, 24)
    if not days and not hours:
        return f"{minutes} menit"
    parts = ((days, "hari"), (hours, "jam"))
    return " ".join(f"{amount} {unit}" for amount, unit in parts if amount)

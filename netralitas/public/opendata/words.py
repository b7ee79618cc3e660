"""The words of the open data: licence, citation, and what the page says."""

from datetime import date
from typing import Final
from urllib.parse import urlsplit

from netralitas.language import phrase, say

TITLE: Final = phrase("Hasil penanganan netralitas ASN")
DESCRIPTION: Final = (
    "Hasil penanganan dugaan pelanggaran netralitas aparatur sipil negara (ASN) dan tindak"
    " lanjutnya, sebagaimana diterbitkan, beserta koreksi dan penarikannya."
)
INVENTED: Final = "Peragaan: semua data ini rekaan."
LICENCE: Final = "CC-BY-4.0"
LICENCE_TITLE: Final = phrase("Creative Commons Atribusi 4.0 Internasional (CC BY 4.0)")
LICENCE_PATH: Final = "https://creativecommons.org/licenses/by/4.0/"
DICTIONARY: Final = "kamus"
KEYWORDS: Final = ("netralitas ASN", "Bawaslu", "hukuman disiplin", "tindak lanjut")
PERIOD: Final = (
    "Setiap kali suatu hasil terbit, dikoreksi, atau ditarik; paling banyak satu versi sehari"
)

TYPES: Final = {
    "year": phrase("tahun"),
    "integer": phrase("bilangan bulat"),
    "string": phrase("teks"),
    "date": phrase("tanggal (ISO 8601)"),
    "yearmonth": phrase("bulan (ISO 8601)"),
}


def citation(day: date, site: str) -> str:
    """Return how a version is cited, in the language of the page; files are in Indonesian."""
    return say(
        "Netralitas ({host}), {title}, versi {day}, {address}, lisensi CC BY 4.0.",
        host=urlsplit(site).netloc,
        title=TITLE,
        day=day.isoformat(),
        address=f"{site}/data/versi/{day}/datapackage.json",
    )


FEED: Final = "Hasil yang diterbitkan, dikoreksi, dan ditarik"
FEED_INVENTED: Final = f"{FEED} (data rekaan)"

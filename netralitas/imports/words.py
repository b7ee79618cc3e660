"""The Indonesian words of imports: events, what is refused as a whole."""

from typing import Final

EVENTS: Final = {
    "import.taken_in": "Daftar diimpor",
    "import.undone": "Impor dibatalkan",
}

NOTHING_GOOD: Final = (
    "Tidak ada baris yang dapat diimpor. Perbaiki daftar menurut berkas baris yang ditolak, lalu"
    " unggah lagi."
)
CASES_NOT_SEEN: Final = (
    "Impor ini tidak dapat dibatalkan: sebagian perkaranya tidak dapat Anda baca lagi. Mintalah"
    " petugas lain di kantor Anda yang membacanya."
)
UNDONE_BEFORE: Final = "Impor ini sudah dibatalkan."
ON_THE_LIST: Final = "NIP ini sudah ada pada daftar pegawai kantor Anda."


def imported_before(when: str, source: str) -> str:
    """Return why the same file is not taken in twice."""
    return (
        f"Berkas yang sama sudah diimpor pada {when} dari sumber “{source}”. Batalkan impor itu"
        " dahulu bila hendak mengulang."
    )


def depended_on(respondents: int) -> str:
    """Return why an import cannot be undone; 0 respondents: by some that are not shown."""
    by = f"{respondents} terlapor" if respondents else "sedikitnya satu terlapor"
    return (
        f"Impor ini tidak dapat dibatalkan: {by} dikenali dari daftar ini. Ubah dahulu data"
        " terlapor itu."
    )

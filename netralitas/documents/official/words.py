"""The words of the pages of official papers."""

from typing import Final

from netralitas.documents.official.places import PLACES

TO_HINT: Final = (
    "Satu baris untuk tiap bagian alamat. Pelapor dan saksi disebut menurut perannya, tanpa nama."
)
BODY_HINT: Final = (
    "Baris kosong memisahkan paragraf. Awali baris dengan “# ” untuk judul bagian dan “- ” untuk"
    " daftar. Jangan menulis nama pelapor, pemberi informasi, atau saksi."
)
PRINTED_HINT: Final = "Kosongkan agar nomor diambil dari buku nomor kantor."
REASON_MISSING: Final = "Tulis alasan nomor tidak diambil dari buku nomor."
SCAN_HINT: Final = "PDF atau gambar naskah yang sudah ditandatangani."
NO_SCAN: Final = (
    "Pindaian naskah ini tidak disimpan, karena tanda tangan di atasnya dapat menunjukkan identitas"
    " pelapor atau saksi. Simpan naskah yang ditandatangani di tempat berkas tertutup."
)
SCANNED: Final = "Pindaian sudah dilampirkan. Pindaian dilampirkan satu kali untuk tiap naskah."
LEAD: Final = (
    "Teks di bawah ini disusun dari data perkara. Periksa setiap paragraf, lihat pratinjau, lalu"
    " terbitkan. Naskah yang sudah terbit tidak dapat diubah."
)
PROTECTED: Final = (
    "Identitas pelapor, pemberi informasi, dan saksi disimpan terpisah dan dilindungi."
)
NOBODY_ELSE: Final = "Naskah diterbitkan oleh Bawaslu yang menangani perkara ini."
LETTERHEAD_HINT: Final = (
    "Satu baris tiap bagian. Kosongkan agar alamat kantor pada daftar alamat instansi yang dipakai."
)
PATTERN_HINT: Final = (
    "{serial:03} nomor urut tiga angka, {month} bulan angka Romawi, {year} tahun. Kosongkan untuk"
    " pola bawaan."
)
PATTERN_WRONG: Final = (
    "Pola memuat {serial} satu kali, dan boleh memuat {month} dan {year}; tempat lain tidak ada."
)
PLACES_HINT: Final = (
    "Baris kosong memisahkan paragraf. Yang dapat diisi sendiri oleh sistem: "
    + ", ".join(f"{{{name}}}" for name in PLACES)
    + "."
)
COPIES_HINT: Final = "Satu penerima di tiap baris. Dipakai bila naskahnya sendiri tidak menyebut."


def unknown_place(name: str) -> str:
    """Return what is said of a place that nobody fills in."""
    known = ", ".join(f"{{{each}}}" for each in PLACES)
    return f"{{{name}}} tidak dikenal. Yang ada: {known}."

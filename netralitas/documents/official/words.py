"""The words of the pages of official papers."""

from typing import Final

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

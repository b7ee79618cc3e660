"""The words about the service: states, what a code shows, pages of staff."""

from collections.abc import Mapping
from typing import Final

from netralitas.language import phrase
from netralitas.service.domain import ComplaintState

ABOUT: Final = "service"
"""What stands beside a status that is of a complaint, and of no report."""

OVER: Final = "over"
"""What is true beside a status about which nothing more is written."""

TITLE: Final = "Pengaduan pelayanan"
LEAD: Final = (
    "Yang disampaikan masyarakat tentang pelayanan kantor ini, bukan laporan pelanggaran. Petugas"
    " yang disebut dalam suatu pengaduan tidak melihatnya."
)
STATUS: Final[Mapping[ComplaintState, str]] = {
    ComplaintState.RECEIVED: phrase("Pengaduan diterima"),
    ComplaintState.REFERRED: phrase("Dirujuk ke kantor atasan"),
    ComplaintState.ANSWERED: phrase("Pengaduan dijawab"),
    ComplaintState.CLOSED: phrase("Pengaduan ditutup"),
}
SENTENCES: Final[Mapping[ComplaintState, str]] = {
    ComplaintState.RECEIVED: phrase(
        "{office} menerima pengaduan Anda. Petugas yang Anda sebut dengan nama lengkap tidak"
        " melihatnya."
    ),
    ComplaintState.REFERRED: phrase("Pengaduan Anda ditangani {office}, kantor atasan."),
    ComplaintState.ANSWERED: phrase("{office} sudah menjawab. Jawabannya ada di bawah."),
    ComplaintState.CLOSED: phrase("{office} menutup pengaduan ini sesudah menjawabnya."),
}
NEXT: Final[Mapping[ComplaintState, str]] = {
    ComplaintState.RECEIVED: phrase("Anggota Bawaslu memeriksa dan menjawab lewat kode Anda."),
    ComplaintState.REFERRED: phrase("Anggota Bawaslu kantor atasan menjawab lewat kode Anda."),
    ComplaintState.ANSWERED: phrase("Bila jawabannya belum cukup, balas di bawah sebelum ditutup."),
}
STEPS: Final = {
    "complaint.received": phrase("Pengaduan Anda diterima."),
    "complaint.answered": phrase("Pengaduan Anda dijawab."),
    "complaint.referred": phrase("Pengaduan Anda dirujuk ke kantor atasan."),
    "complaint.closed": phrase("Pengaduan Anda ditutup."),
}
HOUSE_RULE: Final = phrase("Aturan kantor, bukan ketentuan undang-undang")
DISPOSED: Final = "Data ini dimusnahkan menurut berita acara pemusnahan."
UNREADABLE: Final = "(Isi pengaduan ini tidak dapat dibuka dengan kunci kantor ini.)"
FROM_SENDER: Final = "Pengadu"
FROM_OFFICE: Final = "Kantor"
ELSEWHERE: Final = "Pengaduan ini ditangani kantor atasan; kantor Anda membacanya saja."
NOBODY_ABOVE: Final = "Kantor ini tidak mempunyai kantor atasan dalam sistem."
NOBODY_LEFT: Final = (
    "Tidak ada lagi anggota di kantor ini yang dapat menangani pengaduan ini bila petugas itu"
    " dikecualikan."
)
NOBODY_LEFT_REMEDY: Final = "Rujuk dahulu pengaduan ini ke kantor atasan."
ONLY_BAWASLU: Final = "Standar pelayanan diisi oleh administrator kantor Bawaslu."
ON_DUTY: Final = "petugas piket"
PROFILE: Final = "Standar pelayanan"
PROFILE_LEAD: Final = (
    "Isi di sini tampil di halaman publik “Standar pelayanan”. Jam pelayanan diubah di"
    " Administrasi, Hukum, Jam pelayanan."
)
NOT_ANSWERED: Final = "Belum dijawab"
NO_DEADLINE: Final = "Tidak ada jangka waktu yang ditetapkan kantor."

"""Words of the register of what people ask about their own data."""

from typing import Final

from netralitas.privacy.requests.domain import Decided, Right, Role

TITLE: Final = "Hak subjek data"
LEAD: Final = (
    "Permintaan orang atas datanya sendiri menurut UU 27/2022 (sumber kedua, perlu konfirmasi)."
    " Sumber yang kami miliki tidak menyebut jangka waktu jawaban; isi batas yang ditetapkan kantor"
    " Anda. Siapa pemohonnya ada pada suratnya, bukan di sini."
)
RIGHTS: Final = {
    Right.ACCESS: "Melihat datanya",
    Right.CORRECTION: "Memperbaiki datanya",
    Right.ERASURE: "Menghapus datanya",
    Right.OBJECTION: "Keberatan atas pemrosesan",
}
ROLES: Final = {
    Role.RESPONDENT: "Terlapor",
    Role.REPORTER: "Pelapor",
    Role.WITNESS: "Saksi",
    Role.OFFICER: "Petugas",
    Role.OTHER: "Lainnya",
}
DECISIONS: Final = {
    Decided.GRANTED: "Dikabulkan",
    Decided.PARTLY: "Dikabulkan sebagian",
    Decided.REFUSED: "Ditolak",
}
NEW: Final = "Catat permintaan"
NEW_LEAD: Final = "Pastikan dahulu siapa yang meminta; data tidak diberikan kepada orang lain."
DECIDE: Final = "Putuskan permintaan"
DECIDE_LEAD: Final = (
    "Diputuskan oleh orang lain, bukan oleh yang mencatatnya. Identitas pelapor dan data orang lain"
    " tidak diberikan (Perbawaslu 1/2022 Pasal 18 ayat (2); sumber kedua, perlu konfirmasi)."
)
HAND: Final = "Buat kata sandi paket data"
HAND_LEAD: Final = (
    "Data orang ini diserahkan dalam berkas tersegel (ZIP) berisi JSON dan PDF. Kata sandinya"
    " ditampilkan satu kali di halaman berikut, setelah kode faktor kedua; paketnya dapat diunduh"
    " satu kali. Data pelapor dan saksi hanya untuk petugas yang sedang membuka identitasnya"
    " dengan persetujuan orang kedua."
)
KEY: Final = "Kata sandi berkas"
SHOWN_LEAD: Final = (
    "Catat kata sandi ini sekarang: ia tidak disimpan dan tidak ditampilkan lagi. Serahkan berkas"
    " dan kata sandinya kepada pemohon melalui jalan yang berbeda. Kata sandi yang dibuat"
    " sebelumnya tidak berlaku lagi."
)
GET: Final = "Unduh paket data tersegel (ZIP)"
BACK: Final = "Kembali ke permintaan"
NOT_THE_LAST: Final = "Kata sandi ini bukan yang terakhir dibuat. Buatlah yang baru."
UNSEALED: Final = "tidak disegel"
SEALED: Final = "Sidik paket tersegel (SHA-256)"
FOR_RESPONDENT: Final = "Bila pemohon terlapor: urutannya dalam perkara."
FOR_IDENTITY: Final = "Bila pemohon pelapor atau saksi: urutannya di antara identitas perkara itu."
FOR_REPORTER: Final = "Bila pemohon pelapor dan memperlihatkannya; kodenya tidak disimpan."
FOR_OFFICER: Final = "Bila pemohon petugas kantor Anda."
NOT_OF_ROLE: Final = "Kosongkan: isian ini bukan untuk pemohon yang Anda pilih."
NO_CODE: Final = "Kode ini tidak dikenal, atau milik perkara lain."
NO_ENTRY: Final = "Tidak ada identitas dalam urutan ini di perkara tersebut."
NO_ACCOUNT: Final = "Tidak ada petugas kantor Anda dengan nama akun ini."
WAITING: Final = "Menunggu keputusan"
LATE: Final = "Melewati batas yang ditetapkan kantor"
NONE_YET: Final = "Belum ada permintaan"
NONE_SAID: Final = "Permintaan melihat, memperbaiki, atau menghapus data tampil di sini."
UNSET: Final = "belum ditetapkan"
NO_CASE: Final = "Perkara ini tidak ada, atau bukan milik kantor Anda."
NO_RESPONDENT: Final = "Terlapor ini tidak ada dalam perkara tersebut."
BOTH: Final = "Isi perkara bersama urutan orangnya."
DECIDED_ALREADY: Final = "Permintaan ini sudah diputuskan."
BY_SELF: Final = "Permintaan yang Anda catat diputuskan oleh orang lain (dua orang)."
NOTHING_TO_HAND: Final = (
    "Paket data hanya dibuat untuk permintaan melihat data yang dikabulkan, dan yang orangnya"
    " dicatat: terlapor, pelapor, saksi, atau petugas."
)
HANDED_ALREADY: Final = "Paket data ini sudah diunduh satu kali."
HELD_BACK: Final = (
    "Tidak termasuk: identitas pelapor, pemberi informasi, dan saksi; data terlapor lain; kajian,"
    " catatan, dan surat internal kantor."
)
_OF_IDENTITY: Final = (
    "Tidak termasuk: data terlapor dan orang lain dalam perkara; kajian, catatan, dan surat"
    " internal kantor. Pesan dua arah dibaca pelapor sendiri dengan kode tanda terimanya."
)
HELD: Final = {
    Role.RESPONDENT: HELD_BACK,
    Role.REPORTER: _OF_IDENTITY,
    Role.WITNESS: _OF_IDENTITY,
    Role.OFFICER: (
        "Tidak termasuk: kata sandi dan rahasia faktor kedua, yang tidak dapat dibaca siapa pun;"
        " isi perkara yang ditangani, karena memuat data orang lain."
    ),
    Role.OTHER: HELD_BACK,
}
OWN: Final = "Data saya"
OWN_LEAD: Final = (
    "Data Anda sendiri sebagai petugas, sebagaimana tersimpan di sini. Kata sandi dan rahasia"
    " faktor kedua tidak dapat dibaca siapa pun, jadi tidak termasuk."
)
OWN_GET: Final = "Unduh data saya (JSON)"

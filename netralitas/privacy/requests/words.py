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
HAND: Final = "Unduh data untuk diserahkan"
HAND_LEAD: Final = (
    "Paket ZIP berisi data terlapor ini dalam JSON dan PDF. Paket dapat diunduh satu kali, setelah"
    " kode faktor kedua; serahkan langsung kepada pemohon."
)
WAITING: Final = "Menunggu keputusan"
LATE: Final = "Melewati batas yang ditetapkan kantor"
NONE_YET: Final = "Belum ada permintaan"
NONE_SAID: Final = "Permintaan melihat, memperbaiki, atau menghapus data tampil di sini."
UNSET: Final = "belum ditetapkan"
NO_CASE: Final = "Perkara ini tidak ada, atau bukan milik kantor Anda."
NO_RESPONDENT: Final = "Terlapor ini tidak ada dalam perkara tersebut."
BOTH: Final = "Isi perkara bersama urutan terlapornya."
DECIDED_ALREADY: Final = "Permintaan ini sudah diputuskan."
BY_SELF: Final = "Permintaan yang Anda catat diputuskan oleh orang lain (dua orang)."
NOTHING_TO_HAND: Final = (
    "Paket data hanya dibuat untuk permintaan melihat data seorang terlapor yang dikabulkan."
)
HANDED_ALREADY: Final = "Paket data ini sudah diunduh satu kali."
HELD_BACK: Final = (
    "Tidak termasuk: identitas pelapor, pemberi informasi, dan saksi; data terlapor lain; kajian,"
    " catatan, dan surat internal kantor."
)
OWN: Final = "Data saya"
OWN_LEAD: Final = (
    "Data Anda sendiri sebagai petugas, sebagaimana tersimpan di sini. Kata sandi dan rahasia"
    " faktor kedua tidak dapat dibaca siapa pun, jadi tidak termasuk."
)
OWN_GET: Final = "Unduh data saya (JSON)"

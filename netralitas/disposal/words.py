"""Words of retention, holds and disposal."""

from typing import Final

from netralitas.access.policy import Permission
from netralitas.disposal.domain import Certainty, Disposable, DisposalState, Outcome

CLASSES: Final = {
    Disposable.IDENTITY: "Identitas pelapor, pemberi informasi, dan saksi",
    Disposable.CASE: "Berkas perkara",
    Disposable.ATTENDANCE: "Daftar hadir kegiatan",
    Disposable.STAFF_LIST: "Daftar pegawai",
    Disposable.COMPLAINT: "Pengaduan pelayanan",
    Disposable.WEB_REPORT: "Laporan web yang tidak diterima",
    Disposable.WEB_ADDRESS: "Alamat pengawasan konten internet",
}
STARTS: Final = {
    Disposable.IDENTITY: "hari perkara berakhir",
    Disposable.CASE: "hari perkara berakhir, atau hari arsip statisnya diserahkan",
    Disposable.ATTENDANCE: "hari kegiatan dilaksanakan",
    Disposable.STAFF_LIST: "hari daftar dimasukkan",
    Disposable.COMPLAINT: "hari pengaduan ditutup",
    Disposable.WEB_REPORT: "hari laporan dijawab tidak diterima",
    Disposable.WEB_ADDRESS: "hari halaman dilihat, diminta diturunkan, atau hilang; yang terakhir",
}
_NO_SOURCE: Final = "Sumber masa simpannya belum ada; perlu konfirmasi."
SOURCES: Final = {
    Disposable.IDENTITY: _NO_SOURCE,
    Disposable.CASE: "JRA Bawaslu: Perbawaslu 14/2020, sumber kedua; perlu konfirmasi.",
    Disposable.ATTENDANCE: _NO_SOURCE,
    Disposable.STAFF_LIST: _NO_SOURCE,
    Disposable.COMPLAINT: _NO_SOURCE,
    Disposable.WEB_REPORT: _NO_SOURCE,
    Disposable.WEB_ADDRESS: _NO_SOURCE,
}
"""Where a period of each class would be found, as far as is known; none names the period."""
STATES: Final = {
    DisposalState.PROPOSED: "Diusulkan",
    DisposalState.SUBMITTED: "Menunggu persetujuan",
    DisposalState.APPROVED: "Sedang dimusnahkan",
    DisposalState.CARRIED_OUT: "Selesai",
}
OUTCOMES: Final = {
    Outcome.ERASED: "Dimusnahkan",
    Outcome.HELD: "Ditahan, tidak dimusnahkan",
    Outcome.NOT_DUE: "Berjalan lagi, tidak dimusnahkan",
}
CERTAINTIES: Final = {
    Certainty.TEXT: "Dibaca dari naskahnya",
    Certainty.SECONDARY: "Sumber kedua, perlu konfirmasi",
    Certainty.MENTIONED: "Disebut saja, perlu konfirmasi",
    Certainty.OWN: "Ketentuan kantor sendiri, perlu konfirmasi",
}
COUNTED: Final = {
    "identities": "identitas",
    "people": "orang",
    "notes": "catatan",
    "messages": "pesan",
    "papers": "berkas",
    "files": "isi berkas",
}
NONE: Final = "-"
UNSET: Final = "belum ditetapkan"

SELF: Final = (
    "Masa simpan yang Anda usulkan sendiri diberlakukan oleh administrator lain (dua orang)."
)
IN_FORCE_ALREADY: Final = "Masa simpan ini sudah diberlakukan."
PLACED_BY_SELF: Final = "Penahanan yang Anda tetapkan dicabut oleh orang lain (dua orang)."
LIFTED_ALREADY: Final = "Penahanan ini sudah dicabut."
NO_CASE: Final = "Perkara ini tidak ada atau tidak dapat Anda baca."
NO_RESPONDENT: Final = "Terlapor ini tidak ada dalam perkara tersebut."
ONE_OF: Final = "Isi nomor perkara atau NIP, salah satu saja."
OWN_OFFICE: Final = "Daftar dan penahanan ini milik kantor lain."
OUT_OF_TURN: Final = "Daftar ini berstatus “{state}”, jadi langkah ini tidak berlaku."
RELOAD: Final = "Muat ulang halaman daftar untuk melihat langkah yang berlaku."
NOTHING_LEFT: Final = "Semua baris dikeluarkan, jadi tidak ada yang diajukan."
GREW: Final = "Daftar bertambah sejak Anda membukanya; periksa baris yang baru."
SUBMITTED_BY_SELF: Final = (
    "Pemusnahan yang Anda ajukan sendiri disetujui oleh orang lain (dua orang)."
)
NEEDS_CONSENT: Final = (
    "Pemusnahan berkas perkara memerlukan persetujuan Bawaslu RI atas daftar arsip usul musnah:"
    " isi nomor dan tanggal suratnya."
)
CONSENT_BASIS: Final = "Perbawaslu 14/2020 (JRA), UU 43/2009; sumber kedua, perlu konfirmasi"
HELD: Final = (
    "Data perkara ini ditahan dari pemusnahan, jadi identitas di dalamnya belum dapat dihapus."
)
HELD_REMEDY: Final = "Mintalah penahanannya dicabut lebih dahulu oleh orang kedua."

MINUTES: Final = "Berita acara pemusnahan"
PATTERN: Final = "{serial:03}/BA-MUSNAH/{month}/{year}"
STAND_IN: Final = "Berkas yang dimusnahkan"
STAND_IN_SAID: Final = (
    "Berkas yang dahulu ada di tempat ini telah dimusnahkan menurut berita acara pemusnahan. Sidik"
    " berkasnya tetap ada dalam catatan peristiwa."
)


RETENTION: Final = "Masa simpan"
RETENTION_LEAD: Final = (
    "Tidak ada sumber yang kami miliki menyebut masa simpan, jadi tidak satu pun terisi sendiri."
    " Selama belum ditetapkan, tidak ada yang diusulkan untuk dimusnahkan. Satu administrator"
    " mengusulkan dengan dasarnya, administrator lain memberlakukan."
)
PROPOSE: Final = "Usulkan masa simpan"
PROPOSE_LEAD: Final = (
    "Jadwal retensi arsip Bawaslu diatur Perbawaslu 14/2020 (sumber kedua, perlu konfirmasi). Isi"
    " lamanya dari jadwal itu, bukan dari perkiraan."
)
PUT_IN_FORCE: Final = "Berlakukan masa simpan"
PUT_IN_FORCE_LEAD: Final = (
    "Sesudah ini, yang masa simpannya habis diusulkan setiap malam untuk dimusnahkan. Tidak ada"
    " yang dimusnahkan tanpa dua orang."
)
WAITING: Final = "Menunggu administrator kedua"
OTHERS_TURN: Final = "Menunggu administrator lain"
NO_PROPOSAL: Final = "Tidak ada usulan"
NO_PROPOSAL_SAID: Final = "Usulan masa simpan tampil di sini sampai administrator lain memutuskan."
LIST: Final = "Daftar pemusnahan"
LISTS: Final = "Pemusnahan"
LISTS_LEAD: Final = (
    "Yang masa simpannya habis, per kantor dan jenis. Daftar diperiksa dan diajukan seorang"
    " petugas, disetujui anggota lain, lalu dimusnahkan dan dibuatkan berita acara."
)
NO_LIST: Final = "Belum ada yang diusulkan"
NO_LIST_SAID: Final = (
    "Daftar muncul di sini setelah masa simpan diberlakukan dan ada yang habis masanya."
)
CONTENT: Final = "Isi daftar"
SUBMIT: Final = "Ajukan pemusnahan"
SUBMIT_LEAD: Final = (
    "Daftar ini akan menunggu persetujuan anggota lain. Keluarkan lebih dahulu baris yang masih"
    " diperlukan."
)
APPROVE: Final = "Setujui pemusnahan"
APPROVE_LEAD: Final = (
    "Yang dimusnahkan tidak dapat dikembalikan, juga dari cadangan. Hitungan, keputusan, dan"
    " catatan peristiwa tetap ada."
)
GIVE_BACK: Final = "Kembalikan untuk diperiksa"
GET_MINUTES: Final = "Unduh berita acara (PDF)"
LEAVE_OUT: Final = "Keluarkan dari daftar"
LEAVE_OUT_LEAD: Final = (
    "Baris ini tidak dimusnahkan. Ia diusulkan lagi bila masa simpan yang baru diberlakukan; untuk"
    " menahannya terus, tetapkan penahanan."
)
LEFT_OUT: Final = "Dikeluarkan"
TURN_TO_COME: Final = "Belum dijalankan"
HOLDS: Final = "Penahanan"
HOLDS_LEAD: Final = (
    "Yang ditahan tidak dimusnahkan oleh siapa pun, misalnya karena masih menjadi bukti di"
    " pengadilan. Penahanan dicabut oleh orang lain, bukan oleh yang menetapkannya."
)
NO_HOLD: Final = "Belum ada penahanan"
NO_HOLD_SAID: Final = "Penahanan perkara, terlapor, atau orang tampil di sini dengan alasannya."
PLACE: Final = "Tetapkan penahanan"
PLACE_LEAD: Final = "Isi perkara, atau NIP orangnya. NIP tidak disimpan terbaca."
LIFT: Final = "Cabut penahanan"
LIFT_LEAD: Final = "Sesudah dicabut, datanya dapat diusulkan lagi untuk dimusnahkan."
LIFTED: Final = "Dicabut"
LIFTED_BY_ANOTHER: Final = "Dicabut oleh orang lain"
HOLDS_STILL: Final = "Berlaku"

BESIDE: Final = (
    (Permission.KEEP_DATA_REQUESTS, "Hak subjek data", "/hak-subjek-data"),
    (Permission.KEEP_INCIDENTS, "Insiden data", "/insiden-data"),
    (Permission.SEE_INVENTORY, "Inventaris data pribadi", "/data-pribadi"),
)
"""Where else personal data are looked after, for who may."""


def counted(counts: dict[str, int] | None) -> str:
    """Return what was emptied, each kind with its amount; nothing where nothing was."""
    amounts = counts or {}
    said = (f"{amounts[code]} {word}" for code, word in COUNTED.items() if amounts.get(code))
    return ", ".join(said)

"""Words of retention, holds and disposal."""

from typing import Final

from netralitas.disposal.domain import Certainty, Disposable, DisposalState, Outcome

CLASSES: Final = {
    Disposable.IDENTITY: "Identitas pelapor, pemberi informasi, dan saksi",
    Disposable.CASE: "Berkas perkara",
    Disposable.ATTENDANCE: "Daftar hadir kegiatan",
    Disposable.STAFF_LIST: "Daftar pegawai",
}
STARTS: Final = {
    Disposable.IDENTITY: "hari perkara berakhir",
    Disposable.CASE: "hari perkara berakhir, atau hari arsip statisnya diserahkan",
    Disposable.ATTENDANCE: "hari kegiatan dilaksanakan",
    Disposable.STAFF_LIST: "hari daftar dimasukkan",
}
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


def counted(counts: dict[str, int] | None) -> str:
    """Return what was emptied, each kind with its amount; nothing where nothing was."""
    amounts = counts or {}
    said = (f"{amounts[code]} {word}" for code, word in COUNTED.items() if amounts.get(code))
    return ", ".join(said)

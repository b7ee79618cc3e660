"""The words of tokens: what each opens, and what can be wrong."""

from typing import Final

from netralitas.api.domain import Scope

SCOPES: Final[dict[Scope, str]] = {
    Scope.CASES_READ: "Membaca perkara: terlapor, proses, jejak, tenggat, surat",
    Scope.CASES_WRITE: "Mencatat langkah dan fakta pada perkara",
    Scope.EVIDENCE_READ: "Membaca bukti dan berkasnya",
    Scope.EVIDENCE_WRITE: "Menambah bukti",
    Scope.ACTIVITIES_READ: "Membaca kegiatan pencegahan",
    Scope.ACTIVITIES_WRITE: "Mencatat kegiatan pencegahan",
    Scope.AGREEMENTS_READ: "Membaca kerja sama",
    Scope.FIGURES_READ: "Membaca angka indikator dan publikasi",
}

TITLE: Final = "Token antarmuka mesin"
LEAD: Final = (
    "Dengan token, aplikasi lain milik kantor Anda membaca dan mencatat di Netralitas. Apa yang"
    " dilakukannya tercatat atas nama aplikasi itu. Memutus, menetapkan, dan mengelola akun tetap"
    " dilakukan oleh orang."
)
NOTHING_YET: Final = (
    "Kantor Anda belum mempunyai token. Buat satu untuk setiap aplikasi, supaya setiap catatan"
    " menyebut aplikasinya dan satu token dapat diakhiri tanpa mengganggu yang lain."
)
DESK_TITLE: Final = "Aplikasi"
NEW_SYSTEM: Final = "Aplikasi baru"

NAME_MISSING: Final = "Isi nama aplikasi."
SCOPES_MISSING: Final = "Pilih sedikitnya satu hal yang boleh dilakukan token ini."
TOO_LONG: Final = "Pilih tanggal sesudah hari ini, paling lama satu tahun dari sekarang."
ROLES_MISSING: Final = "Pilih peran aplikasi baru ini."
LEFT_TO_PEOPLE: Final = "Peran ini hanya untuk orang: memutus, menetapkan, dan mengelola akun."
NO_SYSTEM: Final = "Pilih aplikasi dari daftar."

ENDED: Final = "Diakhiri"
EXPIRED: Final = "Habis masa berlakunya"
DEAD: Final = "Tidak berlaku: aplikasi atau kantornya dinonaktifkan"
HOLDS: Final = "Berlaku"

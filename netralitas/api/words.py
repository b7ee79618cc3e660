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
    Scope.PACKAGES_READ: "Mengambil paket berkas yang diserahkan kepada kantor ini",
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

NO_TOKEN: Final = "Permintaan ini memerlukan token yang berlaku."  # noqa: S105 - a sentence
SCOPE_MISSING: Final = "Token ini tidak mencakup “{scope}”. Administrator dapat membuat token lain."
TOO_MANY: Final = "Token ini terlalu sering meminta dalam satu menit. Tunggu sebentar."
KEY_MISSING: Final = (
    "Sertakan tajuk Idempotency-Key: 8 sampai 100 huruf, angka, atau tanda - _ . : yang berbeda"
    " untuk setiap catatan."
)
KEY_REUSED: Final = "Idempotency-Key ini sudah dipakai untuk permintaan yang isinya berbeda."
IN_PROGRESS: Final = "Permintaan dengan Idempotency-Key yang sama sedang diproses."
VERSION_NEEDED: Final = (
    "Sertakan tajuk If-Match dengan versi proses yang Anda baca, supaya catatan orang lain tidak"
    " tertimpa."
)
VERSION_CHANGED: Final = "Proses ini berubah sejak Anda membacanya. Baca lagi, lalu putuskan lagi."
VERSION_UNREADABLE: Final = 'Tajuk If-Match berisi versi proses, misalnya "12".'
"""Said to other systems, and by them to whoever uses them."""

NEW_EVIDENCE: Final = "Tambahkan bukti"
NEW_ACTIVITY: Final = "Rencanakan kegiatan"
ONE_FILE: Final = "Kirim satu berkas sekaligus, dengan nama isian “files”."

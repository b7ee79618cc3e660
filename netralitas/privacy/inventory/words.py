"""Words of the inventory of personal data."""

from typing import Final

from netralitas.privacy.inventory.domain import Basis, Kept, Leaves

TITLE: Final = "Inventaris data pribadi"
LEAD: Final = (
    "Setiap tabel yang memuat data pribadi: apa isinya, untuk apa, atas dasar apa, siapa"
    " membacanya, berapa lama disimpan, dan bagaimana hilangnya. Daftar ini dibuat dari pernyataan"
    " dalam program, dan kelengkapannya diuji terhadap basis data."
)
BASES: Final = {
    Basis.PUBLIC_TASK: "Tugas publik (UU 27/2022)",
    Basis.SECRECY: "Tugas publik (UU 27/2022); dirahasiakan (Perbawaslu 1/2022 Pasal 18 ayat (2))",
    Basis.AGREEMENT: "Tugas publik di bawah kerja sama para pihak (UU 27/2022)",
    Basis.ARCHIVE: "Kearsipan (UU 43/2009)",
    Basis.RUNNING: "Keamanan sistem",
}
UNSURE: Final = "sumber kedua"
CLASSES: Final = {
    Kept.IDENTITY: "Identitas: sejak perkara berakhir",
    Kept.CASE: "Berkas perkara: sejak perkara berakhir atau arsipnya diserahkan",
    Kept.ATTENDANCE: "Daftar hadir: sejak kegiatan dilaksanakan",
    Kept.STAFF_LIST: "Daftar pegawai: sejak dimasukkan",
    Kept.ACCOUNT: "Akun: selama petugas dikenal kantornya",
    Kept.SERVICE: "Pengaduan pelayanan",
    Kept.WEB_REGISTER: "Register alamat",
    Kept.OFFICE: "Arsip kantor: notula, kerja sama, templat",
    Kept.PUBLISHED: "Yang sudah diumumkan",
    Kept.RECORD: "Catatan siapa melakukan apa: disimpan",
    Kept.WORKING: "Ingatan kerja: hilang sendiri dalam beberapa hari",
}
LEAVES: Final = {
    Leaves.EMPTIED: "dikosongkan",
    Leaves.KEY_ERASED: "dihapus bersama kuncinya",
    Leaves.PSEUDONYM: "diganti sebutan peran",
    Leaves.DELETED: "barisnya dihapus",
    Leaves.KEPT: "disimpan",
}
SEALED: Final = "tersegel"
DIGEST: Final = "sidik berkunci"
NUMBER: Final = "nomor"
CLEAR: Final = "terbaca"


def form(said: str) -> str:
    """Return in which form a column holds what it holds, in a word or two."""
    if said.startswith("sealed"):
        return SEALED
    if said.startswith(("keyed digest", "digest", "Argon2id")):
        return DIGEST
    return NUMBER if said.startswith("id") else CLEAR

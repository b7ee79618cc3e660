"""Every act that a person may or may not do, and the sentence for those who may not: pure."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Permission(StrEnum):
    """An act that is granted or refused; those before READ_CASE concern no single case."""

    LIST_CASES = "list_cases"
    SEE_DEADLINES = "see_deadlines"
    SEE_NOTICES = "see_notices"
    SEE_SESSIONS = "see_sessions"
    TAKE_IN = "take_in"
    ADMINISTER = "administer"
    CHANGE_LAW = "change_law"
    DECLARE_INTEREST = "declare_interest"
    SEE_FOLLOW_UP = "see_follow_up"
    SEE_PREVENTION = "see_prevention"
    RECORD_ACTIVITY = "record_activity"
    SEE_AGREEMENTS = "see_agreements"
    KEEP_AGREEMENTS = "keep_agreements"
    KEEP_EXCHANGE = "keep_exchange"
    DECIDE_EXCHANGE = "decide_exchange"
    SEE_MEETINGS = "see_meetings"
    KEEP_MEETINGS = "keep_meetings"
    SEE_PLENARY = "see_plenary"
    KEEP_PLENARY = "keep_plenary"
    READ_LAW = "read_law"
    IMPORT_STAFF = "import_staff"
    IMPORT_EXTERNAL = "import_external"
    SEE_LETTERS = "see_letters"
    KEEP_ADDRESSES = "keep_addresses"
    SEE_ARCHIVE = "see_archive"
    KEEP_ARCHIVE = "keep_archive"
    KEEP_TEMPLATES = "keep_templates"
    SEE_WEB_REGISTER = "see_web_register"
    KEEP_WEB_REGISTER = "keep_web_register"
    HANDLE_COMPLAINTS = "handle_complaints"
    SEE_INVENTORY = "see_inventory"
    SEE_RETENTION = "see_retention"
    SEE_DISPOSAL = "see_disposal"
    SET_RETENTION = "set_retention"
    KEEP_DISPOSAL = "keep_disposal"
    APPROVE_DISPOSAL = "approve_disposal"
    KEEP_INCIDENTS = "keep_incidents"
    KEEP_DATA_REQUESTS = "keep_data_requests"
    RECEIVE_PACKAGES = "receive_packages"
    READ_CASE = "read_case"
    READ_DOCUMENT = "read_document"
    READ_NIP = "read_nip"
    MAKE_MOVE = "make_move"
    RECORD_FACT = "record_fact"
    CORRECT = "correct"
    RECORD_EXTERNAL = "record_external"
    ATTACH = "attach"
    ADD_RESPONDENT = "add_respondent"
    MERGE = "merge"
    EXCLUDE = "exclude"
    ERASE_IDENTITY = "erase_identity"


REASONS: Final[Mapping[Permission, str]] = {
    Permission.LIST_CASES: "Administrator tidak membaca isi perkara.",
    Permission.SEE_DEADLINES: "Halaman tenggat tidak tersedia untuk peran Anda.",
    Permission.SEE_NOTICES: "Administrator tidak menerima pemberitahuan perkara.",
    Permission.SEE_SESSIONS: (
        "Kalender klarifikasi dibaca oleh staf penanganan pelanggaran, anggota, dan auditor "
        "Bawaslu."
    ),
    Permission.TAKE_IN: (
        "Penerimaan perkara dilakukan oleh staf penanganan pelanggaran atau pengawas lapangan "
        "Bawaslu."
    ),
    Permission.DECLARE_INTEREST: (
        "Administrator tidak membaca perkara, jadi tidak menyatakan benturan kepentingan."
    ),
    Permission.ADMINISTER: "Pengelolaan akun dan instansi dilakukan oleh administrator.",
    Permission.CHANGE_LAW: (
        "Kalender, aturan, dan katalog diubah oleh administrator Bawaslu; Anda dapat membacanya."
    ),
    Permission.SEE_FOLLOW_UP: (
        "Papan tindak lanjut dibaca oleh staf, anggota, sekretaris, dan auditor, serta oleh "
        "petugas dan pejabat instansi penerima."
    ),
    Permission.SEE_PREVENTION: "Administrator tidak membaca kegiatan pencegahan.",
    Permission.RECORD_ACTIVITY: (
        "Kegiatan pencegahan dicatat oleh petugas Bawaslu atau pemerintah daerah; peran Anda "
        "membacanya saja."
    ),
    Permission.SEE_AGREEMENTS: "Administrator tidak membaca kerja sama.",
    Permission.KEEP_AGREEMENTS: (
        "Kerja sama ditulis dan dicatat oleh sekretaris atau anggota Bawaslu dari para pihaknya."
    ),
    Permission.KEEP_EXCHANGE: (
        "Permintaan, satgas, dan piket kerja sama dicatat oleh staf, sekretaris, atau anggota "
        "Bawaslu, dan oleh petugas, sekretaris, atau pejabat pemerintah daerah dari para pihaknya."
    ),
    Permission.DECIDE_EXCHANGE: (
        "Permintaan diputuskan oleh sekretaris atau anggota Bawaslu, atau oleh sekretaris atau "
        "pejabat pemerintah daerah dari pihak yang diminta."
    ),
    Permission.SEE_MEETINGS: (
        "Rapat evaluasi dibaca oleh sekretaris rapat, anggota dan staf penanganan pelanggaran "
        "Bawaslu, dan petugas tindak lanjut pemerintah daerah."
    ),
    Permission.KEEP_MEETINGS: (
        "Rapat evaluasi dikelola oleh sekretaris rapat atau anggota Bawaslu dari kedua pihak."
    ),
    Permission.SEE_PLENARY: (
        "Rapat pleno dibaca oleh anggota dan staf penanganan pelanggaran Bawaslu."
    ),
    Permission.KEEP_PLENARY: (
        "Rapat pleno dikelola oleh anggota dan staf penanganan pelanggaran Bawaslu."
    ),
    Permission.READ_LAW: "Referensi hukum dibaca oleh setiap petugas yang memiliki peran.",
    Permission.IMPORT_STAFF: (
        "Daftar pegawai dibaca dan diimpor oleh staf penanganan pelanggaran Bawaslu atau petugas "
        "tindak lanjut pemerintah daerah."
    ),
    Permission.IMPORT_EXTERNAL: (
        "Catatan sistem lain diimpor oleh staf penanganan pelanggaran Bawaslu atau petugas "
        "instansi penerima."
    ),
    Permission.SEE_LETTERS: (
        "Buku surat dibaca oleh staf dan anggota Bawaslu, auditor, serta petugas dan pejabat "
        "instansi penerima."
    ),
    Permission.KEEP_ADDRESSES: (
        "Alamat instansi dicatat oleh staf penanganan pelanggaran Bawaslu atau petugas instansi "
        "penerima; peran Anda membacanya saja."
    ),
    Permission.SEE_ARCHIVE: (
        "Penyerahan arsip dibaca oleh staf, anggota, dan auditor Bawaslu yang menyerahkan."
    ),
    Permission.KEEP_ARCHIVE: (
        "Penyerahan arsip disiapkan oleh staf penanganan pelanggaran atau anggota Bawaslu."
    ),
    Permission.KEEP_TEMPLATES: (
        "Templat naskah diubah oleh anggota atau administrator Bawaslu, untuk kantornya sendiri."
    ),
    Permission.SEE_WEB_REGISTER: (
        "Register alamat dibaca oleh staf, anggota, dan pengawas lapangan Bawaslu."
    ),
    Permission.KEEP_WEB_REGISTER: (
        "Register alamat diisi oleh staf penanganan pelanggaran atau pengawas lapangan Bawaslu; "
        "peran Anda membacanya saja."
    ),
    Permission.HANDLE_COMPLAINTS: "Pengaduan pelayanan ditangani oleh anggota Bawaslu.",
    Permission.SEE_INVENTORY: "Inventaris data pribadi dibaca oleh auditor dan administrator.",
    Permission.SEE_RETENTION: (
        "Masa simpan dibaca oleh staf, anggota, auditor, dan administrator Bawaslu."
    ),
    Permission.SEE_DISPOSAL: "Pemusnahan dibaca oleh staf, anggota, dan auditor Bawaslu.",
    Permission.SET_RETENTION: "Masa simpan ditetapkan oleh dua administrator Bawaslu.",
    Permission.KEEP_DISPOSAL: (
        "Penahanan dan daftar pemusnahan dikelola oleh staf dan anggota Bawaslu."
    ),
    Permission.APPROVE_DISPOSAL: "Pemusnahan disetujui oleh anggota Bawaslu.",
    Permission.KEEP_INCIDENTS: (
        "Kegagalan pelindungan data dikelola oleh anggota, administrator, dan pejabat instansi."
    ),
    Permission.KEEP_DATA_REQUESTS: (
        "Permintaan subjek data dikelola oleh staf dan anggota Bawaslu."
    ),
    Permission.RECEIVE_PACKAGES: "Paket berkas diambil oleh petugas instansi penerima.",
    Permission.READ_CASE: "Anda tidak dapat membaca perkara ini.",
    Permission.READ_DOCUMENT: "Berkas ini tidak termasuk bagian perkara yang dapat Anda baca.",
    Permission.READ_NIP: (
        "NIP lengkap hanya dibuka bagi staf dan anggota Bawaslu pemilik perkara, dan bagi "
        "petugas instansi yang sudah menerima penerusan."
    ),
    Permission.MAKE_MOVE: "Peran Anda pada perkara ini membaca saja, tidak menjalankan langkah.",
    Permission.RECORD_FACT: "Peran Anda pada perkara ini membaca saja, tidak mencatat fakta.",
    Permission.RECORD_EXTERNAL: (
        "Catatan sistem lain ditulis oleh staf penanganan pelanggaran Bawaslu pemilik perkara "
        "atau petugas instansi penerima; peran Anda membacanya saja."
    ),
    Permission.ATTACH: "Dokumen dilampirkan oleh petugas Bawaslu yang menangani perkara.",
    Permission.CORRECT: (
        "Koreksi dilakukan oleh staf atau anggota Bawaslu pemilik perkara, atau oleh petugas "
        "instansi yang sudah menerima penerusan."
    ),
    Permission.ADD_RESPONDENT: (
        "Terlapor ditambahkan oleh staf penanganan pelanggaran Bawaslu pemilik perkara."
    ),
    Permission.MERGE: (
        "Perkara digabung dan dipisah oleh staf penanganan pelanggaran Bawaslu pemilik perkara."
    ),
    Permission.EXCLUDE: (
        "Pengecualian dicatat oleh petugas Bawaslu pemilik perkara atau Bawaslu tingkat atasnya."
    ),
    Permission.ERASE_IDENTITY: "Identitas dihapus oleh anggota Bawaslu pemilik perkara.",
}
"""What is said to whoever may not."""

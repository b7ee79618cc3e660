"""The Indonesian words of accounts: roles, what can be wrong, and the events in sentences."""

from collections.abc import Iterable
from typing import Final

from netralitas.access.domain import Role
from netralitas.accounts.domain import (
    AccountRefused,
    OrganisationKind,
    Problem,
    ReceiverRole,
)

ROLES: Final[dict[Role, str]] = {
    Role.INVESTIGATOR: "Staf penanganan pelanggaran",
    Role.COMMISSIONER: "Anggota Bawaslu",
    Role.SUPERVISOR: "Pengawas lapangan",
    Role.LIAISON: "Penghubung instansi pengawas ASN",
    Role.FOLLOW_UP: "Petugas tindak lanjut",
    Role.APPOINTING: "Pejabat Pembina Kepegawaian",
    Role.SUPERIOR: "Atasan langsung",
    Role.AUDITOR: "Auditor",
    Role.PUBLISHER: "Petugas publikasi",
    Role.SECRETARY: "Sekretaris rapat",
    Role.ADMINISTRATOR: "Administrator",
}

KINDS: Final[dict[OrganisationKind, str]] = {
    OrganisationKind.SYSTEM: "Sistem",
    OrganisationKind.BAWASLU: "Bawaslu",
    OrganisationKind.GOVERNMENT: "Pemerintah daerah",
    OrganisationKind.AUTHORITY: "Instansi pengawas ASN",
    OrganisationKind.OTHER: "Instansi lain",
}

RECEIVER_ROLES: Final[dict[ReceiverRole, str]] = {
    ReceiverRole.OVERSIGHT: "Instansi yang mengawasi netralitas ASN",
    ReceiverRole.POLICY: "Kementerian yang merumuskan kebijakan ASN",
    ReceiverRole.HOME_AFFAIRS: "Kementerian Dalam Negeri",
    ReceiverRole.APPOINTING: "Pejabat Pembina Kepegawaian",
    ReceiverRole.STAFF_OFFICE: "BKPSDM atau pengelola kepegawaian",
    ReceiverRole.UNIT: "Perangkat daerah",
    ReceiverRole.VILLAGE_AFFAIRS: "Dinas yang membidangi desa",
    ReceiverRole.MILITARY: "TNI",
    ReceiverRole.POLICE: "Polri",
    ReceiverRole.ORGANISER: "Penyelenggara (KPU dan jajarannya)",
    ReceiverRole.HONOUR_COUNCIL: "DKPP",
    ReceiverRole.CRIMINAL_CENTRE: "Sentra Gakkumdu",
    ReceiverRole.BAWASLU: "Bawaslu tingkat lain",
}

PROBLEMS: Final[dict[Problem, str]] = {
    Problem.LOGIN_MALFORMED: (
        "Nama pengguna terdiri atas 3 sampai 64 huruf kecil, angka, atau tanda . _ @ - "
        "dan diawali huruf atau angka."
    ),
    Problem.LOGIN_TAKEN: "Nama pengguna ini sudah dipakai. Pilih nama lain.",
    Problem.LOGIN_UNKNOWN: "Akun dengan nama pengguna ini tidak ada.",
    Problem.CODE_MALFORMED: (
        "Kode instansi terdiri atas 2 sampai 64 huruf kecil, angka, atau tanda - "
        "dan diawali huruf atau angka."
    ),
    Problem.CODE_TAKEN: "Kode instansi ini sudah dipakai. Pilih kode lain.",
    Problem.ORGANISATION_UNKNOWN: "Instansi ini tidak ada atau di luar kewenangan Anda.",
    Problem.NAME_MISSING: "Nama wajib diisi.",
    Problem.ROLES_MISSING: "Pilih sedikitnya satu peran.",
    Problem.DESK_MISSING: "Orang ini tidak bertugas di instansi tersebut.",
    Problem.DESK_TAKEN: "Orang ini sudah bertugas di instansi tersebut.",
    Problem.PERIOD_REVERSED: "Tanggal berakhir harus setelah tanggal mulai.",
    Problem.OWN_SUPERIOR: "Seseorang tidak dapat menjadi atasannya sendiri.",
    Problem.MAIL_MALFORMED: "Tulis alamat surel seperti nama@kantor.go.id.",
    Problem.PASSWORD_SHORT: (
        "Kata sandi paling sedikit 12 karakter: panjangnya yang membuatnya sulit ditebak. "
        "Beberapa kata yang mudah Anda ingat sudah cukup."
    ),
    Problem.PASSWORD_LONG: "Kata sandi paling banyak 1.024 karakter.",
    Problem.GUESSED_FIRST: (
        "Kata sandi ini mudah ditebak: hanya kata yang sering dipakai, urutan tombol, atau "
        "pengulangan. Pakai beberapa kata yang tidak berhubungan."
    ),
    Problem.SYSTEM_ACCOUNT: "Akun sistem tidak dapat diubah.",
    Problem.OWN_FACTOR: "Faktor kedua Anda sendiri dilepas oleh administrator lain.",
    Problem.FACTOR_MISSING: "Akun ini tidak mempunyai faktor kedua.",
    Problem.OWN_ADMINISTRATOR: (
        "Peran administrator Anda sendiri dilepas oleh administrator lain, supaya tidak terjadi "
        "tanpa disadari."
    ),
    Problem.LAST_ADMINISTRATOR: (
        "Instansi ini akan tinggal tanpa administrator. Tunjuk dahulu administrator lain, atau "
        "minta pengelola server mengakhirinya."
    ),
    Problem.REQUEST_OPEN: "Permintaan untuk orang ini masih terbuka. Selesaikan atau tarik dahulu.",
    Problem.REQUEST_OVER: "Permintaan ini sudah selesai, ditarik, atau belum diajukan.",
    Problem.NOTHING_CHOSEN: "Pilih yang diganti: kata sandi, faktor kedua, atau keduanya.",
    Problem.NOT_DISABLED: "Akun ini tidak sedang dinonaktifkan.",
    Problem.NIP_MALFORMED: "NIP terdiri atas 18 angka.",
    Problem.NIP_TAKEN: "NIP ini sudah tercatat pada akun lain.",
    Problem.NIP_MISSING: "Akun ini tidak mempunyai NIP.",
    Problem.NOT_LINKED: "Akun ini tidak terhubung dengan identitas SSO.",
}

WRONG_PASSWORD: Final = (
    "Nama pengguna dan kata sandi tidak cocok. Periksa keduanya, lalu coba lagi."  # noqa: S105 - a sentence
)

TOO_MANY: Final = (
    "Terlalu banyak percobaan masuk yang gagal. Tunggu beberapa menit, lalu coba lagi, "
    "atau hubungi administrator kantor Anda bila lupa kata sandi."
)

TOO_MANY_TOKENS: Final = (
    "Terlalu banyak permintaan dengan token yang tidak berlaku. Tunggu beberapa menit, lalu"
    " periksa token aplikasi Anda."
)

NOT_YOUR_DESK: Final = "Ini bukan tempat tugas Anda, atau masa penugasannya sudah berakhir."

WRONG_PRESENT: Final = "Kata sandi sekarang tidak cocok. Periksa, lalu coba lagi."
NOTHING_TO_CHANGE: Final = (
    "Akun ini masuk tanpa kata sandi, jadi tidak ada yang dapat diganti di sini."
)

NO_DESK: Final = (
    "Akun ini tidak dapat dipakai masuk: tidak ada tempat tugas yang berlaku hari ini. Hubungi "
    "administrator kantor Anda."
)

EVENTS: Final[dict[str, str]] = {
    "account.signed_in": "Masuk ke Netralitas",
    "account.signed_out": "Keluar dari Netralitas",
    "account.desk_chosen": "Berpindah tempat tugas",
    "account.person_switched": "Berganti orang dalam demo",
    "account.organisation_added": "Instansi ditambahkan",
    "account.officer_added": "Akun dibuat",
    "account.desk_added": "Penugasan ditambahkan",
    "account.roles_set": "Peran diubah",
    "account.superior_set": "Atasan langsung diubah",
    "account.mail_set": "Alamat surel diubah",
    "account.mail_confirmed": "Alamat surel disetujui oleh administrator kedua",
    "account.disabled": "Akun dinonaktifkan",
    "account.password_reset": "Kata sandi diganti oleh administrator",
    "account.second_factor_set": "Faktor kedua dipasang",
    "account.second_factor_replaced": "Faktor kedua diganti",
    "account.second_factor_removed": "Faktor kedua dilepas oleh administrator",
    "account.stepped_up": "Faktor kedua ditunjukkan",
    "account.enabled": "Akun diaktifkan kembali",
    "account.desk_ended": "Penugasan diakhiri",
    "account.invitation_proposed": "Undangan diajukan",
    "account.invitation_confirmed": "Undangan disetujui dan akun dibuat",
    "account.reset_begun": "Penggantian kata sandi atau faktor kedua diajukan",
    "account.reset_confirmed": "Penggantian disetujui oleh administrator kedua",
    "account.request_withdrawn": "Permintaan akun ditarik",
    "account.code_used": "Kode sekali pakai digunakan",
    "account.deputy_named": "Wakil ditunjuk",
    "account.deputy_ended": "Perwakilan diakhiri",
    "account.handover_ordered": "Serah terima pekerjaan dijadwalkan",
    "account.handover_done": "Pekerjaan diserahterimakan",
    "account.handover_cancelled": "Serah terima pekerjaan dibatalkan",
    "account.token_made": "Token antarmuka mesin dibuat",
    "account.token_ended": "Token antarmuka mesin diakhiri",
    "account.sso_linked": "Akun terhubung dengan identitas SSO",
    "account.sso_unlinked": "Hubungan akun dengan identitas SSO dilepas oleh administrator",
    "account.nip_set": "NIP akun dicatat",
    "account.nip_removed": "NIP akun dihapus",
    "account.passkey_added": "Kunci sandi dipasang",
    "account.passkey_removed": "Kunci sandi dilepas",
    "account.recovery_codes_made": "Kode pemulihan dibuat",
    "account.recovery_code_used": "Kode pemulihan dipakai",
    "account.session_ended": "Sesi di peramban lain diakhiri",
    "account.sessions_ended": "Semua sesi lain diakhiri",
    "account.password_changed": "Kata sandi diganti oleh pemiliknya",
    "offices.address_added": "Alamat instansi dicatat",
    "offices.address_ended": "Alamat instansi diakhiri",
    "papers.template_changed": "Templat naskah diubah",
    "partner.added": "Mitra ditambahkan",
    "partner.token_replaced": "Token mitra diganti",
    "partner.paused": "Pertukaran dengan mitra dijeda",
    "partner.resumed": "Pertukaran dengan mitra dilanjutkan",
    "partner.ended": "Mitra diakhiri",
    "partner.package_tried": "Paket mitra diminta dicoba lagi",
    "partner.asked_again": "Langkah diminta dikirim lagi kepada mitra",
    "partner.settled": "Langkah ditandai sudah dicatat di mitra",
    "webhook.added": "Penerima webhook ditambahkan",
    "webhook.secret_replaced": "Kunci rahasia webhook diganti",
    "webhook.paused": "Pengiriman webhook dijeda",
    "webhook.resumed": "Pengiriman webhook dilanjutkan",
    "webhook.ended": "Penerima webhook diakhiri",
    "webhook.trial_asked": "Kiriman percobaan webhook diminta",
    "webhook.asked_again": "Kiriman webhook diminta dikirim ulang",
    "webhook.given_up": "Kiriman webhook dilewati",
}
"""The past-tense words of each event; none of them holds personal data."""


def role_names(roles: Iterable[Role]) -> str:
    """Return roles as a person reads them, in the order of the product's list."""
    held = frozenset(roles)
    return ", ".join(ROLES[role] for role in Role if role in held)


def refused(problem: Problem) -> AccountRefused:
    """Return the refusal of a change of accounts, with its sentence."""
    return AccountRefused(problem, PROBLEMS[problem])

"""The Indonesian words of the sign-in through a provider; `{label}` is what the office calls it."""

from typing import Final

from netralitas.accounts.sso.domain import SsoProblem, SsoRefused

_OR_PASSWORD: Final = "Anda tetap dapat masuk dengan nama pengguna dan kata sandi."  # noqa: S105 - a sentence

PROBLEMS: Final[dict[SsoProblem, str]] = {
    SsoProblem.AWAY: (
        "{label} tidak menjawab dalam sepuluh detik. Coba lagi beberapa menit lagi. " + _OR_PASSWORD
    ),
    SsoProblem.MISCONFIGURED: (
        "{label} tidak mengenal pengaturan Netralitas ini. Beri tahu pengelola sistem kantor "
        "Anda. " + _OR_PASSWORD
    ),
    SsoProblem.BROKEN_ANSWER: (
        "Jawaban {label} tidak dapat dibaca, jadi tidak dipakai. Coba lagi; bila terulang, beri "
        "tahu pengelola sistem kantor Anda. " + _OR_PASSWORD
    ),
    SsoProblem.UNTRUSTED: (
        "Jawaban yang diterima tidak terbukti berasal dari {label} untuk Netralitas ini, jadi "
        "tidak dipakai. Mulai lagi dari halaman masuk; bila terulang, beri tahu pengelola "
        "sistem kantor Anda."
    ),
    SsoProblem.CLOCK: (
        "Jam server Netralitas dan jam {label} berbeda sekitar {minutes} menit, sehingga masa "
        "berlaku jawabannya tidak dapat diperiksa. Beri tahu pengelola sistem kantor Anda. "
        + _OR_PASSWORD
    ),
    SsoProblem.STATE: (
        "Proses masuk ini tidak dimulai di peramban ini, atau sudah lewat sepuluh menit. Mulai "
        "lagi dari halaman masuk."
    ),
    SsoProblem.USED: ("Proses masuk ini sudah selesai dipakai. Mulai lagi dari halaman masuk."),
    SsoProblem.DENIED: ("Proses masuk dibatalkan di {label}. " + _OR_PASSWORD),
    SsoProblem.REFUSED_THERE: (
        "{label} menolak proses masuk ini. Coba lagi; bila terulang, hubungi pengelolanya. "
        + _OR_PASSWORD
    ),
    SsoProblem.NOBODY_NAMED: (
        "{label} tidak menyatakan alamat surel yang sudah diverifikasi atau NIP Anda, sehingga "
        "akun Anda tidak dapat dikenali. Verifikasi alamat surel Anda di sana, lalu coba lagi."
    ),
    SsoProblem.NO_ACCOUNT: (
        "Tidak ada akun Netralitas yang aktif untuk identitas Anda di {label}. Akun tidak "
        "dibuat secara otomatis: hubungi administrator di kantor Anda."
    ),
    SsoProblem.SEVERAL_ACCOUNTS: (
        "Identitas Anda di {label} cocok dengan lebih dari satu akun Netralitas, jadi tidak ada "
        "yang dipilih. Hubungi administrator di kantor Anda. " + _OR_PASSWORD
    ),
    SsoProblem.OTHER_IDENTITY: (
        "Akun Netralitas Anda sudah terhubung dengan identitas lain di {label}. Hubungi "
        "administrator di kantor Anda. " + _OR_PASSWORD
    ),
}

STATUSES: Final[dict[SsoProblem, int]] = {
    **dict.fromkeys((SsoProblem.AWAY, SsoProblem.BROKEN_ANSWER, SsoProblem.MISCONFIGURED), 503),
    **dict.fromkeys((SsoProblem.CLOCK, SsoProblem.REFUSED_THERE), 503),
    **dict.fromkeys((SsoProblem.STATE, SsoProblem.USED, SsoProblem.UNTRUSTED), 400),
    **dict.fromkeys((SsoProblem.NO_ACCOUNT, SsoProblem.SEVERAL_ACCOUNTS), 403),
    **dict.fromkeys((SsoProblem.OTHER_IDENTITY, SsoProblem.NOBODY_NAMED), 403),
    SsoProblem.DENIED: 403,
}


def sentence(refused: SsoRefused, label: str) -> str:
    """Return what a person is told."""
    said = PROBLEMS[refused.problem].format(label=label, minutes=refused.minutes)
    return said[:1].upper() + said[1:]

"""The Indonesian words about webhooks: topics, states, why a message did not arrive."""

from collections.abc import Mapping
from typing import Final

from netralitas.evidence.web.domain import Problem as Trouble
from netralitas.web.parts import type_tone
from netralitas.webhooks.domain import NAMES, DeliveryState, Problem, ReceiverState, Topic

TITLE: Final = "Webhook"
LEAD: Final = (
    "Sistem lain milik kantor Anda diberi tahu setiap kali sesuatu terjadi: jenis peristiwa, nomor"
    " urutnya, waktu, dan tautan. Nama, NIP, dan uraian tidak ikut dikirim; sistem itu membacanya"
    " lewat API dengan tokennya sendiri."
)
NEW: Final = "Tambahkan penerima"
NEW_LEAD: Final = (
    "Penerima diberi tahu tentang peristiwa sejak ditambahkan, hanya yang boleh dibaca kantor Anda."
    " Alamat dan jenis peristiwanya tidak dapat diubah kemudian: akhiri penerima lama dan tambahkan"
    " yang baru."
)
TOPICS: Final[Mapping[Topic, str]] = {
    Topic.HANDLING: "Penanganan perkara",
    Topic.REFERRAL: "Penerusan dan surat",
    Topic.FOLLOW_UP: "Tindak lanjut dan kepatuhan",
    Topic.THREADS: "Proses pidana, etik penyelenggara, dan pengadilan",
    Topic.PUBLICATION: "Publikasi hasil",
    Topic.PREVENTION: "Kegiatan pencegahan",
    Topic.AGREEMENT: "Kerja sama, pertukaran, dan satgas",
    Topic.EVALUATION: "Rapat evaluasi",
}
TRIAL: Final = "Kiriman percobaan"
STATES: Final[Mapping[ReceiverState, tuple[str, type_tone]]] = {
    ReceiverState.ACTIVE: ("Aktif", "done"),
    ReceiverState.PAUSED: ("Dijeda", "waiting"),
    ReceiverState.STOPPED: ("Dihentikan sistem", "late"),
    ReceiverState.ENDED: ("Diakhiri", "neutral"),
}
DELIVERIES: Final[Mapping[DeliveryState, tuple[str, type_tone]]] = {
    DeliveryState.ASKED: ("Segera dikirim", "waiting"),
    DeliveryState.WAITING: ("Menunggu dicoba lagi", "soon"),
    DeliveryState.DELIVERED: ("Diterima", "done"),
    DeliveryState.DEAD: ("Tidak terkirim", "late"),
}
PROBLEMS: Final[Mapping[Problem, str]] = {
    Problem.ADDRESS: "Alamat penerima tidak dapat dipakai.",
    Problem.NOT_PUBLIC: "Nama penerima menunjuk ke alamat di luar internet publik.",
    Problem.NAME: "Nama situs penerima tidak ditemukan.",
    Problem.UNREACHABLE: "Penerima tidak dapat dihubungi.",
    Problem.CERTIFICATE: "Sertifikat TLS penerima tidak sah untuk namanya.",
    Problem.ANSWER: "Jawaban penerima bukan HTTP yang utuh, atau terputus.",
    Problem.TOO_LARGE: "Jawaban penerima lebih dari 64 KB.",
    Problem.TOO_SLOW: "Penerima tidak selesai menjawab dalam 10 detik.",
    Problem.REDIRECT: "Penerima mengalihkan ke alamat lain; pengalihan tidak diikuti.",
    Problem.GONE: "Penerima menyatakan alamatnya tidak dipakai lagi (410).",
    Problem.BUSY: "Penerima sedang sibuk.",
    Problem.REFUSED: "Penerima menolak kiriman.",
    Problem.FAULT: "Penerima mengalami gangguan.",
    Problem.SECRET: "Kunci rahasia penerima tidak dapat dibuka. Hubungi pengelola sistem.",
}
ADDRESSES: Final[Mapping[Trouble, str]] = {
    Trouble.ADDRESS: "Alamat ini tidak utuh. Tulis seperti https://sistem.contoh.go.id/webhook.",
    Trouble.SCHEME: "Alamat penerima harus diawali https://.",
    Trouble.CREDENTIALS: "Alamat memuat nama pengguna atau kata sandi. Hapus bagian itu.",
    Trouble.PORT: "Penerima harus memakai port 443.",
    Trouble.NOT_PUBLIC: "Alamat penerima harus berada di internet publik.",
}
TOO_MANY: Final = "Kantor Anda sudah mempunyai sepuluh penerima."
END_ONE: Final = "Akhiri penerima yang tidak dipakai lagi."
HAS_ENDED: Final = "Penerima ini sudah diakhiri."
NONE_WAITS: Final = "Tidak ada kiriman yang sedang menunggu dicoba lagi."


def about(name: str) -> str:
    """Return of what topic an event is, by its name; an administrator reads no more of it."""
    beginning = name.partition(".")[0]
    found = [TOPICS[topic] for topic, names in NAMES.items() if beginning in names]
    return found[0] if found else TRIAL

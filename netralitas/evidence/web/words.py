"""The Indonesian words of the register of addresses and of captures."""

from typing import Final

from netralitas.evidence.web.domain import (
    CaptureState,
    Category,
    Finder,
    Platform,
    Problem,
    Shot,
    StampVerdict,
    Taker,
)
from netralitas.web.parts import type_tone

PLATFORMS: Final = {
    Platform.WEBSITE: "Situs web atau berita daring",
    Platform.FACEBOOK: "Facebook",
    Platform.INSTAGRAM: "Instagram",
    Platform.TIKTOK: "TikTok",
    Platform.X: "X",
    Platform.YOUTUBE: "YouTube",
    Platform.WHATSAPP: "WhatsApp",
    Platform.TELEGRAM: "Telegram",
    Platform.OTHER: "Lainnya",
}
CATEGORIES: Final = {
    Category.ASN_SUPPORT: "Kampanye atau dukungan ASN",
    Category.BLACK_CAMPAIGN: "Kampanye hitam",
    Category.MONEY_POLITICS: "Politik uang",
    Category.OTHER: "Lainnya",
}
CATEGORY_SLUGS: Final = {
    "dukungan-asn": Category.ASN_SUPPORT,
    "kampanye-hitam": Category.BLACK_CAMPAIGN,
    "politik-uang": Category.MONEY_POLITICS,
    "lainnya": Category.OTHER,
}
FINDERS: Final = {
    Finder.BAWASLU: "Pengawasan Bawaslu",
    Finder.DISKOMINFO: "Dinas Komunikasi dan Informatika",
    Finder.PUBLIC: "Masyarakat",
}
TAKERS: Final = {
    Taker.PLATFORM: "Platform",
    Taker.DISKOMINFO: "Dinas Komunikasi dan Informatika",
    Taker.KOMDIGI: "Kementerian Komunikasi dan Digital",
    Taker.OTHER: "Lainnya",
}
STATES: Final = {
    CaptureState.WAITING: "Sedang ditangkap",
    CaptureState.DONE: "Selesai",
    CaptureState.FAILED: "Gagal",
}
TONES: Final[dict[CaptureState, type_tone]] = {
    CaptureState.WAITING: "waiting",
    CaptureState.DONE: "done",
    CaptureState.FAILED: "late",
}
PROBLEMS: Final = {
    Problem.ADDRESS: "Alamat ini bukan alamat halaman web yang utuh. Periksa penulisannya.",
    Problem.SCHEME: "Alamat halaman harus diawali http:// atau https://.",
    Problem.CREDENTIALS: "Alamat memuat nama pengguna atau kata sandi. Hapus bagian itu.",
    Problem.PORT: "Hanya halaman pada port 80 dan 443 yang dapat ditangkap.",
    Problem.NOT_PUBLIC: (
        "Alamat ini, atau alamat tujuan pengalihannya, tidak berada di internet publik, jadi tidak"
        " dibuka."
    ),
    Problem.NAME: "Nama situsnya tidak ditemukan. Periksa penulisannya, lalu tangkap lagi.",
    Problem.UNREACHABLE: "Situsnya tidak dapat dihubungi. Coba tangkap lagi nanti.",
    Problem.CERTIFICATE: (
        "Sertifikat situs ini tidak sah untuk namanya, jadi isinya tidak dapat dipercaya dan tidak"
        " ditangkap."
    ),
    Problem.ANSWER: "Situsnya tidak menjawab sebagaimana mestinya. Coba tangkap lagi nanti.",
    Problem.REDIRECTS: "Halaman ini terus mengalihkan ke halaman lain.",
    Problem.TOO_LARGE: (
        "Halaman ini lebih besar dari batas tangkapan, jadi tidak ada bagian yang disimpan. Simpan"
        " bukti dengan cara lain, misalnya rekaman layar dengan berita acara."
    ),
    Problem.TOO_SLOW: "Halaman ini tidak selesai dikirim dalam waktunya. Coba tangkap lagi nanti.",
    Problem.STORAGE_FULL: "Tempat penyimpanan penuh. Hubungi pengelola sistem, lalu tangkap lagi.",
    Problem.MACHINE: "Tangkapan gagal karena gangguan sistem. Hubungi pengelola sistem.",
}
SHOTS: Final = {
    Shot.NONE: "Gambar halaman tidak dibuat karena peramban tidak dipasang.",
    Shot.TAKEN: "Gambar halaman dibuat.",
    Shot.FAILED: "Gambar halaman tidak berhasil dibuat; arsip halamannya tetap utuh.",
}
STAMPS: Final = {
    StampVerdict.NONE: "Tanpa cap waktu: penyedia cap waktu tidak diatur.",
    StampVerdict.VALID: "Cap waktu sah",
    StampVerdict.KEPT: "Cap waktu disimpan, periksa dengan openssl.",
    StampVerdict.UNTRUSTED: (
        "Cap waktu tidak dapat dipercaya: penandatangannya bukan penyedia yang diatur."
    ),
    StampVerdict.OTHER_DIGEST: "Cap waktu tidak dapat dipercaya: dibuat untuk berkas lain.",
    StampVerdict.OTHER_NONCE: "Cap waktu tidak dapat dipercaya: menjawab permintaan lain.",
    StampVerdict.GARBAGE: "Jawaban penyedia cap waktu tidak dapat dibaca.",
    StampVerdict.REFUSED: "Penyedia menolak memberi cap waktu.",
    StampVerdict.UNREACHABLE: "Penyedia cap waktu tidak menjawab.",
}
STAMP_TONES: Final[dict[StampVerdict, type_tone]] = {
    **dict.fromkeys(StampVerdict, "late"),
    StampVerdict.NONE: "neutral",
    StampVerdict.VALID: "done",
    StampVerdict.KEPT: "soon",
}
ACTS: Final = {
    "masuk": "Alamat masuk register.",
    "tangkapan": "Penangkapan halaman diminta. Hasilnya tampil di bawah.",
    "rujukan": "Permintaan penurunan dicatat.",
    "turun": "Halaman dicatat turun.",
    "perkara": "Alamat terhubung dengan perkara. Tangkapannya menjadi bukti perkara itu.",
}
"""What was just done, by the word in the address."""
PARTS: Final = {
    "warc": "Arsip halaman (WARC)",
    "warc_stamp": "Cap waktu arsip (TSR)",
    "picture": "Gambar halaman (PNG)",
    "picture_stamp": "Cap waktu gambar (TSR)",
}
_FILES: Final = {
    "warc": "arsip.warc.gz",
    "warc_stamp": "arsip.tsr",
    "picture": "gambar.png",
    "picture_stamp": "gambar.tsr",
}
PARTS_BY_SLUG: Final = {slug: part for part, slug in _FILES.items()}


def paper_title(capture: int, part: str) -> str:
    """Return what a file of a capture is called as a paper of a case; it names nobody."""
    return f"Tangkapan halaman {capture}: {PARTS[part]}"


def file_name(capture: int, part: str) -> str:
    """Return under which name a file of a capture is sent."""
    return f"tangkapan-{capture}-{_FILES[part]}"


def slug(part: str) -> str:
    """Return how the address of a file names its part."""
    return _FILES[part]

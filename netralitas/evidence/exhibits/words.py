"""The words of pieces of evidence, and of the log of who used them."""

from collections.abc import Mapping
from typing import Final

from netralitas.evidence.domain import Scan, Verdict
from netralitas.evidence.exhibits.domain import Nature, Origin, Purpose, Use

NATURES: Final[Mapping[Nature, str]] = {
    Nature.PHOTO: "Foto",
    Nature.VIDEO: "Video",
    Nature.AUDIO: "Rekaman suara",
    Nature.DOCUMENT: "Dokumen",
    Nature.SCREEN: "Tangkapan layar",
    Nature.OTHER: "Lainnya",
}
ORIGINS: Final[Mapping[Origin, str]] = {
    Origin.REPORTER: "Diserahkan pelapor",
    Origin.INFORMANT: "Diserahkan pemberi informasi awal",
    Origin.WITNESS: "Diserahkan saksi",
    Origin.RESPONDENT: "Diserahkan terlapor",
    Origin.EXPERT: "Diserahkan ahli",
    Origin.SUPERVISION: "Hasil pengawasan",
    Origin.PUBLIC: "Diambil dari media yang terbuka untuk umum",
    Origin.AGENCY: "Diserahkan instansi lain",
    Origin.OTHER: "Sumber lain",
}
PURPOSES: Final[Mapping[Purpose, str]] = {
    Purpose.STUDY: "Kajian",
    Purpose.CLARIFICATION: "Klarifikasi",
    Purpose.PLENARY: "Rapat pleno",
    Purpose.REFERRAL: "Penerusan atau tindak lanjut instansi",
    Purpose.EXPERT: "Pemeriksaan ahli",
    Purpose.DISPUTE: "Sengketa, keberatan, atau perkara di pengadilan",
    Purpose.INTEGRITY: "Pemeriksaan keutuhan berkas",
    Purpose.OTHER: "Keperluan lain",
}
USES: Final[Mapping[Use, str]] = {
    Use.VIEWED: "Halaman bukti dibuka",
    Use.PLAYED: "Rekaman diputar",
    Use.DOWNLOADED: "Berkas asli diunduh",
    Use.COPIED: "Salinan lihat diunduh",
    Use.EXPORTED: "Disertakan dalam berkas perkara yang diekspor",
    Use.PRINTED: "Catatan penjagaan dicetak",
}
_SCANS: Final[Mapping[Scan, str]] = {
    Scan.CLEAN: "bersih",
    Scan.INFECTED: "terinfeksi",
}
_VERDICTS: Final[Mapping[Verdict, str]] = {
    Verdict.WHOLE: "utuh, sama dengan sidiknya",
    Verdict.CHANGED: "berubah, tidak lagi sama dengan sidiknya",
    Verdict.LOST: "hilang dari tempat penyimpanan",
}

UNKNOWN_ORIGIN: Final = "Belum dicatat"
HEIC: Final = (
    "Foto HEIC tidak dapat ditampilkan di peramban. Unduh berkas aslinya untuk melihatnya."
)
DOWNLOAD_ONLY: Final = "Berkas ini tidak ditampilkan di halaman. Unduh berkas aslinya."
INFECTED: Final = (
    "Pemindai menemukan program berbahaya di dalam berkas ini setelah disimpan, jadi berkas tidak"
    " diputar dan tidak diunduh dari sini. Hubungi petugas keamanan informasi."
)
_ALARMS: Final[Mapping[Verdict, str]] = {
    Verdict.CHANGED: (
        "Isi berkas ini tidak lagi sama dengan sidik yang dicatat ketika diterima. Jangan dipakai"
        " sebagai bukti sebelum dipulihkan dari cadangan; administrator sudah diberi tahu."
    ),
    Verdict.LOST: (
        "Berkas ini tidak ada lagi di tempat penyimpanan. Berkas perlu dipulihkan dari cadangan;"
        " administrator sudah diberi tahu."
    ),
}


def name(ordinal: int) -> str:
    """Return what a piece of evidence is called: "Bukti 7"."""
    return f"Bukti {ordinal}"


def scan(found: Scan | None, *, configured: bool) -> str:
    """Return what is known of malware in a file, where a scanner is configured or none is."""
    if found is not None and found in _SCANS:
        return _SCANS[found]
    return "belum dipindai" if configured else "tidak dipindai"


def verdict(found: Verdict | None) -> str:
    """Return what the latest re-check found."""
    return "belum diperiksa ulang" if found is None else _VERDICTS[found]


def alarm(found: Verdict | None) -> str | None:
    """Return the warning on the page of a file that is not what it was; None where it is."""
    return None if found is None else _ALARMS.get(found)

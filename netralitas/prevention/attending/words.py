"""The Indonesian words of attendance and tests: ways, events as sentences."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from netralitas.prevention.attending.domain import Phase, Way

WAYS: Final[dict[Way, str]] = {
    Way.LIST: "Ditulis",
    Way.IMPORT: "Diimpor",
    Way.PHONE: "Lewat HP",
}
PHASES: Final[dict[Phase, str]] = {Phase.BEFORE: "Tes awal", Phase.AFTER: "Tes akhir"}

SLUGS: Final[dict[Phase, str]] = {Phase.BEFORE: "tes-awal", Phase.AFTER: "tes-akhir"}
"""The tests as they stand in an address."""

POSTER_TITLE: Final = "Daftar hadir lewat HP"
POSTER_STEPS: Final = (
    "Arahkan kamera HP ke kode QR di atas, lalu buka alamatnya.",
    "Isi nama, unit kerja, dan jabatan Anda, lalu tekan Catat kehadiran.",
    "Kerjakan tes bila diminta. Jawabannya tanpa nama.",
)
GUEST: Final = "Tamu atau instansi lain"
NO_REGION: Final = "Tanpa kecamatan"
KEPT_FOR: Final = (
    "Isian ini hanya dipakai untuk daftar hadir kegiatan ini dan dibaca oleh penyelenggara dan"
    " pihak kegiatan. NIP disimpan sebagai sidik, bukan sebagai angka; hanya empat angka"
    " terakhirnya yang terlihat."
)
DONE: Final[dict[str, str]] = {
    "daftar": "Daftar hadir tersimpan. Jumlah per unit ikut berubah bila perlu.",
    "diimpor": "Daftar hadir dari berkas tersimpan.",
    "dihapus": "Satu baris dihapus dari daftar hadir.",
    "dibuka": "Halaman HP siap. Cetak poster atau tampilkan kode QR-nya.",
    "ditutup": "Halaman HP ditutup.",
    "soal": "Soal tes tersimpan.",
    "kertas": "Hasil tes dari kertas tersimpan.",
    "kertas-dihapus": "Hasil tes dari kertas dihapus.",
    "dibuang": "Berkas tidak diimpor dan sudah dibuang.",
}
"""What was just done, by its word in the address."""


def guest(origin: str | None) -> str:
    """Return where a guest comes from."""
    return f"Tamu: {origin}" if origin else "Tamu"


def gain(hundredths: int) -> str:
    """Return by how much the mean of a test rose, fell, or that it stayed."""
    if not hundredths:
        return "Rata-rata tes akhir sama dengan tes awal."
    way = "lebih tinggi" if hundredths > 0 else "lebih rendah"
    return f"Rata-rata tes akhir {abs(hundredths)} poin {way} daripada tes awal."


def event(name: str, details: Mapping[str, Any]) -> str | None:
    """Return the event `name` as a sentence; None for one that is not about attendance."""
    told = _TOLD.get(name)
    return told(details) if told else None


def _noted(details: Mapping[str, Any]) -> str:
    way = {"list": "ditulis", "import": "dari berkas", "phone": "lewat HP"}[details["way"]]
    guests = f", {details['guests']} di antaranya tamu" if details["guests"] else ""
    return f"{details['added']} orang masuk daftar hadir ({way}){guests}."


def _written(details: Mapping[str, Any]) -> str:
    return f"Soal tes ditulis: {details['questions']} pertanyaan."


def _papers(details: Mapping[str, Any]) -> str:
    return f"Hasil {_phase(details)} dari kertas dicatat: {details['people']} orang."


def _papers_removed(details: Mapping[str, Any]) -> str:
    return f"Hasil {_phase(details)} dari kertas dihapus."


def _answered(details: Mapping[str, Any]) -> str:
    return f"{details['people']} jawaban {_phase(details)} masuk lewat HP."


def _phase(details: Mapping[str, Any]) -> str:
    return PHASES[Phase(details["phase"])].lower()


_TOLD: Final[Mapping[str, Callable[[Mapping[str, Any]], str]]] = {
    "activity.people_noted": _noted,
    "activity.person_removed": lambda _: "Satu orang dihapus dari daftar hadir.",
    "activity.door_opened": lambda _: "Halaman HP untuk daftar hadir dibuka untuk jam kegiatan.",
    "activity.door_closed": lambda _: "Halaman HP untuk daftar hadir ditutup.",
    "activity.test_written": _written,
    "activity.test_papers": _papers,
    "activity.test_papers_removed": _papers_removed,
    "activity.test_answered": _answered,
}

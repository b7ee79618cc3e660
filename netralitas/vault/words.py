"""The words of `identity_access` beside its declaration, of opened identities and closed ones."""

from datetime import datetime
from typing import Final

from netralitas.law import words as law_words
from netralitas.law.domain import Zone
from netralitas.vault.domain import Subject
from netralitas.workflow.domain import Holder, State

PHASES: Final[dict[str, str]] = {
    "request": "Permintaan",
    "opened": "Identitas terbuka",
    "ended": "Pembukaan selesai",
}

HOLDERS: Final[dict[Holder, str]] = {
    Holder.COMMISSIONER: "Anggota Bawaslu",
    Holder.INVESTIGATOR: "Staf penanganan pelanggaran",
    Holder.NOBODY: "Tidak ada",
}

FACTS: Final[dict[str, str]] = {
    "approved": "persetujuan pembukaan identitas",
    "closed": "identitas ditutup kembali",
    "opened": "identitas dibuka",
    "refused": "penolakan pembukaan identitas",
    "requested": "permintaan pembukaan identitas",
}

_WAITING: Final[dict[str, str]] = {
    "requested": "Menunggu keputusan orang kedua",
    "approved": "Menunggu identitas dibuka oleh yang memintanya",
    "opened": "Menunggu identitas ditutup kembali",
}

SUBJECTS: Final[dict[Subject, str]] = {
    Subject.REPORTER: "Pelapor",
    Subject.INFORMANT: "Pemberi informasi",
    Subject.WITNESS: "Saksi",
}

LABELS: Final[dict[str, str]] = {
    "name": "Nama",
    "identity_number": "NIK",
    "birth": "Tempat dan tanggal lahir",
    "occupation": "Pekerjaan",
    "address": "Alamat",
    "telephone": "Telepon",
    "email": "Surel",
}
"""What an identity consists of, in the order in which it is shown."""

CLOSED: Final = (
    "Identitas dalam perkara ini tertutup. Ia dapat dibaca hanya oleh petugas yang memintanya,"
    " setelah orang lain menyetujui dan ia membukanya."
)


GONE_ALREADY: Final = (
    "Pilih identitas yang masih tersimpan dalam perkara ini; yang Anda pilih mungkin baru saja"
    " dihapus orang lain."
)


def stored(subject: Subject, at: datetime, zone: Zone, place: int) -> str:
    """Return which identity an entry holds, without it: whose, which of those, since when."""
    return f"{SUBJECTS[subject]} {place}, disimpan {law_words.moment(at, zone)}"


def erased(at: datetime, zone: Zone) -> str:
    """Return that an identity was erased, and when."""
    return f"Identitas dihapus pada {law_words.moment(at, zone)}."


def waiting(state: State) -> str:
    """Return what is waited for in the state; the label of a final one."""
    return _WAITING.get(state.code, state.label)


def over(until: datetime, zone: Zone) -> str:
    """Return that the time in which an identity could be read is over, and what to do."""
    return (
        f"Waktu membaca identitas ini berakhir {law_words.moment(until, zone)}. Bila masih"
        " diperlukan, ajukan permintaan baru dengan alasannya."
    )


def notes(until: datetime, minutes: int, zone: Zone) -> tuple[str, ...]:
    """Return what whoever reads an identity should know."""
    return (
        f"Terbuka sampai {law_words.moment(until, zone)}, {minutes} menit sejak dibuka.",
        "Lamanya ditetapkan kantor ini, bukan undang-undang.",
        "Setiap kali halaman ini ditampilkan, hal itu dicatat atas nama Anda.",
        "Pemegang kode tanda terima diberi tahu kapan identitasnya dibuka, dan alasannya.",
    )

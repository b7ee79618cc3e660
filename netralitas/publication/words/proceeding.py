"""The words of `publication` beside its declaration: phases, holders, facts, waiting."""

from typing import Final

from netralitas.workflow.domain import Holder, State

PHASES: Final[dict[str, str]] = {
    "drafting": "Penyusunan rilis",
    "approval": "Persetujuan rilis",
    "notice": "Pemberitahuan rilis kepada pihak lain",
    "ended": "Rilis selesai",
}

HOLDERS: Final[dict[Holder, str]] = {
    Holder.PUBLISHER: "Petugas publikasi (PPID)",
    Holder.COMMISSIONER: "Anggota Bawaslu",
    Holder.OTHER: "Pihak lain",
    Holder.NOBODY: "Tidak ada",
}

OFFICE_HOLDERS: Final[dict[Holder, str]] = {
    Holder.FOLLOW_UP: "Petugas instansi yang menindaklanjuti",
    Holder.APPOINTING: "Pejabat Pembina Kepegawaian",
    Holder.INVESTIGATOR: "Bawaslu",
    Holder.NOBODY: "Tidak ada",
}
"""Who holds the ball in a release of the office that followed up."""

FACTS: Final[dict[str, str]] = {
    "abandoned": "rilis dibatalkan",
    "approved": "persetujuan orang kedua",
    "approved_once": "persetujuan orang pertama",
    "checked": "pemeriksaan rilis",
    "corrected": "rilis dikoreksi",
    "drafted": "rilis disusun",
    "letter_received": "surat diterima",
    "no_objection": "pihak lain tidak keberatan",
    "notified": "pemberitahuan kepada pihak lain",
    "objection_raised": "keberatan pihak lain",
    "published": "rilis terbit",
    "returned": "rilis dikembalikan untuk diperbaiki",
    "withdrawn": "rilis ditarik",
}

_WAITING: Final[dict[str, str]] = {
    "drafted": "Menunggu pemeriksaan rilis",
    "checked": "Menunggu persetujuan orang pertama",
    "approved_once": "Menunggu persetujuan orang kedua",
    "approved": "Menunggu pemberitahuan kepada pihak lain",
    "notified": "Menunggu tanggapan pihak lain atau lewatnya batas waktu",
}


def waiting(state: State) -> str:
    """Return what is waited for in the state; the label of a final one."""
    return _WAITING.get(state.code, state.label)

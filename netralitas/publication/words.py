"""The words of releases: groups, stages, levels, and a published outcome as a sentence."""

from typing import Final

from netralitas.cases.words import REGIMES, SOURCES, THEMES
from netralitas.law import words as law_words
from netralitas.publication.domain import (
    Answered,
    Ending,
    EndReason,
    Group,
    Leak,
    Level,
    ProtectedOutcome,
    Stage,
    Trace,
)
from netralitas.workflow.domain import Holder, State

GROUPS: Final[dict[Group, str]] = {
    Group.JPT_MADYA: "Pimpinan tinggi madya",
    Group.JPT_PRATAMA: "Pimpinan tinggi pratama",
    Group.ADMINISTRATOR: "Administrator",
    Group.DISTRICT_HEAD: "Camat",
    Group.SUPERVISOR: "Pengawas",
    Group.WARD_HEAD: "Lurah",
    Group.LEADERS: "Pimpinan tinggi",
    Group.ADMINISTRATORS: "Administrator dan camat",
    Group.SUPERVISORS: "Pengawas dan lurah",
    Group.STRUCTURAL: "Pejabat struktural",
    Group.FUNCTIONAL: "Pejabat fungsional",
    Group.STAFF: "Pelaksana",
    Group.VILLAGE_HEAD: "Kepala desa",
    Group.GENERAL: "Pelaksana atau kepala desa",
    Group.ASN: "ASN atau aparatur lain",
}

STAGES: Final[dict[Stage, str]] = {
    Stage.IN_HANDLING: "Dalam penanganan",
    Stage.NOT_VIOLATION: "Bukan pelanggaran",
    Stage.FORWARDED: "Diteruskan ke instansi berwenang",
    Stage.FOLLOWED_UP: "Dalam tindak lanjut instansi",
    Stage.CONCLUDED: "Selesai",
}

LEVELS: Final[dict[Level, str]] = {
    Level.NOT_PROVEN: "tidak terbukti",
    Level.NONE: "tidak dijatuhi sanksi",
    Level.MORAL: "sanksi moral",
    Level.LIGHT: "hukuman disiplin ringan",
    Level.MEDIUM: "hukuman disiplin sedang",
    Level.HEAVY: "hukuman disiplin berat",
    Level.DISMISSED: "diberhentikan",
    Level.OTHER: "sanksi lain",
    Level.ANNULLED: "keputusan dicabut atau dibatalkan",
    Level.NO_DECISION: "berakhir tanpa keputusan sanksi",
}

ENDINGS: Final[dict[Ending, str]] = {
    Ending.CORRECTED: "Dikoreksi",
    Ending.WITHDRAWN: "Ditarik",
}

END_REASONS: Final[dict[EndReason, str]] = {
    EndReason.WRONG_DATA: "Data pada hasil itu keliru",
    EndReason.MATTER_CHANGED: "Perkaranya berubah sesudah terbit",
    EndReason.OBJECTION: "Keberatan pihak lain diterima",
    EndReason.RECOGNISABLE: "Seseorang mungkin dapat dikenali",
    EndReason.TOO_EARLY: "Belum waktunya diterbitkan",
    EndReason.OTHER: "Alasan lain",
}

ANSWERS: Final[dict[Answered, str]] = {
    Answered.NO_OBJECTION: "Pihak lain menyatakan tidak keberatan.",
    Answered.OBJECTION: "Pihak lain menyatakan keberatan.",
    Answered.SILENCE: "Pihak lain tidak menanggapi sampai batas waktunya.",
    Answered.NOT_ASKED: "Tidak ada pihak lain yang menindaklanjuti.",
}

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

EMBARGOED: Final = (
    "Hasil penanganan belum dapat diterbitkan: perkara belum diteruskan ke instansi berwenang dan"
    " statusnya belum diumumkan."
)
CLOSED_STATEMENT: Final = (
    "Sanksi moral dengan pernyataan tertutup tidak diterbitkan tersendiri; ia hanya dihitung dalam"
    " angka. Keluarkan terlapor itu dari rilis."
)
TOO_FEW: Final = (
    "Hasil belum dapat diterbitkan tersendiri: jumlah pegawai daerah ini belum dicatat, atau"
    " kurang dari ambang {threshold} orang."
)
COUNT_FIRST: Final = "Jumlah pegawai menurut golongan jabatan dicatat oleh pengelola sistem."
NO_REASON: Final = "Tidak ditanyakan pada waktu itu"
SAY_MORE: Final = "Untuk alasan lain, tulis keterangan yang dapat dibaca umum."
NOBODY: Final = "Pilih sekurang-kurangnya satu terlapor."

_TRACES: Final[dict[Trace, str]] = {
    Trace.NAME: "bagian dari nama terlapor",
    Trace.UNIT: "bagian dari unit kerja terlapor",
    Trace.POSITION: "jabatan yang menunjuk orangnya",
    Trace.DIGITS: "deretan angka seperti NIP atau nomor telepon",
    Trace.ADDRESS: "alamat atau nama akun",
    Trace.PLACE: "unit kerja atau wilayah yang disebut namanya",
    Trace.INITIALS: "inisial seseorang",
    Trace.CAPTION: "keterangan foto atau ciri orang di dalamnya",
}


def waiting(state: State) -> str:
    """Return what is waited for in the state; the label of a final one."""
    return _WAITING.get(state.code, state.label)


def reason(given: EndReason | None) -> str:
    """Return why a release ended; of those that ended before it was asked for, that it was not."""
    return END_REASONS[given] if given else NO_REASON


def leaked(leak: Leak) -> str:
    """Return why a summary is refused: the word, what it tells, and the rule."""
    return (
        f"Keterangan memuat “{leak.word}”, {_TRACES[leak.trace]}. Rilis terbit tanpa nama, NIP,"
        " unit kerja, atau jabatan yang menunjuk orangnya (UU 14/2008 Pasal 17)."
    )


def became(one: ProtectedOutcome) -> str:
    """Return the stage, and of a concluded matter what became of it: "Selesai: sanksi moral"."""
    said = STAGES[one.stage]
    return said if one.level is None else f"{said}: {LEVELS[one.level]}"


def waited(one: ProtectedOutcome) -> str | None:
    """Return since when nobody answered, or how long it took; None where neither is known."""
    if one.since is not None:
        return f"Belum ada jawaban sejak {law_words.month(one.since)}."
    if one.months is None:
        return None
    return f"Selesai dalam {one.months} bulan setelah diteruskan."


def sentence(one: ProtectedOutcome) -> str:
    """Return a published outcome in one or two sentences; it names nobody."""
    matter = (
        f"{GROUPS[one.group]}: perkara {THEMES[one.theme].lower().replace('asn', 'ASN')} yang masuk"
        f" tahun {one.year}, {REGIMES[one.regime]}, dari {SOURCES[one.source].lower()}."
    )
    return " ".join(part for part in (matter, f"{became(one)}.", waited(one)) if part)

"""The words of what is released: groups, stages, levels, and an outcome as a sentence."""

from typing import Final

from netralitas.cases.words import REGIMES, SOURCES, THEMES
from netralitas.language import ngettext, phrase, say
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

GROUPS: Final[dict[Group, str]] = {
    Group.JPT_MADYA: phrase("Pimpinan tinggi madya"),
    Group.JPT_PRATAMA: phrase("Pimpinan tinggi pratama"),
    Group.ADMINISTRATOR: phrase("Administrator"),
    Group.DISTRICT_HEAD: phrase("Camat"),
    Group.SUPERVISOR: phrase("Pengawas"),
    Group.WARD_HEAD: phrase("Lurah"),
    Group.LEADERS: phrase("Pimpinan tinggi"),
    Group.ADMINISTRATORS: phrase("Administrator dan camat"),
    Group.SUPERVISORS: phrase("Pengawas dan lurah"),
    Group.STRUCTURAL: phrase("Pejabat struktural"),
    Group.FUNCTIONAL: phrase("Pejabat fungsional"),
    Group.STAFF: phrase("Pelaksana"),
    Group.VILLAGE_HEAD: phrase("Kepala desa"),
    Group.GENERAL: phrase("Pelaksana atau kepala desa"),
    Group.ASN: phrase("ASN atau aparatur lain"),
}

STAGES: Final[dict[Stage, str]] = {
    Stage.IN_HANDLING: phrase("Dalam penanganan"),
    Stage.NOT_VIOLATION: phrase("Bukan pelanggaran"),
    Stage.FORWARDED: phrase("Diteruskan ke instansi berwenang"),
    Stage.FOLLOWED_UP: phrase("Dalam tindak lanjut instansi"),
    Stage.CONCLUDED: phrase("Selesai"),
}

LEVELS: Final[dict[Level, str]] = {
    Level.NOT_PROVEN: phrase("tidak terbukti"),
    Level.NONE: phrase("tidak dijatuhi sanksi"),
    Level.MORAL: phrase("sanksi moral"),
    Level.LIGHT: phrase("hukuman disiplin ringan"),
    Level.MEDIUM: phrase("hukuman disiplin sedang"),
    Level.HEAVY: phrase("hukuman disiplin berat"),
    Level.DISMISSED: phrase("diberhentikan"),
    Level.OTHER: phrase("sanksi lain"),
    Level.ANNULLED: phrase("keputusan dicabut atau dibatalkan"),
    Level.NO_DECISION: phrase("berakhir tanpa keputusan sanksi"),
}

ENDINGS: Final[dict[Ending, str]] = {
    Ending.CORRECTED: phrase("Dikoreksi"),
    Ending.WITHDRAWN: phrase("Ditarik"),
}

END_REASONS: Final[dict[EndReason, str]] = {
    EndReason.WRONG_DATA: phrase("Data pada hasil itu keliru"),
    EndReason.MATTER_CHANGED: phrase("Perkaranya berubah sesudah terbit"),
    EndReason.OBJECTION: phrase("Keberatan pihak lain diterima"),
    EndReason.RECOGNISABLE: phrase("Seseorang mungkin dapat dikenali"),
    EndReason.TOO_EARLY: phrase("Belum waktunya diterbitkan"),
    EndReason.OTHER: phrase("Alasan lain"),
}

ANSWERS: Final[dict[Answered, str]] = {
    Answered.NO_OBJECTION: phrase("Pihak lain menyatakan tidak keberatan."),
    Answered.OBJECTION: phrase("Pihak lain menyatakan keberatan."),
    Answered.SILENCE: phrase("Pihak lain tidak menanggapi sampai batas waktunya."),
    Answered.NOT_ASKED: phrase("Tidak ada pihak lain yang menindaklanjuti."),
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
NO_REASON: Final = phrase("Tidak ditanyakan pada waktu itu")
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
    return str(said) if one.level is None else f"{said}: {LEVELS[one.level]}"


def waited(one: ProtectedOutcome) -> str | None:
    """Return since when nobody answered, or how long it took; None where neither is known."""
    if one.since is not None:
        return say("Belum ada jawaban sejak {month}.", month=law_words.month(one.since))
    if one.months is None:
        return None
    return ngettext(
        "Selesai dalam {months} bulan setelah diteruskan.",
        "Selesai dalam {months} bulan setelah diteruskan.",
        one.months,
    ).format(months=one.months)


def sentence(one: ProtectedOutcome) -> str:
    """Return a published outcome in one or two sentences; it names nobody."""
    matter = say(
        "{group}: perkara {theme} yang masuk tahun {year}, {regime}, dari {source}.",
        group=GROUPS[one.group],
        theme=str(THEMES[one.theme]).lower().replace("asn", "ASN"),
        year=one.year,
        regime=REGIMES[one.regime],
        source=str(SOURCES[one.source]).lower(),
    )
    return " ".join(part for part in (matter, f"{became(one)}.", waited(one)) if part)

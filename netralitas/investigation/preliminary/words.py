"""The words of the preliminary study."""

from datetime import datetime
from typing import Final

from netralitas.investigation.preliminary.domain import (
    CHECKED,
    Answer,
    Group,
    Handled,
    Handler,
    Item,
    Judgement,
    Result,
    Study,
    Suspicion,
)
from netralitas.investigation.preliminary.policy import requirements
from netralitas.law.domain import Regime, Zone
from netralitas.law.words import moment

TITLE: Final = "Kajian awal"

ITEMS: Final[dict[Item, str]] = {
    Item.REPORTER_ENTITLED: "Pelapor berhak melapor",
    Item.REPORTER_IDENTITY: "Nama dan alamat pelapor",
    Item.RESPONDENT: "Pihak terlapor",
    Item.IN_TIME: "Laporan disampaikan dalam batas waktu",
    Item.SIGNATURE: "Tanda tangan pelapor sesuai dengan kartu identitas",
    Item.TIME_PLACE: "Waktu dan tempat kejadian",
    Item.DESCRIPTION: "Uraian kejadian",
    Item.EVIDENCE: "Bukti",
}

GROUPS: Final[dict[Group, str]] = {
    Group.FORMAL: "Syarat formal",
    Group.MATERIAL: "Syarat materiel",
}

JUDGEMENTS: Final[dict[Judgement, str]] = {
    Judgement.MET: "Terpenuhi",
    Judgement.UNMET: "Belum terpenuhi",
    Judgement.NOT_APPLICABLE: "Tidak berlaku",
}

RESULTS: Final[dict[Result, str]] = {
    Result.COMPLETE: "Laporan lengkap: syarat formal dan materiel terpenuhi",
    Result.INCOMPLETE: "Laporan belum lengkap: pelapor diberi tahu untuk melengkapi",
}

SUSPICIONS: Final[dict[Suspicion, str]] = {
    Suspicion.OTHER_LAW: "Pelanggaran hukum lain (netralitas ASN)",
    Suspicion.ADMINISTRATIVE: "Pelanggaran administrasi",
    Suspicion.ETHICS: "Pelanggaran kode etik penyelenggara",
    Suspicion.CRIMINAL: "Dugaan tindak pidana",
    Suspicion.NONE: "Tidak ada dugaan pelanggaran",
}

HANDLERS: Final[dict[Handler, str]] = {
    Handler.HERE: "Ditangani kantor ini",
    Handler.UP: "Diserahkan kepada Bawaslu tingkat atas",
    Handler.DOWN: "Diserahkan kepada Bawaslu tingkat bawah",
}

HANDLED: Final[dict[Handled, str]] = {
    Handled.NO: "Belum pernah ditangani",
    Handled.YES: "Sudah ditangani atau sedang ditangani",
}

CHECKED_BY_OFFICER: Final = "Diperiksa oleh petugas pada berkas laporan."
"""All that is said of a requirement about the reporter: never who they are."""

NOT_JUDGED: Final = "Belum dinilai"
NOT_SAID: Final = "Belum diisi"
NO_WINDOW: Final = "Tanggal diketahui belum dicatat, jadi batas waktu tidak dapat dihitung."
NO_RULE: Final = "Tidak ada batas waktu pelaporan yang ditemukan untuk perkara di luar tahapan."


def reason(item: Item, answer: Answer) -> str:
    """Return why a requirement was judged so, in the words of the officer or of the house."""
    if item in CHECKED and answer.judgement is Judgement.MET:
        return CHECKED_BY_OFFICER
    return answer.reason


_PARTS: Final = (
    ("Hasil", "result"),
    ("Jenis dugaan pelanggaran", "suspicion"),
    ("Yang menangani", "handler"),
    ("Penanganan sebelumnya", "handled"),
    ("Nomor atau kantor yang sudah menangani", "handled_where"),
    ("Kesimpulan", "conclusion"),
)

NOT_NOW: Final = (
    "Kajian awal disusun setelah dimulai dan sebelum diselesaikan; pada tahap ini konsepnya tidak"
    " dapat diubah."
)
NO_FINISHED: Final = (
    "Surat ini menyebut syarat yang belum terpenuhi menurut kajian awal di halaman ini. Kajian awal"
    " perkara ini diunggah sebagai berkas: gunakan langkah “Beri tahu pelapor untuk melengkapi"
    " laporan”."
)


def saved_meanwhile(version: int, officer: str, at: datetime, zone: str) -> str:
    """Return who saved which version while another was being written, and when."""
    return f"Konsep {version} disimpan oleh {officer}, {moment(at, Zone(zone))}."


def differs(mine: Study, theirs: Study, regime: Regime) -> str:
    """Return in what another version differs from what was typed; nothing where it is alike."""
    told = [
        ITEMS[each.item]
        for each in requirements(regime)
        if mine.answer(each.item) != theirs.answer(each.item)
    ]
    told += [label for label, name in _PARTS if getattr(mine, name) != getattr(theirs, name)]
    return f" Berbeda dari isian Anda: {', '.join(told).lower()}." if told else ""


NOTICE: Final = "Pemberitahuan kelengkapan laporan"
WRITE_NOTICE: Final = "Buat surat pemberitahuan kepada pelapor"
NOT_LACKING: Final = (
    "Surat ini dibuat setelah kajian awal menyatakan laporan belum lengkap dan sebelum pelapor"
    " diberi tahu."
)
NOT_FINISHED: Final = (
    "Kajian awal belum diselesaikan. Setelah diselesaikan, penilaian setiap syarat tampil di sini."
)
ON_PAPER: Final = (
    "Kajian awal perkara ini tidak disusun di halaman ini. Bila diunggah, berkasnya ada di bagian"
    " dokumen pada halaman perkara."
)
LETTER_BEGINS: Final = (
    "Berdasarkan kajian awal, laporan Saudara belum lengkap. Yang perlu dilengkapi:"
)
LETTER_ENDS: Final = "Laporan yang tidak dilengkapi sampai batas waktu tidak diregistrasi."
EMBARGOED: Final = (
    "Selama rapat pleno berlangsung, kajian awal hanya dibaca oleh petugas yang menangani perkara."
)

"""The Indonesian words of a study: sections, findings, readings."""

from typing import Final

from netralitas.investigation.study.domain import Finding, Section, Verdict, Version

SECTIONS: Final = {
    Section.FACTS: "Duduk perkara",
    Section.EVIDENCE: "Alat bukti",
    Section.ELEMENTS: "Analisis unsur",
    Section.CITATIONS: "Dasar hukum lain",
    Section.CONCLUSIONS: "Kesimpulan per terlapor",
}

FINDINGS: Final = {
    Finding.NOT_VIOLATION: "Bukan pelanggaran",
    Finding.OTHER_LAW: "Pelanggaran hukum lain (netralitas ASN)",
    Finding.CRIMINAL: "Dugaan tindak pidana",
    Finding.ADMINISTRATIVE: "Pelanggaran administrasi",
    Finding.ORGANISER_ETHICS: "Pelanggaran kode etik penyelenggara",
}

VERDICTS: Final = {
    Verdict.APPROVED: "Disetujui pembaca kedua",
    Verdict.RETURNED: "Dikembalikan pembaca kedua",
}

FORBIDDEN_TOGETHER: Final = "“Bukan pelanggaran” tidak dapat dipilih bersama jenis pelanggaran."
WRITER: Final = "Kajian disusun oleh staf penanganan pelanggaran Bawaslu pemilik perkara."
READER: Final = (
    "Catatan dan pembacaan kedua dilakukan oleh staf atau anggota Bawaslu pemilik perkara."
)


def findings_said(findings: tuple[Finding, ...]) -> str:
    """Return what was found in one line: "Pelanggaran hukum lain …; Dugaan tindak pidana"."""
    return "; ".join(FINDINGS[each] for each in findings)


DONE: Final = {
    "versi": "Versi baru kajian disimpan.",
    "catatan": "Catatan diselesaikan.",
    "pembacaan": "Hasil pembacaan kedua dicatat.",
}


def saved_by(version: Version) -> str:
    """Return who saved the version that came between."""
    return f"Versi {version.number} disimpan {version.author}."

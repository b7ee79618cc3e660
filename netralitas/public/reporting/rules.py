"""What the law and an office say, in the language of a page as far as this site knows the words.

A rule that somebody changed, or hours of an office that are words alone, stay in Indonesian.
"""

from dataclasses import replace as changed
from typing import Final

from msgspec.structs import replace

from netralitas.intake.door import Service
from netralitas.language import gettext, phrase
from netralitas.law.domain import Rule
from netralitas.law.hours import in_words

KNOWN: Final = (
    phrase("Penyampaian laporan dugaan pelanggaran"),
    phrase("dugaan pelanggaran diketahui"),
    phrase("dugaan pelanggaran diketahui dan/atau ditemukan"),
    phrase("Kajian awal"),
    phrase("laporan diterima"),
    phrase("Penelusuran informasi awal"),
    phrase("informasi awal diterima"),
    phrase("Kelengkapan laporan oleh pelapor"),
    phrase("pemberitahuan kekurangan syarat disampaikan"),
    phrase("Penanganan temuan atau laporan"),
    phrase("Penanganan temuan atau laporan dengan keterangan tambahan"),
    phrase("temuan atau laporan diregistrasi"),
    phrase("Jawaban atas pengaduan pelayanan"),
    phrase("pengaduan diterima"),
    phrase("Aturan kantor, bukan ketentuan undang-undang"),
)
"""The words of the rules that the pages for reporters name: what is limited, and from when on."""


def told(rule: Rule) -> Rule:
    """Return a rule whose name and start are in the language of the page."""
    return changed(
        rule,
        label=said(rule.label),
        start_label=said(rule.start_label),
        article=said(rule.article),
    )


def served(service: Service) -> Service:
    """Return what an office says of its service, in the language of the page."""
    hours = in_words(service.weekdays, service.opens, service.closes) if service.weekdays else ""
    return replace(service, hours=hours or service.hours, standard=said(service.standard))


def said(text: str) -> str:
    """Return a sentence that was kept in Indonesian as the page says it."""
    return gettext(text) if text else ""

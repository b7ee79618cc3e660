"""The entrance of the reference: how much there is of each."""

from collections.abc import Mapping
from typing import Final

from netralitas.cases.domain import SanctionLevel
from netralitas.discipline.sanctions import CATALOGUE
from netralitas.law.entries import LawData
from netralitas.legislation import addresses
from netralitas.legislation.pages.home import ReferencePage, Section
from netralitas.legislation.words import edition_said

_ABOUT: Final = {
    addresses.RULES: "Tenggat setiap langkah: berapa lama, sejak kapan, menurut pasal mana.",
    addresses.CALENDAR: "Hari libur, cuti bersama, dan hari pemungutan suara dengan dasarnya.",
    addresses.HOURS: "Hari dan jam buka kantor, juga selama tahapan.",
    addresses.VIOLATIONS: "Perbuatan menurut SKB, waktunya, pasalnya, dan tingkatnya sebagai"
    " indikasi.",
    addresses.SANCTIONS: "Sanksi moral, hukuman disiplin, dan pemberhentian; yang sudah berlaku dan"
    " penggantinya.",
    addresses.LAWS: "Yang diganti dan diubah, sejak kapan, dan keadaannya pada suatu tanggal.",
    addresses.CITATION: "Tempelkan kutipan dari surat untuk melihat apakah peraturannya masih"
    " berlaku pada tanggal itu.",
}
"""What each part is for, in the order of the page."""


def reference_page(law: LawData) -> ReferencePage:
    """Return the parts of the reference as the edition has them."""
    amounts = _amounts(law)
    return ReferencePage(
        edition=edition_said(law.edition),
        sections=tuple(
            Section(
                href=href,
                title=addresses.TITLES[href],
                about=about,
                amount=amounts.get(href, ""),
            )
            for href, about in _ABOUT.items()
        ),
    )


def _amounts(law: LawData) -> Mapping[str, str]:
    """Return how much there is of each part that can be counted."""
    calendar = law.book.calendar()
    offices = {hours.organisation for hours in law.hours.all}
    items = sum(len(edition.violations) for edition in law.violations.all)
    sanctions = [kind for kind in CATALOGUE if kind.level is not SanctionLevel.NONE]
    waiting = sum(not kind.in_force for kind in sanctions)
    return {
        addresses.RULES: f"{len(law.book.codes())} aturan",
        addresses.CALENDAR: f"Tahun {calendar.first_year} sampai {calendar.last_year}",
        addresses.HOURS: f"{len(offices)} kantor",
        addresses.VIOLATIONS: f"{items} butir",
        addresses.SANCTIONS: f"{len(sanctions)} jenis, {waiting} belum berlaku",
        addresses.LAWS: f"{len(law.laws.laws())} peraturan",
    }

"""The entrance of the reference: how much there is of each."""

from netralitas.cases.domain import SanctionLevel
from netralitas.discipline.sanctions import CATALOGUE
from netralitas.law.entries import LawData
from netralitas.legislation import addresses
from netralitas.legislation.pages.home import ReferencePage, Section
from netralitas.legislation.words import edition_said


def reference_page(law: LawData) -> ReferencePage:
    """Return the parts of the reference as the edition has them."""
    return ReferencePage(
        edition=edition_said(law.edition),
        sections=(*_of_time(law), *_of_acts(law), *_of_laws(law)),
    )


def _of_time(law: LawData) -> tuple[Section, ...]:
    calendar = law.book.calendar()
    offices = {hours.organisation for hours in law.hours.all}
    return (
        Section(
            href=addresses.RULES,
            title="Aturan waktu",
            about="Tenggat setiap langkah: berapa lama, sejak kapan, menurut pasal mana.",
            amount=f"{len(law.book.codes())} aturan",
        ),
        Section(
            href=addresses.CALENDAR,
            title="Kalender hari kerja",
            about="Hari libur, cuti bersama, dan hari pemungutan suara dengan dasarnya.",
            amount=f"Tahun {calendar.first_year} sampai {calendar.last_year}",
        ),
        Section(
            href=addresses.HOURS,
            title="Jam layanan",
            about="Hari dan jam buka kantor, juga selama tahapan.",
            amount=f"{len(offices)} kantor",
        ),
    )


def _of_acts(law: LawData) -> tuple[Section, ...]:
    items = sum(len(edition.violations) for edition in law.violations.all)
    sanctions = [kind for kind in CATALOGUE if kind.level is not SanctionLevel.NONE]
    waiting = sum(not kind.in_force for kind in sanctions)
    return (
        Section(
            href=addresses.VIOLATIONS,
            title="Katalog pelanggaran",
            about="Perbuatan menurut SKB, waktunya, pasalnya, dan tingkatnya sebagai indikasi.",
            amount=f"{items} butir",
        ),
        Section(
            href=addresses.SANCTIONS,
            title="Sanksi",
            about="Sanksi moral, hukuman disiplin, dan pemberhentian; yang sudah berlaku dan"
            " penggantinya.",
            amount=f"{len(sanctions)} jenis, {waiting} belum berlaku",
        ),
    )


def _of_laws(law: LawData) -> tuple[Section, ...]:
    return (
        Section(
            href=addresses.LAWS,
            title="Daftar peraturan",
            about="Yang diganti dan diubah, sejak kapan, dan keadaannya pada suatu tanggal.",
            amount=f"{len(law.laws.laws())} peraturan",
        ),
        Section(
            href=addresses.CITATION,
            title="Periksa kutipan",
            about="Tempelkan kutipan dari surat untuk melihat apakah peraturannya masih"
            " berlaku pada tanggal itu.",
            amount="",
        ),
    )

"""The words around each form of the law."""

from netralitas.editions import addresses
from netralitas.editions.domain import EntryKind
from netralitas.editions.forms import (
    HolidayForm,
    HoursForm,
    ImportForm,
    RuleForm,
    WithdrawForm,
    YearForm,
)
from netralitas.editions.pages.acting import FormPage, HoursLine, HoursPage
from netralitas.editions.words import named, told
from netralitas.law.domain import Rule
from netralitas.law.entries import Body
from netralitas.legislation.words.rules import group_of, properties

_PREVIEW = "Belum ada yang berubah: halaman berikutnya menampilkan tenggat yang akan bergeser."


def holiday_page(form: HolidayForm) -> FormPage:
    """Return the page that adds a day off."""
    title = "Tambah hari libur"
    return FormPage(
        crumbs=addresses.crumbs(("Kalender", addresses.CALENDAR), title),
        title=title,
        subject="",
        lead=_PREVIEW,
        form=form,
        fields=tuple(form.fields),
        action=addresses.HOLIDAY,
        back=addresses.CALENDAR,
    )


def withdraw_page(form: WithdrawForm, key: str, body: Body) -> FormPage:
    """Return the page that withdraws a day off."""
    title = "Cabut hari libur"
    year = addresses.calendar(int(key[:4]))
    return FormPage(
        crumbs=addresses.crumbs(("Kalender", year), title),
        title=title,
        subject=named(EntryKind.HOLIDAY, key, body),
        lead=f"Hari ini akan dihitung seperti hari lain. {_PREVIEW}",
        facts=tuple(told(EntryKind.HOLIDAY, body).items()),
        form=form,
        fields=tuple(form.fields),
        action=addresses.withdraw(key),
        back=year,
    )


def year_page(form: YearForm, year: int, *, loading: bool) -> FormPage:
    """Return the page that loads a year, or says that its days off are sure."""
    title = f"Muat tahun {year}" if loading else f"Tandai tahun {year} pasti"
    lead = (
        "Tahun ini dimuat sebagai sementara dan masih kosong. Tambahkan hari liburnya satu per "
        "satu, atau lewat impor."
        if loading
        else "Isi keputusan yang menetapkan hari libur tahun ini. Tanda sementara hilang dari "
        "tenggat yang menyentuhnya. Periksa dahulu bahwa daftarnya sudah sama dengan keputusan."
    )
    back = addresses.calendar(year - 1 if loading else year)
    return FormPage(
        crumbs=addresses.crumbs(("Kalender", back), title),
        title=title,
        subject="",
        lead=lead,
        form=form,
        fields=tuple(form.fields),
        action=addresses.load_year(year) if loading else addresses.settle_year(year),
        back=back,
    )


def rule_page(form: RuleForm, present: Rule) -> FormPage:
    """Return the page of a new version; the most it may become is asked of what can be extended."""
    title = "Versi baru aturan"
    left_out = set() if present.extendable else {"maximum"}
    return FormPage(
        crumbs=addresses.crumbs(("Aturan waktu", addresses.RULES), title),
        title=title,
        subject=f"{group_of(present.code)}: {present.label}",
        lead=f"Isian mengikuti versi {present.version}; ubah yang berbeda. Versi itu berakhir "
        "sehari sebelum versi baru mulai. Awal hitungan tetap.",
        facts=tuple({"Versi": str(present.version), **properties(present)}.items()),
        form=form,
        fields=tuple(name for name in form.fields if name not in left_out),
        action=addresses.new_version(present.code),
        back=addresses.RULES,
    )


def import_page(form: ImportForm) -> FormPage:
    """Return the page that takes in a file."""
    title = "Impor data hukum"
    return FormPage(
        crumbs=addresses.crumbs(title),
        title=title,
        subject="",
        lead="Ekspor data, ubah salinannya, lalu impor. Hanya yang berbeda menjadi usulan. Entri "
        f"dengan isi “null” dicabut. {_PREVIEW}",
        form=form,
        fields=tuple(form.fields),
        action=addresses.IMPORT,
        back=addresses.LAW,
    )


def hours_page(form: HoursForm, lines: tuple[HoursLine, ...]) -> HoursPage:
    """Return the page of the office hours."""
    return HoursPage(
        crumbs=addresses.crumbs("Jam layanan"),
        lines=lines,
        form=form,
        fields=tuple(form.fields),
        action=addresses.HOURS,
        back=addresses.LAW,
    )

"""The sections of the figures: what changed, the way of a case, sanctions, every definition."""

from collections.abc import Iterator

from netralitas.evaluation.packs import charts
from netralitas.evaluation.packs.domain import Section, Table
from netralitas.evaluation.packs.pages import Content
from netralitas.evaluation.pages import Counted, FigureLine
from netralitas.evaluation.words import DEFINITIONS
from netralitas.web.formats import number


def changed(counted: Counted) -> Iterator[Section]:
    """Yield the account of every register, and what moved since the last meeting."""
    before = counted.before
    said = (
        f"Dibandingkan dengan angka rapat “{before.title}”."
        if before
        else "Belum ada angka beku sebelumnya, jadi saldo awal nol: semua dihitung sejak catatan"
        " dimulai."
    )
    yield Section(
        title="Yang berubah sejak rapat terdahulu",
        said=(said, *(_difference(counted))),
        table=Table(
            name="saldo",
            title="Saldo",
            heads=("Register", "Saldo awal", "Masuk", "Keluar", "Saldo akhir", "Selisih"),
            rows=tuple(
                (each.title, each.opening, each.entered, each.left, each.closing, each.difference)
                for each in counted.balances
            ),
        ),
        begins_page=True,
    )
    if before:
        rows = tuple(row for line in counted.changed for row in _changes(line))
        yield Section(
            title="Angka yang berubah",
            said=() if rows else ("Tidak ada angka yang berubah sejak rapat terdahulu.",),
            table=Table(
                name="perubahan",
                title="Perubahan",
                heads=("Angka", "Rincian", "Jumlah", "Sejak rapat lalu"),
                rows=rows,
            ),
        )


def measured(content: Content) -> Iterator[Section]:
    """Yield the way of a case, and sanctions as recommended and as imposed."""
    if content.stages:
        yield Section(
            title="Alur penanganan",
            chart=charts.way(content),
            table=Table(
                name="alur",
                title="Alur",
                heads=("Tahap", "Satuan", "Jumlah"),
                rows=tuple((one.title, one.unit, one.amount) for one in content.stages),
            ),
        )
    if content.levels:
        yield Section(
            title="Rekomendasi dan sanksi",
            chart=charts.levels(content),
            table=Table(
                name="sanksi",
                title="Rekomendasi dan sanksi",
                heads=("Tingkat", "Direkomendasikan", "Dijatuhkan"),
                rows=tuple((one.level, one.recommended, one.imposed) for one in content.levels),
            ),
        )


def late_entries(counted: Counted) -> Iterator[Section]:
    """Yield what was entered late, if the definition of the figures counts it."""
    title = DEFINITIONS["recorded_late"].title
    for line in counted.figures:
        if line.title == title:
            since = f", {number(line.change)} di antaranya sejak rapat lalu" if line.change else ""
            yield Section(
                title="Pencatatan yang terlambat",
                said=(f"{number(line.total)} catatan{since}. {line.sentence}",),
            )


def defined(counted: Counted) -> Iterator[Section]:
    """Yield every figure, and what each of them counts."""
    yield Section(
        title="Semua angka",
        table=Table(
            name="angka",
            title="Angka",
            heads=("Angka", "Rincian", "Satuan", "Jumlah", "Sejak rapat lalu"),
            rows=tuple(row for line in counted.figures for row in _parts(line)),
        ),
        begins_page=True,
    )
    yield Section(
        title="Arti setiap angka",
        table=Table(
            name="definisi",
            title="Definisi",
            heads=("Angka", "Yang dihitung"),
            rows=tuple((line.title, line.sentence) for line in counted.figures),
        ),
    )


def _difference(counted: Counted) -> Iterator[str]:
    for each in counted.balances:
        if each.why:
            yield f"{each.title}: selisih {number(each.difference)} {each.why}."


def _changes(line: FigureLine) -> Iterator[tuple[str, str, int, int | None]]:
    if line.change:
        yield line.title, "", line.total, line.change
    for part in line.parts:
        if part.change:
            yield line.title, part.label, part.amount, part.change


def _parts(line: FigureLine) -> Iterator[tuple[str, str, str, int, int | None]]:
    yield line.title, "", line.unit, line.total, line.change
    for part in line.parts:
        if part.amount or part.change:
            yield line.title, part.label, line.unit, part.amount, part.change

"""The charts of a pack: each answers one question, with the numbers that stand beside it."""

from typing import Final

from netralitas.charts.domain import Chart, ChartKind
from netralitas.discipline.board import AGES
from netralitas.evaluation.packs.pages import Content
from netralitas.web.formats import number

MOST_RECEIVERS: Final = 12
"""So many offices are drawn; the table has all of them."""


def charts_of(content: Content) -> tuple[Chart, ...]:
    """Return the charts of a pack that have something to show, in the order of the paper."""
    made = (way(content), ages(content), receivers(content), levels(content), themes(content))
    return tuple(chart for chart in made if not chart.empty)


def way(content: Content) -> Chart:
    """Return how far what came in has got."""
    return Chart(
        question="Sampai di mana perkara ditangani?",
        description="Jumlah sejak catatan dimulai. Satuannya berbeda pada setiap tahap: satu"
        " perkara dapat memuat beberapa terlapor.",
        kind=ChartKind.BARS,
        about="Tahap",
        unit="catatan",
        rows=tuple((f"{one.title} ({one.unit})", "Jumlah", one.amount) for one in content.stages),
    )


def ages(content: Content) -> Chart:
    """Return how long what is open has stood still."""
    found = content.standing.ages
    oldest = sum(line.amounts[-1] for line in found)
    return Chart(
        question="Berapa lama proses yang terbuka tidak bergerak?",
        description=f"{number(oldest)} proses tidak bergerak lebih dari 90 hari, dari"
        f" {number(sum(sum(line.amounts) for line in found))} yang terbuka.",
        kind=ChartKind.STACKED,
        about="Proses",
        unit="proses",
        rows=tuple(
            (line.process, age, amount)
            for line in found
            for age, amount in zip(AGES.values(), line.amounts, strict=True)
        ),
        accent=list(AGES.values())[-1],
    )


def receivers(content: Content) -> Chart:
    """Return which offices have not answered."""
    open_ones = [one for one in content.receivers if one.unanswered or one.unfinished]
    return Chart(
        question="Pada instansi mana yang masih terbuka?",
        description="Penerusan yang belum dijawab dan tindak lanjut yang belum selesai, menurut"
        f" instansi; paling banyak {MOST_RECEIVERS} instansi.",
        kind=ChartKind.GROUPED,
        about="Instansi",
        unit="proses",
        rows=tuple(
            row
            for one in open_ones[:MOST_RECEIVERS]
            for row in (
                (one.name, "Belum dijawab", one.unanswered),
                (one.name, "Belum selesai", one.unfinished),
            )
        ),
    )


def levels(content: Content) -> Chart:
    """Return what was recommended and what was imposed."""
    return Chart(
        question="Apakah sanksi dijatuhkan setingkat rekomendasinya?",
        description="Jumlah menurut tingkat, bukan pasangan orang per orang: sebagian rekomendasi"
        " masih ditindaklanjuti.",
        kind=ChartKind.GROUPED,
        about="Tingkat",
        unit="terlapor",
        rows=tuple(
            row
            for one in content.levels
            for row in (
                (one.level, "Direkomendasikan", one.recommended),
                (one.level, "Dijatuhkan", one.imposed),
            )
        ),
        accent="Dijatuhkan",
    )


def themes(content: Content) -> Chart:
    """Return what was planned of socialization, and what was held."""
    return Chart(
        question="Apakah sosialisasi terlaksana menurut rencana?",
        description="Kegiatan menurut tema, menurut hari rencananya dan hari pelaksanaannya.",
        kind=ChartKind.GROUPED,
        about="Tema",
        unit="kegiatan",
        rows=tuple(
            row
            for one in content.prevention.themes
            for row in (
                (one.theme, "Direncanakan", one.planned),
                (one.theme, "Terlaksana", one.held),
            )
        ),
        accent="Terlaksana",
    )

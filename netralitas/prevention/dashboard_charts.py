"""The charts of prevention: what question each answers, of which numbers. Pure."""

from collections.abc import Iterable, Sequence
from typing import Final

from netralitas.charts.domain import Chart, ChartKind, type_row
from netralitas.prevention.dashboard_pages import CoverageLine, GainLine, MonthLine
from netralitas.prevention.figures import Reach, share

_PLANNED: Final = "rencana"
_HELD: Final = "terlaksana"
_BEFORE: Final = "sebelum"
_AFTER: Final = "sesudah"
_REACHED: Final = "dijangkau"


def by_month(months: Sequence[MonthLine], said: str) -> Chart:
    """Return plan and what was held in the months in which there was something."""
    rows: list[type_row] = []
    for line in months:
        if not line.empty:
            rows.append((line.label, _PLANNED, line.count.planned))
            rows.append((line.label, _HELD, line.count.held))
    return Chart(
        question="Bulan mana yang rencananya terlaksana?",
        description=f"Kegiatan menurut bulan rencana dan bulan terlaksananya, {said}.",
        kind=ChartKind.GROUPED,
        about="Bulan",
        unit="kegiatan",
        rows=tuple(rows),
        accent=_HELD,
    )


def by_place(units: Iterable[Reach], said: str, nowhere: str) -> Chart:
    """Return the share of staff that was reached at least, by sub-district, the smallest first."""
    staff: dict[str, int] = {}
    reached: dict[str, int] = {}
    for unit in units:
        place = unit.region or nowhere
        staff[place] = staff.get(place, 0) + unit.staff
        reached[place] = reached.get(place, 0) + unit.reached
    shares = {place: share(reached[place], staff[place]) for place in staff}
    rows = tuple(
        (place, _REACHED, shares[place])
        for place in sorted(shares, key=lambda each: (shares[each] or 0, each))
    )
    return Chart(
        question="Kecamatan mana yang pegawainya paling sedikit dijangkau?",
        description=f"Bagian pegawai yang sedikitnya sekali hadir, {said}.",
        kind=ChartKind.BARS,
        about="Kecamatan",
        unit="%",
        rows=rows,
    )


def by_test(gains: Sequence[GainLine], said: str) -> Chart:
    """Return the means before and after, by theme."""
    rows: list[type_row] = []
    for line in gains:
        rows += [(line.label, _BEFORE, line.before), (line.label, _AFTER, line.after)]
    return Chart(
        question="Apakah nilai tes sesudah kegiatan lebih tinggi?",
        description=f"Nilai rata-rata dua kelompok jawaban, bukan orang per orang, {said}.",
        kind=ChartKind.GROUPED,
        about="Tema",
        unit="%",
        rows=tuple(rows),
        accent=_AFTER,
    )


def beside_each_other(districts: Sequence[CoverageLine], said: str) -> tuple[Chart, Chart]:
    """Return coverage and respondents per sub-district, in the same order, as two charts."""
    covered = Chart(
        question="Berapa bagian pegawai yang dijangkau di tiap kecamatan?",
        description=f"Bagian pegawai yang sedikitnya sekali hadir, {said}.",
        kind=ChartKind.BARS,
        about="Kecamatan",
        unit="%",
        rows=tuple((line.label, _REACHED, line.covered) for line in districts),
    )
    reported = Chart(
        question="Berapa terlapor di tiap kecamatan?",
        description=f"Terlapor dalam perkara yang diterima, terbukti atau tidak, {said}.",
        kind=ChartKind.BARS,
        about="Kecamatan",
        unit="orang",
        rows=tuple((line.label, "terlapor", line.respondents) for line in districts),
    )
    return covered, reported

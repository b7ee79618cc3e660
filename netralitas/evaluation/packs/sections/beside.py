"""The sections beside the figures: what stands still today, and prevention against its plan."""

from collections.abc import Iterator
from typing import Final
from zoneinfo import ZoneInfo

from netralitas.discipline.board import AGES
from netralitas.evaluation.packs import charts
from netralitas.evaluation.packs.domain import Section, Table
from netralitas.evaluation.packs.pages import ActivityLine, Content
from netralitas.web.formats import number, plain_date

MOST_UNITS: Final = 30
"""So many units are named in the paper; the annexes have all of them."""


def standing(content: Content) -> Iterator[Section]:
    """Yield what of the office stands still on the day of making, with whom, and what is late."""
    yield _ages(content)
    yield _receivers(content)
    yield _late(content)


def _ages(content: Content) -> Section:
    live = (
        f"Keadaan catatan {content.office} pada {plain_date(content.live_on)}, hari bahan ini"
        " dibuat; tidak termasuk angka yang dibekukan."
    )
    return Section(
        title="Umur proses yang terbuka",
        said=(live,),
        chart=charts.ages(content),
        table=Table(
            name="umur",
            title="Umur",
            heads=("Proses", *AGES.values()),
            rows=tuple((line.process, *line.amounts) for line in content.standing.ages),
        ),
    )


def _receivers(content: Content) -> Section:
    return Section(
        title="Tindak lanjut menurut instansi penerima",
        said=() if content.receivers else ("Belum ada yang diteruskan kepada instansi.",),
        chart=charts.receivers(content),
        table=Table(
            name="penerima",
            title="Penerima",
            heads=(
                *("Instansi", "Diteruskan", "Belum dijawab", "Rekomendasi"),
                *("Tindak lanjut", "Belum selesai", "Dilaporkan"),
            ),
            rows=tuple(
                (
                    *(one.name, one.forwarded, one.unanswered, one.recommended),
                    *(one.arrived, one.unfinished, one.reported),
                )
                for one in content.receivers
            ),
        ),
    )


def _late(content: Content) -> Section:
    late = content.standing.late
    zone = ZoneInfo(content.zone)
    return Section(
        title="Terlambat menurut pemegang",
        said=() if late else ("Tidak ada proses yang melewati tenggat.",),
        table=Table(
            name="terlambat",
            title="Terlambat",
            heads=("Pemegang", "Proses", "Terlambat", "Tenggat terlama"),
            rows=tuple(
                (one.holder, one.process, one.amount, one.oldest.astimezone(zone).date())
                for one in late
            ),
        ),
    )


def prevention(content: Content, activities: tuple[ActivityLine, ...]) -> Iterator[Section]:
    """Yield socialization against its plan; units not reached and activities in the annexes."""
    said = content.prevention
    readable = f"kegiatan yang dapat dibaca {content.office}"
    yield Section(
        title="Sosialisasi terhadap rencana",
        said=(
            f"{plain_date(said.since)} sampai {plain_date(said.until)}, {readable}.",
            *_uncovered(content),
        ),
        chart=charts.themes(content),
        table=Table(
            name="sosialisasi",
            title="Sosialisasi",
            heads=("Tema", "Direncanakan", "Terlaksana", "Kehadiran"),
            rows=tuple((one.theme, one.planned, one.held, one.people) for one in said.themes),
        ),
    )
    yield Section(
        title="Unit kerja yang belum terjangkau",
        table=Table(
            name="unit",
            title="Unit belum terjangkau",
            heads=("Unit kerja",),
            rows=tuple((name,) for name in said.uncovered),
        ),
        printed=False,
    )
    yield _activities(activities)


def _activities(activities: tuple[ActivityLine, ...]) -> Section:
    return Section(
        title="Kegiatan",
        table=Table(
            name="kegiatan",
            title="Kegiatan",
            heads=(
                *("Tanggal", "Judul", "Jenis", "Tema", "Wilayah"),
                *("Penyelenggara", "Keadaan", "Kehadiran"),
            ),
            rows=tuple(
                (
                    *(one.day, one.title, one.kind, one.theme, one.region),
                    *(one.organiser, one.state, one.people),
                )
                for one in activities
            ),
        ),
        printed=False,
    )


def _uncovered(content: Content) -> Iterator[str]:
    names = content.prevention.uncovered
    if names:
        more = "" if len(names) <= MOST_UNITS else ", dan lainnya (lihat lampiran)"
        yield (
            f"{number(len(names))} dari {number(content.prevention.units)} unit kerja belum"
            f" terjangkau: {', '.join(names[:MOST_UNITS])}{more}."
        )

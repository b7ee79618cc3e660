"""The drop-downs above the pages of prevention, filled with what there is."""

from collections.abc import Iterable, Mapping
from typing import Final

from netralitas.cases.words import THEMES
from netralitas.database.connection import Connection
from netralitas.prevention import words
from netralitas.prevention.address import WAITING, Filters, state_word, theme_word
from netralitas.prevention.figures import Reach
from netralitas.prevention.pages import FilterChoice

_SPAN: Final = """
SELECT extract(year FROM min(planned_on))::integer AS first,
       extract(year FROM greatest(max(planned_on), max(held_on)))::integer AS last
FROM activity
"""


async def years(c: Connection, this_year: int) -> tuple[int, ...]:
    """Return the years in which there are activities, and this one, the latest first."""
    row = await c.fetchrow(_SPAN)
    first, last = row["first"] or this_year, row["last"] or this_year
    return tuple(range(max(last, this_year), min(first, this_year) - 1, -1))


def year_choice(offered: tuple[int, ...], chosen: int | None, every: str = "") -> FilterChoice:
    """Return the choice of a year; `every` is the word for all of them, where that is offered."""
    options = tuple((str(year), str(year)) for year in offered)
    return FilterChoice(
        name="tahun",
        label="Tahun",
        options=((("", every), *options) if every else options),
        chosen=str(chosen or ""),
    )


def theme_choice(wanted: Filters) -> FilterChoice:
    """Return the choice of a theme."""
    options = tuple((words.theme_slug(theme), label) for theme, label in THEMES.items())
    return FilterChoice(
        name="tema",
        label="Tema",
        options=(("", "Semua tema"), *options),
        chosen=theme_word(wanted) or "",
    )


def state_choice(wanted: Filters) -> FilterChoice:
    """Return the choice of a state, the plans that wait to be recorded among them."""
    options = tuple((words.slug(label), label) for label in words.STATES.values())
    return FilterChoice(
        name="keadaan",
        label="Keadaan",
        options=(("", "Semua keadaan"), *options, (WAITING, words.NOT_RECORDED)),
        chosen=state_word(wanted) or "",
    )


def further_choices(
    wanted: Filters, places: Mapping[str, str], units: Iterable[Reach]
) -> tuple[FilterChoice, ...]:
    """Return the choices of month, sub-district, unit and kind; the first option is all of them."""
    months = tuple((str(place), name) for place, name in enumerate(words.MONTHS, start=1))
    kinds = tuple((words.slug(label), label) for label in words.KINDS.values())
    kind = words.slug(words.KINDS[wanted.kind]) if wanted.kind else ""
    return (
        _choice("bulan", "Bulan", "Semua bulan", months, str(wanted.month or "")),
        _choice("jenis", "Jenis kegiatan", "Semua jenis", kinds, kind),
        _choice(
            "kecamatan",
            "Kecamatan",
            "Semua kecamatan",
            tuple(sorted(places.items())),
            wanted.district or "",
        ),
        _choice(
            "unit",
            "Unit kerja",
            "Semua unit kerja",
            tuple((str(unit.id), unit.name) for unit in units),
            str(wanted.unit or ""),
        ),
    )


def _choice(
    name: str, label: str, every: str, options: tuple[tuple[str, str], ...], chosen: str
) -> FilterChoice:
    return FilterChoice(name=name, label=label, options=(("", every), *options), chosen=chosen)

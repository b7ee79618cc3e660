"""A chart as data: one question, the numbers that answer it, how they are compared. Values only."""

import json
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Final

WIDE: Final = 720
NARROW: Final = 340
WIDTHS: Final = (WIDE, NARROW)
"""Pixels: one picture for desks and paper, one for phones."""

type_row = tuple[str, str, int | None]
"""Label, series and value; None is not known, which is not nothing."""

_EDITION: Final = 1
"""Raised when the same data are drawn differently, so that old pictures are not shown."""


class ChartKind(StrEnum):
    """How values are compared: bars, bars side by side, parts of a bar, the course over time."""

    BARS = "bars"
    GROUPED = "grouped"
    STACKED = "stacked"
    LINE = "line"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart: its title is the `question`, `description` says in a sentence what it shows.

    `about` heads the labels ("Bulan"); `unit` is what is counted ("kegiatan"), "%" or "Rp". Rows
    keep their order: labels and series are shown as they first come. The series named by `accent`
    has the colour, the first one where it is None. ValueError for a value below nothing, or two
    for the same label and series.
    """

    question: str
    description: str
    kind: ChartKind
    about: str
    unit: str
    rows: tuple[type_row, ...]
    accent: str | None = None

    def __post_init__(self) -> None:
        """Hold that every bar can be drawn and belongs to one place."""
        if any(value is not None and value < 0 for _, _, value in self.rows):
            raise ValueError("a chart shows no value below nothing")
        if len({(label, series) for label, series, _ in self.rows}) < len(self.rows):
            raise ValueError("a chart has one value for a label and a series")

    @property
    def labels(self) -> tuple[str, ...]:
        """Return the labels, each once, in their order."""
        return tuple(dict.fromkeys(label for label, _, _ in self.rows))

    @property
    def series(self) -> tuple[str, ...]:
        """Return the series, each once, in their order."""
        return tuple(dict.fromkeys(series for _, series, _ in self.rows))

    @property
    def empty(self) -> bool:
        """Say whether there is nothing to draw: no value above nothing."""
        return not any(value for _, _, value in self.rows)


def content(chart: Chart) -> dict[str, object]:
    """Return a chart as plain values, from which `chart_of` makes it again."""
    return {
        "question": chart.question,
        "description": chart.description,
        "kind": chart.kind.value,
        "about": chart.about,
        "unit": chart.unit,
        "rows": [list(row) for row in chart.rows],
        "accent": chart.accent,
    }


def digest(chart: Chart) -> bytes:
    """Return the 32 bytes under which the pictures of a chart are kept."""
    written = json.dumps([_EDITION, content(chart)], ensure_ascii=False, sort_keys=True)
    return sha256(written.encode()).digest()

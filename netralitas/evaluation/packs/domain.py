"""What a pack is made of: tables, sections of its paper, files, and the manifest over them."""

import json
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from netralitas.charts.domain import Chart

PAPER: Final = "bahan-rapat.pdf"
WORKBOOK: Final = "lampiran.xlsx"
MANIFEST: Final = "manifest.json"
FORM: Final = "netralitas.bahan-rapat/1"
"""What a manifest calls itself; raised when it says something else."""

type_cell = str | int | date | None
type_row = tuple[type_cell, ...]


class PackState(StrEnum):
    """Where the making of a pack stands."""

    WAITING = "waiting"
    RUNNING = "running"
    READY = "ready"
    FAILED = "failed"


UNFINISHED: Final = frozenset({PackState.WAITING, PackState.RUNNING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of the pack: a sheet of the workbook and a file of its own; `name` is in both."""

    name: str
    title: str
    heads: tuple[str, ...]
    rows: tuple[type_row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the paper: sentences, labelled facts, typed text, a chart, a table.

    `printed` False: the table is in the annexes alone, as it is long.
    """

    title: str
    said: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    typed: str | None = None
    chart: Chart | None = None
    table: Table | None = None
    printed: bool = True
    begins_page: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A file of a pack; size in bytes, digest SHA-256 in hexadecimal."""

    name: str
    media_type: str
    size: int
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where the content of a pack comes from: meeting, whose view, which figures, as of when."""

    meeting: int
    title: str
    day: date
    office: str
    draft: bool
    as_of: str
    position: int | None
    definition: int | None
    figures: str | None


def manifest(origin: Origin, parts: tuple[Part, ...]) -> bytes:
    """Return the bytes of the manifest: the origin and every file with its digest, in order."""
    said = {
        "form": FORM,
        "meeting": {"id": origin.meeting, "title": origin.title, "day": origin.day.isoformat()},
        "office": origin.office,
        "draft": origin.draft,
        "as_of": origin.as_of,
        "figures": {
            "position": origin.position,
            "definition": origin.definition,
            "sha256": origin.figures,
        },
        "files": [
            {
                "name": part.name,
                "media_type": part.media_type,
                "size": part.size,
                "sha256": part.digest,
            }
            for part in parts
        ],
    }
    return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode()

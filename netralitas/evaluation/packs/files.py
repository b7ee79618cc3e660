"""A pack written into a folder: paper, workbook, CSV files, and the manifest over them."""

from collections.abc import Awaitable, Callable
from hashlib import file_digest
from pathlib import Path
from typing import Final

from anyio import to_thread

from netralitas.documents.rendering import render
from netralitas.evaluation.packs.domain import (
    MANIFEST,
    PAPER,
    WORKBOOK,
    Origin,
    Part,
    Table,
    manifest,
)
from netralitas.evaluation.packs.pages import ActivityLine, Content
from netralitas.evaluation.packs.paper import paper_of
from netralitas.evaluation.packs.sections import sections
from netralitas.evaluation.packs.workbook import csv_of, write_workbook

PDF_TYPE: Final = "application/pdf"
SHEET_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV_TYPE: Final = "text/csv"
JSON_TYPE: Final = "application/json"

Tell = Callable[[int], Awaitable[None]]
"""Is told how far the work has come, in hundredths."""


async def write_pack(
    folder: Path, content: Content, activities: tuple[ActivityLine, ...], tell: Tell
) -> tuple[Part, ...]:
    """Return the files of a pack, all written into an empty folder; the manifest is the last.

    The same content gives the same bytes. Charts, paper and tables are made in threads.
    """
    parts = sections(content, activities)
    tables = tuple(section.table for section in parts if section.table is not None)
    data = await to_thread.run_sync(paper_of, content, parts)
    await tell(60)
    paper = await render("pack", data, content.as_of)
    await to_thread.run_sync((folder / PAPER).write_bytes, paper)
    await tell(80)
    await to_thread.run_sync(write_workbook, folder / WORKBOOK, tables, content.as_of)
    await tell(90)
    return await to_thread.run_sync(_finish, folder, content, tables)


def _finish(folder: Path, content: Content, tables: tuple[Table, ...]) -> tuple[Part, ...]:
    """Write the CSV files and the manifest, and return everything that lies in the folder."""
    named = [(PAPER, PDF_TYPE), (WORKBOOK, SHEET_TYPE)]
    for place, table in enumerate(tables, start=1):
        name = f"lampiran-{place:02}-{table.name}.csv"
        (folder / name).write_bytes(csv_of(table))
        named.append((name, CSV_TYPE))
    parts = tuple(_part(folder / name, kind) for name, kind in named)
    (folder / MANIFEST).write_bytes(manifest(_origin(content), parts))
    return (*parts, _part(folder / MANIFEST, JSON_TYPE))


def _part(path: Path, media_type: str) -> Part:
    with path.open("rb") as file:
        found = file_digest(file, "sha256").hexdigest()
    return Part(name=path.name, media_type=media_type, size=path.stat().st_size, digest=found)


def _origin(content: Content) -> Origin:
    frozen = content.counted.frozen if content.counted else None
    return Origin(
        meeting=content.meeting,
        title=content.record.title,
        day=content.record.day,
        office=content.office,
        draft=content.draft,
        as_of=content.as_of.isoformat(timespec="seconds"),
        position=frozen.position if frozen else None,
        definition=frozen.definition if frozen else None,
        figures=frozen.digest.replace(" ", "") if frozen else None,
    )

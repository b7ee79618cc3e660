"""The open data as they go out: files, their description, the page, and the index of versions."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from netralitas.public import sections
from netralitas.public.editions import Written
from netralitas.public.opendata import package, schema, words
from netralitas.public.opendata.domain import DataFile, Kept, Table
from netralitas.public.opendata.files import JSON_TYPE, table_files
from netralitas.public.opendata.pages import (
    ColumnLine,
    DataPage,
    DataSet,
    FileLine,
    VersionLine,
)
from netralitas.public.sheets import Sheet, in_each_language

SHOWN: Final = 30
"""Versions on the page; the index has all of them."""
LANDING: Final = f"{sections.OPEN_DATA}/versi"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenData:
    """What goes out of the open data: the page in each language, and the files."""

    sheets: tuple[Sheet, ...]
    files: tuple[Written, ...]


def version_files(
    tables: Sequence[Table], day: date, site: str, *, demo: bool
) -> tuple[DataFile, ...]:
    """Return every file of a version: the same tables of the same day make the same bytes."""
    made = tuple(table_files(tables, day, site))
    return (*made, package.package_file(tables, made, day, site, demo=demo))


def open_data(
    tables: Sequence[Table],
    files: Sequence[DataFile],
    kept: Sequence[Kept],
    site: str,
    *,
    demo: bool,
) -> OpenData:
    """Return the newest version as it goes out; `kept` are all of them, the newest first."""
    day = kept[0].day
    index = _index(kept, site)
    listed = package.catalogue(tables, files, day, site, demo=demo)
    return OpenData(
        sheets=in_each_language(lambda: (_sheet(tables, files, kept, site),)),
        files=(
            *(_written(f"{sections.OPEN_DATA}/{file.name}", file) for file in files),
            _written(
                sections.CATALOGUE,
                DataFile(name="data.json", media_type=package.CATALOGUE_TYPE, body=listed),
            ),
            _written(sections.VERSIONS, index),
        ),
    )


def _written(path: str, file: DataFile) -> Written:
    return Written(path=path, body=file.body, etag=file.digest[:32], media_type=file.media_type)


def _index(kept: Sequence[Kept], site: str) -> DataFile:
    said = [
        {
            "versi": one.day.isoformat(),
            "skema": one.schema,
            "berkas": [
                {"alamat": f"{site}{LANDING}/{one.day}/{name}", "sha256": digest}
                for name, digest in one.digests.items()
            ],
        }
        for one in kept
    ]
    body = json.dumps(said, indent=1).encode()
    return DataFile(name="versi.json", media_type=JSON_TYPE, body=body)


def _sheet(
    tables: Sequence[Table], files: Sequence[DataFile], kept: Sequence[Kept], site: str
) -> Sheet:
    content = _page(tables, files, kept, site)
    return Sheet(path=sections.OPEN_DATA, template="public/data.html", content=content)


def _page(
    tables: Sequence[Table],
    files: Sequence[DataFile],
    kept: Sequence[Kept],
    site: str,
) -> DataPage:
    day = kept[0].day
    return DataPage(
        datasets=tuple(_dataset(table, files) for table in tables),
        schema=schema.VERSION,
        day=day,
        citation=words.citation(day, site),
        licence=str(words.LICENCE_TITLE),
        licence_href=words.LICENCE_PATH,
        versions=tuple(map(_version, kept[:SHOWN])),
        more=len(kept) > SHOWN,
    )


def _dataset(table: Table, files: Sequence[DataFile]) -> DataSet:
    described = table.described
    return DataSet(
        name=described.name,
        title=str(described.title),
        concept=str(described.concept),
        unit=str(described.unit),
        rows=len(table.rows),
        files=tuple(_lines(described.name, files)),
        columns=tuple(
            ColumnLine(
                name=column.name,
                meaning=str(column.meaning),
                kind=str(words.TYPES[column.kind.value]),
                codes=tuple((code, str(said)) for code, said in column.codes.items()),
            )
            for column in described.columns
        ),
    )


def _lines(name: str, files: Sequence[DataFile]) -> Iterator[FileLine]:
    for file in files:
        stem, _, ending = file.name.partition(".")
        if stem == name:
            yield FileLine(
                href=f"{sections.OPEN_DATA}/{file.name}",
                form=ending.upper(),
                size=len(file.body),
                digest=file.digest,
            )


def _version(one: Kept) -> VersionLine:
    return VersionLine(
        day=one.day,
        schema=one.schema,
        files=tuple((name, f"{LANDING}/{one.day}/{name}") for name in one.digests),
        digest=one.digests[package.PACKAGE],
    )

"""What the page of the open data shows."""

from datetime import date

import msgspec

from netralitas.public.pages import PublicPage


class FileLine(msgspec.Struct, frozen=True, kw_only=True):
    """A file to download: where, in which form, how large, and its SHA-256."""

    href: str
    form: str
    size: int
    digest: str


class ColumnLine(msgspec.Struct, frozen=True, kw_only=True):
    """A column in words; `codes` are its values, each with what it means."""

    name: str
    meaning: str
    kind: str
    codes: tuple[tuple[str, str], ...]


class DataSet(msgspec.Struct, frozen=True, kw_only=True):
    """A table with its files and its dictionary."""

    name: str
    title: str
    concept: str
    unit: str
    rows: int
    files: tuple[FileLine, ...]
    columns: tuple[ColumnLine, ...]


class VersionLine(msgspec.Struct, frozen=True, kw_only=True):
    """A version that is kept: its day, its files, and the digest of its package."""

    day: date
    schema: int
    files: tuple[tuple[str, str], ...]
    digest: str


class DataPage(PublicPage, frozen=True, kw_only=True):
    """The data sets, how they are cited, and the versions, the newest first."""

    datasets: tuple[DataSet, ...]
    schema: int
    day: date
    citation: str
    licence: str
    licence_href: str
    versions: tuple[VersionLine, ...]
    more: bool

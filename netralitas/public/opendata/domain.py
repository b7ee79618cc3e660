"""What open data are made of: columns, tables, and the files of a version. Values only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from hashlib import sha256

type_cell = str | int | date | None
type_row = tuple[type_cell, ...]


class Kind(StrEnum):
    """The type of a column, in the words of a table schema."""

    YEAR = "year"
    INTEGER = "integer"
    STRING = "string"
    DATE = "date"
    MONTH = "yearmonth"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: what it is called and means; `codes` are its only values, each with its words."""

    name: str
    title: str
    meaning: str
    kind: Kind = Kind.STRING
    required: bool = True
    codes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """A table before its rows: name, columns, and its metadata in the terms of Satu Data Indonesia.

    `unit` is what one row stands for, `concept` what is counted and how.
    """

    name: str
    title: str
    concept: str
    unit: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with its rows, sorted by what they say: their order reveals nothing."""

    described: Described
    rows: tuple[type_row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """A file of a version, as it is downloaded."""

    name: str
    media_type: str
    body: bytes

    @property
    def digest(self) -> str:
        """Return the SHA-256 of the file, in hexadecimal digits."""
        return sha256(self.body).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A version that is kept: its day, its schema, and the digest of each file by name."""

    day: date
    schema: int
    digests: Mapping[str, str]

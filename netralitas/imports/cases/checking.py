"""A file of cases, checked line by line before anything is written."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from netralitas.access.domain import Actor
from netralitas.database.connection import Connection
from netralitas.imports.cases import words
from netralitas.imports.cases.line import CaseLine
from netralitas.imports.cases.placed import Placed
from netralitas.imports.cases.placing import place
from netralitas.imports.cases.queries import known_codes, known_keys, known_numbers
from netralitas.imports.cases.reading import read_case, read_line
from netralitas.imports.cases.report import Report, Said
from netralitas.imports.cases.table import read_table

LARGEST: Final = 200 * 1024 * 1024
"""How many bytes a file of cases may have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A line that could be read, with what was said about it while it was."""

    line: CaseLine
    report: Report


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file as read: its digest, its readable lines, and what was said of all."""

    digest: bytes
    lines: tuple[Read, ...]
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """The lines that can be taken in, and what is said of every line, in the order of the file."""

    good: tuple[Placed, ...]
    said: tuple[Said, ...]
    refused: int


def read_file(content: bytes, *, table: bool) -> File:
    """Return a file of JSON Lines, or of CSV, as read. Never raises, whatever it holds.

    FileNotTaken for a CSV that cannot be read as a whole.
    """
    digest = hashlib.sha256(content).digest()
    if table:
        return _collected(digest, ((Report(line=at), value) for at, value in read_table(content)))
    lines = content.removeprefix(b"\xef\xbb\xbf").splitlines()
    given = ((Report(line=at), line) for at, line in enumerate(lines, start=1) if line.strip())
    return _collected(digest, given)


async def check(c: Connection, actor: Actor, file: File) -> Checked:
    """Return which lines can be taken in now: known before is refused, as is a number of another.

    Nothing is written.
    """
    lines = [read.line for read in file.lines]
    known = await known_codes(c, actor, lines)
    keys = await known_keys(c, actor, lines)
    numbers = dict.fromkeys(await known_numbers(c, actor, lines), 0)
    seen: dict[str, int] = {}
    good = []
    for read in file.lines:
        _hold_new(read, keys, seen)
        _hold_numbers(read, numbers)
        placed = place(read.line, known, read.report)
        if placed is not None:
            good.append(placed)
            seen[read.line.key] = read.report.line
            numbers |= {(n.kind.value, n.printed): read.report.line for n in read.line.numbers}
    return Checked(
        good=tuple(good),
        said=tuple(said for report in file.reports for said in report.said),
        refused=sum(report.refused() for report in file.reports),
    )


def _collected(digest: bytes, given: Iterable[tuple[Report, Any]]) -> File:
    reports, lines = [], []
    for report, value in given:
        line = read_line(value, report) if isinstance(value, bytes) else read_case(value, report)
        reports.append(report)
        if line is not None:
            lines.append(Read(line=line, report=report))
    return File(digest=digest, lines=tuple(lines), reports=tuple(reports))


def _hold_new(read: Read, keys: dict[str, int], seen: dict[str, int]) -> None:
    key = read.line.key
    if key in keys:
        read.report.refuse("key", words.KNOWN_BEFORE.format(key=key, case=keys[key]))
    elif key in seen:
        said = words.KNOWN_BEFORE_IN_FILE.format(key=key, line=seen[key])
        read.report.refuse("key", said)


def _hold_numbers(read: Read, numbers: dict[tuple[str, str], int]) -> None:
    """Hold that no other case has a number of this one: 0 stands for one in the database."""
    own: set[tuple[str, str]] = set()
    for at, number in enumerate(read.line.numbers):
        each, path = (number.kind.value, number.printed), f"numbers[{at}].printed"
        if each in own:
            read.report.refuse(path, words.NUMBER_TWICE.format(printed=number.printed))
        elif each in numbers:
            said = words.NUMBER_IN_FILE if numbers[each] else words.NUMBER_BEFORE
            read.report.refuse(path, said.format(printed=number.printed, line=numbers[each]))
        own.add(each)

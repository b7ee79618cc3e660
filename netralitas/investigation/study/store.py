"""What is written and read of a study: constant statements on the caller's transaction."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

import msgspec

from netralitas.database.connection import Connection, Row
from netralitas.investigation.study.domain import (
    Comment,
    Content,
    Reading,
    Section,
    Study,
    Verdict,
    Version,
)
from netralitas.language import as_source

_VERSIONS: Final = """
SELECT v.number, v.officer, o.name AS author, v.written_at, v.content
FROM study_version v JOIN officer o ON o.id = v.officer
WHERE v.case_file = $1 ORDER BY v.number
"""
_LATEST: Final = """
SELECT content FROM study_version WHERE case_file = $1 ORDER BY number DESC LIMIT 1
"""
_COMMENTS: Final = """
SELECT c.id, c.section, c.text, c.officer, o.name AS author, c.written_at, r.name AS resolved
FROM study_comment c JOIN officer o ON o.id = c.officer
LEFT JOIN officer r ON r.id = c.resolved_by
WHERE c.case_file = $1 ORDER BY c.id
"""
_READINGS: Final = """
SELECT r.version, r.officer, o.name AS reader, r.verdict, r.reason, r.read_at
FROM study_reading r JOIN officer o ON o.id = r.officer
WHERE r.case_file = $1 ORDER BY r.id
"""
_ADD_VERSION: Final = """
INSERT INTO study_version (case_file, number, officer, event, written_at, content, readers)
VALUES ($1, $2, $3, $4, $5, $6, $7)
"""
_ADD_COMMENT: Final = """
INSERT INTO study_comment (case_file, section, text, officer, event, written_at, readers)
VALUES ($1, $2, $3, $4, $5, $6, $7)
"""
_RESOLVE: Final = """
UPDATE study_comment SET resolved_by = $3, resolved_at = $4
WHERE id = $2 AND case_file = $1 AND resolved_by IS NULL RETURNING id
"""
_ADD_READING: Final = """
INSERT INTO study_reading (case_file, version, officer, event, verdict, reason, read_at, readers)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
"""


async def study_of(c: Connection, case: int) -> Study:
    """Return the study of a case as far as the actor reads it; an empty one before the first."""
    return Study(
        versions=tuple(map(_version, await c.fetch(_VERSIONS, case))),
        comments=tuple(map(_comment, await c.fetch(_COMMENTS, case))),
        readings=tuple(map(_reading, await c.fetch(_READINGS, case))),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What every row of a study says of its making."""

    case: int
    officer: int
    event: int
    at: datetime
    readers: tuple[int, ...]


async def add_version(c: Connection, made: Made, number: int, content: Content) -> None:
    """Hold that this is a further version of the study."""
    said = msgspec.to_builtins(content, enc_hook=as_source)
    await c.execute(
        _ADD_VERSION,
        *(made.case, number, made.officer, made.event, made.at, said, list(made.readers)),
    )


async def add_comment(c: Connection, made: Made, section: Section, text: str) -> None:
    """Hold that this was said of a section."""
    await c.execute(
        _ADD_COMMENT,
        *(made.case, section, text, made.officer, made.event, made.at, list(made.readers)),
    )


async def add_reading(
    c: Connection, made: Made, version: int, verdict: Verdict, reason: str | None
) -> None:
    """Hold that a second person read a version so."""
    await c.execute(
        _ADD_READING,
        *(made.case, version, made.officer, made.event, verdict, reason, made.at),
        list(made.readers),
    )


async def resolve(c: Connection, case: int, comment: int, officer: int, at: datetime) -> bool:
    """Hold that a comment is settled; False where there is no open one."""
    return await c.fetchval(_RESOLVE, case, comment, officer, at) is not None


async def latest_content(c: Connection, case: int) -> Content:
    """Return what the last version says; an empty one before the first."""
    said = await c.fetchval(_LATEST, case)
    return Content() if said is None else msgspec.convert(said, Content)


async def recording_time(c: Connection) -> datetime:
    """Return when the database says that what this transaction records is recorded."""
    at: datetime = await c.fetchval("SELECT recording_time()")
    return at


def _version(row: Row) -> Version:
    content = msgspec.convert(row["content"], Content)
    return Version(
        number=row["number"],
        officer=row["officer"],
        author=row["author"],
        written_at=row["written_at"],
        content=content,
    )


def _comment(row: Row) -> Comment:
    return Comment(**{**dict(row), "section": Section(row["section"])})


def _reading(row: Row) -> Reading:
    return Reading(**{**dict(row), "verdict": Verdict(row["verdict"])})

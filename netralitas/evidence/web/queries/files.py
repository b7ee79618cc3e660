"""The files of captures: as papers of a case, and one by one to be downloaded."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from netralitas.database.connection import Connection, Row
from netralitas.evidence.domain import Stored
from netralitas.evidence.web import words
from netralitas.evidence.web.domain import Captured
from netralitas.refusals import NotVisible

PARTS: Final = ("warc", "warc_stamp", "picture", "picture_stamp")
"""The columns that name a file, in the order in which they are shown."""

_DONE: Final = """
SELECT k.id, part.name AS part, encode(f.digest, 'hex') AS digest, f.size, f.media_type
FROM capture k
CROSS JOIN LATERAL (VALUES ('warc', k.warc), ('warc_stamp', k.warc_stamp), ('picture', k.picture),
                           ('picture_stamp', k.picture_stamp)) AS part (name, digest)
JOIN file f ON f.digest = part.digest
"""
_OF_ADDRESS: Final = f"{_DONE} WHERE k.web_address = $1 ORDER BY k.id, part.name"
_OF: Final = """k.id = $1 AND part.name = $4 AND (
    k.web_address = $2::bigint OR k.case_file = $3::bigint
    OR k.web_address IN (SELECT a.id FROM web_address a WHERE a.case_file = $3::bigint))
"""
_OF_ONE: Final = f"{_DONE} WHERE {_OF}"

type_papers = tuple[tuple[str, Stored], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptureFile:
    """A file of a capture, and under which name it is sent: one that says nothing of the page."""

    name: str
    stored: Stored


async def papers_of_address(c: Connection, address: int) -> type_papers:
    """Return what was captured of an address, each file under its title as a paper."""
    return tuple(_paper(row) for row in await c.fetch(_OF_ADDRESS, address))


def papers_of(capture: int, found: Captured) -> type_papers:
    """Return what a capture brought, each file under its title as a paper."""
    kept: Sequence[Stored | None] = (
        found.warc,
        found.warc_stamp.reply,
        found.picture,
        found.picture_stamp.reply,
    )
    return tuple(
        (words.paper_title(capture, part), stored)
        for part, stored in zip(PARTS, kept, strict=True)
        if stored is not None
    )


async def file_of(
    c: Connection, capture: int, name: str, *, address: int | None = None, case: int | None = None
) -> CaptureFile:
    """Return a file of a capture of an address or a case; NotVisible where there is none."""
    part = words.PARTS_BY_SLUG.get(name)
    row = await c.fetchrow(_OF_ONE, capture, address, case, part) if part else None
    if row is None:
        raise NotVisible
    return CaptureFile(name=words.file_name(capture, row["part"]), stored=_stored(row))


def _paper(row: Row) -> tuple[str, Stored]:
    return words.paper_title(row["id"], row["part"]), _stored(row)


def _stored(row: Row) -> Stored:
    return Stored(digest=row["digest"], size=row["size"], media_type=row["media_type"])

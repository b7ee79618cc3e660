"""The papers that were issued on a case, as far as their reader may see them."""

from datetime import date, datetime
from typing import Final

import msgspec

from netralitas.access.policy import Permission
from netralitas.cases.queries import CaseView
from netralitas.cases.queries.papers import SHOWN_WITH
from netralitas.database.connection import Connection
from netralitas.documents.official.catalogue import CATALOGUE
from netralitas.refusals import NotVisible


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A paper in the list of its case."""

    id: int
    paper: str
    number: str | None
    issued_on: date
    scanned: bool


class File(msgspec.Struct, frozen=True, kw_only=True):
    """A file of a paper; digest in hexadecimal, size in bytes."""

    digest: str
    size: int
    media_type: str


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """A paper as issued, whole."""

    id: int
    case_file: int
    paper: str
    office: str
    officer: str
    number: str | None
    printed_reason: str | None
    version: int | None
    issued_on: date
    issued_at: datetime
    code: str
    readers: tuple[int, ...]
    pdf: File
    docx: File
    scan: File | None


def may_read(view: CaseView, paper: str) -> bool:
    """Say whether this kind of paper belongs to what the reader sees of the case."""
    return view.may(Permission.READ_DOCUMENT) and SHOWN_WITH[CATALOGUE[paper].kind] in view.seen


async def papers_in(c: Connection, view: CaseView) -> tuple[Line, ...]:
    """Return the papers that were issued, the latest first; NotVisible: the handling is not."""
    view.dossier.handling()
    rows = await c.fetch(_LINES, view.dossier.id)
    return tuple(Line(**row) for row in rows if may_read(view, row["paper"]))


async def paper_in(c: Connection, view: CaseView, wanted: int) -> Standing:
    """Return one paper of the case; NotVisible when it is another's or not for this reader."""
    view.dossier.handling()
    row = await c.fetchrow(_ONE, view.dossier.id, wanted)
    if row is None or not may_read(view, row["paper"]):
        raise NotVisible
    values = dict(row)
    return Standing(
        **{
            **values,
            "readers": tuple(values["readers"]),
            **{name: _file(values[name]) for name in ("pdf", "docx", "scan")},
        }
    )


def _file(found: dict[str, object] | None) -> File | None:
    return None if found is None else msgspec.convert(found, File)


_LINES: Final = """
SELECT id, paper, number, issued_on, scan IS NOT NULL AS scanned
FROM official_paper WHERE case_file = $1 ORDER BY id DESC
"""
_ONE: Final = """
WITH kept AS NOT MATERIALIZED (
    SELECT f.digest AS own, encode(f.digest, 'hex') AS digest, f.size, f.media_type FROM file f
)
SELECT p.id, p.case_file, p.paper, o.name AS office, r.name AS officer, p.number,
       p.printed_reason, t.version, p.issued_on, p.issued_at, p.code, p.readers,
       (SELECT to_jsonb(a) FROM kept a WHERE a.own = p.pdf) AS pdf,
       (SELECT to_jsonb(a) FROM kept a WHERE a.own = p.docx) AS docx,
       (SELECT to_jsonb(a) FROM kept a WHERE a.own = p.scan) AS scan
FROM official_paper p
JOIN organisation o ON o.id = p.organisation
JOIN officer r ON r.id = p.issued_by
LEFT JOIN paper_template t ON t.id = p.template
WHERE p.case_file = $1 AND p.id = $2
"""

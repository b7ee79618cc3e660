"""The list of the evidence of a case, page by page in the order of its ordinals."""

from datetime import date, datetime
from typing import Final

import msgspec

from netralitas.cases.queries import CaseView, may_attach, title
from netralitas.database.connection import Connection, Row
from netralitas.evidence.domain import Scan, Verdict
from netralitas.evidence.exhibits import words
from netralitas.evidence.exhibits.domain import Exhibit, Nature, Origin
from netralitas.evidence.exhibits.pages import ExhibitLine, ExhibitsPage
from netralitas.evidence.exhibits.queries.found import (
    LARGEST_ORDINAL,
    as_exhibit,
    hold_reads_evidence,
)
from netralitas.evidence.views import VIEWED
from netralitas.web.parts import Crumb, Pages

PAGE: Final = 50

_LIST: Final = """
SELECT x.ordinal, d.title, x.nature, x.origin, x.obtained_on, e.recorded_at,
       encode(f.digest, 'hex') AS digest, f.size, f.media_type, f.scan, f.verdict
FROM exhibit x
JOIN document d ON d.id = x.document
JOIN file f ON f.digest = d.file
LEFT JOIN event e ON e.id = d.event
WHERE x.case_file = $1 AND x.ordinal > $2 ORDER BY x.ordinal LIMIT $3
"""
_COUNT: Final = "SELECT count(*) FROM exhibit WHERE case_file = $1"
_ALL: Final = """
SELECT x.id, x.ordinal, x.stream, x.document, x.readers, encode(f.digest, 'hex') AS digest,
       f.media_type
FROM exhibit x JOIN document d ON d.id = x.document JOIN file f ON f.digest = d.file
WHERE x.case_file = $1 ORDER BY x.ordinal
"""


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the list as the database gives it."""

    ordinal: int
    title: str
    nature: str
    origin: str | None
    obtained_on: date | None
    recorded_at: datetime | None
    digest: str
    size: int
    media_type: str
    scan: str | None
    verdict: str | None


async def exhibits_page(
    c: Connection, view: CaseView, after: str | None, *, scanning: bool
) -> ExhibitsPage:
    """Return one page of the list, after an ordinal; two statements."""
    hold_reads_evidence(view)
    place = int(after) if after and after.isascii() and after.isdecimal() and len(after) < 10 else 0
    case = view.dossier.id
    rows = await c.fetch(_LIST, case, min(place, LARGEST_ORDINAL), PAGE + 1)
    amount = await c.fetchval(_COUNT, case)
    path, shown = f"/perkara/{case}/bukti", rows[:PAGE]
    later = f"{path}?setelah={shown[-1]['ordinal']}" if len(rows) > PAGE else None
    return ExhibitsPage(
        crumbs=(Crumb("Perkara", "/perkara"), Crumb(title(view), path[:-6]), Crumb("Bukti")),
        case=case,
        amount=amount,
        lines=tuple(_line(path, row, scanning=scanning) for row in shown),
        pages=Pages(
            earlier=f"{path}?setelah={max(place - PAGE, 0)}" if place else None, later=later
        ),
        add=f"{path}/unggah" if may_attach(view) else None,
    )


async def all_of(c: Connection, case: int) -> list[Exhibit]:
    """Return every piece of evidence of a case that the reader's office sees."""
    return [as_exhibit(row) for row in await c.fetch(_ALL, case)]


def _line(path: str, row: Row, *, scanning: bool) -> ExhibitLine:
    one = Shown(**dict(row))
    href = f"{path}/{one.ordinal}"
    verdict = Verdict(one.verdict) if one.verdict else None
    return ExhibitLine(
        href=href,
        name=words.name(one.ordinal),
        title=one.title,
        nature=words.NATURES[Nature(one.nature)],
        origin=words.ORIGINS[Origin(one.origin)] if one.origin else words.UNKNOWN_ORIGIN,
        obtained_on=one.obtained_on,
        entered_at=one.recorded_at,
        size=one.size,
        digest=one.digest[:12],
        scan=words.scan(Scan(one.scan) if one.scan else None, configured=scanning),
        damaged=words.verdict(verdict) if words.alarm(verdict) else None,
        picture=f"{href}/kecil" if one.media_type in VIEWED else None,
    )

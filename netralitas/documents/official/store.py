"""Rows of official papers: what one is put together from, and what stays of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from netralitas.access.domain import Actor
from netralitas.database.connection import Connection
from netralitas.documents.official.domain import PageSize
from netralitas.documents.official.sheet import Template
from netralitas.refusals import NotVisible


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a paper needs to know of its case and of the office that issues it."""

    readers: tuple[int, ...]
    regime: str
    zone: str
    number: str | None
    office: str
    reached: tuple[str, ...]


async def about(c: Connection, case: int, office: int, on: date) -> About:
    """Return what is known of the case; NotVisible to whoever does not read its handling."""
    row = await c.fetchrow(_ABOUT, case, office, on)
    if row is None or office not in row["readers"]:
        raise NotVisible
    return About(
        readers=tuple(row["readers"]),
        regime=row["regime"],
        zone=row["zone"],
        number=row["number"],
        office=row["office"],
        reached=tuple(row["reached"]),
    )


async def newest_template(c: Connection, office: int, paper: str) -> Template:
    """Return the newest version of the office's template, or the one that comes with us."""
    row = await c.fetchrow(_TEMPLATE, office, paper)
    return Template() if row is None else as_template(row)


def as_template(row: Mapping[str, Any]) -> Template:
    """Return the template of a row."""
    return Template(
        id=row["id"],
        version=row["version"],
        letterhead=tuple(row["letterhead"]),
        size=PageSize(row["size"]),
        pattern=row["pattern"],
        opening=tuple(row["opening"]),
        closing=tuple(row["closing"]),
        copies=tuple(row["copies"]),
        signatory_label=row["signatory_label"],
        signatory_name=row["signatory_name"],
    )


async def add_template(
    c: Connection, actor: Actor, paper: str, version: int, new: Template, at: datetime
) -> int | None:
    """Return the id of the version that now stands; None: there is one of this number."""
    added: int | None = await c.fetchval(
        _ADD_TEMPLATE,
        *(actor.organisation, paper, version, list(new.letterhead), new.size.value, new.pattern),
        *(list(new.opening), list(new.closing), list(new.copies)),
        *(new.signatory_label, new.signatory_name, actor.officer, at, [actor.organisation]),
    )
    return added


async def claim_number(c: Connection, office: int, register: str, printed: str) -> bool:
    """Say whether the number is now that of a paper to be; no: another one bears it already.

    Waits for whoever is about to use the same.
    """
    return await c.fetchval(_CLAIM, office, register, printed) is not None


async def add_paper(c: Connection, values: Mapping[str, object]) -> int:
    """Return the id of the paper that now stands, from its columns by name."""
    added: int = await c.fetchval(_ADD_PAPER, *(values[name] for name in _PAPER))
    return added


async def publish(c: Connection, values: tuple[object, ...]) -> None:
    """Hold that everybody with the code or the file is told that this paper was issued."""
    await c.execute(_PUBLISH, *values)


async def readers_of(c: Connection, paper: int) -> tuple[int, ...]:
    """Return who reads a paper: whoever reads the handling when it is issued."""
    return tuple(await c.fetchval("SELECT readers FROM official_paper WHERE id = $1", paper))


async def set_scan(c: Connection, paper: int, scan: bytes) -> bool:
    """Say whether the scan is now that of the paper; no: it had one."""
    return await c.fetchval(_SCAN, paper, scan) is not None


async def publish_scan(c: Connection, code: bytes, scan: bytes) -> None:
    """Hold that whoever has the scan can verify it."""
    await c.execute("UPDATE published.paper SET scan = $2 WHERE code_digest = $1", code, scan)


_SCAN: Final = """
UPDATE official_paper SET scan = $2 WHERE id = $1 AND scan IS NULL RETURNING id
"""
_ABOUT: Final = """
SELECT p.readers, f.regime, o.zone, o.name AS office,
       (SELECT n.printed FROM case_number n WHERE n.case_file = f.id
        ORDER BY n.kind = 'register' DESC, n.id DESC LIMIT 1) AS number,
       ARRAY(SELECT a.value FROM office_address a
             WHERE a.organisation = o.id AND a.kind IN ('postal', 'telephone', 'email')
               AND a.valid_from <= $3 AND (a.valid_to IS NULL OR $3 < a.valid_to)
             ORDER BY array_position(ARRAY['postal', 'telephone', 'email'], a.kind), a.id)
           AS reached
FROM case_file f
JOIN proceeding p ON p.case_file = f.id AND p.workflow = 'handling'
JOIN organisation o ON o.id = $2
WHERE f.id = $1
"""
_TEMPLATE: Final = """
SELECT id, version, letterhead, size, pattern, opening, closing, copies, signatory_label,
       signatory_name
FROM paper_template WHERE organisation = $1 AND paper = $2 ORDER BY version DESC LIMIT 1
"""
_ADD_TEMPLATE: Final = """
INSERT INTO paper_template (organisation, paper, version, letterhead, size, pattern, opening,
                            closing, copies, signatory_label, signatory_name, made_by, made_at,
                            readers)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
ON CONFLICT DO NOTHING RETURNING id
"""
_PAPER: Final = (
    *("case_file", "organisation", "paper", "printed_reason", "issued_on", "issued_by"),
    *("issued_at", "frozen", "frozen_digest", "code", "template", "number", "pdf", "docx"),
    "readers",
)
_ADD_PAPER: Final = """
INSERT INTO official_paper (case_file, organisation, paper, printed_reason, issued_on, issued_by,
                            issued_at, frozen, frozen_digest, code, template, number, pdf, docx,
                            readers)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) RETURNING id
"""
_CLAIM: Final = """
INSERT INTO paper_number (organisation, register, printed) VALUES ($1, $2, $3)
ON CONFLICT DO NOTHING RETURNING id
"""
_PUBLISH: Final = """
INSERT INTO published.paper (code_digest, office, title, number, issued_on, pdf, docx, told_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
"""

"""The page of one piece of evidence: facts, digest, what can be shown, and its log."""

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

import msgspec

from netralitas.cases.queries import CaseView, may_attach, title
from netralitas.database.connection import Connection, Row
from netralitas.evidence.domain import Scan, Verdict
from netralitas.evidence.exhibits import words
from netralitas.evidence.exhibits.domain import Exhibit, Nature, Origin, Purpose, Use
from netralitas.evidence.exhibits.pages import ExhibitFacts, ExhibitPage, LogLine
from netralitas.evidence.views import VIEWED
from netralitas.web.parts import Crumb, Pages

LOG_PAGE: Final = 50
PRINTED_LOG: Final = 5000

_FACTS: Final = """
SELECT d.title, x.nature, x.origin, x.obtained_on, x.description, f.size, f.stored_at, f.scan,
       f.scanned_at, f.checked_at, f.verdict, e.recorded_at, o.name AS by, g.name AS office
FROM exhibit x
JOIN document d ON d.id = x.document
JOIN file f ON f.digest = d.file
LEFT JOIN event e ON e.id = d.event
LEFT JOIN officer o ON o.id = e.actor
LEFT JOIN organisation g ON g.id = e.organisation
WHERE x.id = $1
"""
_LOG: Final = """
SELECT e.version, e.name, e.recorded_at, e.details->>'purpose' AS purpose, o.name AS by,
       g.name AS office, n.text
FROM event e
JOIN officer o ON o.id = e.actor
JOIN organisation g ON g.id = e.organisation
LEFT JOIN event_note n ON n.event = e.id
WHERE e.stream = $1 AND e.version < $2 ORDER BY e.version DESC LIMIT $3
"""
_NEWEST: Final = 2**31 - 1


async def exhibit_page(  # noqa: PLR0913 - what the page of a piece of evidence hangs on
    c: Connection,
    view: CaseView,
    found: Exhibit,
    *,
    stream: int,
    scanning: bool,
    playing: bool,
    before: str | None = None,
    whole_log: bool = False,
) -> ExhibitPage:
    """Return the page; `playing` where the reader said why, `before` for older entries; 2 queries.

    With `whole_log` it is the log to be printed.
    """
    facts = await c.fetchrow(_FACTS, found.id)
    asked = before and before.isascii() and before.isdecimal() and len(before) < 10
    cursor = int(before or 0) if asked else None
    log = await _log(c, stream, facts, cursor, PRINTED_LOG if whole_log else LOG_PAGE)
    base = f"/perkara/{view.dossier.id}/bukti"
    scan = Scan(facts["scan"]) if facts["scan"] else None
    verdict = Verdict(facts["verdict"]) if facts["verdict"] else None
    infected = scan is Scan.INFECTED
    return ExhibitPage(
        crumbs=_crumbs(view, base, found.ordinal),
        case=view.dossier.id,
        ordinal=found.ordinal,
        href=f"{base}/{found.ordinal}",
        name=words.name(found.ordinal),
        facts=_facts(facts, found, scan, scanning=scanning),
        alarm=words.INFECTED if infected else words.alarm(verdict),
        usable=not infected,
        shows=None if infected else _shows(found.media_type),
        remark=None if infected else _remark(found.media_type),
        playing=playing and not infected,
        log=log.lines,
        pages=Pages(
            earlier=f"{base}/{found.ordinal}#penjagaan" if cursor is not None else None,
            later=f"?catatan={log.last}#penjagaan" if log.more else None,
        ),
        edit=f"{base}/{found.ordinal}/keterangan" if may_attach(view) else None,
        printed_at=view.now.astimezone(ZoneInfo(view.dossier.zone)),
    )


class Log(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a log, newest first; whether there is more of it before the version `last`."""

    lines: tuple[LogLine, ...]
    more: bool
    last: int


async def _log(c: Connection, stream: int, facts: Row, before: int | None, most: int) -> Log:
    rows = await c.fetch(_LOG, stream, _NEWEST if before is None else before, most + 1)
    lines = [_entry(row) for row in rows[:most]]
    more = len(rows) > most
    if not more:
        lines += _beginning(facts)
    return Log(lines=tuple(lines), more=more, last=rows[most - 1]["version"] if more else 0)


def _crumbs(view: CaseView, base: str, ordinal: int) -> tuple[Crumb, ...]:
    return (
        Crumb("Perkara", "/perkara"),
        Crumb(title(view), f"/perkara/{view.dossier.id}"),
        Crumb("Bukti", base),
        Crumb(words.name(ordinal)),
    )


def _facts(row: Row, found: Exhibit, scan: Scan | None, *, scanning: bool) -> ExhibitFacts:
    return ExhibitFacts(
        title=row["title"],
        nature=words.NATURES[Nature(row["nature"])],
        origin=words.ORIGINS[Origin(row["origin"])] if row["origin"] else words.UNKNOWN_ORIGIN,
        obtained_on=row["obtained_on"],
        description=row["description"],
        entered_at=row["recorded_at"],
        size=row["size"],
        media_type=found.media_type,
        digest=found.digest,
        scan=words.scan(scan, configured=scanning),
        verdict=words.verdict(Verdict(row["verdict"]) if row["verdict"] else None),
        checked_at=row["checked_at"],
    )


def _shows(media_type: str) -> str | None:
    if media_type in VIEWED:
        return "image"
    kind = media_type.partition("/")[0]
    return kind if kind in {"video", "audio"} else None


def _remark(media_type: str) -> str | None:
    if _shows(media_type):
        return None
    return words.HEIC if media_type == "image/heic" else words.DOWNLOAD_ONLY


def _entry(row: Row) -> LogLine:
    purpose = row["purpose"]
    return LogLine(
        at=row["recorded_at"],
        act=words.USES[Use(row["name"])],
        by=row["by"],
        office=row["office"],
        purpose=words.PURPOSES[Purpose(purpose)] if purpose else None,
        note=row["text"],
    )


def _beginning(facts: Row) -> list[LogLine]:
    """Return how the file came in, and what became of it by itself: latest first."""
    lines = []
    if facts["checked_at"]:
        found = words.verdict(Verdict(facts["verdict"]))
        lines.append(_by_itself(facts["checked_at"], f"Sidik diperiksa ulang: {found}"))
    if facts["scanned_at"]:
        found = words.scan(Scan(facts["scan"]), configured=True)
        lines.append(_by_itself(facts["scanned_at"], f"Dipindai: {found}"))
    if facts["recorded_at"]:
        lines.append(
            LogLine(
                at=facts["recorded_at"],
                act="Diterima sebagai bukti dan dilampirkan pada perkara",
                by=facts["by"] or "",
                office=facts["office"] or "",
            )
        )
    lines.append(_by_itself(facts["stored_at"], "Berkas disimpan di bawah sidiknya"))
    return lines


def _by_itself(at: datetime, act: str) -> LogLine:
    return LogLine(at=at, act=act, by="Sistem", office="")

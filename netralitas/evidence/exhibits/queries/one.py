"""The page of one piece of evidence: facts, digest, what can be shown, and its log."""

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from netralitas.cases.queries import CaseView, may_attach, title
from netralitas.database.connection import Connection, Row
from netralitas.evidence.domain import Scan, Verdict
from netralitas.evidence.exhibits import words
from netralitas.evidence.exhibits.domain import Exhibit, Nature, Origin, Purpose, Use
from netralitas.evidence.exhibits.pages import ExhibitPage, LogLine
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
    cursor = before and before.isascii() and before.isdecimal() and len(before) < 10
    most = PRINTED_LOG if whole_log else LOG_PAGE
    rows = await c.fetch(_LOG, stream, int(before or 0) if cursor else _NEWEST, most + 1)
    log = [_entry(row) for row in rows[:most]]
    later = None
    if len(rows) <= most:
        log += _beginning(facts)
    else:
        later = f"?catatan={rows[most - 1]['version']}#penjagaan"
    base = f"/perkara/{view.dossier.id}/bukti"
    verdict = Verdict(facts["verdict"]) if facts["verdict"] else None
    scan = Scan(facts["scan"]) if facts["scan"] else None
    infected = scan is Scan.INFECTED
    return ExhibitPage(
        crumbs=(
            Crumb("Perkara", "/perkara"),
            Crumb(title(view), f"/perkara/{view.dossier.id}"),
            Crumb("Bukti", base),
            Crumb(words.name(found.ordinal)),
        ),
        case=view.dossier.id,
        ordinal=found.ordinal,
        href=f"{base}/{found.ordinal}",
        name=words.name(found.ordinal),
        title=facts["title"],
        nature=words.NATURES[Nature(facts["nature"])],
        origin=words.ORIGINS[Origin(facts["origin"])] if facts["origin"] else words.UNKNOWN_ORIGIN,
        obtained_on=facts["obtained_on"],
        description=facts["description"],
        entered_at=facts["recorded_at"],
        size=facts["size"],
        media_type=found.media_type,
        digest=found.digest,
        scan=words.scan(scan, configured=scanning),
        verdict=words.verdict(verdict),
        checked_at=facts["checked_at"],
        alarm=words.INFECTED if infected else words.alarm(verdict),
        usable=not infected,
        shows=None if infected else _shows(found.media_type),
        remark=_remark(found.media_type),
        playing=playing and not infected,
        log=tuple(log),
        pages=Pages(earlier=f"{base}/{found.ordinal}#penjagaan" if cursor else None, later=later),
        edit=f"{base}/{found.ordinal}/keterangan" if may_attach(view) else None,
        printed_at=view.now.astimezone(ZoneInfo(view.dossier.zone)),
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
    return sorted(lines, key=lambda line: line.at, reverse=True)


def _by_itself(at: datetime, act: str) -> LogLine:
    return LogLine(at=at, act=act, by="Sistem", office="")

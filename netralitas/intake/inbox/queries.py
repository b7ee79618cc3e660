"""What waits in the inbox of an office: the list, and how much it is."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.database.connection import Connection, Row
from netralitas.intake.domain import Confidentiality
from netralitas.intake.inbox import words
from netralitas.intake.inbox.pages import InboxPage, UnreadLine, WaitingLine
from netralitas.web.parts import Crumb, Pages

PATH: Final = "/kotak-masuk"
ON_A_PAGE: Final = 25
UNPROVED: Final = 25
"""So many without proof of work are shown; a flood of them cannot push the others away."""
CRUMBS: Final = (Crumb("Beranda", "/beranda"), Crumb(words.TITLE, PATH))

# $4: proved ones page by page after $2, all others the first few.
_WAITING: Final = """
SELECT r.id, r.number, r.confidentiality, r.sent_at,
       (SELECT count(*) FROM inbox.file f WHERE f.digest = r.digest AND f.sha256 IS NOT NULL)
           AS files
FROM inbox.report r
WHERE r.office = $1 AND r.taken_at IS NULL AND r.refused_at IS NULL AND r.id > $2
  AND r.proved = $4
ORDER BY r.id LIMIT $3
"""
# Without reports of others: what the row security leaves of the cases is what this reader may see.
_UNREAD: Final = """
SELECT m.case_file, count(*) AS amount, min(m.written_at) AS since,
       (SELECT printed FROM case_number n WHERE n.case_file = m.case_file
        AND n.kind IN ('register', 'receipt') ORDER BY n.kind = 'register' DESC, n.id DESC LIMIT 1)
           AS printed
FROM case_message m JOIN case_file f ON f.id = m.case_file AND f.owner = $1
WHERE m.officer IS NULL AND m.read_at IS NULL
GROUP BY m.case_file ORDER BY min(m.written_at) LIMIT 25
"""


async def inbox_page(
    connection: Connection, actor: Actor, query: Mapping[str, str], now: datetime
) -> InboxPage:
    """Return what waits for the actor's office, the oldest first; NotAllowed for others."""
    may(actor, Permission.TAKE_IN)
    after = _cursor(query.get("sesudah", ""))
    office = actor.organisation
    rows = await connection.fetch(_WAITING, *(office, after, ON_A_PAGE + 1, True))
    others = await connection.fetch(_WAITING, *(office, 0, UNPROVED + 1, False))
    shown = rows[:ON_A_PAGE]
    more = f"{PATH}?sesudah={shown[-1]['id']}" if len(rows) > ON_A_PAGE else None
    return InboxPage(
        title=words.TITLE,
        lead=words.LEAD,
        crumbs=(CRUMBS[0], Crumb(words.TITLE)),
        lines=_lines(shown, actor, now),
        unproved=_lines(others[:UNPROVED], actor, now),
        unproved_more=len(others) > UNPROVED,
        pages=Pages(earlier=PATH if after else None, later=more),
        unread=tuple(map(_unread, await connection.fetch(_UNREAD, office))),
    )


def _lines(rows: Sequence[Row], actor: Actor, now: datetime) -> tuple[WaitingLine, ...]:
    zone = ZoneInfo(actor.zone)
    return tuple(
        WaitingLine(
            href=f"{PATH}/{row['id']}",
            number=row["number"],
            kind=words.KINDS[Confidentiality(row["confidentiality"])],
            sent_at=row["sent_at"],
            waits=_waits(
                (now.astimezone(zone).date() - row["sent_at"].astimezone(zone).date()).days
            ),
            files=row["files"],
        )
        for row in rows
    )


def _unread(row: Row) -> UnreadLine:
    return UnreadLine(
        href=f"/perkara/{row['case_file']}/pesan",
        number=row["printed"] or "Tanpa nomor",
        amount=row["amount"],
        since=row["since"],
    )


def _waits(days: int) -> str:
    if days <= 0:
        return "hari ini"
    return "sejak kemarin" if days == 1 else f"{days} hari"


def _cursor(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 16 else 0

"""A person's own notices, newest first."""

import re
from datetime import datetime
from typing import Final

from netralitas.access.domain import Actor
from netralitas.database.connection import Connection, Row
from netralitas.law.book import RuleBook
from netralitas.law.domain import Zone
from netralitas.notices import words
from netralitas.notices.domain import NoticeKind
from netralitas.notices.pages import NoticeLine, NoticesPage
from netralitas.notices.queries.feed import feed_since
from netralitas.notices.queries.numbers import PRINTED, about
from netralitas.web.parts import Pages, type_tone

PATH: Final = "/pemberitahuan"
PAGE: Final = 50
_NEWEST: Final = 2**62
_CURSOR: Final = re.compile(r"[0-9]{1,18}", re.ASCII)

_OWN: Final = f"""
SELECT n.id, n.kind, n.case_file, n.agreement, n.incident, n.rule, n.due_at, n.made_at,
       n.seen_at, p.printed
FROM (
    SELECT * FROM notice WHERE officer = $1 AND id < $2 ORDER BY id DESC LIMIT $3
) n
{PRINTED}
ORDER BY n.id DESC
"""  # noqa: S608 - constant text
_TONES: Final[dict[NoticeKind, type_tone]] = {
    NoticeKind.SOON: "soon",
    NoticeKind.TODAY: "soon",
    NoticeKind.LATE: "late",
    NoticeKind.ESCALATED: "late",
    NoticeKind.MOVED: "neutral",
}


async def own_notices(
    c: Connection, actor: Actor, book: RuleBook, place: str | None, now: datetime
) -> NoticesPage:
    """Return the notices after a place in the list, which is the id of the last one before."""
    before = int(place) if place and _CURSOR.fullmatch(place) else _NEWEST
    rows = await c.fetch(_OWN, actor.officer, before, PAGE + 1)
    shown = rows[:PAGE]
    later = f"{PATH}?setelah={shown[-1]['id']}" if len(rows) > PAGE else None
    return NoticesPage(
        lines=tuple(_line(row, book, actor.zone, now) for row in shown),
        pages=Pages(earlier=PATH if before != _NEWEST else None, later=later),
        feed_since=await feed_since(c, actor.desk),
    )


def _line(row: Row, book: RuleBook, zone: str, now: datetime) -> NoticeLine:
    kind, of = NoticeKind(row["kind"]), about(row)
    return NoticeLine(
        id=row["id"],
        href=words.path(of),
        number=words.number(of),
        sentence=words.of_deadline(book, kind, row["rule"], row["due_at"], (Zone(zone), now)),
        kind=words.KINDS[kind],
        tone=_TONES[kind],
        made_at=row["made_at"],
        fresh=row["seen_at"] is None,
    )

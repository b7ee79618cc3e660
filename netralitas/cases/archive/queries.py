"""Hand-overs of static archives as their pages show them."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import msgspec

from netralitas.access.domain import Actor
from netralitas.cases.archive.domain import ArchivedCase, Handover
from netralitas.cases.bundle.commands import Bundle
from netralitas.database.connection import Connection
from netralitas.refusals import NotVisible

PAGE: Final = 50
OFFERED: Final = 100
"""How many cases are offered at once; the oldest come first."""

_COLUMNS: Final = """
SELECT h.id, h.organisation, o.name AS office, h.receiver, h.verification, h.giver, h.giver_post,
       h.taker, h.taker_post, h.opened_at, h.number, h.handed_on, h.cases,
       encode(h.minutes, 'hex') AS minutes, h.closed_at, encode(h.scan, 'hex') AS scan,
       f.media_type AS scan_type, h.readers
FROM archive_handover h JOIN organisation o ON o.id = h.organisation
LEFT JOIN file f ON f.digest = h.scan
"""
# Whoever may not see one of its cases does not see the hand-over: its numbers would tell of it.
_WHOLE: Final = """
h.cases = (SELECT count(*) FROM archived_case a WHERE a.handover = h.id)
"""
_ONE: Final = _COLUMNS + "WHERE h.id = $1 AND" + _WHOLE
_LISTED: Final = _COLUMNS + "WHERE h.id < $1 AND" + _WHOLE + "ORDER BY h.id DESC LIMIT $2"
_CASES: Final = """
SELECT case_file, number, year, encode(bundle, 'hex') AS bundle, papers, size, made_at
FROM archived_case WHERE handover = $1 ORDER BY year, number, id
"""
_FROZEN: Final = "SELECT frozen FROM archived_case WHERE handover = $1 AND case_file = $2"
_CLOSED: Final = """
SELECT f.id, extract(year FROM f.received_at)::integer AS year,
       coalesce((SELECT n.printed FROM case_number n WHERE n.case_file = f.id
                 ORDER BY n.kind = 'register' DESC, n.kind = 'receipt' DESC, n.id DESC LIMIT 1),
                'Perkara ' || f.id) AS number
FROM case_file f
WHERE f.owner = $1 AND ($2::bigint[] IS NULL OR f.id = ANY ($2))
  AND NOT EXISTS (SELECT FROM archived_case a WHERE a.case_file = f.id)
  AND NOT EXISTS (SELECT FROM proceeding p
                  JOIN declared_state d ON d.workflow = p.workflow
                   AND d.version = p.workflow_version AND d.state = p.state
                  WHERE p.case_file = f.id AND NOT d.final)
ORDER BY f.received_at, f.id LIMIT $3
"""


class Offered(msgspec.Struct, frozen=True, kw_only=True):
    """A case that may be handed over: its number, and the year in which it came in."""

    id: int
    number: str
    year: int


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A hand-over in the list."""

    id: int
    receiver: str
    number: str | None
    handed_on: date | None
    cases: int


async def handover_in(c: Connection, identity: int) -> Handover:
    """Return a hand-over of the reader's office or one below; NotVisible."""
    row = await c.fetchrow(_ONE, identity)
    if row is None:
        raise NotVisible
    return msgspec.convert(dict(row), Handover)


async def handovers(c: Connection, before: int | None) -> tuple[list[Line], int | None]:
    """Return a page of hand-overs, the newest first, and before which the next page goes on."""
    rows = await c.fetch(_LISTED, before or 2**31 - 1, PAGE + 1)
    lines = [msgspec.convert(dict(row), Line) for row in rows[:PAGE]]
    return lines, lines[-1].id if len(rows) > PAGE else None


async def cases_of(c: Connection, handover: int) -> list[ArchivedCase]:
    """Return the cases of a hand-over that the reader may see, by year and number."""
    return [msgspec.convert(dict(row), ArchivedCase) for row in await c.fetch(_CASES, handover)]


async def bundle_of(c: Connection, handover: int, case: int) -> Bundle:
    """Return the bundle as it was made for the hand-over; NotVisible."""
    frozen = await c.fetchval(_FROZEN, handover, case)
    if frozen is None:
        raise NotVisible
    return msgspec.json.decode(frozen, type=Bundle)


async def closed_cases(
    c: Connection, actor: Actor, chosen: Sequence[int] | None = None
) -> list[Offered]:
    """Return cases of the office in which nothing goes on, and which no hand-over holds."""
    most = OFFERED if chosen is None else len(chosen)
    rows = await c.fetch(_CLOSED, actor.organisation, chosen, most)
    return [msgspec.convert(dict(row), Offered) for row in rows]

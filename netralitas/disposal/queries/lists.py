"""Lists of what is due, and one of them with its lines."""

from datetime import date, datetime
from typing import Final

import msgspec

from netralitas.database.connection import Connection
from netralitas.disposal.domain import Certainty, Disposable, DisposalState, Outcome
from netralitas.refusals import NotVisible

PAGE: Final = 50
LINES: Final = 100

_COLUMNS: Final = """
SELECT d.id, d.organisation, o.name AS office, o.zone, d.kept, d.state, d.proposed_at, d.lines,
       d.submitted_by, s.name AS submitter, d.submitted_at, a.name AS approver, d.approved_at,
       d.consent, d.consent_on, d.carried_out_at, d.number, encode(d.minutes, 'hex') AS minutes,
       r.months, r.basis, r.certainty
FROM disposal d JOIN organisation o ON o.id = d.organisation
JOIN retention_rule r ON r.id = d.rule
LEFT JOIN officer s ON s.id = d.submitted_by LEFT JOIN officer a ON a.id = d.approved_by
"""
_WHOLE: Final = """
d.lines = (SELECT count(*) FROM disposal_item i WHERE i.disposal = d.id)
"""
_ONE: Final = _COLUMNS + "WHERE d.id = $1 AND" + _WHOLE
_LISTED: Final = _COLUMNS + "WHERE d.id < $1 AND" + _WHOLE + "ORDER BY d.id DESC LIMIT $2"
_LINES: Final = """
SELECT i.id, i.case_file, i.said, i.due_on, i.left_out, i.outcome, i.counts,
       coalesce(x.mark, (SELECT y.mark FROM erasure y
                         WHERE y.case_file = i.case_file AND i.outcome = 'erased'
                           AND y.kind = 'identity' ORDER BY y.id DESC LIMIT 1))::text AS mark
FROM disposal_item i LEFT JOIN erasure x ON x.id = i.erasure
WHERE i.disposal = $1 AND i.id > $2 ORDER BY i.id LIMIT $3
"""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A line of a list; `mark` is its line in the ledger of erasures."""

    id: int
    case_file: int | None
    said: str
    due_on: date
    left_out: str | None
    outcome: Outcome | None
    counts: dict[str, int] | None
    mark: str | None


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """A list as it stands, with the period by which it was made."""

    id: int
    organisation: int
    office: str
    zone: str
    kept: Disposable
    state: DisposalState
    proposed_at: datetime
    lines: int
    submitted_by: int | None
    submitter: str | None
    submitted_at: datetime | None
    approver: str | None
    approved_at: datetime | None
    consent: str | None
    consent_on: date | None
    carried_out_at: datetime | None
    number: str | None
    minutes: str | None
    months: int
    basis: str
    certainty: Certainty


class Whole(Known, frozen=True, kw_only=True):
    """A list with all of its lines."""

    items: tuple[Line, ...]


async def known_in(c: Connection, disposal: int) -> Known:
    """Return a list; NotVisible, also to whoever may not see one of its lines."""
    row = await c.fetchrow(_ONE, disposal)
    if row is None:
        raise NotVisible
    return msgspec.convert(dict(row), Known)


async def list_in(c: Connection, disposal: int) -> Whole:
    """Return a list with every line, as its minutes need it; NotVisible."""
    known = await known_in(c, disposal)
    items, _ = await lines_in(c, disposal, 0, known.lines)
    return Whole(**msgspec.structs.asdict(known), items=tuple(items))


async def lines_in(
    c: Connection, disposal: int, after: int = 0, most: int = LINES
) -> tuple[list[Line], int | None]:
    """Return some lines of a list, and after which the next page goes on."""
    rows = await c.fetch(_LINES, disposal, after, most + 1)
    lines = [msgspec.convert(dict(row), Line) for row in rows[:most]]
    return lines, lines[-1].id if len(rows) > most else None


async def lists(c: Connection, before: int | None) -> tuple[list[Known], int | None]:
    """Return lists, the newest first, and before which the next page goes on."""
    rows = await c.fetch(_LISTED, before or 2**62, PAGE + 1)
    found = [msgspec.convert(dict(row), Known) for row in rows[:PAGE]]
    return found, found[-1].id if len(rows) > PAGE else None

"""Requests as their pages show them."""

from datetime import date, datetime
from typing import Final

import msgspec

from netralitas.database.connection import Connection
from netralitas.privacy.requests.domain import Decided, Right, Role
from netralitas.refusals import NotVisible

PAGE: Final = 50

_COLUMNS: Final = """
SELECT q.id, q.organisation, q.right_asked AS asked_for, q.role, q.case_file, q.respondent,
       p.ordinal, q.entry, q.about_officer, w.login AS account, q.letter,
       q.received_on, q.established, q.asked, q.answer_by, q.recorded_by,
       r.name AS recorder, q.recorded_at, q.decided, q.reason, q.held_back, d.name AS decider,
       q.decided_at, q.password_digest, q.handed_at, q.sealed_digest
FROM data_request q JOIN officer r ON r.id = q.recorded_by
LEFT JOIN officer d ON d.id = q.decided_by LEFT JOIN respondent p ON p.id = q.respondent
LEFT JOIN officer w ON w.id = q.about_officer
"""
_ONE: Final = _COLUMNS + "WHERE q.id = $1"
_LISTED: Final = _COLUMNS + "WHERE q.id < $1 ORDER BY q.id DESC LIMIT $2"


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """A request with who recorded and decided it."""

    id: int
    organisation: int
    asked_for: Right
    role: Role
    case_file: int | None
    respondent: int | None
    ordinal: int | None
    entry: int | None
    about_officer: int | None
    account: str | None
    letter: str
    received_on: date
    established: str
    asked: str
    answer_by: date | None
    recorded_by: int
    recorder: str
    recorded_at: datetime
    decided: Decided | None
    reason: str | None
    held_back: str | None
    decider: str | None
    decided_at: datetime | None
    password_digest: bytes | None
    handed_at: datetime | None
    sealed_digest: str | None

    @property
    def can_be_handed(self) -> bool:
        """Whether the data of whom it is about may be taken along, once."""
        granted = self.decided in {Decided.GRANTED, Decided.PARTLY}
        somebody = (self.respondent, self.entry, self.about_officer) != (None, None, None)
        return granted and somebody and self.asked_for is Right.ACCESS and self.handed_at is None


async def request_in(c: Connection, request: int) -> Request:
    """Return a request; NotVisible."""
    row = await c.fetchrow(_ONE, request)
    if row is None:
        raise NotVisible
    return msgspec.convert(dict(row), Request)


async def requests(c: Connection, before: int | None) -> tuple[list[Request], int | None]:
    """Return requests, the newest first, and before which the next page goes on."""
    rows = await c.fetch(_LISTED, before or 2**62, PAGE + 1)
    found = [msgspec.convert(dict(row), Request) for row in rows[:PAGE]]
    return found, found[-1].id if len(rows) > PAGE else None

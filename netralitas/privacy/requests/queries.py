"""Requests as their pages show them, and the data that are handed over."""

from datetime import date, datetime
from typing import Any, Final

import msgspec

from netralitas.access.domain import Actor
from netralitas.database.connection import Connection
from netralitas.privacy.requests.domain import Decided, Right, Role
from netralitas.refusals import NotVisible

PAGE: Final = 50

_COLUMNS: Final = """
SELECT q.id, q.organisation, q.right_asked AS asked_for, q.role, q.case_file, q.respondent,
       p.ordinal, q.letter, q.received_on, q.established, q.asked, q.answer_by, q.recorded_by,
       r.name AS recorder, q.recorded_at, q.decided, q.reason, q.held_back, d.name AS decider,
       q.decided_at, q.handed_at
FROM data_request q JOIN officer r ON r.id = q.recorded_by
LEFT JOIN officer d ON d.id = q.decided_by LEFT JOIN respondent p ON p.id = q.respondent
"""
_ONE: Final = _COLUMNS + "WHERE q.id = $1"
_LISTED: Final = _COLUMNS + "WHERE q.id < $1 ORDER BY q.id DESC LIMIT $2"
_PERSON: Final = """
SELECT r.ordinal, r.name, r.employment, r.position_class, r.position, r.unit, r.employer, r.grade,
       r.nip_last, f.received_at, f.regime, f.theme, f.act_on,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('register', n.kind, 'number', n.printed)
                        ORDER BY n.id), '[]') FROM case_number n WHERE n.case_file = f.id)
           AS numbers,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('process', p.workflow, 'state', p.state,
                        'since', p.since) ORDER BY p.id), '[]')
        FROM proceeding p WHERE p.respondent = r.id) AS proceedings,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('side', s.side, 'level', s.level,
                        'kind', s.kind, 'decided_on', s.decided_on) ORDER BY s.id), '[]')
        FROM sanction s WHERE s.respondent = r.id) AS sanctions
FROM respondent r JOIN case_file f ON f.id = r.case_file
WHERE r.id = $1
"""
_OFFICER: Final = """
SELECT f.login, f.name, f.email, f.disabled_at,
       EXISTS (SELECT FROM second_factor s WHERE s.officer = f.id AND s.confirmed_at IS NOT NULL)
           AS second_factor,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('office', o.name, 'title', d.title,
                        'roles', d.roles, 'from', d.valid_from, 'to', d.valid_to) ORDER BY d.id),
                        '[]')
        FROM desk d JOIN organisation o ON o.id = d.organisation WHERE d.officer = f.id) AS desks,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('begun', s.created_at, 'last_used', s.seen_at,
                        'ends', s.expires_at, 'ended', s.revoked_at) ORDER BY s.created_at), '[]')
        FROM session s JOIN desk d ON d.id = s.desk WHERE d.officer = f.id) AS sessions,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', i.kind, 'name', i.name,
                        'declared', i.declared_at, 'ended', i.ended_at) ORDER BY i.id), '[]')
        FROM interest i WHERE i.officer = f.id) AS interests,
       (SELECT count(*) FROM event e WHERE e.actor = f.id) AS acts,
       (SELECT count(*) FROM notice n WHERE n.officer = f.id) AS notices
FROM officer f WHERE f.id = $1
"""


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """A request with who recorded and decided it."""

    id: int
    organisation: int
    asked_for: Right
    role: Role
    case_file: int | None
    respondent: int | None
    ordinal: int | None
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
    handed_at: datetime | None

    @property
    def can_be_handed(self) -> bool:
        """Whether the data of a respondent may be taken along, once."""
        granted = self.decided in {Decided.GRANTED, Decided.PARTLY}
        about = self.respondent is not None and self.asked_for is Right.ACCESS
        return granted and about and self.handed_at is None


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


async def data_of_respondent(c: Connection, respondent: int) -> dict[str, Any]:
    """Return what is held of a respondent that may be given to them; nobody else's data."""
    row = await c.fetchrow(_PERSON, respondent)
    if row is None:
        raise NotVisible
    return dict(row)


async def data_of_officer(c: Connection, actor: Actor) -> dict[str, Any]:
    """Return what is held of an officer, for that officer."""
    row = await c.fetchrow(_OFFICER, actor.officer)
    if row is None:
        raise NotVisible
    return dict(row)

"""The data that are handed over: of one person, and of nobody else."""

from typing import Any, Final

from netralitas.database.connection import Connection
from netralitas.refusals import NotVisible

MOST_ACTS: Final = 10_000
"""So many acts of an officer at most, the latest; how many there are in all stands beside."""

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
                        'ends', s.expires_at, 'ended', s.revoked_at, 'browser', s.agent)
                        ORDER BY s.created_at), '[]')
        FROM session s JOIN desk d ON d.id = s.desk WHERE d.officer = f.id) AS sessions,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', i.kind, 'name', i.name,
                        'declared', i.declared_at, 'ended', i.ended_at) ORDER BY i.id), '[]')
        FROM interest i WHERE i.officer = f.id) AS interests,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('name', k.name, 'set_up', k.created_at,
                        'last_used', k.used_at) ORDER BY k.id), '[]')
        FROM passkey k WHERE k.officer = f.id) AS passkeys,
       (SELECT count(*) FROM event e WHERE e.actor = f.id) AS acts,
       (SELECT count(*) FROM notice n WHERE n.officer = f.id) AS notices
FROM officer f WHERE f.id = $1
"""
_ACTS: Final = """
SELECT coalesce(jsonb_agg(jsonb_build_object('act', a.name, 'at', a.recorded_at)
                ORDER BY a.id DESC), '[]')
FROM (SELECT id, name, recorded_at FROM event WHERE actor = $1 ORDER BY id DESC LIMIT $2) a
"""
_REPORTING: Final = """
SELECT v.subject, v.stored_at, f.received_at, g.confidentiality, g.reporter_kind, g.by_proxy,
       g.identity_seen,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('register', n.kind, 'number', n.printed)
                        ORDER BY n.id), '[]') FROM case_number n WHERE n.case_file = f.id)
           AS numbers,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('step', e.to_state, 'at', e.recorded_at)
                        ORDER BY e.id), '[]')
        FROM event e JOIN proceeding p ON p.id = e.proceeding
        WHERE p.case_file = f.id AND p.workflow = 'identity_access' AND e.kind = 'move')
           AS openings
FROM vault_entry v JOIN case_file f ON f.id = v.case_file
LEFT JOIN reporting g ON g.case_file = f.id AND v.subject <> 'witness'
WHERE v.id = $1
"""


async def data_of_respondent(c: Connection, respondent: int) -> dict[str, Any]:
    """Return what is held of a respondent that may be given to them; nobody else's data."""
    return await _one(c, _PERSON, respondent)


async def data_of_officer(c: Connection, officer: int) -> dict[str, Any]:
    """Return what is held of an officer, for that officer."""
    return await _one(c, _OFFICER, officer)


async def acts_of(c: Connection, officer: int) -> list[dict[str, Any]]:
    """Return what an officer did and when, the latest first; what it was about is not theirs."""
    found: list[dict[str, Any]] = await c.fetchval(_ACTS, officer, MOST_ACTS)
    return found


async def data_of_entry(c: Connection, entry: int) -> dict[str, Any]:
    """Return what is held of a reporter or witness beside the identity, which the vault has.

    When their identity was asked for and opened is theirs to know.
    """
    return await _one(c, _REPORTING, entry)


async def _one(c: Connection, statement: str, subject: int) -> dict[str, Any]:
    row = await c.fetchrow(statement, subject)
    if row is None:
        raise NotVisible
    return dict(row)

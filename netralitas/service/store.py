"""What is written and read of complaints and of what an office says: constant statements."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from netralitas.database.connection import Connection, Row
from netralitas.service.domain import Complaint, ComplaintState, Handler, Profile

LARGEST_ID: Final = 2**63 - 1

_COMPLAINT: Final = """
SELECT id, organisation, number, digest, mailbox, content, state, sent_at, due_at, answered_at,
       closed_at, kept_out, readers
FROM service_complaint WHERE id = $1
"""
_KNOWN: Final = "SELECT true FROM service_complaint WHERE digest = $1"
_ADD: Final = """
INSERT INTO service_complaint (id, organisation, number, digest, mailbox, content, proved, state,
                               sent_at, due_at, kept_out, readers)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
"""
_STEP: Final = """
UPDATE service_complaint
SET state = $2, answered_at = CASE WHEN $2 = 'answered' THEN coalesce(answered_at, $3)
                                   ELSE answered_at END,
    closed_at = CASE WHEN $2 = 'closed' THEN $3 END
WHERE id = $1
"""
_REFER: Final = "UPDATE service_complaint SET organisation = $2, readers = $3 WHERE id = $1"
_REFER_MESSAGES: Final = "UPDATE service_message SET readers = $2 WHERE complaint = $1"
_KEEP_OUT: Final = "UPDATE service_complaint SET kept_out = $2 WHERE id = $1"
_KEEP_OUT_MESSAGES: Final = "UPDATE service_message SET kept_out = $2 WHERE complaint = $1"
_WRITE: Final = """
INSERT INTO service_message (complaint, officer, for_office, for_sender, written_at, kept_out,
                             readers)
SELECT id, $2, $3, $4, $5, kept_out, readers FROM service_complaint WHERE id = $1
"""
# Who holds a desk of the office today on which complaints are handled.
_HANDLERS: Final = """
SELECT DISTINCT f.id AS officer, f.name
FROM officer f JOIN desk d ON d.officer = f.id JOIN organisation o ON o.id = d.organisation
WHERE d.organisation = $1 AND (d.roles && $3::text[] OR $3 IS NULL) AND f.disabled_at IS NULL
  AND NOT f.is_system AND d.valid_from <= ($2::timestamptz AT TIME ZONE o.zone)::date
  AND (d.valid_to IS NULL OR ($2::timestamptz AT TIME ZONE o.zone)::date < d.valid_to)
ORDER BY f.name, f.id
"""
_ABOVE: Final = """
SELECT s.id FROM organisation o JOIN organisation s ON s.id = o.superior AND s.kind = 'bawaslu'
WHERE o.id = $1
"""
_PROFILE: Final = """
SELECT address, telephone, email, coalesce(competence, '') AS competence,
       coalesce(supervision, '') AS supervision, coalesce(evaluation, '') AS evaluation
FROM service_profile WHERE organisation = $1
"""
_SET_PROFILE: Final = """
INSERT INTO service_profile
    (organisation, address, telephone, email, competence, supervision, evaluation)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (organisation) DO UPDATE SET
    address = excluded.address, telephone = excluded.telephone, email = excluded.email,
    competence = excluded.competence, supervision = excluded.supervision,
    evaluation = excluded.evaluation
"""
_ADD_DUTY: Final = """
INSERT INTO service_duty (organisation, post, hours, officer) VALUES ($1, $2, $3, $4) RETURNING id
"""
_DROP_DUTY: Final = "DELETE FROM service_duty WHERE id = $1 AND organisation = $2 RETURNING id"


async def complaint_of(c: Connection, identity: int) -> Complaint | None:
    """Return a complaint; None where there is none that the actor may see."""
    row = await c.fetchrow(_COMPLAINT, identity)
    return None if row is None else _complaint(row)


async def is_known(c: Connection, digest: bytes) -> bool:
    """Say whether a complaint of this code was taken in before."""
    return bool(await c.fetchval(_KNOWN, digest))


async def add(c: Connection, new: Complaint, *, proved: bool) -> None:
    """Insert a complaint under the id of its stream, whose event says so."""
    await c.execute(
        _ADD,
        *(new.id, new.organisation, new.number, new.digest, new.mailbox, new.content, proved),
        *(new.state, new.sent_at, new.due_at, list(new.kept_out), list(new.readers)),
    )


async def step(c: Connection, complaint: int, state: ComplaintState, at: datetime) -> None:
    """Hold that a complaint is in this state; an event of this transaction says so."""
    await c.execute(_STEP, complaint, state, at)


async def refer(c: Connection, complaint: int, to: int, readers: Sequence[int]) -> None:
    """Hold that another office handles it; `readers` read it and its messages."""
    await c.execute(_REFER, complaint, to, list(readers))
    await c.execute(_REFER_MESSAGES, complaint, list(readers))


async def keep_out(c: Connection, complaint: int, officers: Sequence[int]) -> None:
    """Hold that these officers do not see it. The context must be none of them."""
    await c.execute(_KEEP_OUT_MESSAGES, complaint, list(officers))
    await c.execute(_KEEP_OUT, complaint, list(officers))


async def write(
    c: Connection,
    complaint: int,
    *,
    officer: int | None,
    for_office: bytes,
    for_sender: bytes,
    at: datetime,
) -> None:
    """Keep a message for both sides; whoever reads the complaint reads it."""
    await c.execute(_WRITE, complaint, officer, for_office, for_sender, at)


async def officers_of(
    c: Connection, organisation: int, at: datetime, roles: Sequence[str] | None = None
) -> tuple[Handler, ...]:
    """Return who sits in an office, in one of these roles where some are named, by name."""
    rows = await c.fetch(_HANDLERS, organisation, at, None if roles is None else list(roles))
    return tuple(Handler(officer=row["officer"], name=row["name"]) for row in rows)


async def above(c: Connection, organisation: int) -> int | None:
    """Return the office of Bawaslu above an office, None where there is none."""
    found: int | None = await c.fetchval(_ABOVE, organisation)
    return found


async def profile_of(c: Connection, organisation: int) -> Profile:
    """Return what an office says of its service; empty where it has said nothing."""
    row = await c.fetchrow(_PROFILE, organisation)
    return Profile() if row is None else Profile(**dict(row))


async def set_profile(c: Connection, organisation: int, told: Profile) -> None:
    """Hold that an office says this of its service."""
    management = (told.competence, told.supervision, told.evaluation)
    reached = (told.address, told.telephone, told.email)
    await c.execute(_SET_PROFILE, organisation, *reached, *management)


async def add_duty(
    c: Connection, organisation: int, post: str, hours: str, officer: int | None
) -> int:
    """Return the id of a new line of the roster."""
    added: int = await c.fetchval(_ADD_DUTY, organisation, post, hours, officer)
    return added


async def drop_duty(c: Connection, organisation: int, duty: int) -> bool:
    """Take a line off the roster; False where the office has no such line."""
    return await c.fetchval(_DROP_DUTY, duty, organisation) is not None


def _complaint(row: Row) -> Complaint:
    values: dict[str, Any] = dict(row)
    values["state"] = ComplaintState(row["state"])
    values["kept_out"], values["readers"] = tuple(row["kept_out"]), tuple(row["readers"])
    return Complaint(**values)

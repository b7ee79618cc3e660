"""People to be heard, sessions and answers, as they are written and read."""

import json
from collections.abc import Sequence
from dataclasses import fields
from datetime import date, datetime
from typing import Final

from asyncpg import ExclusionViolationError

from netralitas.database.connection import Connection, Row
from netralitas.investigation.clarification.domain import (
    Clash,
    Companion,
    Conduct,
    Delivery,
    Ground,
    HeardRole,
    Mode,
    NewPerson,
    Oath,
    Person,
    Plan,
    Said,
    Session,
    SessionState,
    Shared,
    Signed,
)
from netralitas.investigation.clarification.words import label, short

_ADD_PERSON: Final = """
INSERT INTO heard_person (case_file, role, ordinal, respondent, vault_entry, name, expertise, event,
                          readers)
SELECT $1, $2, coalesce(max(ordinal), 0) + 1, $3, $4, $5, $6, $7, $8
FROM heard_person WHERE case_file = $1 AND role = $2
"""
_PEOPLE: Final = """
SELECT h.id, h.case_file, h.role, h.respondent, h.vault_entry, h.name, h.expertise,
       coalesce(r.ordinal, h.ordinal) AS ordinal, r.name AS respondent_name
FROM heard_person h LEFT JOIN respondent r ON r.id = h.respondent
WHERE h.case_file = $1
ORDER BY array_position('{reporter,informant,respondent,witness,expert}', h.role), h.ordinal
"""
_SESSIONS: Final = """
SELECT s.id, s.case_file, s.person, s.invitation, s.begins_at, s.ends_at, s.mode, s.ground, s.place,
       s.link, s.officer, o.name AS officer_name, s.recorder, w.name AS recorder_name, s.state,
       s.printed, s.late_reason, s.received_how, s.received_on, s.version, s.identity_checked,
       s.oath, s.oath_reason, s.companion, s.read_back, s.signed, s.signed_reason, s.recorded
FROM clarification_session s
JOIN officer o ON o.id = s.officer LEFT JOIN officer w ON w.id = s.recorder
WHERE s.case_file = $1 ORDER BY s.id
"""
_ADD_SESSION: Final = """
INSERT INTO clarification_session (
    case_file, organisation, person, invitation, begins_at, ends_at, mode, ground, place, link,
    officer, recorder, state, printed, late_reason, event, version, readers)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'planned', $13, $14, $15, 1, $16)
RETURNING id
"""
_RECEIVED: Final = """
UPDATE clarification_session SET received_how = $2, received_on = $3, version = version + 1
WHERE id = $1
"""
_END: Final = """
UPDATE clarification_session SET state = $2, closed_by = $3, version = version + 1 WHERE id = $1
"""
_HELD: Final = """
UPDATE clarification_session
SET state = 'held', closed_by = $2, identity_checked = $3, oath = $4, oath_reason = $5,
    companion = $6, read_back = $7, signed = $8, signed_reason = $9, recorded = $10,
    version = version + 1
WHERE id = $1
"""
_TOUCH: Final = "UPDATE clarification_session SET version = version + 1 WHERE id = $1"
_ANSWERS: Final = """
SELECT id, ordinal, question, answer FROM clarification_answer WHERE session = $1 ORDER BY ordinal
"""
_ANSWER: Final = """
INSERT INTO clarification_answer (case_file, session, ordinal, question, answer, readers)
SELECT $1, $2, coalesce(max(ordinal), 0) + 1, $3, $4, $5
FROM clarification_answer WHERE session = $2 RETURNING ordinal
"""
_CHANGE: Final = """
UPDATE clarification_answer SET question = $3, answer = $4 WHERE id = $1 AND session = $2
RETURNING ordinal
"""
_CONDUCT: Final = tuple(field.name for field in fields(Conduct))


class Clashed(Exception):  # noqa: N818 - what the database found, told on by the command
    """The session would overlap another one; nothing was planned."""

    def __init__(self, clash: Clash) -> None:
        super().__init__(clash.shared)
        self.clash = clash


async def add_person(
    c: Connection, case: int, new: NewPerson, event: int, readers: Sequence[int]
) -> None:
    """Hold that somebody is on the list, after those of the same role."""
    await c.execute(
        _ADD_PERSON,
        *(case, new.role, new.respondent, new.vault_entry, new.name, new.expertise, event),
        list(readers),
    )


async def people(c: Connection, case: int) -> list[Person]:
    """Return who is to be heard in a case, by role."""
    return [_person(row) for row in await c.fetch(_PEOPLE, case)]


async def sessions(c: Connection, case: int) -> list[Session]:
    """Return the sessions of a case, the oldest first."""
    return [_session(row) for row in await c.fetch(_SESSIONS, case)]


async def add_session(  # noqa: PLR0913 - a session, by the event of its invitation
    c: Connection,
    person: Person,
    plan: Plan,
    *,
    organisation: int,
    invitation: int,
    printed: str | None,
    event: int,
    readers: Sequence[int],
) -> int:
    """Return the id of the session that is now planned; Clashed where another stands in the way."""
    try:
        added: int = await c.fetchval(
            _ADD_SESSION,
            *(person.case, organisation, person.id, invitation, plan.begins_at, plan.ends_at),
            *(plan.mode, plan.ground, plan.place, plan.link, plan.officer, plan.recorder),
            *(printed, plan.late_reason, event, list(readers)),
        )
    except ExclusionViolationError as error:
        raise Clashed(_clash(error.detail)) from error
    return added


async def receive(c: Connection, session: int, how: Delivery, on: date) -> None:
    """Hold that the invitation was received."""
    await c.execute(_RECEIVED, session, how, on)


async def end(c: Connection, session: int, state: SessionState, event: int) -> None:
    """Hold that the session was not held: nobody came, or it was cancelled."""
    await c.execute(_END, session, state, event)


async def close(c: Connection, session: int, conduct: Conduct, event: int) -> None:
    """Hold that the session was held so, by the event of its minutes."""
    await c.execute(_HELD, session, event, *(getattr(conduct, name) for name in _CONDUCT))


async def answers(c: Connection, session: int) -> list[Said]:
    """Return what was asked and answered, in order."""
    return [Said(**row) for row in await c.fetch(_ANSWERS, session)]


async def add_answer(
    c: Connection, session: Session, question: str, answer: str, readers: Sequence[int]
) -> int:
    """Return the number of the answer that now stands last in the session."""
    added: int = await c.fetchval(
        _ANSWER, session.case, session.id, question, answer, list(readers)
    )
    await c.execute(_TOUCH, session.id)
    return added


async def change_answer(
    c: Connection, session: int, said: int, question: str, answer: str
) -> int | None:
    """Return the number of the answer that now says this; None where the session has none such."""
    changed: int | None = await c.fetchval(_CHANGE, said, session, question, answer)
    await c.execute(_TOUCH, session)
    return changed


def _person(row: Row) -> Person:
    role = HeardRole(row["role"])
    name = row["respondent_name"] if role is HeardRole.RESPONDENT else row["name"]
    return Person(
        id=row["id"],
        case=row["case_file"],
        role=role,
        ordinal=row["ordinal"],
        respondent=row["respondent"],
        vault_entry=row["vault_entry"],
        name=row["name"],
        expertise=row["expertise"],
        label=label(role, row["ordinal"], name),
        short=short(role, row["ordinal"]),
    )


def _session(row: Row) -> Session:
    return Session(
        id=row["id"],
        case=row["case_file"],
        person=row["person"],
        invitation=row["invitation"],
        begins_at=row["begins_at"],
        ends_at=row["ends_at"],
        mode=Mode(row["mode"]),
        ground=Ground(row["ground"]) if row["ground"] else None,
        place=row["place"],
        link=row["link"],
        officer=row["officer"],
        officer_name=row["officer_name"],
        recorder=row["recorder"],
        recorder_name=row["recorder_name"],
        state=SessionState(row["state"]),
        printed=row["printed"],
        late_reason=row["late_reason"],
        received_how=Delivery(row["received_how"]) if row["received_how"] else None,
        received_on=row["received_on"],
        version=row["version"],
        conduct=_conducted(row) if row["state"] == SessionState.HELD else None,
    )


def _conducted(row: Row) -> Conduct:
    return Conduct(
        identity_checked=row["identity_checked"],
        oath=Oath(row["oath"]),
        oath_reason=row["oath_reason"],
        companion=Companion(row["companion"]),
        read_back=row["read_back"],
        signed=Signed(row["signed"]),
        signed_reason=row["signed_reason"],
        recorded=row["recorded"],
    )


def _clash(detail: str) -> Clash:
    said = json.loads(detail)
    return Clash(
        shared=Shared(said["shared"]),
        session=said["session"],
        begins_at=datetime.fromisoformat(said["begins_at"]),
        ends_at=datetime.fromisoformat(said["ends_at"]),
    )

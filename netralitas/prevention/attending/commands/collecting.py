"""The worker's round for rooms: what phones said is taken out of the inbox and onto the list.

What was taken stays in the inbox as an empty line until its page has been closed for a day: so a
form that arrives a second time is still known.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import groupby
from typing import Final

import msgspec
import structlog

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.accounts.queries import system_actor
from netralitas.audit.domain import Head
from netralitas.cases.nip import NipSealer
from netralitas.database.connection import Connection, Row
from netralitas.intake.envelope import OfficeKeys, attendance_place
from netralitas.prevention.attending import policy, store
from netralitas.prevention.attending.commands.telling import put, tell
from netralitas.prevention.attending.domain import NewAttendee, Phase, Way
from netralitas.prevention.attending.door import Answers, Present, read_said, type_said
from netralitas.prevention.attending.numbers import kept_nip
from netralitas.prevention.attending.queries.quiz import questions_of
from netralitas.prevention.domain import Activity, ActivityState
from netralitas.prevention.queries.offer import offer_for
from netralitas.prevention.store import locked
from netralitas.vault.cipher import SealError

MOST: Final = 200
"""So many forms are seen to in one round; the next one goes on."""
_KNOWN_AGAIN: Final = timedelta(days=1)
_LEFT: Final = timedelta(days=30)

_WAITING: Final = """
SELECT a.digest, a.token, a.key_id, a.for_office, d.activity, v.organisation, o.zone
FROM inbox.attendance a
JOIN attendance_door d ON d.token = a.token
JOIN activity v ON v.id = d.activity
JOIN organisation o ON o.id = v.organisation
WHERE a.for_office <> ''
ORDER BY d.activity, a.sent_at, a.digest LIMIT $1
"""
_TAKEN: Final = "UPDATE inbox.attendance SET for_office = '' WHERE digest = ANY ($1)"
_FORGOTTEN: Final = """
DELETE FROM inbox.attendance a
WHERE a.sent_at < $2
   OR EXISTS (SELECT FROM attendance_door d
              WHERE d.token = a.token AND d.closes_at < $1 AND a.for_office = '')
"""

_log = structlog.get_logger("netralitas.prevention")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attending:
    """What the worker needs for it: the keys of the offices, and the secret of the numbers."""

    keys: Callable[[], OfficeKeys]
    sealer: Callable[[], NipSealer]

    async def collect(self, connection: Connection) -> None:
        """Bring what phones said to its activities; for the worker, in one transaction."""
        rows = await connection.fetch(_WAITING, MOST)
        if not rows:
            return
        keys, sealer = self.keys(), self.sealer()
        for activity, of_activity in groupby(rows, key=lambda row: row["activity"]):
            waiting = list(of_activity)
            said = [one for row in waiting if (one := _opened(row, keys))]
            actor = await _acting_for(connection, waiting[0])
            await _take(connection, actor, activity, said, sealer)
        await connection.execute(_TAKEN, [row["digest"] for row in rows])

    async def clear(self, connection: Connection) -> None:
        """Hold that nothing is left in the inbox that belongs to a page long closed."""
        now = clock.now()
        await connection.execute(_FORGOTTEN, now - _KNOWN_AGAIN, now - _LEFT)


async def _acting_for(connection: Connection, row: Row) -> Actor:
    """Return the system as it acts for the office that organises."""
    system = await system_actor(connection)
    return replace(system, organisation=row["organisation"], zone=row["zone"])


def _opened(row: Row, keys: OfficeKeys) -> type_said | None:
    """Return what a phone said; None where it does not open, as anybody may send anything."""
    place = attendance_place(row["digest"], row["token"])
    try:
        return read_said(keys.open(row["key_id"], row["for_office"], place))
    except (SealError, msgspec.MsgspecError, ValueError):
        _log.info("attendance_not_opened", activity=row["activity"])
        return None


async def _take(
    c: Connection, actor: Actor, activity: int, said: Sequence[type_said], sealer: NipSealer
) -> None:
    """Put who is present on the list and add answers; of a cancelled activity nothing is kept."""
    found, head = await locked(c, activity)
    if found.state is ActivityState.CANCELLED:
        return
    people = [_person(one, sealer) for one in said if isinstance(one, Present)]
    if people:
        head = await _note(c, actor, found, head, people)
    for phase in Phase:
        answers = [one for one in said if isinstance(one, Answers) and one.phase is phase]
        if answers:
            head = await _answer(c, actor, found, head, phase, answers)


async def _note(
    c: Connection, actor: Actor, activity: Activity, head: Head, people: Sequence[NewAttendee]
) -> Head:
    offer = await offer_for(c, activity)
    standing = await store.known(c, activity.id, offer.units)
    coming = policy.as_guests(standing, people)
    placed = policy.place_people(standing, coming)
    if not placed.added:
        return head
    return await put(c, actor, activity, head, Way.PHONE, placed)


async def _answer(
    c: Connection,
    actor: Actor,
    activity: Activity,
    head: Head,
    phase: Phase,
    answers: Iterable[Answers],
) -> Head:
    questions = await questions_of(c, activity.id)
    given = [policy.right_answers(questions, one.chosen) for one in answers if one.chosen]
    if not questions or not given:
        return head
    await store.add_answers(c, activity, phase, given, head.now)
    details = {"phase": phase.value, "people": len(given)}
    return await tell(c, actor, activity, head, "activity.test_answered", details)


def _person(said: Present, sealer: NipSealer) -> NewAttendee:
    nip = kept_nip(said.nip, sealer) if said.nip else None
    return NewAttendee(
        name=said.name, unit=said.unit, origin=said.origin, position=said.position, nip=nip
    )

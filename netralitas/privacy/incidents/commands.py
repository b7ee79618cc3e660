"""A failure is recorded, measured, told, and closed by another."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.accounts.events import happened
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.privacy.incidents import store, words
from netralitas.privacy.incidents.domain import NewIncident, NoteKind
from netralitas.refusals import Invalid, RuleBroken


async def record_incident(actor: Actor, new: NewIncident) -> int:
    """Return the id of a failure whose hours run from when it was discovered.

    Raises NotAllowed, Invalid (discovered in the future).
    """
    may(actor, Permission.KEEP_INCIDENTS)
    now = clock.now()
    if new.discovered_at > now:
        raise Invalid({"at": [words.IN_FUTURE]})
    async with writing(actor) as c:
        incident = await store.add(c, actor, new, now)
        await happened(c, actor, "incident.recorded", incident=incident)
        return incident


async def add_measure(actor: Actor, incident: int, text: str, people: int | None) -> None:
    """Hold that the measure is with the failure, and how many are concerned, where that is said.

    Raises NotAllowed, NotVisible, RuleBroken (closed).
    """
    async with _open(actor, incident) as (c, found):
        await store.note(c, found, NoteKind.MEASURE, text, actor.officer, clock.now())
        if people is not None:
            await store.set_people(c, incident, people)
        await happened(c, actor, "incident.measured", incident=incident)


async def tell(actor: Actor, incident: int, kind: NoteKind, at: datetime, text: str) -> None:
    """Hold that the people concerned, or the agency, were told in writing at that moment, once.

    Raises what `add_measure` does, and Invalid (before it was discovered, in the future).
    """
    async with _open(actor, incident) as (c, found):
        before = found.told_people_at if kind is NoteKind.PEOPLE_TOLD else found.told_agency_at
        if before is not None:
            raise RuleBroken(words.TOLD_ALREADY, rule="incident.told")
        if at < found.discovered_at:
            raise Invalid({"at": [words.TOO_EARLY]})
        if at > clock.now():
            raise Invalid({"at": [words.IN_FUTURE]})
        await store.note(c, found, kind, text, actor.officer, clock.now())
        await store.set_told(c, incident, kind, at)
        await happened(c, actor, f"incident.{kind.value}", incident=incident)


async def close_incident(actor: Actor, incident: int, text: str) -> None:
    """Hold that the failure is closed, by somebody else than who recorded it.

    Whoever is to be told was told: the agency, and people unless it is known that there are none.
    Raises what `add_measure` does.
    """
    async with _open(actor, incident) as (c, found):
        if found.reported_by == actor.officer:
            raise RuleBroken(words.BY_SELF, rule="incident.two_people")
        untold = found.told_people_at is None and found.people != 0
        if untold or found.told_agency_at is None:
            raise RuleBroken(words.UNTOLD, rule="UU 27/2022 Pasal 46", remedy=words.UNTOLD_REMEDY)
        now = clock.now()
        await store.note(c, found, NoteKind.CLOSING, text, actor.officer, now)
        await store.close(c, incident, actor.officer, now)
        await happened(c, actor, "incident.closed", incident=incident)


@asynccontextmanager
async def _open(actor: Actor, incident: int) -> AsyncIterator[tuple[Connection, store.Locked]]:
    """Lend the transaction in which an open failure of the office is changed."""
    may(actor, Permission.KEEP_INCIDENTS)
    async with writing(actor) as c:
        found = await store.locked(c, incident)
        if found.closed_at is not None:
            raise RuleBroken(words.CLOSED_ALREADY, rule="incident.closed")
        yield c, found

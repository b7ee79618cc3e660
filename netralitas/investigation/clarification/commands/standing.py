"""The people and sessions of a case under the hand of who keeps them."""

from netralitas.investigation.clarification import store
from netralitas.investigation.clarification.domain import Person, Session
from netralitas.investigation.holding import Held
from netralitas.refusals import NotVisible


async def person_of(held: Held, identity: int) -> Person:
    """Return somebody to be heard in the case; NotVisible for anybody else."""
    for person in await store.people(held.connection, held.case):
        if person.id == identity:
            return person
    raise NotVisible


async def session_of(held: Held, identity: int) -> Session:
    """Return a session of the case; NotVisible for any other."""
    for session in await store.sessions(held.connection, held.case):
        if session.id == identity:
            return session
    raise NotVisible

"""Respondents of a case: as they were at the time of the act, perhaps not yet identified."""

from dataclasses import replace

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission
from netralitas.audit.domain import Event, EventKind
from netralitas.cases.change import Change
from netralitas.cases.domain import Person
from netralitas.cases.dossier import Dossier, LockedProceeding, lock_case
from netralitas.cases.events import staying_event
from netralitas.cases.presence import hold
from netralitas.cases.record import enter
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.refusals import NotVisible

_ADD = """
INSERT INTO respondent (case_file, ordinal, name, employment, position_class, position, unit,
                        employer, grade, nip_cipher, nip_digest, nip_last, staff, readers)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) RETURNING id
"""
_IDENTIFY = """
UPDATE respondent SET name = $2, employment = $3, position_class = $4, position = $5, unit = $6,
       employer = $7, grade = $8, nip_cipher = $9, nip_digest = $10, nip_last = $11,
       staff = $12
WHERE id = $1 AND case_file = $13 RETURNING ordinal
"""
# A foreign key is checked past row security: whether the list is the actor's, this says.
_LISTED = "SELECT true FROM staff WHERE id = $1"
_KEPT = "SELECT true FROM respondent WHERE id = $1 AND staff = $2"


async def add_respondent(actor: Actor, case: int, person: Person) -> int:
    """Add a respondent at any time of the case, and return its id; the addition is a fact.

    Raises NotVisible, or NotAllowed for anybody but the owner's staff.
    """
    async with writing(actor) as connection:
        dossier = await lock_case(connection, case)
        handling = _kept_by(actor, dossier)
        await _hold_listed(connection, None, person)
        ordinal = max((known.ordinal for known in dossier.respondents), default=0) + 1
        respondent = await insert_person(connection, case, ordinal, person, handling.readers)
        event = _fact(actor, dossier, handling, "handling.respondent_added", respondent)
        await enter(connection, dossier.head, [Change(event=event)])
        return respondent


async def identify_respondent(
    actor: Actor, case: int, respondent: int, person: Person, *, version: int
) -> None:
    """Write down who a respondent is; the event names the row, never the person.

    `version` is that of the handling which the form showed: Stale when it moved since. Raises
    NotVisible, or NotAllowed for anybody but the owner's staff.
    """
    async with writing(actor) as connection:
        dossier = await lock_case(connection, case)
        handling = _kept_by(actor, dossier)
        dossier.unchanged(handling.id, version)
        await _hold_listed(connection, respondent, person)
        changed = await connection.fetchval(_IDENTIFY, respondent, *_columns(person), case)
        if changed is None:
            raise NotVisible
        event = _fact(actor, dossier, handling, "handling.respondent_identified", respondent)
        await enter(connection, dossier.head, [Change(event=event)])


async def insert_person(
    connection: Connection, case: int, ordinal: int, person: Person, readers: tuple[int, ...]
) -> int:
    """Insert a respondent's row and return its id."""
    respondent: int = await connection.fetchval(
        _ADD, case, ordinal, *_columns(person), list(readers)
    )
    return respondent


def _columns(person: Person) -> tuple[object, ...]:
    nip = person.nip
    return (
        *(person.name, person.employment, person.position_class, person.position, person.unit),
        *(person.employer, person.grade),
        *((nip.cipher, nip.digest, nip.last4) if nip else (None, None, None)),
        person.staff,
    )


async def _hold_listed(connection: Connection, respondent: int | None, person: Person) -> None:
    """Hold that the line of a staff list is one that the actor reads, or that stood there before.

    A case may have come from an office whose lists the actor does not read. Raises NotVisible.
    """
    if person.staff is None or await connection.fetchval(_LISTED, person.staff):
        return
    if not await connection.fetchval(_KEPT, respondent, person.staff):
        raise NotVisible


def _kept_by(actor: Actor, dossier: Dossier) -> LockedProceeding:
    """Return the handling if the actor keeps the respondents' data; NotAllowed otherwise."""
    handling = dossier.handling()
    hold(actor, dossier, Permission.ADD_RESPONDENT, handling)
    return handling


def _fact(
    actor: Actor, dossier: Dossier, handling: LockedProceeding, name: str, respondent: int
) -> Event:
    event = staying_event(actor, dossier, handling, EventKind.FACT, name)
    return replace(event, details={"respondent": respondent})

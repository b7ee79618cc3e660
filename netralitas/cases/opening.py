"""A new case: its row, its receipt number, its respondents and the first state of its handling."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from netralitas.access.domain import Actor
from netralitas.accounts.queries import readers_for
from netralitas.audit.domain import Head, Precision
from netralitas.audit.record import open_stream
from netralitas.cases.answers import NOTHING, Answers, LetterAnswer
from netralitas.cases.change import Change
from netralitas.cases.domain import NewCase, NumberKind, OpenedCase, Source
from netralitas.cases.dossier import Dossier
from netralitas.cases.moving import MoveRequest, Opening, Setting, opening_change
from netralitas.cases.numbers import add_number
from netralitas.cases.papers import describe, file_papers, next_number
from netralitas.cases.people import insert_person
from netralitas.cases.presence import Receivers
from netralitas.cases.record import enter
from netralitas.cases.when import check_dates
from netralitas.database.connection import Connection
from netralitas.law.book import RuleBook

OPENED_BY = {
    Source.REPORT: "receive_report",
    Source.FINDING: "submit_finding",
    Source.INFORMATION: "receive_information",
}
"""The opening move of `handling` for each kind of source."""

ASKED = "receive_authority_request"
"""The opening move for information that an authority's letter brought."""
ASKED_SUBJECT = "Permintaan klarifikasi"

_REGION = "SELECT coalesce(region, '') FROM organisation WHERE id = $1"
_DRAW = "SELECT nextval(pg_get_serial_sequence('proceeding', 'id'))"
_CASE = """
INSERT INTO case_file (id, owner, investigator, source, channel, regime, theme, election, region,
                       place, subject, description, act_on, act_precision, known_on, received_at,
                       zone, readers)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
"""


async def draw_proceeding(connection: Connection) -> int:
    """Return the id of a proceeding that is about to begin: its event names it first."""
    identity: int = await connection.fetchval(_DRAW)
    return identity


async def open_case(
    connection: Connection, actor: Actor, new: NewCase, *, book: RuleBook
) -> OpenedCase:
    """Open the case in the caller's transaction; afterwards its handling stands in its first state.

    Raises RuleBroken (dates that contradict one another), MoveRefused (who may take in), Invalid
    (a receipt number used before).
    """
    head = await open_stream(connection, "case")
    readers = await readers_for(connection, actor.organisation)
    region = await connection.fetchval(_REGION, actor.organisation)
    dossier = empty_dossier(head, actor, new, readers, region)
    check_dates(new, head.now, dossier.act_on)
    await insert_case(connection, dossier, new)
    people = [
        await insert_person(connection, dossier.id, ordinal, person, readers)
        for ordinal, person in enumerate(new.respondents, start=1)
    ]
    opening = Opening(
        id=await draw_proceeding(connection),
        workflow="handling",
        move=OPENED_BY[new.source] if new.request is None else ASKED,
        readers=readers,
    )
    request = MoveRequest(
        case=dossier.id,
        targets=(),
        move=opening.move,
        happened=new.received,
        note=new.note,
        answers=_answers(new),
    )
    setting = Setting(
        actor=actor, dossier=dossier, book=book.at(dossier.region), receivers=Receivers()
    )
    change = _described(opening_change(setting, request, opening), request.answers, people)
    receipt = await _receipt(connection, dossier, new, request)
    recorded, _ = await enter(connection, head, [change])
    if new.request is not None:
        # At the other end of the letter is the authority; nothing is addressed to it yet.
        answers = replace(request.answers, addressee=new.request.authority)
        filed = replace(request, answers=answers)
        await file_papers(connection, dossier, filed, [change], recorded, None)
    return OpenedCase(id=dossier.id, readers=readers, receipt=receipt)


def _described(change: Change, answers: Answers, people: Sequence[int]) -> Change:
    """Return the change whose event refers to what was answered, and to whom the case is about."""
    said = {**change.event.details, **describe(answers, None), "respondents": list(people)}
    return replace(change, event=replace(change.event, details=said))


def _answers(new: NewCase) -> Answers:
    """Return what the opening says of the letter that asks, if one does."""
    asked = new.request
    if asked is None:
        return NOTHING
    received = new.received.on if new.received.starts_clocks else None
    letter = LetterAnswer(
        printed=asked.printed,
        dated_on=asked.dated_on,
        subject=ASKED_SUBJECT,
        received_on=received,
    )
    return Answers(letter_in=letter, foreign_number=asked.number)


def empty_dossier(
    head: Head, actor: Actor, new: NewCase, readers: tuple[int, ...], region: str
) -> Dossier:
    """Return the locked file of a case that is about to begin; `region` is that of the owner."""
    return Dossier(
        head=head,
        id=head.stream,
        owner=actor.organisation,
        investigator=actor.officer,
        source=new.source,
        regime=new.regime,
        zone=actor.zone,
        region=region,
        act_on=new.act_on if new.act_precision is Precision.DAY else None,
        readers=readers,
        papers=frozenset(),
        told={},
        checks={},
        imposed={},
        drafters=frozenset(),
        proceedings=(),
        respondents=(),
    )


async def insert_case(
    connection: Connection, dossier: Dossier, new: NewCase, *, by: datetime | None = None
) -> None:
    """Insert the row of a case; its first event has to follow in the same transaction.

    `by` is when it had been received at the latest, where nothing more is known.
    """
    await connection.execute(
        _CASE,
        *(dossier.id, dossier.owner, dossier.investigator, new.source, new.channel),
        *(new.regime, new.theme, new.election, new.region, new.place),
        *(new.subject, new.description, new.act_on, new.act_precision),
        *(new.known_on, _received_at(dossier, new, by), dossier.zone),
        list(dossier.readers),
    )


def _received_at(dossier: Dossier, new: NewCase, by: datetime | None) -> datetime:
    """Return when it was received, at the latest: never after it was recorded."""
    now = dossier.head.now
    return min(new.received.latest or by or now, now)


async def _receipt(
    connection: Connection, dossier: Dossier, new: NewCase, request: MoveRequest
) -> str:
    """Return the receipt number, which the case now bears: as typed, or the register's next."""
    printed = new.receipt_number or await next_number(
        connection, dossier, NumberKind.RECEIPT, request
    )
    await add_number(
        connection,
        case_file=dossier.id,
        organisation=dossier.owner,
        kind=NumberKind.RECEIPT,
        printed=printed,
        issued_on=new.received.on if new.received.starts_clocks else None,
        readers=dossier.readers,
    )
    return printed

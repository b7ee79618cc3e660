"""A new case: its row, its receipt number, its respondents and the first state of its handling."""

from datetime import datetime

from netralitas.access.domain import Actor
from netralitas.accounts.queries import readers_for
from netralitas.audit.domain import Head, Precision
from netralitas.audit.record import open_stream
from netralitas.cases.domain import NewCase, NumberKind, OpenedCase, Source
from netralitas.cases.dossier import Dossier
from netralitas.cases.moving import MoveRequest, Opening, Setting, opening_change
from netralitas.cases.numbers import add_number
from netralitas.cases.papers import next_number
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
    dossier = _empty(head, actor, new, readers, region)
    check_dates(new, head.now, dossier.act_on)
    await _insert(connection, dossier, new)
    for ordinal, person in enumerate(new.respondents, start=1):
        await insert_person(connection, dossier.id, ordinal, person, readers)
    opening = Opening(
        id=await draw_proceeding(connection),
        workflow="handling",
        move=OPENED_BY[new.source],
        readers=readers,
    )
    request = MoveRequest(
        case=dossier.id, targets=(), move=opening.move, happened=new.received, note=new.note
    )
    setting = Setting(
        actor=actor, dossier=dossier, book=book.at(dossier.region), receivers=Receivers()
    )
    change = opening_change(setting, request, opening)
    receipt = await _receipt(connection, dossier, new, request)
    await enter(connection, head, [change])
    return OpenedCase(id=dossier.id, readers=readers, receipt=receipt)


def _empty(
    head: Head, actor: Actor, new: NewCase, readers: tuple[int, ...], region: str
) -> Dossier:
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
        proceedings=(),
        respondents=(),
    )


async def _insert(connection: Connection, dossier: Dossier, new: NewCase) -> None:
    await connection.execute(
        _CASE,
        *(dossier.id, dossier.owner, dossier.investigator, new.source, new.channel),
        *(new.regime, new.theme, new.election, new.region, new.place),
        *(new.subject, new.description, new.act_on, new.act_precision),
        *(new.known_on, _received_at(dossier, new), dossier.zone),
        list(dossier.readers),
    )


def _received_at(dossier: Dossier, new: NewCase) -> datetime:
    """Return when it was received, at the latest: never after it was recorded."""
    now = dossier.head.now
    return min(new.received.latest or now, now)


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

"""Opening the whole number of a respondent: for a purpose, on record, shown once."""

from typing import Final

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission
from netralitas.accounts.queries import readers_for
from netralitas.audit.access import access_stream
from netralitas.audit.domain import Event, EventKind, Moment
from netralitas.audit.record import lock, record
from netralitas.cases.nip import NipSealer, open_nip
from netralitas.cases.persons.queries import one_respondent
from netralitas.cases.persons.words import NO_NUMBER
from netralitas.cases.queries import view_case
from netralitas.database.transactions import writing
from netralitas.law.book import RuleBook
from netralitas.refusals import RuleBroken

READ: Final = "respondent.nip_read"


async def reveal_nip(
    actor: Actor, case: int, respondent: int, purpose: str, *, book: RuleBook, sealer: NipSealer
) -> str:
    """Return the 18 digits of a respondent's NIP; that they were read, and why, is an event.

    Raises NotVisible, NotAllowed with the reason, RuleBroken where none is known, SealError.
    """
    async with writing(actor) as c:
        view = await view_case(c, actor, case, now=clock.now(), book=book)
        row = await one_respondent(c, view, respondent)
        view.hold(Permission.READ_NIP)
        if row["nip_cipher"] is None:
            raise RuleBroken(NO_NUMBER, rule="respondent.nip")
        number = open_nip(row["nip_cipher"], row["nip_digest"], sealer.keys)
        head = await lock(c, await access_stream(c))
        event = Event(
            stream=head.stream,
            kind=EventKind.ACCESS,
            name=READ,
            actor=actor.officer,
            organisation=actor.organisation,
            readers=await readers_for(c, actor.organisation),
            happened=Moment.time(clock.now(), actor.zone),
            details={"case": case, "respondent": respondent, "purpose": purpose},
        )
        await record(c, head, event)
    return number

"""What becomes of an invitation and its session before anybody is heard, and its recording."""

from datetime import date
from typing import Final

from netralitas.access.domain import Actor
from netralitas.cases.commands import tell_in
from netralitas.cases.facts import FactRequest, record_fact_in
from netralitas.database.transactions import writing
from netralitas.evidence.domain import Stored
from netralitas.investigation.clarification import store
from netralitas.investigation.clarification.commands.standing import person_of, session_of
from netralitas.investigation.clarification.domain import Delivery, SessionState
from netralitas.investigation.clarification.policy import NO_SCAN, hold_begun, hold_planned
from netralitas.investigation.holding import hold_case
from netralitas.law.book import RuleBook
from netralitas.refusals import RuleBroken

RECEIVED: Final = "investigation.invitation_received"
CANCELLED: Final = "investigation.session_cancelled"
RECORDING: Final = "investigation.recording_attached"
_ABSENT: Final = "no_show"


async def note_receipt(  # noqa: PLR0913 - which invitation was received how, and the proof
    actor: Actor,
    case: int,
    session: int,
    *,
    how: Delivery,
    on: date,
    proof: Stored | None,
    book: RuleBook,
) -> None:
    """Hold that the invitation was received, with the proof where it may be kept.

    Raises RuleBroken (the session is over, the day lies ahead, a proof that would say who reported
    or testifies), NotAllowed, NotVisible.
    """
    async with writing(actor) as connection:
        held = await hold_case(connection, actor, case, book=book)
        found = await session_of(held, session)
        hold_planned(found)
        person = await person_of(held, found.person)
        if proof is not None and person.protected:
            raise RuleBroken(NO_SCAN, rule="clarification.proof")
        if on > held.view.today:
            raise RuleBroken("Tanggal penerimaan belum tiba.", rule="clarification.on")
        proofs = (("Bukti penerimaan undangan klarifikasi", proof),) if proof else ()
        details = {"session": session, "how": how.value, "on": on.isoformat()}
        await tell_in(
            *(connection, actor, case, RECEIVED, held.handling.readers, details), proofs=proofs
        )
        await store.receive(connection, session, how, on)


async def note_absence(actor: Actor, case: int, session: int, *, book: RuleBook) -> None:
    """Hold that nobody came to the session, as a fact of the handling.

    Raises RuleBroken (it has not begun, or is over), MoveRefused, NotAllowed, NotVisible.
    """
    async with writing(actor) as connection:
        held = await hold_case(connection, actor, case, book=book)
        found = await session_of(held, session)
        hold_begun(found, held.now)
        request = FactRequest(case=case, target=held.target, fact=_ABSENT, happened=held.moment)
        event = await record_fact_in(connection, actor, request, book=book)
        await store.end(connection, session, SessionState.ABSENT, event)


async def cancel(actor: Actor, case: int, session: int, reason: str, *, book: RuleBook) -> None:
    """Hold that the session will not be held, so that the hour is free again; `reason` says why.

    Raises RuleBroken (it is over), NotAllowed, NotVisible.
    """
    async with writing(actor) as connection:
        held = await hold_case(connection, actor, case, book=book)
        hold_planned(await session_of(held, session))
        told = await tell_in(
            *(connection, actor, case, CANCELLED, held.handling.readers, {"session": session}),
            said=reason,
        )
        await store.end(connection, session, SessionState.CANCELLED, told.id)


async def attach_recording(
    actor: Actor, case: int, session: int, recording: Stored, *, book: RuleBook
) -> None:
    """Attach the recording of a session for the handling office alone.

    Raises NotAllowed, NotVisible.
    """
    async with writing(actor) as connection:
        held = await hold_case(connection, actor, case, book=book)
        await session_of(held, session)
        readers = (held.view.dossier.owner,)
        await tell_in(
            *(connection, actor, case, RECORDING, readers, {"session": session}),
            proofs=(("Rekaman sesi klarifikasi", recording),),
        )

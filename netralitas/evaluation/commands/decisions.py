"""What a meeting decides, and when that was carried out."""

from dataclasses import dataclass
from datetime import date

from netralitas.access.domain import Actor
from netralitas.evaluation import store
from netralitas.evaluation.commands.standing import sitting
from netralitas.evaluation.policy import check_decision, check_done
from netralitas.refusals import Invalid, NotVisible


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDecision:
    """What was decided, which of the readers does it, by when."""

    text: str
    organisation: int
    due_on: date


async def decide(actor: Actor, meeting: int, new: NewDecision) -> int:
    """Return the id of a decision, which stands on every later agenda until it is done.

    Raises RuleBroken before the meeting was held, once it is signed and for a due date before it,
    Invalid for an owner who does not read the meeting and for the same decision a second time.
    """
    async with sitting(actor, meeting) as now:
        check_decision(now.meeting, new.due_on)
        await now.hold_unsigned("keputusan")
        if new.organisation not in now.meeting.readers:
            raise Invalid({"organisation": ["Pilih lagi pelaksananya dari daftar."]})
        decision = await store.add_decision(
            *(now.connection, now.meeting),
            text=new.text,
            organisation=new.organisation,
            due_on=new.due_on,
        )
        if decision is None:
            raise Invalid({"text": ["Keputusan ini sudah dicatat dalam rapat ini."]})
        await now.happened(
            "meeting.decided",
            decision=decision,
            organisation=new.organisation,
            due=str(new.due_on),
        )
    return decision


async def finish_decision(actor: Actor, meeting: int, decision: int, done_on: date) -> None:
    """Let a decision of the meeting be carried out since this day.

    Raises NotVisible when the meeting has no such decision, RuleBroken when it is done already or
    on a day that cannot be.
    """
    async with sitting(actor, meeting) as now:
        found = await store.decision_done_on(now.connection, meeting, decision)
        if found is None:
            raise NotVisible
        check_done(now.meeting, found[0], done_on, now.today)
        await store.finish_decision(now.connection, decision, done_on)
        await now.happened("meeting.decision_done", on=done_on, decision=decision)

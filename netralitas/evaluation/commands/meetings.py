"""The life of a meeting: planned, planned anew, held, cancelled."""

from dataclasses import dataclass
from datetime import date

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.accounts.queries import readers_for
from netralitas.agreements.queries import cooperations
from netralitas.audit.record import open_stream
from netralitas.database.transactions import writing
from netralitas.evaluation import store
from netralitas.evaluation.commands.standing import Sitting, sitting
from netralitas.evaluation.domain import Meeting, MeetingKind, MeetingState
from netralitas.evaluation.policy import check_holding, hold_planned
from netralitas.evaluation.queries import parties_for
from netralitas.refusals import Invalid


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """When and where a meeting is to be, and what it is called."""

    title: str
    planned_on: date
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMeeting:
    """A meeting to be planned with another party; `agreement` is the one that asks for it."""

    kind: MeetingKind
    other_party: int
    plan: Plan
    agreement: int | None = None


async def plan(actor: Actor, new: NewMeeting) -> int:
    """Return the id of a planned meeting, which both parties and the organiser's superiors read.

    Raises NotAllowed, and Invalid for a party that cannot be met or an agreement of others.
    """
    may(actor, Permission.KEEP_MEETINGS)
    async with writing(actor) as c:
        if new.other_party not in {party.id for party in await parties_for(c, actor)}:
            raise Invalid({"other_party": ["Pilih lagi pihak lain dari daftar."]})
        above = await readers_for(c, actor.organisation)
        if new.agreement not in {None, *(each.id for each in await cooperations(c, above))}:
            raise Invalid({"agreement": ["Pilih lagi kerja samanya dari daftar."]})
        head = await open_stream(c, "meeting")
        meeting = Meeting(
            id=head.stream,
            organisation=actor.organisation,
            kind=new.kind,
            title=new.plan.title,
            place=new.plan.place,
            planned_on=new.plan.planned_on,
            held_on=None,
            state=MeetingState.PLANNED,
            readers=(*(each for each in above if each != new.other_party), new.other_party),
        )
        await store.add_meeting(c, meeting, new.agreement)
        opened = Sitting(connection=c, actor=actor, head=head, meeting=meeting)
        await opened.happened(
            "meeting.planned",
            kind=new.kind.value,
            other_party=new.other_party,
            agreement=new.agreement,
            planned=str(meeting.planned_on),
        )
    return meeting.id


async def replan(actor: Actor, meeting: int, changed: Plan) -> None:
    """Give a planned meeting another title, day or place; RuleBroken once it is no plan."""
    async with sitting(actor, meeting) as now:
        hold_planned(now.meeting, "Perubahan rencana")
        await store.replan(
            *(now.connection, meeting),
            title=changed.title,
            planned_on=changed.planned_on,
            place=changed.place,
        )
        await now.happened("meeting.replanned", planned=str(changed.planned_on))


async def hold(actor: Actor, meeting: int, held_on: date) -> None:
    """Let the meeting have taken place on this day; RuleBroken ahead of its plan or of today."""
    async with sitting(actor, meeting) as now:
        check_holding(now.meeting, held_on, now.today)
        await store.set_state(now.connection, meeting, MeetingState.HELD, held_on)
        await now.happened("meeting.held", on=held_on)


async def cancel(actor: Actor, meeting: int) -> None:
    """Cancel a planned meeting; RuleBroken once it is no plan any more."""
    async with sitting(actor, meeting) as now:
        hold_planned(now.meeting, "Pembatalan")
        await store.set_state(now.connection, meeting, MeetingState.CANCELLED, None)
        await now.happened("meeting.cancelled")

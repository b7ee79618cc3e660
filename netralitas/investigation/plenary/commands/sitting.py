"""Acts on plenary meetings before they decide: planned, cases laid on the table, who is there."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, time
from typing import Final

from netralitas import clock
from netralitas.access.domain import Actor, Role
from netralitas.access.policy import Permission, may
from netralitas.audit.domain import Event, EventKind, Head, Moment
from netralitas.audit.record import lock, open_stream, record
from netralitas.cases.commands import tell_in
from netralitas.cases.queries import CaseView, view_case
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.investigation.plenary import store
from netralitas.investigation.plenary.domain import Meeting
from netralitas.investigation.plenary.policy import outcomes_of
from netralitas.investigation.plenary.words import NOT_OURS, ONLY_COMMISSIONERS
from netralitas.law.book import RuleBook
from netralitas.refusals import Invalid, NotAllowed, NotVisible, RuleBroken

TABLED: Final = "plenary.tabled"
TAKEN_OFF: Final = "plenary.taken_off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """When and where a meeting is, and who chairs it."""

    held_on: date
    starts: time
    place: str
    chair: int


async def plan_meeting(actor: Actor, plan: Plan) -> int:
    """Return the id of a new meeting of the actor's office.

    Raises NotAllowed, and Invalid for a chair who is no commissioner of the office on that day.
    """
    may(actor, Permission.KEEP_PLENARY)
    async with writing(actor) as c:
        members = await store.members_on(c, actor.organisation, plan.held_on)
        chair = next((each for each in members if each.officer == plan.chair), None)
        if chair is None:
            raise Invalid(
                {"chair": ["Pimpinan rapat adalah anggota Bawaslu kantor Anda pada hari itu."]}
            )
        head = await open_stream(c, "plenary")
        meeting = Meeting(
            id=head.stream,
            organisation=actor.organisation,
            chair=plan.chair,
            chair_name=chair.name,
            held_on=plan.held_on,
            starts=plan.starts,
            place=plan.place,
        )
        await store.add_meeting(c, meeting)
        await _happened(c, actor, head, "plenary.planned", day=str(plan.held_on))
    return meeting.id


async def note_presence(actor: Actor, meeting: int, officers: Collection[int]) -> None:
    """Hold that exactly these commissioners are there.

    Raises RuleBroken before the day, Invalid for one who is no member, NotVisible, NotAllowed.
    """
    may(actor, Permission.KEEP_PLENARY)
    async with writing(actor) as c:
        head = await lock(c, meeting)
        found = await kept(c, meeting)
        hold_begun(found, actor)
        members = await store.members_on(c, found.organisation, found.held_on)
        if not {each.officer for each in members}.issuperset(officers):
            raise Invalid({"officers": ["Pilih lagi anggota yang hadir dari daftar."]})
        await store.set_presence(c, found, officers)
        await _happened(c, actor, head, "plenary.presence_noted", present=len(set(officers)))


async def lay_on_table(actor: Actor, meeting: int, case: int, *, book: RuleBook) -> None:
    """Lay a case of the office on the table of a meeting.

    Raises RuleBroken for one that waits for no plenary, NotVisible, NotAllowed.
    """
    may(actor, Permission.KEEP_PLENARY)
    async with writing(actor) as c:
        await kept(c, meeting)
        view = await own_case(c, actor, case, book)
        if not outcomes_of(view.dossier.handling().state):
            raise RuleBroken("Perkara ini tidak menunggu rapat pleno.", rule="plenary.state")
        readers = view.dossier.handling().readers
        event = await tell_in(c, actor, case, TABLED, readers, {"meeting": meeting})
        await store.add_item(c, meeting, case, event.id, readers)


async def take_off_table(actor: Actor, meeting: int, case: int, *, book: RuleBook) -> None:
    """Take a case that is not decided there off the table; NotVisible where it does not lie."""
    may(actor, Permission.KEEP_PLENARY)
    async with writing(actor) as c:
        await kept(c, meeting)
        view = await own_case(c, actor, case, book)
        readers = view.dossier.handling().readers
        await tell_in(c, actor, case, TAKEN_OFF, readers, {"meeting": meeting})
        if not await store.take_off(c, meeting, case):
            raise NotVisible


async def set_quorum(actor: Actor, least: int | None) -> None:
    """Set how many of the office must take part at least; None: more than half of them."""
    may(actor, Permission.KEEP_PLENARY)
    if Role.COMMISSIONER not in actor.roles:
        raise NotAllowed(ONLY_COMMISSIONERS)
    async with writing(actor) as c:
        head = await open_stream(c, "plenary")
        at = clock.now()
        await store.set_least(
            c, head.stream, actor.organisation, least=least, officer=actor.officer, at=at
        )
        await _happened(c, actor, head, "plenary.quorum_set", least=least)


async def kept(c: Connection, meeting: int) -> Meeting:
    """Return a meeting of the actor's office; NotVisible for any other."""
    found = await store.meeting_of(c, meeting)
    if found is None:
        raise NotVisible
    return found


async def own_case(c: Connection, actor: Actor, case: int, book: RuleBook) -> CaseView:
    """Return a case of the actor's office; NotVisible where they are kept out of it."""
    view = await view_case(c, actor, case, now=clock.now(), book=book)
    if view.dossier.owner != actor.organisation:
        raise NotAllowed(NOT_OURS)
    return view


def hold_begun(meeting: Meeting, actor: Actor) -> None:
    """Hold that the meeting is not still to come; RuleBroken else."""
    zone = Moment.time(clock.now(), actor.zone).on
    if zone is None or meeting.held_on > zone:
        raise RuleBroken(
            "Rapat ini belum berlangsung; kehadiran dan keputusan dicatat mulai hari rapat.",
            rule="plenary.date",
        )


async def _happened(c: Connection, actor: Actor, head: Head, name: str, **details: object) -> None:
    event = Event(
        stream=head.stream,
        kind=EventKind.FACT,
        name=name,
        actor=actor.officer,
        organisation=actor.organisation,
        readers=(actor.organisation,),
        happened=Moment.time(clock.now(), actor.zone),
        details=details,
    )
    await record(c, head, event)

"""The tab of attendance of an activity."""

from collections.abc import Sequence

import msgspec

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.database.connection import Connection
from netralitas.law.domain import Zone
from netralitas.prevention.attending import policy, words
from netralitas.prevention.attending.domain import (
    Door,
    Phase,
    Presence,
    Question,
    Sitting,
    TestResult,
    here,
)
from netralitas.prevention.attending.door import ADDRESS
from netralitas.prevention.attending.pages import (
    AttendancePage,
    DoorShown,
    QuestionShown,
    SittingShown,
    TestShown,
    UnitLine,
)
from netralitas.prevention.attending.queries.doors import door_hours, door_of, door_state
from netralitas.prevention.attending.queries.presence import attendance_of
from netralitas.prevention.attending.queries.quiz import questions_of, test_result
from netralitas.prevention.figures import share
from netralitas.prevention.queries.head import head
from netralitas.prevention.queries.opened import Opened, open_activity
from netralitas.prevention.tabs import ATTENDANCE
from netralitas.refusals import RuleBroken


async def attendance_page(
    c: Connection, actor: Actor, activity: int, site: str, done: str | None = None
) -> AttendancePage:
    """Return the tab of attendance; `site` is where the public site is reached. Eleven statements.

    NotVisible for an activity that is not the reader's.
    """
    opened = await open_activity(c, actor, activity)
    presence = await attendance_of(c, activity)
    door = await door_of(c, activity)
    questions = await questions_of(c, activity)
    above = head(actor, opened, ATTENDANCE)
    mine, waiting = above.ways.add is not None, _waiting(actor, opened)
    return AttendancePage(
        head=msgspec.structs.replace(above, done=words.DONE.get(done or "")),
        here=here(activity),
        units=_units(presence),
        people=presence.people,
        named=presence.named + presence.guests,
        guests=presence.guests,
        waiting=waiting if mine else None,
        records=mine and waiting is None,
        prepares=mine,
        door=_door(door, actor, site) if door else None,
        test=_test(questions, await test_result(c, activity)),
    )


def _waiting(actor: Actor, opened: Opened) -> str | None:
    """Return why nobody can be noted as present yet; None where it is possible."""
    try:
        policy.hold_day_come(opened.activity, clock.today(Zone(actor.zone).tz))
    except RuleBroken as refused:
        return refused.reason
    return None


def _units(presence: Presence) -> tuple[UnitLine, ...]:
    return tuple(
        UnitLine(
            name=one.name,
            region=one.region or words.NO_REGION,
            present=one.present,
            named=one.named,
            staff=one.staff,
            share=one.share,
        )
        for one in presence.units
    )


def _door(door: Door, actor: Actor, site: str) -> DoorShown:
    now = clock.now()
    state, tone = door_state(door, now)
    return DoorShown(
        state=state,
        tone=tone,
        hours=door_hours(door, actor.zone),
        address=f"{site}{ADDRESS}/{door.token}",
        closable=now < door.closes_at,
    )


def _test(questions: Sequence[Question], result: TestResult | None) -> TestShown:
    before = result.before if result else None
    after = result.after if result else None
    return TestShown(
        questions=tuple(
            QuestionShown(
                text=one.text,
                choices=tuple((said, at == one.right) for at, said in enumerate(one.choices)),
                before=_right(before, place),
                after=_right(after, place),
            )
            for place, one in enumerate(questions)
        ),
        sittings=tuple(
            _sitting(phase, found)
            for phase, found in ((Phase.BEFORE, before), (Phase.AFTER, after))
            if found
        ),
        gain=words.gain(result.gain) if result and result.gain is not None else None,
        fixed=result is not None,
    )


def _sitting(phase: Phase, found: Sitting) -> SittingShown:
    return SittingShown(
        label=words.PHASES[phase],
        slug=words.SLUGS[phase],
        people=found.people,
        on_paper=found.people - found.by_phone,
        mean=found.mean,
    )


def _right(found: Sitting | None, place: int) -> int | None:
    """Return the share of right answers to a question, of those whose answers are known singly."""
    if found is None or not found.by_phone or place >= len(found.right):
        return None
    return share(found.right[place], found.by_phone)

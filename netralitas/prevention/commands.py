"""Planning, holding, correcting and cancelling activities: one transaction and one event each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from zoneinfo import ZoneInfo

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.accounts.queries import readers_for
from netralitas.agreements.queries import offices_of, one_cooperation
from netralitas.audit.domain import Event, EventKind, Head, Moment
from netralitas.audit.record import open_stream, record
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.law.domain import Zone
from netralitas.law.words import moment
from netralitas.prevention import policy, store, words
from netralitas.prevention.domain import Activity, CancelReason, NewActivity, NewUnit, Record
from netralitas.prevention.queries.choices import is_known_region, is_possible_party
from netralitas.prevention.queries.offer import offer_for
from netralitas.refusals import Invalid, Stale

_NOT_YOURS: Final = "Kerja sama ini tidak ada, atau kantor Anda bukan pihaknya."


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The activity that a form was opened on, at the version it showed."""

    activity: int
    version: int


async def plan_activity(actor: Actor, new: NewActivity) -> int:
    """Return the id of a new activity, which both parties see from then on.

    Raises NotAllowed, or Invalid with what contradicts itself, by field.
    """
    may(actor, Permission.RECORD_ACTIVITY)
    async with writing(actor) as c:
        chain = await readers_for(c, actor.organisation)
        others, party, readers = await _who(c, actor, chain, new)
        if not await is_known_region(c, new.region):
            raise Invalid({"region": ["Kecamatan ini tidak dikenal. Pilih lagi."]})
        head = await open_stream(c, "activity")
        await store.add(c, head.stream, actor.organisation, new, readers)
        details = {
            "theme": new.theme.value,
            "kind": new.kind.value,
            "together": new.together.value,
            "planned_on": new.planned_on.isoformat(),
            "region": new.region,
            "agreement": new.agreement,
            "party": party,
            "others": others,
        }
        await record(c, head, _event(actor, head, "activity.planned", readers, details))
        return head.stream


async def hold_activity(actor: Actor, target: Target, held_on: date, said: Record) -> None:
    """Record that an activity was held on a day, who came and which duties were done.

    Raises NotVisible, NotAllowed, RuleBroken (held before, cancelled), Stale, or Invalid by field.
    """
    may(actor, Permission.RECORD_ACTIVITY)
    async with writing(actor) as c:
        activity, head = await _opened(c, actor, target.activity)
        policy.hold_open(activity)
        await _hold_fresh(c, head, target)
        problems = dict(policy.held_on_problems(held_on, clock.today(ZoneInfo(actor.zone))))
        problems.update(policy.record_problems(activity, said, await offer_for(c, activity)))
        _refuse(problems)
        await store.held(c, activity.id, held_on)
        await store.replace_record(c, activity.id, said)
        happened = Moment.day(held_on, actor.zone)
        readers, details = activity.readers, _recorded(said)
        event = _event(actor, head, "activity.held", readers, details, happened=happened)
        await record(c, head, event)


async def correct_record(actor: Actor, target: Target, said: Record) -> None:
    """Replace attendance and duties of an activity that was held; nothing new is no event.

    Raises NotVisible, NotAllowed, RuleBroken (not held), Stale, or Invalid by field.
    """
    may(actor, Permission.RECORD_ACTIVITY)
    async with writing(actor) as c:
        activity, head = await _opened(c, actor, target.activity)
        policy.hold_held(activity)
        await _hold_fresh(c, head, target)
        _refuse(policy.record_problems(activity, said, await offer_for(c, activity)))
        if _recorded(said) == _recorded(await store.recorded(c, activity.id)):
            return
        await store.replace_record(c, activity.id, said)
        name = "activity.attendance_recorded"
        await record(c, head, _event(actor, head, name, activity.readers, _recorded(said)))


async def cancel_activity(actor: Actor, target: Target, reason: CancelReason) -> None:
    """Cancel a planned activity for a reason; it stays in the plan as one that was not held.

    Raises NotVisible, NotAllowed (not the organiser), RuleBroken (held or cancelled), Stale.
    """
    may(actor, Permission.RECORD_ACTIVITY)
    async with writing(actor) as c:
        activity, head = await store.locked(c, target.activity)
        policy.hold_organiser(actor, activity)
        policy.hold_open(activity)
        await _hold_fresh(c, head, target)
        await store.cancelled(c, activity.id)
        details = {"reason": reason.value}
        name = "activity.cancelled"
        await record(c, head, _event(actor, head, name, activity.readers, details))


async def add_unit_in(connection: Connection, new: NewUnit) -> int:
    """Return the id of a new work unit; the connection must be the owner's.

    The application's role only reads units, as it does agreements: the demo and tests add them.
    """
    return await store.add_unit(connection, new)


async def _who(
    c: Connection, actor: Actor, chain: Sequence[int], new: NewActivity
) -> tuple[list[int], int | None, tuple[int, ...]]:
    """Return the other organisations, the actor's party of the agreement, and who reads it."""
    cooperation = None
    if new.agreement is not None:
        cooperation = await one_cooperation(c, new.agreement)
        if cooperation is None or cooperation.party_of(chain) is None:
            raise Invalid({"agreement": [_NOT_YOURS]})
    _refuse(policy.plan_problems(new, cooperation, clock.today(ZoneInfo(actor.zone))))
    if cooperation is not None:
        party = cooperation.party_of(chain)
        others = [one.organisation for one in cooperation.parties if one.organisation != party]
        return others, party, tuple(sorted({*chain, *cooperation.readers}))
    if new.other is None:
        return [], None, tuple(chain)
    if new.other in chain or not await is_possible_party(c, new.other):
        raise Invalid({"other": ["Pilih instansi pemerintah daerah atau Bawaslu yang lain."]})
    readers = await offices_of(c, [new.other])
    return [new.other], None, tuple(sorted({*chain, *readers}))


async def _opened(c: Connection, actor: Actor, activity: int) -> tuple[Activity, Head]:
    """Return the activity under lock for who records what became of it."""
    found, head = await store.locked(c, activity)
    policy.hold_recorder(actor, await readers_for(c, actor.organisation), found)
    return found, head


async def _hold_fresh(c: Connection, head: Head, target: Target) -> None:
    """Hold that nothing happened since the form was opened; Stale says what did, and by whom."""
    if head.version == target.version:
        return
    changed = [
        f"{words.event(row['name'], row['details'], row['happened_on'])}"
        f" Dicatat oleh {row['actor_name']}, {row['organisation_name']},"
        f" {moment(row['recorded_at'], Zone(row['zone']))}."
        for row in await store.since(c, target.activity, target.version)
    ]
    raise Stale("Kegiatan ini berubah sejak Anda membuka formulir.", changed=changed)


def _event(
    actor: Actor,
    head: Head,
    name: str,
    readers: Sequence[int],
    details: Mapping[str, Any],
    *,
    happened: Moment | None = None,
) -> Event:
    """Return an event of an activity, which happened just now unless told otherwise."""
    return Event(
        stream=head.stream,
        kind=EventKind.FACT,
        name=name,
        actor=actor.officer,
        organisation=actor.organisation,
        readers=tuple(readers),
        happened=happened or Moment.time(head.now, actor.zone),
        details=details,
    )


def _recorded(said: Record) -> dict[str, Any]:
    """Return a record as an event keeps it: numbers only, in one order."""
    counted = sorted((one.unit, one.present) for one in said.attendance)
    return {
        "attendance": [{"unit": unit, "present": present} for unit, present in counted],
        "duties": sorted(said.duties),
    }


def _refuse(problems: Mapping[str, Sequence[str]]) -> None:
    if problems:
        raise Invalid(problems)

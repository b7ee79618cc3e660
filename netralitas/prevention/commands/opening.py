"""What the commands on one activity share: opened under lock, fresh, recorded as an event."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.accounts.queries import readers_for
from netralitas.audit.domain import Event, EventKind, Head, Moment
from netralitas.audit.record import record
from netralitas.database.connection import Connection
from netralitas.law.domain import Zone
from netralitas.law.words import moment
from netralitas.prevention import event_words, policy, store
from netralitas.prevention.domain import Activity
from netralitas.refusals import Invalid, Stale

_BESIDE: Final = ("activity.test_answered",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The activity that a form was opened on, at the version it showed."""

    activity: int
    version: int


async def opened(c: Connection, actor: Actor, activity: int) -> tuple[Activity, Head]:
    """Return the activity under lock for who records what became of it.

    Raises NotVisible, or NotAllowed with the reason.
    """
    found, head = await store.locked(c, activity)
    may(actor, Permission.RECORD_ACTIVITY)
    policy.hold_recorder(actor, await readers_for(c, actor.organisation), found)
    return found, head


async def opened_by_organiser(c: Connection, actor: Actor, activity: int) -> tuple[Activity, Head]:
    """Return the activity under lock for its organiser, who says when it is, and whether."""
    found, head = await store.locked(c, activity)
    may(actor, Permission.RECORD_ACTIVITY)
    policy.hold_organiser(actor, found)
    return found, head


async def hold_fresh(c: Connection, head: Head, target: Target) -> None:
    """Hold that the form shows what stands now; Stale says what happened since, and by whom.

    Answers to a test come in while somebody writes, and change nothing that a form shows.
    """
    if head.version == target.version:
        return
    since = await store.since(c, target.activity, target.version, beside=_BESIDE)
    if not since:
        return
    changed = [
        f"{event_words.event(row['name'], row['details'], row['happened_on'])}"
        f" Dicatat oleh {row['actor_name']}, {row['organisation_name']},"
        f" {moment(row['recorded_at'], Zone(row['zone']))}."
        for row in since
    ]
    raise Stale("Kegiatan ini berubah sejak Anda membuka formulir.", changed=changed)


async def note(  # noqa: PLR0913 - the parts of one event
    c: Connection,
    actor: Actor,
    head: Head,
    name: str,
    readers: Sequence[int],
    details: Mapping[str, Any],
    *,
    happened: Moment | None = None,
) -> None:
    """Record an event of an activity, which happened just now unless told otherwise."""
    event = Event(
        stream=head.stream,
        kind=EventKind.FACT,
        name=name,
        actor=actor.officer,
        organisation=actor.organisation,
        readers=tuple(readers),
        happened=happened or Moment.time(head.now, actor.zone),
        details=details,
    )
    await record(c, head, event)


def refuse(problems: Mapping[str, Sequence[str]]) -> None:
    """Raise Invalid with the problems, if there are any."""
    if problems:
        raise Invalid(problems)

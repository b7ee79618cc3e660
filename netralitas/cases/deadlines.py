"""Deadlines that run are extended, paused and resumed, in the open: with reason and basis."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission
from netralitas.audit.domain import Event, EventKind, Moment
from netralitas.cases.change import Change
from netralitas.cases.clocks import NewClock
from netralitas.cases.dossier import Dossier, LockedProceeding, lock_case
from netralitas.cases.events import staying_event
from netralitas.cases.lengthening import (
    OVER,
    against_extension,
    against_pause,
    against_resumption,
    hold_after_pause,
    hold_maximum,
    hold_within,
    lengthened,
    passed,
)
from netralitas.cases.presence import hold
from netralitas.cases.record import enter
from netralitas.cases.running import RunningClock, running
from netralitas.cases.when import check_moment
from netralitas.database.transactions import writing
from netralitas.law.entries import LawData
from netralitas.law.laws import Register
from netralitas.refusals import RuleBroken, Stale

EXTENDED: Final = "case.deadline_extended"
PAUSED: Final = "case.deadline_paused"
RESUMED: Final = "case.deadline_resumed"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineRequest:
    """What a person does to clocks that stand alike, by id; why, and on what basis.

    `version` is the latest of their proceedings that the form saw: the versions of a case follow
    one another, so that whatever was done to one of them since has a later one. `happened` is when
    it was decided. A resumption needs no basis.
    """

    case: int
    clocks: tuple[int, ...]
    version: int
    happened: Moment
    reason: str
    basis: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence:
    """What follows for one clock: the event by name, and its heir; without one it stands still."""

    name: str
    heir: NewClock | None
    details: Mapping[str, object] = field(default_factory=dict)


type_consequence = Callable[[RunningClock], Consequence]


async def extend_deadline(
    actor: Actor, request: DeadlineRequest, units: int, *, law: LawData
) -> tuple[int, ...]:
    """Put so many units on the number of the rules and return the events, one for each clock.

    Raises RuleBroken (the rule, the date, no reason or basis), NotAllowed, Stale, NotVisible; then
    nothing is recorded.
    """
    _hold_said(request, basis=True)

    def extended(clock: RunningClock) -> Consequence:
        _refuse(against_extension(clock), "deadline.extension")
        hold_within(clock, request.happened, what="Perpanjangan")
        if units < 1:
            raise RuleBroken("Tambahan waktu sekurang-kurangnya 1.", rule="deadline.units")
        hold_maximum(clock, units)
        heir = lengthened(clock, units)
        return Consequence(name=EXTENDED, heir=heir, details={"added": units})

    return await _entered(actor, request, law, extended)


async def pause_deadline(
    actor: Actor, request: DeadlineRequest, *, law: LawData
) -> tuple[int, ...]:
    """Let the clocks stand still from that day on and return the events, one for each clock.

    While it stands still a clock is due nowhere and never late. Raises what `extend_deadline` does.
    """
    _hold_said(request, basis=True)

    def paused(clock: RunningClock) -> Consequence:
        _refuse(against_pause(clock), "deadline.pause")
        hold_within(clock, request.happened, what="Jeda")
        return Consequence(name=PAUSED, heir=None)

    return await _entered(actor, request, law, paused)


async def resume_deadline(
    actor: Actor, request: DeadlineRequest, *, law: LawData
) -> tuple[int, ...]:
    """Let paused clocks run again, later by what passed meanwhile; return the events.

    Raises what `extend_deadline` does.
    """
    _hold_said(request, basis=False)

    def resumed(clock: RunningClock) -> Consequence:
        _refuse(against_resumption(clock), "deadline.resumption")
        hold_after_pause(clock, request.happened)
        units = passed(clock, request.happened)
        heir = lengthened(clock, units)
        details = {"added": units, "pause": clock.paused_by}
        return Consequence(name=RESUMED, heir=heir, details=details)

    return await _entered(actor, request, law, resumed)


async def _entered(
    actor: Actor, request: DeadlineRequest, law: LawData, follows: type_consequence
) -> tuple[int, ...]:
    """Record on each clock what follows for it; all of them or none."""
    async with writing(actor) as connection:
        dossier = await lock_case(connection, request.case)
        book = law.book.at(dossier.region)
        found = await running(connection, dossier.id, request.clocks, book, dossier.zone)
        targets = _unchanged(actor, dossier, found, request.version)
        check_moment(request.happened, dossier.head.now, dossier.act_on)
        changes = [
            _change(_event(actor, dossier, target, request, law.laws), clock, follows(clock))
            for target, clock in targets
        ]
        recorded, _ = await enter(connection, dossier.head, changes)
        return tuple(entry.id for entry in recorded)


def _unchanged(
    actor: Actor, dossier: Dossier, found: Mapping[int, RunningClock | None], version: int
) -> list[tuple[LockedProceeding, RunningClock]]:
    """Return the proceedings with what runs there; Stale, over, or not the actor's to change."""
    targets = [(dossier.proceeding(identity), clock) for identity, clock in found.items()]
    for target, _ in targets:
        hold(actor, dossier, Permission.CORRECT, target)
        if target.version > version:
            raise Stale
    still = [(target, clock) for target, clock in targets if clock is not None]
    if len(still) < len(targets):
        raise RuleBroken(OVER, rule="deadline.over")
    return still


def _change(event: Event, clock: RunningClock, consequence: Consequence) -> Change:
    named = replace(
        event, name=consequence.name, details={"rule": clock.code, **consequence.details}
    )
    if consequence.heir is None:
        return Change(event=named, pauses=(clock.id,))
    return Change(event=named, replaces=(clock.id,), starts=(consequence.heir,))


def _event(
    actor: Actor,
    dossier: Dossier,
    target: LockedProceeding,
    request: DeadlineRequest,
    laws: Register,
) -> Event:
    """Return the event, which keeps the laws that the basis cites; its words are in the note."""
    basis = request.basis or ""
    return replace(
        staying_event(actor, dossier, target, EventKind.FACT, EXTENDED),
        happened=request.happened,
        basis=tuple(law.id for law in laws.cited(basis)),
        note=f"{request.reason}\nDasar: {basis}" if basis else request.reason,
    )


def _hold_said(request: DeadlineRequest, *, basis: bool) -> None:
    if not request.reason.strip():
        raise RuleBroken("Tuliskan alasannya.", rule="deadline.reason")
    if basis and not (request.basis or "").strip():
        raise RuleBroken(
            "Tuliskan dasarnya: peraturan, surat, atau putusan.", rule="deadline.basis"
        )


def _refuse(sentence: str | None, rule: str) -> None:
    if sentence is not None:
        raise RuleBroken(sentence, rule=rule)

"""Taking registers in: a batch, then each line by itself, whole or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.accounts.queries import readers_for
from netralitas.audit.domain import Event, EventKind, Moment
from netralitas.audit.record import open_stream, record
from netralitas.cases.as_found.commands import enter_as_found_in, tell_related_in
from netralitas.cases.as_found.domain import EnteredCase
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.imports import store as batches
from netralitas.imports.cases import store, words
from netralitas.imports.cases.placed import Placed, Related
from netralitas.imports.cases.report import Said, Unplaced
from netralitas.imports.domain import ImportKind
from netralitas.law.book import RuleBook
from netralitas.referral.external.commands import Told, record_table_in
from netralitas.refusals import Invalid, RuleBroken

MERGED: Final = "merged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """A file of cases: what it is called, its digest, how many lines are good and refused."""

    source: str
    digest: bytes
    good: int
    refused: int


async def open_batch(actor: Actor, register: Register) -> int:
    """Return the id under which the cases of a file are taken in; one event says that they are.

    Raises NotAllowed for anybody who takes no cases in.
    """
    may(actor, Permission.TAKE_IN)
    async with writing(actor) as c:
        head = await open_stream(c, "import")
        new = batches.NewBatch(
            id=head.stream,
            kind=ImportKind.CASES,
            source=register.source,
            organisation=actor.organisation,
            officer=actor.officer,
            digest=register.digest,
            columns={},
            rows=register.good,
            at=head.now,
            readers=(actor.organisation,),
        )
        await batches.add(c, new)
        event = Event(
            stream=head.stream,
            kind=EventKind.FACT,
            name="import.taken_in",
            actor=actor.officer,
            organisation=actor.organisation,
            readers=await readers_for(c, actor.organisation),
            happened=Moment.time(clock.now(), actor.zone),
            details={
                "kind": ImportKind.CASES.value,
                "rows": register.good,
                "refused": register.refused,
            },
        )
        await record(c, head, event)
        return head.stream


async def take_in_case(
    actor: Actor, placed: Placed, batch: int, *, book: RuleBook
) -> tuple[Said, ...]:
    """Take one line in by a transaction of its own; what is said of it, a refusal among it or not.

    A refused line leaves nothing.
    """
    may(actor, Permission.TAKE_IN)
    try:
        async with writing(actor) as c:
            entered = await enter_as_found_in(c, actor, placed.found, book=book)
            lost = await _relate(c, actor, placed, entered)
            unplaced = (*placed.unplaced, *lost)
            await _keep(c, actor, placed, entered, batch, unplaced)
    except RuleBroken as broken:
        return (_refused(placed, "", broken.reason),)
    except Invalid as invalid:
        found = [(name, each) for name, sentences in invalid.errors.items() for each in sentences]
        return tuple(_refused(placed, name, sentence) for name, sentence in found)
    return tuple(
        Said(line=placed.line, field=each.field, sentence=each.sentence, refuses=False)
        for each in lost
    )


async def _keep(
    c: Connection,
    actor: Actor,
    placed: Placed,
    entered: EnteredCase,
    batch: int,
    unplaced: Sequence[Unplaced],
) -> None:
    """Keep what other systems say, and which line the case came from."""
    for place, alike in groupby(placed.external, key=lambda said: said.respondent):
        told = [Told(respondent=entered.respondents[place], word=said.word) for said in alike]
        await record_table_in(c, actor, told, batch)
    fresh = await store.add_imported(
        *(c, placed),
        case=entered.id,
        organisation=actor.organisation,
        batch=batch,
        unplaced=unplaced,
        readers=entered.readers,
    )
    if not fresh:
        raise RuleBroken(words.KNOWN_MEANWHILE.format(key=placed.key), rule="import.twice")


async def _relate(
    c: Connection, actor: Actor, placed: Placed, entered: EnteredCase
) -> tuple[Unplaced, ...]:
    """Hold that the cases of one matter lead to one another; return what could not be related."""
    known = await store.cases_of(c, actor.organisation, [each.key for each in placed.related])
    lost = []
    for at, each in enumerate(placed.related):
        other = known.get(each.key)
        problem = None
        if other is None:
            problem = words.NO_COUNTERPART.format(key=each.key)
        elif each.kind == "split_from":
            await tell_related_in(c, actor, entered, "split", other)
        elif not _merges(placed, entered):
            problem = words.NOT_MERGED
        else:
            await _merge(c, actor, entered, other)
        if problem is not None:
            lost.append(_lost(at, each, problem))
    return tuple(lost)


async def _merge(c: Connection, actor: Actor, entered: EnteredCase, other: int) -> None:
    await tell_related_in(c, actor, entered, "merged", other)
    if entered.gone is not None:
        await store.add_merger(c, entered.id, other, entered.gone, entered.readers)


def _merges(placed: Placed, entered: EnteredCase) -> bool:
    """Say whether the handling went on elsewhere, from a state to which it could come back."""
    handled = [step.state for step in placed.found.steps if step.proceeding == 0 and step.state]
    return handled[-1] == MERGED and entered.gone is not None


def _lost(at: int, each: Related, problem: str) -> Unplaced:
    said = {"kind": each.kind, "key": each.key}
    return Unplaced(field=f"related[{at}]", value=said, sentence=problem)


def _refused(placed: Placed, field: str, sentence: str) -> Said:
    return Said(line=placed.line, field=field, sentence=sentence, refuses=True)

"""Recording what other systems say: of one respondent, or of many as a table tells it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from netralitas.access.domain import Actor
from netralitas.access.policy import Field, Permission
from netralitas.audit.domain import Event, EventKind, Head, Moment
from netralitas.audit.record import lock_each, record_each
from netralitas.cases.commands import tell_in
from netralitas.cases.queries import CaseView
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.evidence.domain import Stored
from netralitas.referral.external import store, words
from netralitas.referral.external.domain import ExternalWord
from netralitas.referral.external.store import NewRecord
from netralitas.refusals import NotVisible, RuleBroken

RECORDED: Final = "referral.external_recorded"
WITHDRAWN: Final = "referral.external_withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a system says of a respondent."""

    respondent: int
    word: ExternalWord


async def record_external(view: CaseView, told: Told, proof: Stored | None = None) -> None:
    """Record what a system says, by an event of the case; `proof` is a kept file that shows it.

    Whoever reads the respondent reads it. Raises NotVisible, NotAllowed, RuleBroken (nothing is
    said).
    """
    hold_recorder(view)
    if not told.word.says_something:
        raise RuleBroken(words.NOTHING_SAID, rule="external.empty")
    proofs = [(f"Bukti dari {words.SYSTEMS[told.word.system]}", proof)] if proof else []
    async with writing(view.actor) as c:
        found = (await store.respondents(c, [told.respondent])).get(told.respondent)
        if found is None or found["case_file"] != view.dossier.id:
            raise NotVisible
        recorded = await tell_in(
            *(c, view.actor, view.dossier.id, RECORDED, tuple(found["readers"])),
            _details([told]),
            proofs=proofs,
        )
        new = NewRecord(respondent=told.respondent, event=recorded.id, word=told.word)
        await store.add(c, [new])


def hold_recorder(view: CaseView) -> None:
    """Hold that the reader of the case may record what other systems say there."""
    if not {Field.RESPONDENTS, Field.REFERRAL} <= view.seen:
        raise NotVisible
    view.hold(Permission.RECORD_EXTERNAL)


async def record_table_in(c: Connection, actor: Actor, lines: Sequence[Told], batch: int) -> None:
    """Record every line of a table inside the caller's transaction, by one event for each case.

    Respondents of a case who are read by others have an event of their own. Who may is for the
    caller to hold. NotVisible where the actor sees one of the respondents no longer.
    """
    seen = await store.respondents(c, sorted({line.respondent for line in lines}))
    groups: dict[tuple[int, tuple[int, ...]], list[Told]] = defaultdict(list)
    for line in lines:
        if line.respondent not in seen:
            raise NotVisible
        row = seen[line.respondent]
        groups[row["case_file"], tuple(row["readers"])].append(line)
    said = {key: {**_details(group), "batch": batch} for key, group in groups.items()}
    events = await _record(c, actor, RECORDED, said)
    records = [
        NewRecord(respondent=line.respondent, event=events[key], word=line.word)
        for key, group in groups.items()
        for line in group
    ]
    await store.add(c, records, batch)


async def withdraw_table_in(c: Connection, actor: Actor, batch: int, rows: int) -> bool:
    """Remove what an import recorded, by one event for each case; False where not all is seen.

    Then nothing has happened: what some officer cannot read, they do not take back.
    """
    found = await store.of_batch(c, batch)
    if len(found) != rows:
        return False
    counted: dict[tuple[int, tuple[int, ...]], int] = defaultdict(int)
    for row in found:
        counted[row["case_file"], tuple(row["readers"])] += 1
    said = {key: {"batch": batch, "records": number} for key, number in counted.items()}
    await _record(c, actor, WITHDRAWN, said)
    await store.remove(c, batch)
    return True


async def _record(
    c: Connection,
    actor: Actor,
    name: str,
    said: Mapping[tuple[int, tuple[int, ...]], Mapping[str, object]],
) -> dict[tuple[int, tuple[int, ...]], int]:
    """Record an event for each case and its readers; return their ids by the same keys."""
    heads = await lock_each(c, sorted({case for case, _ in said}))
    by_case: dict[int, list[tuple[int, ...]]] = defaultdict(list)
    for case, readers in said:
        by_case[case].append(readers)
    keys = [(case, readers) for case, found in by_case.items() for readers in found]
    batches = [
        (
            heads[case],
            [_event(actor, heads[case], name, readers, said[case, readers]) for readers in found],
        )
        for case, found in by_case.items()
    ]
    recorded = await record_each(c, batches)
    await store.follow(c, list(by_case))
    return {key: entry.id for key, entry in zip(keys, recorded, strict=True)}


def _event(
    actor: Actor, head: Head, name: str, readers: tuple[int, ...], details: Mapping[str, object]
) -> Event:
    """Return an event of now on the case alone: it makes nobody's open form stale."""
    return Event(
        stream=head.stream,
        kind=EventKind.FACT,
        name=name,
        actor=actor.officer,
        organisation=actor.organisation,
        readers=readers,
        happened=Moment.time(head.now, actor.zone),
        details=details,
    )


def _details(told: Iterable[Told]) -> dict[str, object]:
    """Return what the event says: codes, ids and days; the numbers and words stay in the rows."""
    return {
        "external": [
            {
                "respondent": one.respondent,
                "system": one.word.system.value,
                "standing": one.word.standing.value,
                "as_of": one.word.as_of.on.isoformat() if one.word.as_of.on else None,
                "precision": one.word.as_of.precision.value,
            }
            for one in told
        ]
    }

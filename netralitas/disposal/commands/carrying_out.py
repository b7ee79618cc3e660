"""What the worker does with an approved list: line by line, each in one transaction; minutes."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final
from zoneinfo import ZoneInfo

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.accounts.events import happened
from netralitas.accounts.queries import system_actor
from netralitas.cases.commands import tell_in
from netralitas.correspondence.numbers import take
from netralitas.database.connection import Connection
from netralitas.disposal import store, words
from netralitas.disposal.commands.forgetting import FORGET, stand_in
from netralitas.disposal.domain import Disposable, Item, Outcome
from netralitas.disposal.minutes import minutes
from netralitas.disposal.queries.lists import list_in
from netralitas.evidence.commands import add_in
from netralitas.evidence.storage import Storage
from netralitas.jobs.queue import Payload, enqueue
from netralitas.vault.commands import erase_in

CARRY_OUT: Final = "carry_out_disposal"
"""The job that carries out one line of a list: {item}."""

DISPOSED: Final = "case.disposed"
IDENTITY_ERASED: Final = "identity.erased"
_LARGEST: Final = 50 * 1024 * 1024
_REGISTER: Final = "disposal.minutes"

_HELD: Final = """
SELECT CASE WHEN $1 IN ('case', 'identity') THEN is_held($2) ELSE lists_somebody_held($1, $2) END
"""
_GOES_ON: Final = """
SELECT EXISTS (SELECT FROM proceeding p JOIN declared_state s ON s.workflow = p.workflow
               AND s.version = p.workflow_version AND s.state = p.state
               WHERE p.case_file = $1 AND NOT s.final)
"""
_READERS: Final = "SELECT readers FROM case_file WHERE id = $1"
_LEDGER: Final = """
INSERT INTO erasure (kind, case_file, ids, organisation, officer, erased_at, event, reapplied,
                     readers)
VALUES ($1, $2, $3, $4, $5, now(), $6, false, $7) RETURNING id
"""
_CASE: Final = "SELECT dispose_case($1, $2)"
ALONE: Final = {
    Disposable.ATTENDANCE: "SELECT dispose_attendance($1)",
    Disposable.STAFF_LIST: "SELECT dispose_staff_list($1)",
    Disposable.COMPLAINT: "SELECT dispose_complaint($1)",
    Disposable.WEB_REPORT: "SELECT dispose_web_report($1)",
    Disposable.WEB_ADDRESS: "SELECT dispose_web_address($1, $2)",
}
"""What is of no case is emptied by one statement, which wants its line of the ledger."""
_GOES_ON_ALONE: Final = {
    Disposable.COMPLAINT: "SELECT state <> 'closed' FROM service_complaint WHERE id = $1",
    Disposable.WEB_ADDRESS: "SELECT case_file IS NOT NULL FROM web_address WHERE id = $1",
}
_ENTRIES: Final = """
SELECT id FROM vault_entry WHERE case_file = $1 AND erased_by IS NULL ORDER BY id
"""


class CarryingOut:
    """Carries out what two people decided on; what was begun is whole, or nothing of it is."""

    def __init__(self, storage: Storage) -> None:
        """Keep minutes, and what stands where files were, in `storage`."""
        self.storage = storage

    async def run(self, c: Connection, payload: Payload) -> None:
        """Hold that the line is done, and with the last one that the minutes are made."""
        item = await store.locked_item(c, payload["item"])
        if item is None:
            return
        if await c.fetchval(_HELD, item.kept.value, item.subject):
            await store.done(c, item.id, Outcome.HELD)
        elif await _goes_on(c, item):
            await store.done(c, item.id, Outcome.NOT_DUE)
        else:
            await self._erase(c, item)
        if not await store.lines_left(c, item.disposal):
            await self._conclude(c, item)

    async def _erase(self, c: Connection, item: Item) -> None:
        actor = await acting_for(c, item.organisation)
        if item.kept is Disposable.CASE:
            erasure, counts = await self._case(c, actor, item)
        elif item.kept is Disposable.IDENTITY:
            details = {"disposal": item.disposal}
            erased = await erase_identities_left(c, actor, item.subject, details)
            erasure, counts = None, {"identities": erased}
        else:
            erasure = await _entered(c, item, None)
            counts = await empty_alone(c, item.kept, item.subject, self.storage)
        await store.done(c, item.id, Outcome.ERASED, counts, erasure)
        await enqueue(c, FORGET, {}, natural_key=FORGET)

    async def _case(self, c: Connection, actor: Actor, item: Item) -> tuple[int, Mapping[str, int]]:
        details = {"disposal": item.disposal}
        identities = await erase_identities_left(c, actor, item.subject, details)
        readers = await _readers(c, item.subject)
        event = await tell_in(c, actor, item.subject, DISPOSED, readers, details)
        erasure = await _entered(c, item, event.id)
        stands = await stand_in(c, self.storage)
        counts: Mapping[str, int] = await c.fetchval(_CASE, item.subject, stands)
        return erasure, {"identities": identities, **counts}

    async def _conclude(self, c: Connection, item: Item) -> None:
        """Number, print and keep the minutes; the list is closed by them."""
        now = clock.now()
        found = await list_in(c, item.disposal)
        taken = await take(
            c,
            organisation=item.organisation,
            kind=_REGISTER,
            on=clock.today(ZoneInfo(found.zone)),
            pattern=words.PATTERN,
            at=now,
        )
        paper = await minutes(found, taken.printed, now)
        digest = await add_in(c, await self.storage.keep(paper, _LARGEST))
        await store.close(c, item.disposal, now, taken.printed, digest)
        actor = await acting_for(c, item.organisation)
        await happened(c, actor, "disposal.carried_out", disposal=item.disposal)


async def acting_for(c: Connection, organisation: int) -> Actor:
    """Return the system as it acts for an office."""
    return replace(await system_actor(c), organisation=organisation)


async def erase_identities_left(
    c: Connection, actor: Actor, case: int, details: Mapping[str, object]
) -> int:
    """Return how many identities of a case were erased now, by an event of their own."""
    entries = [row["id"] for row in await c.fetch(_ENTRIES, case)]
    if not entries:
        return 0
    said = {**details, "entries": entries}
    event = await tell_in(c, actor, case, IDENTITY_ERASED, await _readers(c, case), said)
    return await erase_in(c, entries, event.id)


async def empty_alone(
    c: Connection, kept: Disposable, subject: int, storage: Storage
) -> Mapping[str, int]:
    """Return what was emptied of something that is of no case; its line is in the ledger."""
    further = [await stand_in(c, storage)] if kept is Disposable.WEB_ADDRESS else []
    counts: Mapping[str, int] = await c.fetchval(ALONE[kept], subject, *further)
    return counts


async def _goes_on(c: Connection, item: Item) -> bool:
    """Say whether a case is being worked on again, or what was of none is of one now."""
    if item.kept in _GOES_ON_ALONE:
        return bool(await c.fetchval(_GOES_ON_ALONE[item.kept], item.subject))
    return item.case_file is not None and bool(await c.fetchval(_GOES_ON, item.case_file))


async def _readers(c: Connection, case: int) -> tuple[int, ...]:
    return tuple(await c.fetchval(_READERS, case))


async def _entered(c: Connection, item: Item, event: int | None) -> int:
    entered: int = await c.fetchval(
        _LEDGER,
        *(item.kept.value, item.case_file, [item.subject], item.organisation, item.approved_by),
        *(event, list(item.readers)),
    )
    return entered

"""Loads generated cases by COPY, with the triggers off: the rows are what they would have made."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from random import Random
from typing import Final

import asyncpg

from bench.cases import Case, Ids
from bench.offices import Office, Offices, load_offices
from bench.stories import Story, choose
from bench.telling import Teller
from netralitas import clock
from netralitas.audit.sequencer import sequence, sign_head
from netralitas.cases.record import SHOW_ON_WORKLISTS
from netralitas.settings import Settings

BATCH: Final = 5000
"""Cases that are in memory at a time."""

_SAID_EVERY: Final = 10  # batches
_SEED: Final = 20201209
_LEAVES: Final = 50_000

# Neither triggers nor foreign keys; and what a crash would lose is generated again.
_LOADING: Final = {"session_replication_role": "replica", "synchronous_commit": "off"}

# Columns in the order in which `telling` and `dossiers` make them.
_COLUMNS: Final = {
    "stream": "id kind version hash",
    "case_file": "id owner investigator source channel regime theme region subject description"
    " act_on act_precision known_on received_at zone readers",
    "case_number": "case_file organisation kind printed issued_on readers",
    "case_text": "case_file readers plain",
    "case_key": "case_file respondent kind key readers",
    "respondent": "id case_file ordinal name employment position_class position unit employer"
    " readers",
    "proceeding": "id case_file respondent addressee workflow workflow_version state version"
    " holder since readers",
    "event": "id stream version kind name workflow workflow_version proceeding from_state to_state"
    " corrects actor organisation readers precision happened_on happened_at zone recorded_at facts"
    " basis details salt commitment encoding canonical previous hash",
    "event_note": "event case_file readers text key",
    "log_pending": "event",
    "release": "case_file proceeding organisation other_party version respondents attributes"
    " published_at readers",
    "sanction": "case_file respondent proceeding event side level kind decided_on readers",
    "clock": "case_file proceeding rule rule_version calendar_version started_by start_on start_at"
    " due_at problem ended_by ended_at readers edition added",
}
_COUNTED: Final = ("stream", "respondent", "proceeding", "event")
_LAST_IDS: Final = """
SELECT coalesce((SELECT max(id) FROM stream), 0) AS case,
       coalesce((SELECT max(id) FROM respondent), 0) AS respondent,
       coalesce((SELECT max(id) FROM proceeding), 0) AS proceeding,
       coalesce((SELECT max(id) FROM event), 0) AS event
"""

Say = Callable[[str], None]
Telling = Callable[[Teller], Case]


async def fill(dsn: str, amount: int, settings: Settings, say: Say) -> None:
    """Fill the migrated, empty database at `dsn` (the superuser's) with offices and `amount` cases.

    Every event has its place in the log, whose head is signed with the key of `settings`. What is
    held in memory does not grow with `amount`.
    """
    offices, chance, today = Offices(), Random(_SEED), clock.now().date()  # noqa: S311 - no secret

    def telling(place: float) -> Telling:
        story, begun = choose(chance, today, place)
        return lambda teller: teller.tell(story, begun, offices.choose(chance))

    c = await asyncpg.connect(dsn, server_settings=_LOADING)
    try:
        await load_offices(c, offices)
        for turn, begin in enumerate(range(0, amount, BATCH), start=1):
            end = min(begin + BATCH, amount)
            await _load(c, chance, (telling(place / amount) for place in range(begin, end)))
            async with c.transaction():
                while await sequence(c, _LEAVES):
                    pass
            if turn % _SAID_EVERY == 0:
                say(f"{end:,} of {amount:,} cases")
        await sign_head(c, settings.secret("log"), settings.log_name, clock.now())
        await c.execute("VACUUM ANALYZE")
        await c.execute("CHECKPOINT")
    finally:
        await c.close()


async def add(dsn: str, amount: int, story: Story, office: Office) -> list[Case]:
    """Return `amount` further cases of one story at one office, which are now in the database."""
    chance = Random(office.id)  # noqa: S311 - no secret
    begun = clock.now().date() - timedelta(days=story.days + 1)
    c = await asyncpg.connect(dsn, server_settings=_LOADING)
    try:
        return await _load(
            c, chance, (lambda teller: teller.tell(story, begun, office) for _ in range(amount))
        )
    finally:
        await c.close()


async def _load(c: asyncpg.Connection, chance: Random, tellings: Iterable[Telling]) -> list[Case]:
    """Return the cases that were told, which are now in the database with all their rows."""
    teller = Teller(Ids(**dict(await c.fetchrow(_LAST_IDS))), chance)
    cases = [telling(teller) for telling in tellings]
    async with c.transaction():
        for table, columns in _COLUMNS.items():
            rows = teller.rows.tables.get(table, [])
            await c.copy_records_to_table(table, records=rows, columns=columns.split())
        await c.execute(SHOW_ON_WORKLISTS, [p.id for case in cases for p in case.proceedings])
        for table in _COUNTED:
            following = (
                f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}"  # noqa: S608 - four names above
            )
            await c.execute(following)
    return cases

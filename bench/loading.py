"""Loads generated cases by COPY, with the triggers off: the rows are what they would have made."""

from collections.abc import Callable
from datetime import timedelta
from random import Random
from typing import Any, Final

import asyncpg

from bench.cases import Case, Ids
from bench.offices import Office, Offices, load_offices
from bench.stories import Story, choose
from bench.telling import Teller
from netralitas import clock
from netralitas.audit.sequencer import sequence, sign_head
from netralitas.cases.record import SHOW_ON_WORKLISTS
from netralitas.settings import Settings

BATCH: Final = 5000  # cases
_SEED: Final = 20201209
_LEAVES: Final = 50_000

# Columns in the order in which `telling` makes them.
_COLUMNS: Final = {
    "stream": "id kind version hash",
    "case_file": "id owner investigator source channel regime theme region subject description"
    " act_on act_precision known_on received_at zone readers",
    "case_number": "case_file organisation kind printed issued_on readers",
    "case_text": "case_file readers plain",
    "respondent": "id case_file ordinal name employment position_class position unit employer"
    " readers",
    "proceeding": "id case_file respondent addressee workflow workflow_version state version"
    " holder since readers",
    "event": "id stream version kind name workflow workflow_version proceeding from_state to_state"
    " corrects actor organisation readers precision happened_on happened_at zone recorded_at facts"
    " basis details salt commitment encoding canonical previous hash",
    "event_note": "event case_file readers text key",
    "log_pending": "event",
    "clock": "case_file proceeding rule rule_version calendar_version started_by start_on start_at"
    " due_at problem ended_by ended_at readers",
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

    Every event has its place in the log, whose head is signed with the key of `settings`.
    """
    offices, chance, today = Offices(), Random(_SEED), clock.now().date()  # noqa: S311 - no secret

    def telling(teller: Teller) -> Case:
        story, begun = choose(chance, today)
        return teller.tell(story, begun, offices.choose(chance))

    connection = await asyncpg.connect(dsn)
    try:
        await load_offices(connection, offices)
        await _load(connection, amount, telling, chance, say)
        async with connection.transaction():
            while await sequence(connection, _LEAVES):
                pass
            await sign_head(connection, settings.secret("log"), settings.log_name, clock.now())
        await connection.execute("VACUUM ANALYZE")
        await connection.execute("CHECKPOINT")
    finally:
        await connection.close()


async def add(dsn: str, amount: int, story: Story, office: Office) -> list[Case]:
    """Return `amount` further cases of one story at one office, which are now in the database."""
    chance = Random(office.id)  # noqa: S311 - no secret
    begun = clock.now().date() - timedelta(days=story.days + 1)
    connection = await asyncpg.connect(dsn)
    try:
        return await _load(
            connection, amount, lambda teller: teller.tell(story, begun, office), chance, keep=True
        )
    finally:
        await connection.close()


async def _load(
    c: Any,  # noqa: ANN401 - asyncpg ships no types
    amount: int,
    telling: Telling,
    chance: Random,
    say: Say = lambda _: None,
    *,
    keep: bool = False,
) -> list[Case]:
    await c.execute("SET session_replication_role = replica")  # neither triggers nor foreign keys
    ids = Ids(**dict(await c.fetchrow(_LAST_IDS)))
    cases: list[Case] = []
    for begin in range(0, amount, BATCH):
        teller = Teller(ids, chance)
        told = [telling(teller) for _ in range(min(BATCH, amount - begin))]
        async with c.transaction():
            for table, columns in _COLUMNS.items():
                rows = teller.rows.get(table, [])
                await c.copy_records_to_table(table, records=rows, columns=columns.split())
            await c.execute(SHOW_ON_WORKLISTS, [p.id for case in told for p in case.proceedings])
        say(f"{begin + len(told)} of {amount} cases")
        if keep:
            cases += told
    for table in _COUNTED:
        following = f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}"  # noqa: S608 - four names above
        await c.execute(following)
    await c.execute("SET session_replication_role = origin")
    return cases

"""Figures at a position of the log: the same bytes for ever, whatever happens afterwards."""

import asyncpg

from netralitas.audit.domain import Moment
from netralitas.cases.domain import ExclusionGround
from netralitas.cases.exclusions import exclude
from netralitas.database.context import EVERYTHING
from netralitas.database.transactions import reading, writing
from netralitas.evaluation.commands import freeze
from netralitas.evaluation.domain import Figures, canonical
from netralitas.evaluation.queries import figures_at, log_position
from netralitas.evaluation.queries.late import ENTERED_LATE
from tests.conftest import Database
from tests.evaluation.conftest import Statements, bring_log_up_to_date, held
from tests.evaluation.happening import correct
from tests.make import (
    ZONE,
    Town,
    days_ago,
    fact,
    forwarded_case,
    make_case,
    move,
    person,
)


async def figures(position: int, organisation: int | None = None) -> Figures:
    async with reading(EVERYTHING) as c:
        return await figures_at(c, position=position, organisation=organisation)


async def test_figures_count_what_the_log_holds_and_nothing_that_waits_for_it(
    town: Town, engine: Database
) -> None:
    await make_case(town)
    position = await bring_log_up_to_date(engine)
    await make_case(town)
    found = await figures(position)
    assert found.indicator("cases_in").part("report") == 1
    later = await bring_log_up_to_date(engine)
    assert (await figures(later)).indicator("cases_in").total == 2
    assert later > position


async def test_what_was_recorded_long_after_it_happened_is_counted_and_nothing_else(
    town: Town, engine: Database
) -> None:
    await make_case(town, received=7)
    position = await bring_log_up_to_date(engine)
    assert (await figures(position)).indicator("recorded_late").total == 0
    late = (await make_case(town, received=9)).id
    on = Moment.day(days_ago(8), ZONE)
    await move(town.rina, late, "start_preliminary_study", happened=on)
    await fact(town.rina, late, "known")
    found = (await figures(await bring_log_up_to_date(engine))).indicator("recorded_late")
    assert (found.total, found.part("move"), found.part("fact")) == (2, 2, 0)


async def test_an_event_with_a_lower_id_and_a_later_leaf_is_not_counted(
    town: Town, engine: Database
) -> None:
    """A slow transaction takes its id early and its place in the log late."""
    await make_case(town)
    slow = await make_case(town)
    await make_case(town)
    position = await bring_log_up_to_date(engine) - 1
    root = await asyncpg.connect(engine.dsn("postgres"))
    try:
        await root.execute("SET session_replication_role = replica")
        await root.execute(
            "UPDATE log_leaf SET position = $2 WHERE event = (SELECT min(id) FROM event"
            " WHERE stream = $1)",
            *(slow.id, position + 10),
        )
        await root.execute("UPDATE log_leaf SET position = position - 1 WHERE position > 1")
    finally:
        await root.close()
    assert (await figures(position)).indicator("cases_in").total == 2


async def test_a_forwarded_case_counts_for_the_owner_and_its_referrals_for_the_receiver(
    town: Town, engine: Database
) -> None:
    await forwarded_case(town, person(1), person(2))
    position = await bring_log_up_to_date(engine)
    own = await figures(position, town.offices["kab"])
    assert own.indicator("case_status").part("forwarded") == 1
    assert own.indicator("decided").part("other_law") == 1
    assert own.indicator("forwarded").total == 2
    received = await figures(position, town.offices["bkn"])
    assert received.indicator("cases_in").total == 0
    assert received.indicator("referral_status").part("sent") == 2
    elsewhere = await figures(position, town.offices["lain"])
    assert canonical(elsewhere) == canonical(await figures(0, town.offices["lain"])).replace(
        b'"position":0', b'"position":%d' % position
    )


async def test_the_same_position_gives_the_same_bytes_after_everything_that_may_come(
    town: Town, engine: Database
) -> None:
    opened = await make_case(town, person(1), person(2))
    await move(town.rina, opened.id, "start_preliminary_study")
    position = await bring_log_up_to_date(engine)
    organisations = (None, town.offices["kab"], town.offices["bkn"], town.offices["prov"])
    before = [canonical(await figures(position, each)) for each in organisations]

    await correct(town, opened.id)
    await exclude(town.sari, opened.id, town.bagas.officer, ExclusionGround.RELATED, "Kerabat.")
    await forwarded_case(town, person(3))
    await make_case(town)
    assert await bring_log_up_to_date(engine) > position

    assert [canonical(await figures(position, each)) for each in organisations] == before


async def test_a_later_hand_over_shows_the_receiver_no_event_of_before(
    town: Town, engine: Database
) -> None:
    opened = await forwarded_case(town, person(1))
    position = await bring_log_up_to_date(engine)
    before = canonical(await figures(position, town.offices["bkpsdm"]))
    async with writing(town.rina) as c:  # the same case, handed to one more office
        await c.execute(
            "UPDATE case_file SET readers = readers || $2::integer WHERE id = $1",
            *(opened.id, town.offices["bkpsdm"]),
        )
    await bring_log_up_to_date(engine)
    assert canonical(await figures(position, town.offices["bkpsdm"])) == before


async def test_the_exclusion_of_whoever_freezes_leaves_no_gap(town: Town, engine: Database) -> None:
    meetings = [await held(town, title="Pertama"), await held(town, title="Kedua")]
    opened = await make_case(town)
    await bring_log_up_to_date(engine)
    await freeze(town.sekar, meetings[0])
    await exclude(town.sari, opened.id, town.sari.officer, ExclusionGround.RELATED, "Kerabat.")
    await bring_log_up_to_date(engine)
    await freeze(town.sari, meetings[1])
    async with reading(EVERYTHING) as c:
        contents = await c.fetch("SELECT content FROM snapshot ORDER BY id")
    assert all(b'"code":"cases_in","parts":[{"amount":1,' in each["content"] for each in contents)


async def test_figures_take_three_statements_and_one_more_only_for_a_slow_transaction(
    town: Town, engine: Database, statements: Statements
) -> None:
    await make_case(town)
    position = await bring_log_up_to_date(engine)
    for asked, expected in ((position, 3), (position + 1, 4)):
        before = len(statements.sent)
        await figures(asked)
        assert len(statements.sent) - before == expected


async def test_the_position_is_how_many_leaves_the_log_has(town: Town, engine: Database) -> None:
    async with reading(EVERYTHING) as c:
        assert await log_position(c) == 0
    await make_case(town)
    size = await bring_log_up_to_date(engine)
    async with reading(EVERYTHING) as c:
        assert await log_position(c) == size > 0


async def test_the_planner_knows_the_groups_by_the_expressions_of_the_statement(
    engine: Database,
) -> None:
    keys = (
        *("kind", "name", "workflow", "from_state", "to_state", "(details ->> 'recommended')"),
        *("(details -> 'imposed' ->> 'level')", f"(coalesce({ENTERED_LATE}, false))"),
    )
    root = await asyncpg.connect(engine.dsn("postgres"))
    try:
        await root.execute("BEGIN")
        await root.execute(f"CREATE STATISTICS wanted (ndistinct) ON {', '.join(keys)} FROM event")
        known = await root.fetch(
            "SELECT pg_get_statisticsobjdef_columns(oid) AS columns FROM pg_statistic_ext"
            " WHERE stxname IN ('wanted', 'event_alike')"
        )
    finally:
        await root.close()
    assert len(known) == 2
    assert len({row["columns"] for row in known}) == 1

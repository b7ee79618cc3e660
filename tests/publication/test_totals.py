"""Totals for everybody: every step once, by its year; nothing that a few alone would make."""

from dataclasses import replace
from datetime import date

import asyncpg
import pytest

from netralitas import clock
from netralitas.audit.sequencer import sequence
from netralitas.database.context import EVERYTHING, local_settings
from netralitas.database.transactions import reading
from netralitas.publication.domain import Level
from netralitas.publication.policy.totals import (
    Milestone,
    Place,
    Receiver,
    Span,
    Took,
    Totals,
    protected,
)
from netralitas.publication.queries.totals import totals_at
from tests.conftest import Database
from tests.make import Town, forwarded_case, make_case, person
from tests.publication.conftest import STAFF, concluded_case, recommended_case


async def totals(database: Database, at: int | None = None) -> Totals:
    """Bring the log up to date and count, all of it or what it said at a position."""
    connection = await asyncpg.connect(database.dsn("worker"))
    try:
        async with connection.transaction():
            await connection.execute(local_settings(EVERYTHING))
            await sequence(connection)
            position = await connection.fetchval("SELECT count(*) FROM log_leaf")
    finally:
        await connection.close()
    async with reading(EVERYTHING) as c:
        return await totals_at(c, position if at is None else at, clock.now())


async def test_every_step_counts_once_in_the_year_in_which_it_happened(
    town: Town, engine: Database
) -> None:
    await make_case(town)
    await forwarded_case(town, person(1), person(2))
    await recommended_case(town, person(3))
    await concluded_case(town, person(4))
    found = await totals(engine)
    assert {milestone: found.total(milestone) for milestone in Milestone} == {
        Milestone.CAME_IN: 4,
        Milestone.REGISTERED: 3,
        Milestone.SETTLED: 3,
        Milestone.FORWARDED: 4,
        Milestone.RECOMMENDED: 2,
        Milestone.DECIDED: 1,
        Milestone.REPORTED: 1,
    }
    assert {year for years in found.years.values() for year in years} <= {
        clock.now().year,
        clock.now().year - 1,
    }
    assert found.recommended == {Level.MEDIUM: 2}
    assert found.imposed == {Level.MEDIUM: 1}
    assert {took.span: took.amount for took in found.took} == {
        Span.TO_REGISTER: 3,
        Span.TO_SETTLE: 3,
        Span.TO_RECOMMEND: 2,
        Span.TO_DECIDE: 1,
        Span.TO_REPORT: 1,
    }
    everybody = sum(STAFF.values())
    assert {one.name: (one.of_everybody, one.staff) for one in found.receivers} == {
        "BKN": (True, 0),
        "BKPSDM Kabupaten Contoh": (False, everybody),
    }
    assert {one.name: (one.handed, one.answered) for one in found.receivers} == {
        "BKN": (4, 2),
        "BKPSDM Kabupaten Contoh": (2, 1),
    }
    assert [place.cases for place in found.offices] == [4]


async def test_at_an_earlier_position_nothing_of_later_cases_is_told(
    town: Town, engine: Database
) -> None:
    await forwarded_case(town)
    before = await totals(engine)
    root = await asyncpg.connect(engine.dsn("postgres"))
    position = await root.fetchval("SELECT count(*) FROM log_leaf")
    await root.close()
    await forwarded_case(town, person(2), person(3))
    assert await totals(engine, position) == before
    after = await totals(engine)
    assert [place.cases for place in after.offices] == [2]


async def test_the_map_counts_only_years_that_are_over(town: Town, engine: Database) -> None:
    root = await asyncpg.connect(engine.dsn("postgres"))
    await root.execute(
        "INSERT INTO region (code, name, level) VALUES ('99.01.01', 'Melati', 'district'),"
        " ('99.01.02', 'Kenanga', 'district')"
    )
    await root.execute(
        "INSERT INTO unit (organisation, code, name, region, staff, counted_on) VALUES"
        " ($1, 'a', 'Dinas A', '99.01.01', 40, '2024-01-01'),"
        " ($1, 'b', 'Dinas B', '99.01.01', 2, '2024-01-01'),"
        " ($1, 'c', 'Dinas C', '99.01.02', 9, '2024-01-01')",
        town.offices["bkpsdm"],
    )
    await root.close()
    await make_case(town, received=400, region="99.01.01")
    await make_case(town, region="99.01.02")
    found = await totals(engine)
    assert [(place.name, place.cases, place.staff) for place in found.districts] == [
        ("Kenanga", 0, 9),
        ("Melati", 1, 42),
    ]
    assert protected(found, 10).districts == ()
    assert protected(found, 9).districts == found.districts


async def test_of_an_empty_record_nothing_is_counted(town: Town, engine: Database) -> None:
    assert await totals(engine) == Totals()


def test_a_length_of_time_of_few_matters_is_not_shown() -> None:
    took = (
        Took(span=Span.TO_DECIDE, amount=4, median=12, ninth=40),
        Took(span=Span.TO_REPORT, amount=5, median=3, ninth=9),
    )
    receiver = Receiver(
        name="BKN",
        of_everybody=True,
        handed=9,
        answered=4,
        median=31,
        waiting_since=date(2024, 11, 12),
    )
    shown = protected(Totals(took=took, receivers=(receiver,)), 10)
    assert shown.took == (replace(took[0], median=None, ninth=None), took[1])
    assert (shown.receivers[0].median, shown.receivers[0].waiting_since) == (
        None,
        date(2024, 11, 1),
    )


def test_an_office_that_few_have_to_do_with_is_not_named() -> None:
    receivers = (
        Receiver(name="BKN", handed=9, answered=4, of_everybody=True),
        Receiver(name="BKPSDM", handed=5, answered=5, staff=10),
        Receiver(name="Dinas Desa", handed=2, answered=1, median=3),
        Receiver(name="Kementerian", handed=1, answered=0, staff=9),
    )
    shown = protected(Totals(receivers=receivers), 10).receivers
    assert [(one.name, one.handed, one.answered) for one in shown] == [
        *(("BKN", 9, 4), ("BKPSDM", 5, 5), ("", 3, 1)),
    ]


@pytest.mark.parametrize(("staff", "shown"), [((31, 10), 2), ((31, 9), 0), ((), 0)])
def test_sub_districts_are_apart_only_where_each_has_enough_staff(
    staff: tuple[int, ...], shown: int
) -> None:
    places = tuple(
        Place(code=f"99.01.0{number}", name="Kecamatan", cases=3, staff=count)
        for number, count in enumerate(staff)
    )
    assert len(protected(Totals(districts=places), 10).districts) == shown

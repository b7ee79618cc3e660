"""The town with two secretaries of meetings, their browsers, and the log brought up to date."""

import asyncpg
import pytest

from netralitas.access.domain import Role
from netralitas.audit.sequencer import sequence
from netralitas.database.context import EVERYTHING, local_settings
from netralitas.database.transactions import writing
from netralitas.evaluation.commands import NewMeeting, Plan, hold, plan
from netralitas.evaluation.domain import MeetingKind
from tests import make
from tests.cases.conftest import Statements, Visits, settings, site, statements, visit
from tests.conftest import Database
from tests.make import Town, days_ago

__all__ = ["Statements", "Visits", "settings", "site", "statements", "visit"]

SECRETARIES = (
    ("sekar", "Sekar Ayu", "kab", Role.SECRETARY),
    ("mira", "Mira Lestari", "bkpsdm", Role.SECRETARY),
    ("asing", "Asing Sekali", "lain", Role.SECRETARY),
)


@pytest.fixture
async def town(statements: Statements, engine: Database) -> Town:
    """Offices and officers, and a secretary of meetings on either side and one of neither."""
    made = await make.make_town()
    async with writing(EVERYTHING) as c:
        for login, name, office, role in SECRETARIES:
            made.actors[login] = await make.add_person(c, made.offices, login, name, office, role)
    return made


async def bring_log_up_to_date(database: Database) -> int:
    """Do the sequencer's work, and return how many leaves the log has."""
    connection = await asyncpg.connect(database.dsn("worker"))
    try:
        async with connection.transaction():
            await connection.execute(local_settings(EVERYTHING))
            await sequence(connection, 100_000)
            size: int = await connection.fetchval("SELECT count(*) FROM log_leaf")
    finally:
        await connection.close()
    return size


async def planned(town: Town, *, ago: int = 0, title: str = "Rapat triwulan") -> int:
    """A meeting of Bawaslu with BKPSDM, planned for so many days ago."""
    return await plan(
        town.sekar,
        NewMeeting(
            kind=MeetingKind.PERIODIC,
            other_party=town.offices["bkpsdm"],
            plan=Plan(title=title, planned_on=days_ago(ago), place="Kantor Bawaslu"),
        ),
    )


async def held(town: Town, *, ago: int = 0, title: str = "Rapat triwulan") -> int:
    """A meeting that took place so many days ago, as planned."""
    meeting = await planned(town, ago=ago, title=title)
    await hold(town.sekar, meeting, days_ago(ago))
    return meeting

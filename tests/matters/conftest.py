"""The town with the official who decides, the desk of a finding, and the check of the record."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace

import pytest

from netralitas import clock
from netralitas.access.domain import Role
from netralitas.audit import sequencer
from netralitas.audit.verdict import Verdict
from netralitas.audit.verify import verify
from netralitas.database.transactions import EVERYTHING, writing
from tests.audit.ledger import NAME, SEED, worker
from tests.audit.scene import VERIFIER
from tests.cases.conftest import Statements, Visits, settings, site, statements, visit
from tests.conftest import Database
from tests.make import Town, add_person, make_town

__all__ = ["Statements", "Visits", "settings", "site", "statements", "town", "visit"]

type_verified = Callable[[], Awaitable[Verdict]]


@pytest.fixture
async def town(statements: Statements, engine: Database) -> Town:
    """Offices and officers, with the official who decides on the side of the government."""
    made = await make_town()
    async with writing(EVERYTHING) as c:
        official = await add_person(
            c, made.offices, "utama", "Pejabat Pembina Kepegawaian", "bkpsdm", Role.APPOINTING
        )
    return replace(made, actors={**made.actors, "utama": official})


@pytest.fixture
async def verified(engine: Database) -> AsyncIterator[type_verified]:
    """Bring every event into the signed log and verify the whole record, as the auditor does."""
    connection = await worker(engine)

    async def check() -> Verdict:
        async with connection.transaction():
            while await sequencer.sequence(connection):
                pass
            await sequencer.sign_head(connection, SEED, NAME, clock.now())
        return await verify(engine.dsn("auditor"), VERIFIER)

    yield check
    await connection.close()

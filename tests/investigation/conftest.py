"""The town with two more people of the owner, their browsers, and a folder for files."""

from pathlib import Path

import pytest

from netralitas.access.domain import Role
from netralitas.database.context import EVERYTHING
from netralitas.database.transactions import writing
from netralitas.evidence.storage import Storage
from tests import make
from tests.cases.conftest import Statements, Visits, settings, site, statements, visit
from tests.conftest import Database
from tests.make import Town

__all__ = ["Statements", "Visits", "settings", "site", "statements", "visit"]

FURTHER = (("ratih", "Ratih Purnama", "kab", Role.COMMISSIONER),)


@pytest.fixture
async def town(statements: Statements, engine: Database) -> Town:
    """Offices and officers; the owner has two investigators and three commissioners."""
    made = await make.make_town()
    async with writing(EVERYTHING) as c:
        for login, name, office, role in FURTHER:
            made.actors[login] = await make.add_person(c, made.offices, login, name, office, role)
    return made


@pytest.fixture
def storage(tmp_path: Path) -> Storage:
    """A folder of files of this test's own."""
    return Storage(tmp_path / "files")

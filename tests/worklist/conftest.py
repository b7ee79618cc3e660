"""The town and the browsers of the case page, and a sealer as the site has it."""

import pytest

from netralitas.app import keys
from netralitas.cases.nip import NipSealer
from netralitas.cases.search_text import index_case
from netralitas.database.transactions import EVERYTHING, writing
from netralitas.settings import Settings
from netralitas.vault.cipher import Purpose
from tests.cases.conftest import Statements, Visits, settings, site, statements, town, visit

__all__ = ["Statements", "Visits", "index", "settings", "site", "statements", "town", "visit"]


@pytest.fixture
def sealer(settings: Settings) -> NipSealer:
    """What seals a NIP so that the site of this test finds it."""
    return NipSealer(keys=keys(settings, Purpose.NIP), secret=settings.secret("index"))


async def index(case: int) -> None:
    """Do the job that lets the search find the words of a case."""
    async with writing(EVERYTHING) as c:
        await index_case(c, {"case_file": case})

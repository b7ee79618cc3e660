"""An office with something due: a case that ended, full of unmistakable words, and who decides."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any

import asyncpg
import pytest

from netralitas.access.domain import Actor, Role
from netralitas.cases.answers import Answers, Paper
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import EVERYTHING, reading, writing
from netralitas.disposal.commands import propose_due, propose_rule, put_in_force
from netralitas.disposal.domain import Certainty, Disposable, NewRule
from netralitas.documents.domain import DocumentKind
from netralitas.evidence.storage import Storage
from netralitas.settings import Settings
from netralitas.vault.domain import Identity
from netralitas.work import make_worker
from tests.cases.conftest import Statements, Visits, settings, site, statements, visit
from tests.conftest import Database
from tests.evaluation.conftest import town
from tests.make import Town, days_ago, letter, make_case, move, person, stepped_up
from tests.pages import PDF

__all__ = ["Statements", "Visits", "settings", "site", "statements", "town", "visit"]

NAME = "Zulkarnaen Zzyxcanary"
WORDS = "zzyxkejadian"
REPORTER = "Qwertycanary Pelaporwati"
FILE = PDF + b"zzyxcanary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What the tests act on."""

    town: Town
    database: Database
    storage: Storage
    settings: Settings

    @property
    def second_administrator(self) -> Actor:
        """Another officer of the office, who administers."""
        return stepped_up(replace(self.town.tono, roles=frozenset({Role.ADMINISTRATOR})))

    async def rule(self, kept: Disposable, months: int = 1) -> int:
        """A period that two administrators put into force."""
        new = NewRule(
            kept=kept,
            months=months,
            basis="Jadwal retensi kantor",
            certainty=Certainty.OWN,
            valid_from=days_ago(400),
        )
        rule = await propose_rule(self.town.hadi, new)
        await put_in_force(self.second_administrator, rule)
        return rule

    async def ended_case(self, name: str = NAME, content: bytes = FILE) -> int:
        """A case of long ago in which nothing goes on: people, words, a note, a file."""
        case = (
            await make_case(
                self.town,
                person(1, name=name, unit=f"Dinas {WORDS}"),
                received=90,
                reporter=Identity(name=REPORTER, telephone="081200099900"),
                description=f"Uraian {WORDS}.",
                subject=f"Pokok {WORDS}",
                place=f"Gedung {WORDS}",
            )
        ).id
        await move(self.town.rina, case, "start_preliminary_study", note=f"Catatan {WORDS}.")
        kept = await self.storage.keep(content, len(content))
        study = Paper(kind=DocumentKind.PRELIMINARY_STUDY, title=f"Kajian {WORDS}", stored=kept)
        await move(
            *(self.town.rina, case, "finish_preliminary_study"), answers=Answers(papers=(study,))
        )
        answers = Answers(letter_in=letter(f"Surat {WORDS}"))
        await move(self.town.rina, case, "withdraw", note=f"Alasan {WORDS}.", answers=answers)
        async with as_root(self.database) as c:
            await c.execute("SET session_replication_role = replica")
            await c.execute(
                "UPDATE proceeding SET since = now() - interval '80 days' WHERE case_file = $1",
                case,
            )
        return case

    async def propose(self) -> int:
        """Let the worker propose what is due; return how many lines."""
        await ENGINE.close()
        await ENGINE.open(self.database.dsn("worker"))
        try:
            async with writing(EVERYTHING) as c:
                return await propose_due(c)
        finally:
            await ENGINE.close()
            await ENGINE.open(self.database.dsn("app"))

    async def work(self) -> None:
        """Let the worker do every job there is."""
        worker = make_worker(self.settings)
        await ENGINE.close()
        await ENGINE.open(self.database.dsn("worker"))
        try:
            while await worker.do_job():
                pass
        finally:
            await ENGINE.close()
            await ENGINE.open(self.database.dsn("app"))

    async def value(self, statement: str, *values: Any) -> Any:  # noqa: ANN401 - any column
        """One value, as who sees everything."""
        async with reading(EVERYTHING) as c:
            return await c.fetchval(statement, *values)


@asynccontextmanager
async def as_root(database: Database) -> AsyncIterator[asyncpg.Connection]:
    """The connection of a superuser, to set what no role may."""
    connection = await asyncpg.connect(database.dsn("postgres"))
    try:
        yield connection
    finally:
        await connection.close()


@pytest.fixture
def office(town: Town, engine: Database, settings: Settings) -> Office:
    return Office(
        town=town, database=engine, storage=Storage(settings.data / "files"), settings=settings
    )

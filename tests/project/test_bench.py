"""The generator of the measurements makes what the product itself would have made."""

import asyncpg
import pytest

from bench.limit import Share, script
from bench.loading import add, fill
from bench.offices import Offices
from bench.stories import WAITING
from netralitas.audit.heads import verifier_of
from netralitas.audit.verify import verify
from netralitas.reference.load import load_reference
from netralitas.settings import DEMO_SECRET, Settings
from tests.conftest import Database

CASES = 50
SETTINGS = Settings(secret_log=DEMO_SECRET)

_UNFIT = """
SELECT f.id FROM case_file f
WHERE NOT EXISTS (SELECT FROM proceeding p WHERE p.case_file = f.id AND p.workflow = 'handling')
   OR NOT EXISTS (SELECT FROM respondent r WHERE r.case_file = f.id)
   OR NOT EXISTS (SELECT FROM case_text t WHERE t.case_file = f.id)
   OR NOT EXISTS (SELECT FROM case_number n WHERE n.case_file = f.id)
"""
_OPEN = """
SELECT count(*) FROM proceeding p JOIN declared_state s
ON s.workflow = p.workflow AND s.version = p.workflow_version AND s.state = p.state AND NOT s.final
"""
_ENDED_BUT_RUNNING = """
SELECT c.id FROM clock c JOIN proceeding p ON p.id = c.proceeding
JOIN declared_state s
ON s.workflow = p.workflow AND s.version = p.workflow_version AND s.state = p.state AND s.final
WHERE c.ended_by IS NULL
"""


@pytest.fixture
async def generated(clone: Database) -> Database:
    """A clone with generated cases, and a few more that wait at the first regency."""
    await load_reference(clone.dsn("owner"))
    await fill(clone.dsn("postgres"), CASES, SETTINGS, lambda _: None)
    await add(clone.dsn("postgres"), 3, WAITING, Offices().regencies[0])
    return clone


async def test_generated_cases_verify_as_whole(generated: Database) -> None:
    verdict = await verify(
        generated.dsn("auditor"), verifier_of(SETTINGS.secret("log"), SETTINGS.log_name)
    )
    assert verdict.findings == ()
    assert verdict.streams == CASES + 3
    assert verdict.events > 2 * CASES
    assert 0 < verdict.signed < verdict.events  # the last three wait for the log


async def test_generated_cases_are_complete_and_on_the_worklists(generated: Database) -> None:
    c = await asyncpg.connect(generated.dsn("postgres"))
    try:
        assert await c.fetch(_UNFIT) == []
        assert await c.fetch(_ENDED_BUT_RUNNING) == []
        open_proceedings = await c.fetchval(_OPEN)
        listed = await c.fetchval("SELECT count(DISTINCT proceeding) FROM worklist_item")
        owners = await c.fetchval("SELECT count(DISTINCT owner) FROM case_file")
    finally:
        await c.close()
    assert listed == open_proceedings >= 3
    assert owners > 5


async def test_pgbench_is_given_a_script_without_open_places(generated: Database) -> None:
    (first, *_) = await add(generated.dsn("postgres"), 2, WAITING, Offices().regencies[1])
    told = script(Share(first=first, clients=1, each=2))
    assert "$" not in told
    assert told.count("COMMIT;") == 1
    assert "INSERT INTO event (" in told

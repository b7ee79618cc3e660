"""The generator of the measurements makes what the product itself would have made."""

import asyncpg
import pytest

from bench.deadlines import beginnings
from bench.limit import Share, script
from bench.loading import add, fill
from bench.offices import Offices
from bench.stories import PUBLISHED, WAITING
from netralitas.audit.heads import verifier_of
from netralitas.audit.verify import verify
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.evaluation.queries import figures_at, log_position
from netralitas.publication.queries import published
from netralitas.reference.load import load_reference
from netralitas.settings import DEMO_SECRET, Settings
from tests.conftest import Database

CASES = 200
LATER = 5  # cases whose events wait for the log
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


_HANDED_OVER_UNREAD = """
SELECT count(*) FROM proceeding p JOIN case_file f ON f.id = p.case_file
WHERE p.addressee <> ALL (f.readers) AND p.workflow <> 'publication'
"""
_STANDING = """
SELECT workflow, state, count(*) FROM proceeding
WHERE workflow IN ('discipline', 'compliance') GROUP BY 1, 2
"""
_SANCTIONS = """
SELECT s.side, count(*), bool_and(e.details ? s.side AND e.proceeding = s.proceeding)
FROM sanction s JOIN event e ON e.id = s.event GROUP BY 1
"""


@pytest.fixture
async def generated(clone: Database) -> Database:
    """A clone with generated cases, and further ones that wait or are published, without a log."""
    await load_reference(clone.dsn("owner"))
    await fill(clone.dsn("postgres"), CASES, SETTINGS, lambda _: None)
    await add(clone.dsn("postgres"), 3, WAITING, Offices().regencies[0])
    await add(clone.dsn("postgres"), 2, PUBLISHED, Offices().regencies[0])
    return clone


async def test_generated_cases_verify_as_whole(generated: Database) -> None:
    verdict = await verify(
        generated.dsn("auditor"), verifier_of(SETTINGS.secret("log"), SETTINGS.log_name)
    )
    assert verdict.findings == ()
    assert verdict.streams == CASES + LATER
    assert verdict.events > 2 * CASES
    assert 0 < verdict.signed < verdict.events  # the last ones wait for the log


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


async def test_generated_cases_are_followed_up_to_their_end(generated: Database) -> None:
    c = await asyncpg.connect(generated.dsn("postgres"))
    try:
        standing = {(row[0], row[1]): row[2] for row in await c.fetch(_STANDING)}
        sanctions = await c.fetch(_SANCTIONS)
        unread = await c.fetchval(_HANDED_OVER_UNREAD)
    finally:
        await c.close()
    assert standing["discipline", "reported"] == standing["compliance", "ended"] > 0
    assert {row[0] for row in sanctions} == {"recommended", "imposed"}
    assert all(matches for _, _, matches in sanctions)
    assert unread == 0


async def test_the_figures_of_generated_cases_balance_and_releases_are_shown(
    generated: Database,
) -> None:
    await ENGINE.open(generated.dsn("worker"))
    try:
        async with reading(EVERYTHING) as c:
            position = await log_position(c)
            figures = await figures_at(c, position=position, organisation=None)
            cases = await c.fetchval("SELECT count(*) FROM case_file")
            releases = await published(c)
    finally:
        await ENGINE.close()
    totals = {indicator.code: indicator.total for indicator in figures.indicators}
    assert totals["cases_in"] == cases - LATER
    assert all(totals[code] > 0 for code in ("recommended", "imposed", "reported_back"))
    for register in figures.registers:
        assert register.entered - register.left == register.open
    assert len(releases.current) >= 2
    assert releases.corrected == releases.withdrawn == ()


async def test_a_hundred_thousand_deadlines_have_days_on_which_their_rules_hold() -> None:
    begun = beginnings(1000)
    assert len(begun) == 1000
    assert len({rule.code for rule, _ in begun}) > 10
    assert all(rule.in_force(on) for rule, on in begun)


async def test_pgbench_is_given_a_script_without_open_places(generated: Database) -> None:
    (first, *_) = await add(generated.dsn("postgres"), 2, WAITING, Offices().regencies[1])
    told = script(Share(first=first, clients=1, each=2))
    assert "$" not in told
    assert told.count("COMMIT;") == 1
    assert "INSERT INTO event (" in told

"""What holds of a respondent, whatever happens: every way ends, sanctions stay, lateness too."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import asyncpg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netralitas.audit.domain import Moment
from netralitas.cases import clocks
from netralitas.cases.answers import Answers
from netralitas.discipline.sanctions import offered_kinds, recommended_of, recommended_options
from netralitas.law import book
from netralitas.law.deadline import Status, status
from netralitas.workflow.domain import RunsOn, Workflow
from netralitas.workflows import WORKFLOWS
from tests.conftest import Database
from tests.discipline.handing import in_hand
from tests.make import ZONE, Town, fact, letter, make_town, move

OF_RESPONDENTS = [found for found in WORKFLOWS if found.runs_on is not RunsOn.CASE]
WORDS = [code for code, _ in recommended_options()]
KINDS = [code for code, _ in offered_kinds() if code.startswith(("post_", "grade_", "moral"))]
EXAMINING = ("choose_discipline", "examine", "report_exam")


@pytest.mark.parametrize("workflow", OF_RESPONDENTS, ids=lambda w: f"{w.code} {w.version}")
def test_every_state_of_a_respondent_can_end(workflow: Workflow) -> None:
    ended = {state.code for state in workflow.states if state.final}
    while True:
        more = {
            source
            for made in workflow.moves
            if (made.target or "") in ended
            for source in made.sources
        } - ended
        if not more:
            break
        ended |= more
    assert ended == {state.code for state in workflow.states}


@pytest.fixture
async def town(engine: Database) -> Town:
    """Offices and people in a database of their own."""
    return await make_town()


@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said=st.lists(st.sampled_from([*WORDS, *KINDS]), min_size=2, max_size=4))
async def test_recommended_and_imposed_never_overwrite_each_other(
    town: Town, engine: Database, said: list[str]
) -> None:
    case = await in_hand(town)
    before = await _sanctions(engine, case)
    assert len(before) == 1
    for word in said:
        await (_impose(town, case, word) if word in KINDS else _recommend(town, case, word))
        now = await _sanctions(engine, case)
        assert now[:-1] == before
        level = recommended_of(word)[0].value
        expected = ("imposed" if word in KINDS else "recommended", level)
        assert now[-1][:2] == expected
        before = now


async def _recommend(town: Town, case: int, word: str) -> None:
    answers = Answers(recommended=word, letter_in=letter("Rekomendasi lanjutan"))
    await fact(town.maya, case, "further_recommendation", workflow="referral", answers=answers)


async def _impose(town: Town, case: int, kind: str) -> None:
    """Follow up once more from the start: what was imposed before stays as it was."""
    for step in EXAMINING:
        await move(town.dewa, case, step, workflow="discipline")
    await move(town.dewa, case, "fix_decree", workflow="discipline", answers=Answers(imposed=kind))
    for step in ("deliver", "enter_into_force"):
        await move(town.dewa, case, step, workflow="discipline")
    again = "Dibuka kembali."
    await move(town.dewa, case, "reopen", workflow="discipline", note=again)


async def _sanctions(database: Database, case: int) -> list[tuple[object, ...]]:
    connection = await asyncpg.connect(database.dsn("postgres"))
    rows = await connection.fetch(
        "SELECT side, level, id, kind, event FROM sanction WHERE case_file = $1 ORDER BY id", case
    )
    await connection.close()
    return [tuple(row) for row in rows]


@given(
    begun=st.dates(min_value=date(2024, 1, 2), max_value=date(2025, 6, 30)),
    taken=st.integers(min_value=0, max_value=60),
    entered=st.integers(min_value=0, max_value=400),
)
def test_an_act_is_as_late_as_it_was_whenever_it_is_entered(
    begun: date, taken: int, entered: int
) -> None:
    declared = next(
        clock
        for workflow in OF_RESPONDENTS
        for clock in workflow.clocks
        if clock.rule == "asn.sk_deliver"
    )
    clock = clocks.start(declared, "pemilihan", Moment.day(begun, ZONE), book.load())
    assert clock is not None
    assert clock.due_at is not None
    ended = Moment.day(begun + timedelta(days=taken), ZONE).instant
    assert ended is not None
    at_once, much_later = (
        status(clock.due_at, ended + timedelta(days=later), ended) for later in (0, entered)
    )
    assert at_once is much_later
    last_day = clock.due_at.astimezone(ZoneInfo(ZONE)).date()
    assert (at_once is Status.MET) == (begun + timedelta(days=taken) <= last_day)

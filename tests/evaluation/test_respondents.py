"""The register of respondents: everybody in exactly one status, whatever was opened on them."""

import asyncpg
from hypothesis import given
from hypothesis import strategies as st

from netralitas.database.transactions import EVERYTHING, reading
from netralitas.evaluation.domain import Figures, Gathered, Persons, balances, count_up
from netralitas.evaluation.domain.respondents import UNKNOWN, rungs
from netralitas.evaluation.domain.statuses import STATUSES
from netralitas.evaluation.queries import figures_at
from netralitas.evaluation.words import why
from tests.conftest import Database
from tests.evaluation.conftest import bring_log_up_to_date
from tests.make import Town, forwarded_case, make_case, person

STATUS = "respondent_status"


async def figures(position: int, organisation: int | None = None) -> Figures:
    async with reading(EVERYTHING) as c:
        return await figures_at(c, position=position, organisation=organisation)


def counted(*found: Persons) -> Figures:
    return count_up(Gathered(persons=found), position=9, organisation=None)


def test_every_status_of_a_referral_and_a_follow_up_stands_on_the_ladder() -> None:
    found = rungs(STATUSES)
    for workflow in ("referral", "discipline"):
        states = {state for status in STATUSES[workflow] for state in status.states}
        assert states == {state for code, state, _ in found if code == workflow}
    assert len({(code, state) for code, state, _ in found}) == len(found)


def test_whoever_is_recommended_upon_is_open_until_the_follow_up_says_more() -> None:
    by_state = {(workflow, state): rung for workflow, state, rung in rungs(STATUSES)}
    recommended, ended = by_state["referral", "recommended"], by_state["discipline", "reported"]
    assert recommended < ended < by_state["discipline", "received"]
    found = counted(
        Persons(rung=recommended, over=True, named=True, begun=True, amount=2),
        Persons(rung=ended, over=True, named=True, begun=True, amount=3),
    )
    assert (found.indicator(STATUS).part("recommended"), found.register("respondent").open) == (
        2,
        2,
    )


@given(
    found=st.lists(
        st.builds(
            Persons,
            rung=st.none() | st.integers(min_value=0, max_value=UNKNOWN),
            over=st.booleans(),
            named=st.booleans(),
            begun=st.booleans(),
            amount=st.integers(min_value=1, max_value=50),
        )
    )
)
def test_each_respondent_has_one_status_and_the_account_closes_or_says_why(
    found: list[Persons],
) -> None:
    made = counted(*found)
    status = made.indicator(STATUS)
    assert status.total == sum(part.amount for part in status.parts)
    assert status.total == sum(each.amount for each in found)
    [balance] = [each for each in balances(None, made) if each.code == "respondent"]
    unnamed = made.indicator("respondents_unnamed").total
    assert balance.difference == unnamed
    if unnamed:
        assert str(unnamed) in why("respondent", balance.difference, unnamed)


async def test_respondents_are_followed_from_the_first_event_to_the_last(
    town: Town, engine: Database
) -> None:
    await make_case(town, person(1), person(2))
    await forwarded_case(town, person(3))
    position = await bring_log_up_to_date(engine)
    whole = await figures(position)
    status = whole.indicator(STATUS)
    assert (status.total, status.part("handled"), status.part("with_authority")) == (3, 2, 1)
    assert {each.difference for each in balances(None, whole)} == {0}
    received = await figures(position, town.offices["bkn"])
    assert received.indicator(STATUS).total == received.indicator(STATUS).part("with_authority")
    assert received.indicator("respondents_unnamed").total == 0
    assert {each.difference for each in balances(None, received)} == {0}


async def test_who_is_forwarded_from_a_case_that_named_nobody_is_the_difference(
    town: Town, engine: Database
) -> None:
    """As in every case that was opened before events named respondents."""
    opened = await forwarded_case(town, person(1))
    await _forget_names(engine, opened.id)
    whole = await figures(await bring_log_up_to_date(engine))
    [balance] = [each for each in balances(None, whole) if each.code == "respondent"]
    assert (balance.entered, balance.closing, balance.difference) == (0, 1, 1)
    assert whole.indicator("respondents_unnamed").total == 1


async def _forget_names(database: Database, case: int) -> None:
    """Let the event that opened a case name nobody, as it was before definition 4."""
    root = await asyncpg.connect(database.dsn("postgres"))
    try:
        await root.execute("SET session_replication_role = replica")
        await root.execute(
            "UPDATE event SET details = details - 'respondents' WHERE stream = $1", case
        )
    finally:
        await root.close()

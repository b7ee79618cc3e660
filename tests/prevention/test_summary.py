"""Prevention in a few numbers between two days, for the pack of a meeting."""

from netralitas.cases.domain import Theme
from netralitas.database.transactions import reading
from netralitas.prevention.queries import Summary, summary_for
from tests.make import days_ago
from tests.prevention.world import Partners, hold, plan


async def summary(partners: Partners, login: str, since: int, until: int) -> Summary:
    """The summary of days ago, as a person sees it."""
    actor = partners.town.actors[login]
    async with reading(actor) as c:
        return await summary_for(c, actor, days_ago(since), days_ago(until))


async def test_a_span_counts_plans_and_what_was_held_each_by_its_own_day(
    partners: Partners,
) -> None:
    first = await plan(partners, planned_on=days_ago(20))
    await plan(partners, planned_on=days_ago(9), theme=Theme.BLACK_CAMPAIGN)
    await hold(partners, first, held_on=days_ago(5), dinas=30, camat=10)
    found = await summary(partners, "rina", 10, 0)
    by_theme = {one.theme: one.count for one in found.themes}
    assert set(by_theme) == set(Theme)
    assert (by_theme[Theme.NEUTRALITY].planned, by_theme[Theme.NEUTRALITY].held) == (0, 1)
    assert (by_theme[Theme.BLACK_CAMPAIGN].planned, by_theme[Theme.BLACK_CAMPAIGN].held) == (1, 0)
    assert found.people == found.total.people == 40
    assert found.units == 3
    assert found.uncovered == ("Rumah Sakit Daerah",)


async def test_the_first_and_the_last_day_count_and_no_other(partners: Partners) -> None:
    activity = await plan(partners, planned_on=days_ago(8))
    await hold(partners, activity, held_on=days_ago(4), dinas=1)
    assert (await summary(partners, "rina", 8, 4)).total.held == 1
    assert (await summary(partners, "rina", 8, 4)).total.planned == 1
    assert (await summary(partners, "rina", 7, 5)).total.held == 0
    assert (await summary(partners, "rina", 7, 5)).total.planned == 0


async def test_both_parties_get_the_same_summary_and_an_outsider_an_empty_one(
    partners: Partners,
) -> None:
    activity = await plan(partners, planned_on=days_ago(9))
    await hold(partners, activity, held_on=days_ago(3), dinas=30)
    assert await summary(partners, "rina", 30, 0) == await summary(partners, "dewa", 30, 0)
    nothing = await summary(partners, "lain", 30, 0)
    assert nothing.total.planned == nothing.total.held == nothing.units == 0

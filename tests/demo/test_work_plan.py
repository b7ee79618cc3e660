"""The work plan of the demo's agreement, counted again without the product: right to the unit."""

import asyncio
from collections import Counter
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from netralitas.agreements.plan.pages import PlanPage
from netralitas.agreements.plan.queries import plan_page
from netralitas.database.embedded import EmbeddedServer
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import reading
from netralitas.demo import founding
from netralitas.demo.agreement_paper import TITLE, YEARS
from netralitas.demo.founding_agreement import SIGNED_ON
from netralitas.demo.preparing import DATABASE
from tests.demo.conftest import type_ask
from tests.programs import copy_demo

OWN = f"(SELECT id FROM agreement WHERE title = '{TITLE}')"
LAST = f"SELECT ends_on FROM agreement WHERE id = {OWN}"
THEMES = ("neutrality", "money_politics", "black_campaign")
HELD = f"SELECT held_on, theme FROM activity WHERE agreement = {OWN} AND state = 'held'"
POSTED = f"""SELECT m.posted_on FROM media_post m JOIN activity a ON a.id = m.activity
WHERE a.agreement = {OWN} AND a.theme = 'black_campaign'"""
MET = f"SELECT held_on FROM meeting WHERE agreement = {OWN} AND state = 'held'"
STEPS = """SELECT e.id, e.name, e.workflow, e.facts, e.happened_on, e.precision, e.corrects,
p.respondent, o.code AS owner, s.code AS addressee
FROM event e JOIN proceeding p ON p.id = e.proceeding JOIN case_file f ON f.id = p.case_file
JOIN organisation o ON o.id = f.owner LEFT JOIN organisation s ON s.id = p.addressee"""
PUBLISHED = """SELECT r.case_file, r.version, r.published_at, r.ended_at, o.code, o.zone
FROM release r JOIN organisation o ON o.id = r.organisation WHERE r.published_at <= now()"""


@pytest.fixture(scope="module")
def shown(made_demo: Path, demo_folder: Path) -> PlanPage:
    """The page of the plan, as the head of Bawaslu sees it."""
    data = copy_demo(made_demo, demo_folder / "planned")
    with EmbeddedServer(data / "postgres") as server:
        return asyncio.run(_page(server))


async def _page(server: EmbeddedServer) -> PlanPage:
    await ENGINE.open(server.dsn("postgres", DATABASE), size=1, application="tests")
    try:
        sari = (await founding.actors())["sari"]
        async with reading(sari) as c:
            own = await c.fetchval(f"SELECT {OWN}")
            return await plan_page(c, own, sari, YEARS[-1])
    finally:
        await ENGINE.close()


def amounts(page: PlanPage, row: int, number: int) -> list[int]:
    """The figures that the page shows for the years of an output."""
    cells = page.blocks[row - 1].counted[number - 1].cells
    return [int(cell.text.partition(" ")[0].replace(".", "")) for cell in cells[:-1]]


def by_year(days: list[date], until: date = date.max) -> list[int]:
    """How many days since the signing lie in each year of the plan."""
    counted = Counter(day.year for day in days if SIGNED_ON <= day <= until)
    return [counted[year] for year in YEARS]


def test_activities_posts_and_meetings_of_the_plan_are_those_of_the_demo(
    shown: PlanPage, ask: type_ask
) -> None:
    held = ask(HELD)
    for row, theme in enumerate(THEMES, start=1):
        days = [each["held_on"] for each in held if each["theme"] == theme]
        assert amounts(shown, row, 1) == by_year(days), theme
        assert sum(amounts(shown, row, 1)) > 1, theme
    assert amounts(shown, 3, 2) == by_year([row[0] for row in ask(POSTED)])
    assert amounts(shown, 5, 1) == by_year([row[0] for row in ask(MET)])
    assert sum(amounts(shown, 5, 1)) == 2


def test_referrals_and_recommendations_of_the_plan_are_those_of_the_demo(
    shown: PlanPage, ask: type_ask
) -> None:
    events = ask(STEPS)
    corrected = {event["corrects"] for event in events}
    parties = {"kab", "pemkab", "bkpsdm", "inspektorat", "setda"}
    first: dict[str, dict[int, date]] = {"forwarded": {}, "handed_on": {}}
    for event in events:
        if event["id"] in corrected or event["precision"] not in {"time", "day"}:
            continue
        fact = {"referral": "forwarded", "discipline": "handed_on"}.get(event["workflow"])
        if fact is None or fact not in event["facts"] or event["name"] == "referral.take_over":
            continue
        if fact == "handed_on" and event["addressee"] not in parties:
            continue
        known = first[fact].get(event["respondent"], date.max)
        first[fact][event["respondent"]] = min(known, event["happened_on"])
    assert {event["owner"] for event in events} <= {"kab"}
    for number, fact in enumerate(("forwarded", "handed_on"), start=1):
        assert amounts(shown, 4, number) == by_year(list(first[fact].values()), ask(LAST)[0][0]), (
            fact
        )
        assert sum(amounts(shown, 4, number)) > 5, fact


def test_publications_of_the_plan_are_those_of_the_demo(shown: PlanPage, ask: type_ask) -> None:
    days = []
    rows = ask(PUBLISHED)
    for key in {(row["case_file"], row["code"]) for row in rows}:
        own = [row for row in rows if (row["case_file"], row["code"]) == key]
        if any(row["ended_at"] is None for row in own):
            first = min(row["published_at"] for row in own)
            days.append(first.astimezone(ZoneInfo(own[0]["zone"])).date())
    assert amounts(shown, 4, 3) == by_year(days, ask(LAST)[0][0])
    assert sum(amounts(shown, 4, 3)) > 1


def test_what_was_entered_by_hand_stands_beside_its_target(shown: PlanPage) -> None:
    cells = shown.blocks[4].counted[1].cells
    assert [cell.text for cell in cells[:2]] == ["3 dari 4 (75%)", "4 dari 4 (100%)"]
    assert shown.blocks[4].counted[1].how == "Diisi tangan"

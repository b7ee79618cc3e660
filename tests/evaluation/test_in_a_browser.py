"""The pages of meetings in a real browser: readable at both widths, clean under axe, printable."""

import re
from collections.abc import Coroutine
from typing import Any

import asyncpg
import pytest
from playwright.sync_api import Browser

from netralitas.audit.sequencer import sequence
from netralitas.database.context import EVERYTHING, local_settings
from netralitas.evaluation.commands import (
    NewDecision,
    NewMeeting,
    NewPresence,
    Plan,
    add_item,
    add_presence,
    decide,
    freeze,
    hold,
    plan,
)
from netralitas.evaluation.domain import MeetingKind
from tests.browser.chromium import DESK, PHONE, overflow, violations, watched_page
from tests.browser.conftest import browser, site
from tests.browser.site import Site
from tests.make import Town, days_ago, forwarded_case, make_case, person

__all__ = ["browser", "site"]

pytestmark = pytest.mark.browser


async def two_meetings(town: Town, worker: str) -> int:
    """An earlier meeting with a decision that is overdue, and today's with all it can have."""
    await make_case(town, received=20)
    await _bring_log_up_to_date(worker)
    earlier = await _held(town, 40, "Rapat evaluasi triwulan III")
    await freeze(town.sari, earlier)
    text = "BKPSDM menjawab tiga surat yang belum dijawab sejak November 2024."
    office = town.offices["bkpsdm"]
    new = NewDecision(text=text, organisation=office, due_on=days_ago(10))
    await decide(town.sari, earlier, new)
    await forwarded_case(town, person(1), person(2))
    await _bring_log_up_to_date(worker)
    today = await _held(town, 0, "Rapat evaluasi triwulan IV")
    await freeze(town.sari, today)
    for organisation, capacity in ((office, "Kepala, dua staf"), (town.sari.organisation, "Ketua")):
        presence = NewPresence(organisation=organisation, persons=3, capacity=capacity)
        await add_presence(town.sari, today, presence)
    await decide(town.sari, today, NewDecision(text=text, organisation=office, due_on=days_ago(-9)))
    return today


async def _held(town: Town, ago: int, title: str) -> int:
    wanted = Plan(title=title, planned_on=days_ago(ago), place="Aula Kantor Bawaslu")
    new = NewMeeting(kind=MeetingKind.PERIODIC, other_party=town.offices["bkpsdm"], plan=wanted)
    meeting = await plan(town.sari, new)
    await add_item(town.sari, meeting, "Tindak lanjut rekomendasi BKN per terlapor")
    await hold(town.sari, meeting, days_ago(ago))
    return meeting


async def _bring_log_up_to_date(worker: str) -> None:
    connection = await asyncpg.connect(worker)
    try:
        async with connection.transaction():
            await connection.execute(local_settings(EVERYTHING))
            await sequence(connection, 100_000)
    finally:
        await connection.close()


@pytest.fixture(scope="module")
def places(site: Site) -> dict[str, str]:
    """The pages to look at, by name."""
    made: Coroutine[Any, Any, int] = two_meetings(site.town, site.settings.worker_dsn)
    meeting = f"/evaluasi/rapat/{site.made(made)}"
    return {
        "list": "/evaluasi",
        "plan": "/evaluasi/rapat/baru",
        "meeting": meeting,
        "decision": f"{meeting}/keputusan",
        "figures": f"{meeting}/angka",
        "pack": f"{meeting}/paket",
    }


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("name", ["list", "plan", "meeting", "decision", "figures", "pack"])
def test_a_page_is_clean_and_fits(
    browser: Browser, site: Site, places: dict[str, str], name: str, size: tuple[int, int]
) -> None:
    with watched_page(browser, size) as (page, messages):
        site.carry_session(page, "sari")
        page.goto(f"{site.address}{places[name]}")
        assert violations(page) == []
        assert overflow(page) == 0
        assert messages == []


def test_the_pack_prints_on_a4_with_every_sheet_on_a_page_of_its_own(
    browser: Browser, site: Site, places: dict[str, str]
) -> None:
    with watched_page(browser) as (page, _):
        site.carry_session(page, "sari")
        page.goto(f"{site.address}{places['pack']}")
        sheets = page.locator(".sheet").count()
        content = page.pdf(format="A4", prefer_css_page_size=True)
        pages = len(re.findall(rb"/Type /Page\b(?!s)", content))
        assert pages > sheets > 1

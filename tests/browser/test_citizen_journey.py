"""Figures, outcome, data, receipt, log, complaint: in both languages and widths, without script."""

from datetime import timedelta
from pathlib import Path
from typing import Final

import pytest

from netralitas import clock
from netralitas.language import LANGUAGES, speaking
from netralitas.public.log.mailing import Closing
from tests.browser import citizen_steps as steps
from tests.browser.chromium import DESK, PHONE, Chromium, watched_page
from tests.browser.citizen_steps import Citizen
from tests.browser.door_scenes import send_a_report
from tests.browser.public_scenes import as_worker
from tests.browser.scenery import Scenery
from tests.browser.site import Site

pytestmark = pytest.mark.browser

NEXT_DAY: Final = timedelta(days=1)


@pytest.fixture(scope="module")
def code(site: Site, scenery: Scenery) -> str:
    """The code of a report that was sent through the site; the day after it closed the log."""
    del scenery  # the site has figures, outcomes and data
    sent = site.made(send_a_report(site))
    site.made(_close_the_log(site))
    return sent


async def _close_the_log(site: Site) -> None:
    with clock.at(clock.now() + NEXT_DAY):
        async with as_worker(site.settings) as connection:
            await Closing(site.settings).run(connection)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_a_citizen_reads_checks_and_complains_without_script(
    *,
    browser: Chromium,
    site: Site,
    worker: None,
    code: str,
    language: str,
    size: tuple[int, int],
    tmp_path: Path,
) -> None:
    del worker  # it runs, so the pages are those of now
    with watched_page(browser, size, script=False) as (page, messages), speaking(language):
        citizen = Citizen(page=page, site=site.address, folder=tmp_path)
        with steps.staying(page, site.address):
            steps.read_figures(citizen)
            steps.open_an_outcome(citizen)
            steps.download_the_data(citizen)
            steps.follow_a_receipt(citizen, code)
            steps.check_against_the_log(citizen)
            steps.complain(citizen)
        assert messages == []

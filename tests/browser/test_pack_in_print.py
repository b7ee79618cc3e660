"""The pack of a meeting on paper."""

import re

import pytest

from tests.browser.chromium import Chromium, watched_page
from tests.browser.scenery import Scenery
from tests.browser.site import Site

pytestmark = pytest.mark.browser


def test_each_sheet_of_the_pack_begins_a_page_of_a4(
    browser: Chromium, site: Site, scenery: Scenery
) -> None:
    with watched_page(browser) as (page, _):
        site.carry_session(page, "sari")
        page.goto(f"{site.address}/evaluasi/rapat/{scenery.ids['held']}/bahan")
        sheets = page.locator(".sheet").count()
        content = page.pdf(format="A4", prefer_css_page_size=True)
        pages = len(re.findall(rb"/Type /Page\b(?!s)", content))
        assert pages >= sheets > 1

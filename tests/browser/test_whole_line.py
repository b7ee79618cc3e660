"""One case through everybody: from the desk to the page that anybody reads."""

import pytest

from tests.browser.chromium import Chromium, watched_page
from tests.browser.following_steps import follow_up
from tests.browser.handling_steps import handle
from tests.browser.officer import people
from tests.browser.release_steps import ask_with_the_code, read_in_public, release
from tests.browser.site import Site

pytestmark = pytest.mark.browser


def test_a_report_goes_through_everybody_and_comes_out_in_public(
    browser: Chromium, site: Site, worker: None
) -> None:
    with people(browser, site) as everybody:
        number, code = handle(everybody)
        follow_up(everybody, number)
        release(everybody, number)
        assert everybody.said == []
    with watched_page(browser, script=False) as (page, messages):
        read_in_public(page, site.address)
        ask_with_the_code(page, site.address, code)
        assert messages == []

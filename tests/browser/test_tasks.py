import time
import pytest
from playwright.sync_api import Browser
from tests.browser.chromium import watched_page
from tests.browser.site import Site
pytestmark = pytest.mark.browser
def test_try(browser: Browser, site: Site, worker: None) -> None:
    with watched_page(browser) as (page, messages):
        t=time.time()
        site.carry_session(page, "rina")
        print(time.time()-t); t=time.time()
        page.goto(site.address + "/beranda")
        print(time.time()-t)
        print(page.title())
        page.goto(site.address + "/perkara/baru")
        page.screenshot(path="/tmp/new.png", full_page=True)

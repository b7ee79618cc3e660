"""A person's device for codes by time, as the tests hold one."""

import re
from dataclasses import dataclass
from datetime import timedelta

import pyotp

from netralitas import clock
from tests.pages import Browser, Page

FACTOR = "/akun/faktor-kedua"


@dataclass(frozen=True, slots=True)
class Device:
    """Shows codes of the secret that was typed into it."""

    secret: str

    def code(self, later: int = 0) -> str:
        """The code that is shown now, or so many codes later."""
        return pyotp.TOTP(self.secret).at(clock.now() + timedelta(seconds=30 * later))


def device_of(page: Page) -> Device:
    """A device into which the key of the page was typed."""
    found = re.search(r'factor__key">([A-Z2-7 ]+)<', page.html)
    assert found is not None, page.text
    return Device(found.group(1).replace(" ", ""))


async def enrolled(browser: Browser) -> Device:
    """The device of whoever sits at the browser, who got their second factor just now."""
    page = await browser.go(FACTOR)
    device = device_of(page)
    done = await browser.send(page.form(FACTOR), code=device.code())
    assert (done.status, done.address) == (200, FACTOR), done.text
    return device

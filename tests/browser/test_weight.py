"""What a public page weighs for whoever opens it for the first time, over a slow line."""

from typing import Any, Final

import pytest

from tests.browser.chromium import PHONE, Chromium, watched_page
from tests.browser.scenery import Scenery
from tests.browser.site import Site
from tests.browser.test_pages import carry_code

pytestmark = pytest.mark.browser

MOST: Final = 60_000  # bytes, with the heads of the answers
OPEN: Final = (
    *("/", "/hasil", "/hasil/{release}", "/hasil/koreksi", "/angka", "/tentang", "/cek-status"),
    *("/kalkulator-tenggat?aturan=pemilu.handle_max&tanggal=2024-02-05&zona=WIB", "/hasil/999999"),
    *("/lapor", "/lapor/lanjutkan", "/agenda", "/agenda/{announced}", "/materi", "/panduan"),
    *("/data", "/angka/semua", "/log", "/layanan", "/layanan/pengaduan"),
)
DRAFT: Final = (
    *("nama", "kode", "kejadian", "siapa", "pemilihan", "kapan", "diketahui", "batas-waktu"),
    *("tempat", "tautan", "berkas", "saksi", "anda", "periksa"),
)
SENT: Final = ("/lapor/tanda-terima",)


def test_every_public_page_is_light(browser: Chromium, site: Site, scenery: Scenery) -> None:
    open_to_all = [address.format(**scenery.ids) for address in OPEN]
    found = {
        **weights(browser, site, open_to_all),
        **weights(browser, site, [f"/lapor/{key}" for key in DRAFT], scenery.held["draft"]),
        **weights(browser, site, SENT, scenery.held["sent"]),
    }
    assert len(found) == len(OPEN) + len(DRAFT) + len(SENT)
    assert {address: weight for address, weight in found.items() if weight > MOST} == {}


def weights(
    browser: Chromium, site: Site, addresses: list[str] | tuple[str, ...], code: str | None = None
) -> dict[str, int]:
    """How many bytes come for each page while nothing is known yet; `code` of whoever reports."""
    received: list[int] = []

    def add(event: dict[str, Any]) -> None:
        received.append(int(event["encodedDataLength"]))

    with watched_page(browser, PHONE) as (page, _):
        if code:
            carry_code(page, site, code)
        line = page.context.new_cdp_session(page)
        line.on("Network.loadingFinished", add)
        line.send("Network.enable")
        line.send("Network.setCacheDisabled", {"cacheDisabled": True})
        found = {}
        for address in addresses:
            received.clear()
            page.goto(site.address + address, wait_until="networkidle")
            assert page.url == site.address + address
            found[address] = sum(received)
        line.detach()
    return found

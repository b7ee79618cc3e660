"""Who may send a form, told by the headers a browser sets."""

import httpx
import pytest
from litestar.datastructures import Headers

from netralitas.web.origin import from_here

OWN = frozenset({"https://netralitas.example"})
HOST = {"host": "netralitas.test:8000"}


@pytest.mark.parametrize(
    ("headers", "allowed"),
    [
        ({"sec-fetch-site": "same-origin"}, True),
        ({"sec-fetch-site": "none"}, True),
        ({"sec-fetch-site": "same-site"}, False),
        ({"sec-fetch-site": "cross-site"}, False),
        ({"sec-fetch-site": "invented"}, False),
        ({"sec-fetch-site": "cross-site", "origin": "http://netralitas.test:8000"}, False),
        ({"origin": "http://netralitas.test:8000"}, True),
        ({"origin": "https://netralitas.example"}, True),
        ({"origin": "https://netralitas.example.evil.test"}, False),
        ({"origin": "http://netralitas.test"}, False),
        ({"origin": "http://user@netralitas.test:8000"}, False),
        ({"origin": "null"}, False),
        ({"origin": "http://["}, False),
        ({"origin": ""}, False),
        ({}, False),
    ],
)
def test_a_change_is_accepted_only_from_the_site_itself(
    headers: dict[str, str], allowed: bool
) -> None:
    assert from_here("POST", Headers(HOST | headers), OWN) is allowed


def test_an_origin_without_a_host_to_compare_with_is_refused() -> None:
    assert not from_here("POST", Headers({"origin": "http://netralitas.test"}))


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_reading_is_allowed_from_anywhere(method: str) -> None:
    assert from_here(method, Headers({"sec-fetch-site": "cross-site"}))


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_every_method_that_changes_is_checked(method: str) -> None:
    assert not from_here(method, Headers({"sec-fetch-site": "cross-site"}))


async def test_a_foreign_form_is_403_with_the_reason_and_its_body_unread(
    browser: httpx.AsyncClient,
) -> None:
    answer = await browser.post(
        "/submit", data={"story": "x" * 2000}, headers={"Sec-Fetch-Site": "cross-site"}
    )

    assert answer.status_code == 403  # and not 413: the body over the limit was never read
    assert "tidak dikirim dari halaman Netralitas" in answer.text


async def test_a_form_from_here_is_read(browser: httpx.AsyncClient) -> None:
    answer = await browser.post("/submit", data={"story": "x"})

    assert answer.text == "1 fields"

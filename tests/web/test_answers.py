"""What comes back when a request is refused or fails, with the headers of every response."""

import json
import re
from typing import Any, cast

import httpx
import pytest

from netralitas.web.headers import CONTENT_SECURITY_POLICY
from netralitas.web.static import static_url
from tests.web.everything import JPEG
from tests.web.frame_app import CANARY, make_app

STATUSES = {
    "rule": 409,
    "stale": 409,
    "invisible": 404,
    "forbidden": 403,
    "invalid": 422,
    "often": 429,
    "away": 503,
    "refused": 503,
    "crash": 500,
    "group": 404,
    "teapot": 418,
}
FRAGMENT = {"HX-Request": "true", "HX-Request-Type": "partial"}


@pytest.mark.parametrize(("kind", "status"), STATUSES.items())
async def test_each_failure_is_a_page_of_its_status(
    browser: httpx.AsyncClient, kind: str, status: int
) -> None:
    answer = await browser.get(f"/fail/{kind}")

    assert answer.status_code == status
    assert "<!doctype html>" in answer.text
    assert re.search(r"<title>[^·]+ · Netralitas</title>", answer.text)
    assert answer.text.count("<h1") == 1
    assert CANARY not in answer.text


@pytest.mark.parametrize("kind", STATUSES)
async def test_each_failure_works_as_a_fragment(browser: httpx.AsyncClient, kind: str) -> None:
    answer = await browser.get(f"/fail/{kind}", headers=FRAGMENT)

    assert answer.status_code == STATUSES[kind]
    assert "<html" not in answer.text
    assert "<h1" in answer.text


@pytest.mark.parametrize("kind", STATUSES)
async def test_each_failure_is_a_problem_document_for_machines(
    browser: httpx.AsyncClient, kind: str
) -> None:
    answer = await browser.get(f"/fail/{kind}", headers={"Accept": "application/json"})

    assert answer.headers["content-type"] == "application/problem+json"
    assert json.loads(answer.text)["status"] == STATUSES[kind] == answer.status_code
    assert CANARY not in answer.text


async def test_a_broken_rule_names_its_article_and_the_way_out(browser: httpx.AsyncClient) -> None:
    text = (await browser.get("/fail/rule")).text

    assert "Belum ada kajian." in text
    assert "Pasal contoh" in text
    assert "Selesaikan kajian." in text


async def test_a_stale_form_shows_what_changed_and_what_was_typed(
    browser: httpx.AsyncClient,
) -> None:
    text = (await browser.get("/fail/stale")).text

    assert "Budi mencatat registrasi." in text
    assert "Lengkap &lt;b&gt;" in text


async def test_errors_by_field_reach_machines(browser: httpx.AsyncClient) -> None:
    problem = (await browser.get("/fail/invalid", headers={"Accept": "application/json"})).json()

    assert problem["errors"] == {"known_on": ["Tanggal wajib diisi."]}


@pytest.mark.parametrize(("kind", "seconds"), [("often", "30"), ("away", "5")])
async def test_a_wait_says_how_long(browser: httpx.AsyncClient, kind: str, seconds: str) -> None:
    assert (await browser.get(f"/fail/{kind}")).headers["retry-after"] == seconds


async def test_a_crash_shows_the_reference_that_stands_in_the_header(
    browser: httpx.AsyncClient,
) -> None:
    answer = await browser.get("/fail/crash")

    assert answer.headers["x-request-id"] in answer.text


async def test_an_unknown_address_is_404_and_a_wrong_method_405(browser: httpx.AsyncClient) -> None:
    unknown = await browser.get("/tidak-ada")
    wrong = await browser.delete("/styleguide")

    assert (unknown.status_code, wrong.status_code) == (404, 405)
    assert "Halaman tidak ditemukan" in unknown.text
    assert "GET" in wrong.headers["allow"]


async def test_a_body_over_the_limit_is_413(browser: httpx.AsyncClient) -> None:
    answer = await browser.post("/submit", data={"story": "x" * 2000})

    assert answer.status_code == 413
    assert "terlalu besar" in answer.text


PART = b'--x\r\nContent-Disposition: form-data; name="story"\r\n\r\n%s\r\n--x--\r\n'
MULTIPART = "multipart/form-data; boundary=x"
URLENCODED = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("kind", "body", "status"),
    [
        ("multipart/form-data", b"no boundary", 400),
        (MULTIPART, b"garbage", 400),
        (MULTIPART, PART % b"\xff\xfe", 400),
        (MULTIPART, PART % "\u202e\x00👩‍👧".encode(), 422),
        (URLENCODED, b"story=%ff%00&b=%zz&=&&;", 422),
        (URLENCODED, b"\xff\xfe\x00", 422),
        ("application/json", b"{", 422),
        ("", b"x", 422),
    ],
)
async def test_no_body_is_a_crash(
    browser: httpx.AsyncClient, kind: str, body: bytes, status: int
) -> None:
    answer = await browser.post("/styleguide", content=body, headers={"Content-Type": kind})

    assert answer.status_code == status


async def test_files_arrive_as_the_framework_keeps_them(browser: httpx.AsyncClient) -> None:
    files = [
        ("contoh-files", ("foto.jpg", JPEG)),
        ("contoh-files", ("kosong.pdf", b"")),
        ("contoh-files", ("gambar.svg", b"<svg/>")),
    ]
    text = (await browser.post("/styleguide", files=files)).text

    assert "Berkas “kosong.pdf” kosong." in text
    assert "Jenis berkas “gambar.svg” tidak diterima." in text
    assert "foto.jpg" not in text


async def test_whoever_is_not_signed_in_is_sent_to_the_door_and_back(
    browser: httpx.AsyncClient,
) -> None:
    answer = await browser.get("/case/7/page?tab=surat")

    assert answer.status_code == 303
    assert answer.headers["location"] == "/masuk?next=/case/7/page%3Ftab%3Dsurat"


async def test_htmx_is_told_to_go_to_the_door_as_a_whole_page(browser: httpx.AsyncClient) -> None:
    headers = FRAGMENT | {"HX-Current-URL": "http://test/perkara/7?tab=surat"}
    answer = await browser.get("/case/7/page", headers=headers)

    assert answer.headers["hx-redirect"] == "/masuk?next=/perkara/7%3Ftab%3Dsurat"
    assert answer.text == ""


@pytest.mark.parametrize("referer", ["http://[", "https://other.example//evil", ""])
async def test_a_bad_referer_never_becomes_the_way_back(
    browser: httpx.AsyncClient, referer: str
) -> None:
    headers = FRAGMENT | {"HX-Current-URL": referer}
    answer = await browser.get("/case/7/page", headers=headers)

    assert answer.headers["hx-redirect"] == "/masuk?next=/"


@pytest.mark.parametrize(
    "address", ["/styleguide", "/tidak-ada", "/fail/crash", "/fail/rule", "/case/7/page"]
)
async def test_every_response_carries_the_security_headers(
    browser: httpx.AsyncClient, address: str
) -> None:
    headers = (await browser.get(address)).headers

    assert headers["content-security-policy"] == CONTENT_SECURITY_POLICY
    assert "unsafe" not in CONTENT_SECURITY_POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["cache-control"] == "no-store"
    assert re.fullmatch(r"[0-9a-f]{16}", headers["x-request-id"])
    assert "strict-transport-security" not in headers


async def test_pages_vary_by_what_htmx_asks_for(browser: httpx.AsyncClient) -> None:
    assert "HX-Request" in (await browser.get("/styleguide")).headers["vary"]


async def test_a_stricter_policy_of_a_route_stays(browser: httpx.AsyncClient) -> None:
    headers = (await browser.get("/download")).headers

    assert headers["content-security-policy"] == "sandbox; default-src 'none'"
    assert headers["x-content-type-options"] == "nosniff"


async def test_with_tls_browsers_are_told_to_stay_with_it() -> None:
    transport = httpx.ASGITransport(app=cast("Any", make_app(https=True)))
    async with httpx.AsyncClient(transport=transport, base_url="https://test") as client:
        headers = (await client.get("/tidak-ada")).headers

    assert "max-age=63072000" in headers["strict-transport-security"]


async def test_static_files_may_be_kept_for_a_year(browser: httpx.AsyncClient) -> None:
    answer = await browser.get(static_url("css/netralitas.css"))

    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/css")
    assert "immutable" in answer.headers["cache-control"]


def test_a_static_file_that_is_not_there_is_found_when_its_page_is_written() -> None:
    with pytest.raises(ValueError, match="no static file"):
        static_url("css/absent.css")

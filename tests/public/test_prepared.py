"""Prepared pages over HTTP: validators, codings, headers, and nothing else asked."""

import gzip
from typing import Any, cast

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.public import prepared
from netralitas.public.prepared import Page, Shelf, answer, takes_gzip
from netralitas.web.headers import security_headers

BODY = ("<!doctype html><p>Angka</p>" * 100).encode()
HTML = "text/html; charset=utf-8"


def page(body: bytes = BODY, etag: str = "a1") -> Page:
    return Page.of(body, media_type=HTML, etag=etag, headers=security_headers(https=True))


@pytest.fixture
async def client() -> Any:  # noqa: ANN401 - an asynchronous generator
    shown = page()

    async def app(scope: Any, _: Any, send: Any) -> None:  # noqa: ANN401 - ASGI
        await answer(shown, scope, send)

    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(cast("Any", app)), base_url="http://test"
    ) as client:
        client.headers.pop("accept-encoding")
        yield client


async def test_a_page_comes_with_its_tag_and_may_be_kept_briefly(client: httpx.AsyncClient) -> None:
    answered = await client.get("/")
    assert answered.content == BODY
    assert answered.headers["etag"] == '"a1"'
    assert answered.headers["cache-control"] == prepared.CACHED.decode()
    assert answered.headers["vary"] == "Accept-Encoding"
    assert answered.headers["content-length"] == str(len(BODY))
    assert "content-encoding" not in answered.headers
    assert "set-cookie" not in answered.headers


async def test_it_is_packed_for_whoever_takes_that(client: httpx.AsyncClient) -> None:
    answered = await client.get("/", headers={"Accept-Encoding": "br, gzip"})
    assert answered.content == BODY
    assert answered.headers["content-encoding"] == "gzip"
    assert answered.headers["etag"] == '"a1-gzip"'
    assert int(answered.headers["content-length"]) == len(gzip.compress(BODY, 6, mtime=0))


async def test_every_security_header_is_there(client: httpx.AsyncClient) -> None:
    headers = (await client.get("/")).headers
    expected = security_headers(https=True)
    assert {name: headers[name] for name in expected} == expected
    assert "Strict-Transport-Security" in expected


@pytest.mark.parametrize("held", ['"a1"', '"a1-gzip"', 'W/"a1"', '"old", "a1"', "*"])
async def test_a_good_copy_is_not_sent_again(client: httpx.AsyncClient, held: str) -> None:
    answered = await client.get("/", headers={"If-None-Match": held})
    assert answered.status_code == 304
    assert answered.content == b""
    assert answered.headers["etag"] == '"a1"'
    assert answered.headers["vary"] == "Accept-Encoding"
    assert "content-length" not in answered.headers


@pytest.mark.parametrize("held", ['"a2"', "a1", '"a1', '""', "\xff"])
async def test_an_old_copy_is_replaced(client: httpx.AsyncClient, held: str) -> None:
    headers = {b"If-None-Match": held.encode("latin-1")}
    answered = await client.get("/", headers=headers)
    assert answered.status_code == 200


async def test_head_gets_the_same_head_and_no_body(client: httpx.AsyncClient) -> None:
    answered, whole = await client.head("/"), await client.get("/")
    assert answered.status_code == 200
    assert answered.headers == whole.headers
    assert answered.content == b""


@pytest.mark.parametrize(
    ("accepted", "taken"),
    [
        (b"gzip", True),
        (b"GZIP", True),
        (b"deflate, gzip;q=0.5", True),
        (b"*", True),
        (b"gzip;q=0", False),
        (b"*, gzip;q=0", False),
        (b"*;q=0", False),
        (b"br", False),
        (b"x-gzip", False),
        (b"", False),
        (b"gzip;q=much", False),
    ],
)
def test_gzip_is_sent_only_where_it_is_taken(accepted: bytes, taken: bool) -> None:
    assert takes_gzip(accepted) is taken


@given(st.binary(max_size=50))
def test_no_header_of_codings_breaks_the_answer(accepted: bytes) -> None:
    assert takes_gzip(accepted) in {True, False}


def test_the_same_body_is_packed_into_the_same_bytes() -> None:
    assert page().zipped.body == page().zipped.body
    assert Shelf().edition.number == 0

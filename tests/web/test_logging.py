"""The line of each request: what stands in it and what never does."""

import io
import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import structlog

from netralitas.web import logging
from tests.web.frame_app import CANARY


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    stream = io.StringIO()
    before = structlog.get_config()
    logging.configure(demo=False, stream=stream)
    yield stream
    structlog.configure(**before)


def lines(log: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in log.getvalue().splitlines()]


async def test_a_request_is_one_line_with_route_status_and_duration(
    browser: httpx.AsyncClient, log: io.StringIO
) -> None:
    answer = await browser.get(f"/case/7/page?nip={CANARY}")

    (line,) = lines(log)
    assert line["route"] == "/case/{number}/page"
    assert (line["method"], line["status"]) == ("GET", 303)
    assert line["ms"] > 0
    assert line["request_id"] == answer.headers["x-request-id"]
    assert (line["officer"], line["organisation"]) == (None, None)


async def test_nothing_that_was_sent_is_in_the_log(
    browser: httpx.AsyncClient, log: io.StringIO
) -> None:
    await browser.post(f"/submit?secret={CANARY}", data={"story": CANARY})
    await browser.get(f"/tidak-ada/{CANARY}", headers={"User-Agent": CANARY, "Cookie": CANARY})

    assert len(lines(log)) == 2
    assert CANARY not in log.getvalue()


async def test_a_crash_is_logged_with_its_place_but_not_its_message(
    browser: httpx.AsyncClient, log: io.StringIO
) -> None:
    answer = await browser.get("/fail/crash")

    failure, request = lines(log)
    assert failure["request_id"] == request["request_id"] == answer.headers["x-request-id"]
    assert failure["exception"].endswith("ValueError")
    assert "in fail" in failure["exception"]
    assert CANARY not in log.getvalue()


@pytest.mark.parametrize("kind", ["rule", "invisible", "away", "often"])
async def test_a_refusal_is_no_failure_of_ours(
    browser: httpx.AsyncClient, log: io.StringIO, kind: str
) -> None:
    await browser.get(f"/fail/{kind}")

    assert [line["event"] for line in lines(log)] == ["request"]


def test_the_cause_of_an_error_is_placed_too(log: io.StringIO) -> None:
    error = RuntimeError(CANARY)
    error.__cause__ = KeyError(CANARY)
    logging.failure(error)

    (line,) = lines(log)
    assert line["exception"].splitlines()[-1] == "KeyError"
    assert "RuntimeError" in line["exception"]
    assert CANARY not in log.getvalue()


async def test_two_requests_have_two_references(browser: httpx.AsyncClient) -> None:
    first = await browser.get("/styleguide/publik")
    second = await browser.get("/styleguide/publik")

    assert first.headers["x-request-id"] != second.headers["x-request-id"]

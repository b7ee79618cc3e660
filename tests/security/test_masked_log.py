"""Secrets that pass through a request: passwords, codes, cookies, tokens, addresses with a key."""

import io
import json
import re
from typing import Final

import pytest

from netralitas.cases.routes import case as case_routes
from netralitas.notices.commands import make_feed
from netralitas.settings import Settings
from netralitas.web import logging
from tests.cases.conftest import Visits
from tests.conftest import Database
from tests.make import Town, make_case
from tests.security.crawler import SAME_ORIGIN
from tests.webhooks.receiving import Receiver, receiving, status
from tests.webhooks.telling import ask, courier_for, entered, tell

PASSWORD: Final = "sandi-kenari-yang-panjang"
BEARER: Final = "ntr_kenari0123456789abcdef"
CODE: Final = "KENA-RIKE-NARI-KENA-RIKE"
LOGIN: Final = "kenari.login"
NIP: Final = "197405122010011001"


async def test_no_line_has_a_secret_that_passed_through(
    town: Town,
    visit: Visits,
    engine: Database,
    settings: Settings,
    log: io.StringIO,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    case = (await make_case(town)).id
    feed = await make_feed(town.rina)
    visit.site = logging.RequestLog(visit.site)
    rina = (await visit("rina")).client
    cookies = [cookie.value or "" for cookie in rina.cookies.jar]
    carried = {"Authorization": f"Bearer {BEARER}", "X-Forwarded-For": "203.0.113.77"}
    for address in (
        f"/perkara/{case}?nip={NIP}&kode={CODE}",
        f"/kalender/{feed}.ics",
        f"/kalender/{BEARER}.ics",
        f"/tidak-ada/{CODE}/{NIP}",
        "/siap",
    ):
        await rina.get(address, headers=carried)
    await rina.post(
        "/masuk", data={"login": LOGIN, "password": PASSWORD}, headers=SAME_ORIGIN | carried
    )

    async def broken(*_: object, **__: object) -> None:
        raise RuntimeError(f"{NIP} {CODE} {BEARER} {cookies}")

    monkeypatch.setattr(case_routes, "case_page", broken)
    failed = await rina.get(f"/perkara/{case}", headers=carried)
    assert failed.status_code == 500
    async with receiving() as receiver:
        secret = await _told(town, engine, receiver)
    written = log.getvalue()
    lines = [json.loads(line) for line in written.splitlines()]
    assert {"request", "failure", "webhook_failed"} <= {line["event"] for line in lines}
    assert failed.headers["x-request-id"] in {
        line.get("request_id") for line in lines if line["event"] == "failure"
    }
    assert cookies
    assert all(cookies)
    hidden = (PASSWORD, BEARER, CODE, LOGIN, NIP, feed, secret, *cookies, "alamat-rahasia")
    assert [word for word in hidden if word.lower() in written.lower()] == []
    assert re.findall(r"203\.0\.113|authorization|set-cookie", written, re.IGNORECASE) == []


async def _told(town: Town, engine: Database, receiver: Receiver) -> str:
    """A receiver that refuses what it is told; its secret."""
    _, secret = await entered(town.hadi, receiver)
    receiver.usual = status("500 Internal Server Error")
    await make_case(town)
    await tell(engine, courier_for(receiver))
    assert receiver.told
    assert await ask(engine, "SELECT FROM webhook_delivery WHERE state = 'waiting'")
    return secret

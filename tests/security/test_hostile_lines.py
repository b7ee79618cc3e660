"""Nothing that is sent makes a line of a header or of the log; every failed try costs alike."""

import io
import json
from collections import Counter
from urllib.parse import quote

import httpx
import pytest
from argon2 import PasswordHasher
from litestar import Litestar

from netralitas.accounts import passwords
from netralitas.accounts.commands import administration
from netralitas.web.headers import to_keep
from netralitas.web.logging import RequestLog
from tests.accounts.conftest import (
    PASSWORD,
    People,
    browser,
    client,
    people,
    sign_in,
)
from tests.cases.conftest import Visits
from tests.make import Town
from tests.pages import PDF, read

__all__ = ["client", "people"]

HOSTILE = (
    'rina\n{"event": "request", "status": 200, "officer": 1}',
    "rina\r\nSet-Cookie: a=b",
    "\x1b[2J\x1b[31mrina",
    "rina\u2028\u2029\x85",
)


FROM_HERE = {"Sec-Fetch-Site": "same-origin"}


class Counted:
    """A hasher that counts its work."""

    def __init__(self) -> None:
        self.real = PasswordHasher(time_cost=1, memory_cost=64)
        self.done: Counter[str] = Counter()

    def hash(self, password: bytes) -> str:
        self.done["hash"] += 1
        return self.real.hash(password)

    def verify(self, stored: str, password: bytes) -> bool:
        self.done["verify"] += 1
        return self.real.verify(stored, password)

    def check_needs_rehash(self, stored: str) -> bool:
        return not stored


async def test_every_failed_sign_in_costs_the_same_work_and_says_the_same(
    client: httpx.AsyncClient, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    await administration.disable(login="dewi", actor=people.system)
    counted = Counted()
    monkeypatch.setattr(passwords, "_HASHER", counted)
    said, work = set(), set()
    for login, password in (
        *(("rina", "salah sama sekali"), ("tidak-ada", PASSWORD), ("dewi", PASSWORD)),
        *(("system", PASSWORD), ("rina\x00", PASSWORD)),
    ):
        counted.done.clear()
        answer = await sign_in(client, login, password=password)
        if login.isprintable():
            work.add((counted.done["verify"], counted.done["hash"]))
            said.add(read(answer).text.replace(login, ""))
        assert answer.status_code == 422
        assert "set-cookie" not in answer.headers
    assert work == {(1, 0)}
    assert len(said) == 1


async def test_no_line_of_the_log_is_made_by_who_asks(
    town: Town, site: Litestar, log: io.StringIO
) -> None:
    transport = httpx.ASGITransport(RequestLog(site), raise_app_exceptions=False)  # type: ignore[arg-type]  # the same protocol
    sent = 0
    async with (
        site.lifespan(),
        httpx.AsyncClient(
            transport=transport, base_url="http://netralitas.test", headers=FROM_HERE
        ) as client,
    ):
        for text in HOSTILE:
            plain = text.encode("ascii", "replace").decode().replace("\r", "").replace("\n", "")
            asked = {"user-agent": plain, "x-request-id": plain, "referer": plain}
            await client.post("/masuk", data={"login": text, "password": text})
            await client.get("/cari", params={"q": text}, headers=asked)
            await client.get(f"/{quote(text)}", headers=asked)
            sent += 3
    lines = log.getvalue().splitlines()
    assert len(lines) == sent
    assert {json.loads(line)["event"] for line in lines} == {"request"}
    assert {json.loads(line)["status"] for line in lines} <= {303, 404, 422}
    assert not any(word in log.getvalue() for word in ("rina", "Set-Cookie", "\x1b", "\u2028"))


async def test_the_name_of_a_file_that_was_sent_is_in_no_header(town: Town, visit: Visits) -> None:
    rina = await visit("rina")
    page = await rina.go("/perkara/baru")
    names = ('a"; x="y\r\nSet-Cookie: a=b.pdf', "../../etc/passwd", "\u202etxet.pdf", "x" * 300)
    for name in names:
        files = [(each, (name, PDF)) for each in page.form().files]
        answer = await rina.client.post(page.form().action, files=files, headers=FROM_HERE)
        assert answer.status_code in {303, 422}
        told = "\n".join(f"{key}: {value}" for key, value in answer.headers.items())
        assert "Set-Cookie: a=b" not in told
        assert "passwd" not in told


def test_a_file_that_is_kept_never_runs_and_never_stays_in_a_cache() -> None:
    told = to_keep("berkas-1.pdf", 7)
    assert told["Content-Disposition"] == 'attachment; filename="berkas-1.pdf"'
    assert "sandbox" in told["Content-Security-Policy"]
    assert told["Cache-Control"] == "private, no-store"


async def test_a_cookie_is_for_one_host_over_tls_and_out_of_reach(people: People) -> None:
    async with browser() as opened:
        answer = await sign_in(opened)
    for cookie in answer.headers.get_list("set-cookie"):
        name, *attributes = [part.strip() for part in cookie.split(";")]
        assert name.startswith("__Host-")
        assert {"Secure", "HttpOnly", "Path=/", "SameSite=lax"} <= set(attributes)
        assert not any(each.lower().startswith("domain") for each in attributes)

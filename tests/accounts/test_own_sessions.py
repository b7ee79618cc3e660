"""One's own sessions and password: seen, ended one by one or all at once, changed."""

import re

import httpx

from netralitas.accounts import throttle
from tests.accounts.conftest import (
    PASSWORD,
    People,
    auditor_asks,
    browser,
    owner_asks,
    sign_in,
    signed_in_as,
)
from tests.conftest import Database

SESSIONS = "/akun/sesi"
END = f"{SESSIONS}/pengakhiran"
CHANGE = "/akun/kata-sandi"
FIREFOX = {"user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"}
NEW = "kata sandi lain yang panjang"


def handles(page: httpx.Response) -> list[str]:
    return re.findall(r'name="session" value="([0-9a-f]{64})"', page.text)


async def test_a_stolen_cookie_ends_everywhere_at_once(
    client: httpx.AsyncClient, people: People, engine: Database
) -> None:
    await sign_in(client)
    async with browser() as stolen, browser() as third:
        for each in (stolen, third):
            each.headers.update(FIREFOX)
            await sign_in(each)
        listed = await client.get(SESSIONS)
        assert listed.text.count("Firefox, Linux") == 2
        assert "203.0.113" not in listed.text
        assert "Gecko" not in listed.text
        first, _ = handles(listed)
        ended = await client.post(END, data={"session": first})
        assert ended.headers["location"] == f"{SESSIONS}?diakhiri=1"
        still = [each for each in (stolen, third) if await signed_in_as(each)]
        assert len(still) == 1
        cookie = dict(still[0].cookies)
        await client.post(END)
        async with browser() as thief:
            thief.cookies.update(cookie)
            assert await signed_in_as(thief) is None
        assert await signed_in_as(still[0]) is None
    assert await signed_in_as(client) == people.rina
    assert "Tidak ada sesi lain" in (await client.get(SESSIONS)).text
    names = await auditor_asks(
        engine, "SELECT name FROM event WHERE name LIKE 'account.session%' ORDER BY id"
    )
    assert [row["name"] for row in names] == ["account.session_ended", "account.sessions_ended"]


async def test_nobody_ends_the_session_of_another_and_nonsense_is_not_found(
    client: httpx.AsyncClient, people: People, engine: Database
) -> None:
    await sign_in(client)
    async with browser() as dewi:
        await sign_in(dewi, "dewi")
        [row] = await owner_asks(
            engine,
            "SELECT encode(s.digest, 'hex') AS handle FROM session s JOIN desk d ON d.id = s.desk"
            " WHERE d.officer = $1",
            people.rina,
        )
        for handle in (row["handle"], "x", "0" * 64, "\u0663" * 4):
            assert (await dewi.post(END, data={"session": handle})).status_code == 404
        assert (await dewi.post(END, data={"session": "0" * 65})).status_code == 422
    assert await signed_in_as(client) == people.rina


async def test_a_changed_password_ends_every_other_session_and_wants_the_present_one(
    client: httpx.AsyncClient, people: People
) -> None:
    await sign_in(client)
    async with browser() as other:
        await sign_in(other)
        for typed in (
            {"present": "bukan yang ini sekali", "new": NEW, "repeated": NEW},
            {"present": PASSWORD, "new": NEW, "repeated": NEW + "x"},
            {"present": PASSWORD, "new": "pendek", "repeated": "pendek"},
            {},
        ):
            answer = await client.post(CHANGE, data=typed)
            assert answer.status_code == 422
            assert NEW not in answer.text
        assert await signed_in_as(other) == people.rina
        right = {"present": PASSWORD, "new": NEW, "repeated": NEW}
        assert (await client.post(CHANGE, data=right)).headers["location"].startswith(CHANGE)
        assert await signed_in_as(other) is None
        assert await signed_in_as(client) == people.rina
        assert (await sign_in(other)).status_code == 422
        assert (await sign_in(other, password=NEW)).status_code == 303
    wrong = {"present": "x" * 20, "new": PASSWORD, "repeated": PASSWORD}
    answers = [(await client.post(CHANGE, data=wrong)).status_code for _ in range(11)]
    assert answers == [422] * throttle.PER_ACCOUNT + [429]

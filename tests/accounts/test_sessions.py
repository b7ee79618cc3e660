"""Sessions over HTTP: whose they are, what their cookie is like, and when they end."""

from datetime import timedelta
from hashlib import sha256

import httpx
import pytest

from netralitas import clock
from netralitas.access.domain import Role
from netralitas.accounts import sessions
from netralitas.accounts.commands import administration
from tests.accounts.conftest import (
    SETTINGS,
    People,
    browser,
    in_the_demo,
    owner_asks,
    sign_in,
    signed_in_as,
)
from tests.conftest import Database

COOKIE = "__Host-netralitas"


async def test_signing_in_makes_the_browser_that_person(
    client: httpx.AsyncClient, people: People
) -> None:
    answer = await sign_in(client)
    assert (answer.status_code, answer.headers["location"]) == (303, "/beranda")
    assert await signed_in_as(client) == people.rina


async def test_the_cookie_is_for_this_host_over_tls_and_out_of_reach_of_scripts(
    client: httpx.AsyncClient,
) -> None:
    header = (await sign_in(client)).headers["set-cookie"]
    name, *flags = [part.strip().lower() for part in header.split(";")]
    assert name.startswith("__host-netralitas=")
    assert set(flags) == {"path=/", "secure", "httponly", "samesite=lax"}


async def test_without_tls_the_cookie_has_the_plain_name_and_is_not_secure(people: People) -> None:
    async with browser(in_the_demo()) as client:
        header = (await sign_in(client)).headers["set-cookie"].lower()
    assert header.startswith("netralitas=")
    assert "secure" not in header
    assert "httponly" in header


async def test_only_the_digest_of_the_token_is_stored(
    client: httpx.AsyncClient, people: People, engine: Database
) -> None:
    await sign_in(client)
    token = client.cookies[COOKIE]
    rows = await owner_asks(engine, "SELECT digest FROM session")
    assert [row["digest"] for row in rows] == [sha256(token.encode()).digest()]


async def test_a_planted_cookie_is_not_adopted_at_sign_in(client: httpx.AsyncClient) -> None:
    planted = "a" * 43
    client.cookies.set(COOKIE, planted)
    await sign_in(client)
    assert client.cookies.jar is not None
    values = {cookie.value for cookie in client.cookies.jar if cookie.name == COOKIE}
    assert len(values - {planted}) == 1
    async with browser() as attacker:
        attacker.cookies.set(COOKIE, planted)
        assert await signed_in_as(attacker) is None


async def test_each_sign_in_makes_another_token_and_ends_the_one_before(
    client: httpx.AsyncClient,
) -> None:
    await sign_in(client)
    first = client.cookies[COOKIE]
    await sign_in(client)
    assert client.cookies[COOKIE] != first
    assert await sessions.find(first, SETTINGS) is None


async def test_a_failed_sign_in_leaves_the_session_as_it_is(
    client: httpx.AsyncClient, people: People
) -> None:
    await sign_in(client)
    await sign_in(client, "dewi", password="bukan kata sandinya")
    assert await signed_in_as(client) == people.rina


@pytest.mark.parametrize("token", ["", "x", "é" * 43, "a" * 43, "a" * 10_000, "\x00" * 43])
async def test_a_token_that_nobody_issued_is_nobody(people: People, token: str) -> None:
    assert await sessions.find(token, SETTINGS) is None


async def test_nobody_gets_a_cookie_for_looking(client: httpx.AsyncClient) -> None:
    answer = await client.get("/masuk")
    assert answer.status_code == 200
    assert "set-cookie" not in answer.headers


async def test_a_page_sends_strangers_to_sign_in_and_back(client: httpx.AsyncClient) -> None:
    answer = await client.get("/beranda")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/masuk?next=/beranda"


async def test_a_session_ends_when_it_is_idle(client: httpx.AsyncClient, people: People) -> None:
    await sign_in(client)
    idle = timedelta(minutes=SETTINGS.session_idle_minutes)
    with clock.at(clock.now() + idle - timedelta(seconds=5)):
        assert await signed_in_as(client) == people.rina  # and this was a use
    with clock.at(clock.now() + idle + timedelta(minutes=5)):
        assert await signed_in_as(client) == people.rina
    with clock.at(clock.now() + 2 * idle + timedelta(minutes=6)):
        assert await signed_in_as(client) is None


async def test_a_session_ends_at_its_last_hour_however_busy(
    client: httpx.AsyncClient, people: People
) -> None:
    begun = clock.now()
    await sign_in(client)
    last = begun + timedelta(hours=SETTINGS.session_hours)
    moment = begun
    while moment < last - timedelta(minutes=30):
        moment += timedelta(minutes=30)
        with clock.at(moment - timedelta(seconds=1)):
            assert await signed_in_as(client) == people.rina
    with clock.at(last + timedelta(seconds=5)):
        assert await signed_in_as(client) is None


async def test_use_is_written_at_most_once_a_minute(
    client: httpx.AsyncClient, engine: Database
) -> None:
    await sign_in(client)
    seen = await owner_asks(engine, "SELECT seen_at, xmin::text FROM session")
    with clock.at(seen[0]["seen_at"] + timedelta(seconds=59)):
        await client.get("/beranda")
    assert await owner_asks(engine, "SELECT seen_at, xmin::text FROM session") == seen
    later = seen[0]["seen_at"] + timedelta(seconds=61)
    with clock.at(later):
        await client.get("/beranda")
    assert (await owner_asks(engine, "SELECT seen_at FROM session"))[0]["seen_at"] == later


async def test_signing_out_ends_the_session_also_for_a_copy_of_the_cookie(
    client: httpx.AsyncClient,
) -> None:
    await sign_in(client)
    token = client.cookies[COOKIE]
    answer = await client.post("/keluar")
    assert (answer.status_code, answer.headers["location"]) == (303, "/masuk")
    assert COOKIE not in client.cookies
    assert await sessions.find(token, SETTINGS) is None


async def test_signing_out_twice_is_harmless(client: httpx.AsyncClient) -> None:
    assert (await client.post("/keluar")).status_code == 303


async def test_a_disabled_officer_is_out_at_once(client: httpx.AsyncClient, people: People) -> None:
    await sign_in(client)
    await administration.disable(login="rina", actor=people.system)
    assert await signed_in_as(client) is None
    assert (await sign_in(client)).status_code == 422


async def test_a_disabled_officer_is_out_even_if_a_session_was_left(
    client: httpx.AsyncClient, people: People, engine: Database
) -> None:
    await sign_in(client)
    await owner_asks(engine, "UPDATE officer SET disabled_at = now() WHERE login = 'rina'")
    assert await signed_in_as(client) is None


async def test_a_desk_that_has_ended_seats_nobody(
    client: httpx.AsyncClient, people: People, engine: Database
) -> None:
    await sign_in(client)
    await owner_asks(
        engine, "UPDATE desk SET valid_to = valid_from WHERE officer = $1", people.rina
    )
    assert await signed_in_as(client) is None


async def test_a_reset_password_ends_every_session(
    client: httpx.AsyncClient, people: People
) -> None:
    await sign_in(client)
    await administration.reset_password(
        login="rina", password="sama sekali berbeda", actor=people.system, settings=SETTINGS
    )
    assert await signed_in_as(client) is None
    assert (await sign_in(client)).status_code == 422
    assert (await sign_in(client, password="sama sekali berbeda")).status_code == 303


async def test_roles_count_from_the_next_request_on(
    client: httpx.AsyncClient, people: People
) -> None:
    await sign_in(client)
    await administration.set_roles(
        login="rina", organisation=people.regency, roles={Role.AUDITOR}, actor=people.system
    )
    session = await sessions.find(client.cookies[COOKIE], SETTINGS)
    assert session is not None
    assert session.actor.roles == {Role.AUDITOR}
    assert not session.actor.everything

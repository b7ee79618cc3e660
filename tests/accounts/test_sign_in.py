"""The sign-in form: wrong passwords, throttling, desks, where it leads, what is recorded."""

from datetime import timedelta

import anyio
import httpx
import msgspec
import pytest

from netralitas import clock
from netralitas.accounts import throttle, words
from tests.accounts.conftest import (
    PASSWORD,
    People,
    auditor_asks,
    browser,
    in_the_demo,
    owner_asks,
    sign_in,
    signed_in_as,
)
from tests.conftest import Database
from tests.pages import read

WRONG = "bukan kata sandinya"


async def test_a_wrong_password_and_an_unknown_login_are_answered_alike(
    client: httpx.AsyncClient,
) -> None:
    wrong = await sign_in(client, password=WRONG)
    unknown = await sign_in(client, "orang-lain", password=WRONG)
    assert wrong.status_code == unknown.status_code == 422
    assert words.WRONG_PASSWORD in wrong.text
    said = [read(answer).text for answer in (wrong, unknown)]  # without what is drawn by lot
    assert said[0].replace("rina", "") == said[1].replace("orang-lain", "")


async def test_the_login_that_was_typed_stays_and_the_password_does_not(
    client: httpx.AsyncClient,
) -> None:
    answer = await sign_in(client, password=WRONG)
    assert 'value="rina"' in answer.text
    assert WRONG not in answer.text


async def test_an_empty_form_names_both_fields(client: httpx.AsyncClient) -> None:
    answer = await client.post("/masuk", data={})
    assert answer.status_code == 422
    assert "Isi nama pengguna Anda." in answer.text
    assert "Isi kata sandi Anda." in answer.text


@pytest.mark.parametrize(
    "typed",
    [
        {"login": "\x00", "password": "\x00"},
        {"login": "r" * 100_000, "password": WRONG},
        {"login": "rina", "password": "p" * 100_000},
        {"login": "\u202erina", "password": "\u202e" * 20},
        {"login": "😀", "password": "😀" * 20},
        {"login": ["rina", "dewi"], "password": [WRONG, PASSWORD]},
        {"login": "rina", "password": WRONG, "next": "\x00" * 5000},
    ],
)
async def test_bad_input_is_a_message_never_a_failure(
    client: httpx.AsyncClient, typed: dict[str, str]
) -> None:
    assert (await client.post("/masuk", data=typed)).status_code == 422


async def test_half_of_a_surrogate_pair_is_a_wrong_password(client: httpx.AsyncClient) -> None:
    answer = await client.post(
        "/masuk",
        content=b"login=rina&password=%ED%A0%80aaaaaaaaaaaa",
        headers={"content-type": "application/x-www-form-urlencoded"},
    )
    assert answer.status_code == 422


async def test_a_login_may_be_typed_in_capitals_with_spaces(
    client: httpx.AsyncClient, people: People
) -> None:
    await sign_in(client, "  RINA ")
    assert await signed_in_as(client) == people.rina


async def test_the_system_itself_cannot_sign_in(client: httpx.AsyncClient) -> None:
    assert (await sign_in(client, "system")).status_code == 422


async def test_after_ten_failures_the_account_waits_and_is_told_how_long(
    client: httpx.AsyncClient,
) -> None:
    for _ in range(throttle.PER_ACCOUNT):
        assert (await sign_in(client, password=WRONG)).status_code == 422
    refused = await sign_in(client)  # even with the right password
    assert refused.status_code == 429
    assert 0 < int(refused.headers["retry-after"]) <= throttle.WINDOW.total_seconds()
    with clock.at(clock.now() + throttle.WINDOW + timedelta(seconds=1)):
        assert (await sign_in(client)).status_code == 303


async def test_tries_at_the_same_moment_are_all_counted(people: People) -> None:
    answers: list[int] = []

    async def guess(client: httpx.AsyncClient) -> None:
        answers.append((await sign_in(client, password=WRONG)).status_code)

    async with browser() as client, anyio.create_task_group() as group:
        for _ in range(3 * throttle.PER_ACCOUNT):
            group.start_soon(guess, client)
    assert answers.count(422) == throttle.PER_ACCOUNT
    assert answers.count(429) == 2 * throttle.PER_ACCOUNT


async def test_waiting_helps_also_whoever_went_on_trying(client: httpx.AsyncClient) -> None:
    begun = clock.now()
    for minute in range(14):
        with clock.at(begun + timedelta(minutes=minute)):
            await sign_in(client, password=WRONG)
    with clock.at(begun + throttle.WINDOW):
        assert (await sign_in(client)).status_code == 303


async def test_failures_of_one_account_do_not_lock_another(
    client: httpx.AsyncClient, people: People
) -> None:
    for _ in range(throttle.PER_ACCOUNT + 1):
        await sign_in(client, password=WRONG)
    await sign_in(client, "dewi")
    assert await signed_in_as(client) == people.dewi


async def test_a_success_clears_the_account(client: httpx.AsyncClient) -> None:
    for _ in range(2):
        for _ in range(throttle.PER_ACCOUNT - 1):
            assert (await sign_in(client, password=WRONG)).status_code == 422
        assert (await sign_in(client)).status_code == 303


async def test_an_address_that_tries_many_accounts_waits_and_others_do_not(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(throttle, "PER_ADDRESS", 5)
    async with browser(address="203.0.113.9") as guessing:
        for number in range(5):
            assert (await sign_in(guessing, f"orang-{number}", password=WRONG)).status_code == 422
        assert (await sign_in(guessing)).status_code == 429
    async with browser(address="203.0.113.10") as other:
        assert (await sign_in(other)).status_code == 303


async def test_counters_hold_neither_login_nor_address(
    client: httpx.AsyncClient, engine: Database
) -> None:
    await sign_in(client, password=WRONG)
    rows = await owner_asks(engine, "SELECT digest FROM throttle")
    assert len(rows) == 2
    for row in rows:
        assert len(row["digest"]) == 32
        assert b"rina" not in row["digest"]


@pytest.mark.parametrize(
    "goal",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "/perkara\r\nSet-Cookie: a=b",
        "evil.example",
        "",
    ],
)
async def test_sign_in_never_leads_to_another_site(client: httpx.AsyncClient, goal: str) -> None:
    answer = await sign_in(client, next=goal)
    assert answer.status_code in {303, 422}
    if answer.status_code == 303:
        assert answer.headers["location"] == "/beranda"


async def test_sign_in_leads_back_to_where_the_person_wanted_to_go(
    client: httpx.AsyncClient,
) -> None:
    shown = await client.get("/masuk", params={"next": "/perkara?tahap=pleno"})
    assert 'value="/perkara?tahap=pleno"' in shown.text
    answer = await sign_in(client, next="/perkara?tahap=pleno")
    assert answer.headers["location"] == "/perkara?tahap=pleno"


async def test_whoever_is_signed_in_does_not_see_the_form_again(client: httpx.AsyncClient) -> None:
    await sign_in(client)
    answer = await client.get("/masuk", params={"next": "/perkara"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/perkara")


async def test_who_has_several_desks_is_asked_which(
    client: httpx.AsyncClient, people: People
) -> None:
    answer = await sign_in(client, "dewi", next="/perkara")
    assert answer.headers["location"] == "/meja?next=%2Fperkara"
    shown = await client.get(answer.headers["location"])
    assert "Kantor bawaslu-prov" in shown.text
    assert "Kantor bawaslu-kab" in shown.text


async def test_another_desk_is_another_session_that_ends_when_the_first_would_have(
    client: httpx.AsyncClient, people: People, engine: Database
) -> None:
    await sign_in(client, "dewi")
    [desk] = await owner_asks(
        engine,
        "SELECT id FROM desk WHERE officer = $1 AND organisation = $2",
        *(people.dewi, people.province),
    )
    before = client.cookies["__Host-netralitas"]
    with clock.at(clock.now() + timedelta(minutes=30)):
        chosen = await client.post("/meja", data={"desk": desk["id"], "next": "/perkara"})
        assert chosen.headers["location"] == "/perkara"
        assert (await client.get("/beranda")).json()["organisation"] == people.province
    assert client.cookies["__Host-netralitas"] != before
    rows = await owner_asks(
        engine, "SELECT expires_at, revoked_at IS NULL AS open FROM session ORDER BY created_at"
    )
    assert [row["open"] for row in rows] == [False, True]
    assert rows[0]["expires_at"] == rows[1]["expires_at"]


async def test_nobody_sits_at_the_desk_of_another(
    client: httpx.AsyncClient, people: People, engine: Database
) -> None:
    await sign_in(client, "dewi")
    [desk] = await owner_asks(engine, "SELECT id FROM desk WHERE officer = $1", people.rina)
    answer = await client.post("/meja", data={"desk": desk["id"]})
    assert answer.status_code == 422
    assert await signed_in_as(client) == people.dewi


async def test_what_is_recorded_of_a_sign_in_names_nobody(
    client: httpx.AsyncClient, people: People, engine: Database
) -> None:
    await sign_in(client)
    await client.post("/keluar")
    events = await auditor_asks(
        engine,
        "SELECT e.name, e.actor, e.organisation, e.readers, e.details, e.canonical "
        "FROM event e JOIN stream s ON s.id = e.stream "
        "WHERE s.kind = 'accounts' AND e.actor = $1 ORDER BY e.id",
        people.rina,
    )
    assert [event["name"] for event in events] == ["account.signed_in", "account.signed_out"]
    for event in events:
        assert event["organisation"] == people.regency
        assert event["readers"] == [people.regency, people.province]
        assert set(msgspec.json.decode(event["details"])) <= {"desk", "way"}
        assert b"rina" not in event["canonical"].lower()
        assert b"203.0.113" not in event["canonical"]


async def test_failures_are_counted_but_not_recorded(
    client: httpx.AsyncClient, engine: Database
) -> None:
    before = await auditor_asks(engine, "SELECT count(*) FROM event")
    assert before[0][0] > 0
    await sign_in(client, password=WRONG)
    assert await auditor_asks(engine, "SELECT count(*) FROM event") == before


async def test_the_person_cannot_be_switched_outside_the_demo(
    client: httpx.AsyncClient, people: People, engine: Database
) -> None:
    [desk] = await owner_asks(engine, "SELECT id FROM desk WHERE officer = $1", people.rina)
    answer = await client.post("/demo/orang", data={"orang": desk["id"]})
    assert answer.status_code == 404
    assert await signed_in_as(client) is None


async def test_in_the_demo_one_click_makes_the_visitor_another_person(
    people: People, engine: Database
) -> None:
    desks = await owner_asks(
        engine,
        "SELECT id FROM desk WHERE organisation = $1 ORDER BY officer",
        people.regency,
    )
    async with browser(in_the_demo()) as visitor:
        await visitor.post("/demo/orang", data={"orang": desks[0]["id"]})
        assert await signed_in_as(visitor) == people.rina
        await visitor.post("/demo/orang", data={"orang": desks[1]["id"]})
        assert await signed_in_as(visitor) == people.dewi
    open_sessions = await owner_asks(engine, "SELECT 1 FROM session WHERE revoked_at IS NULL")
    assert len(open_sessions) == 1


@pytest.mark.parametrize("desk", ["", "0", "999999", "-1", "satu"])
async def test_in_the_demo_a_person_who_is_not_there_is_not_found(
    people: People, desk: str
) -> None:
    async with browser(in_the_demo()) as visitor:
        assert (await visitor.post("/demo/orang", data={"orang": desk})).status_code == 404

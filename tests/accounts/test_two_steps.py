"""The second step of signing in: between two sessions, once, in the same words."""

import re
from contextlib import AbstractContextManager
from datetime import timedelta

import httpx
import pytest
from structlog.testing import capture_logs

from netralitas import clock
from netralitas.access.domain import Role
from netralitas.accounts import half_sessions, throttle
from netralitas.accounts.commands import administration, signing
from netralitas.accounts.commands.signing import Doorway
from netralitas.accounts.domain import Step, Way
from netralitas.accounts.second_factor import recovery, words
from netralitas.refusals import NotAllowed
from tests.accounts.conftest import (
    SETTINGS,
    People,
    add_officer,
    auditor_asks,
    browser,
    owner_asks,
    sign_in,
    signed_in_as,
)
from tests.conftest import Database
from tests.device import Device, device_of, enrolled
from tests.pages import Browser, read

PROVE = "/masuk/faktor-kedua"
ENROL = "/masuk/pemasangan"
RECOVERY = "/akun/kode-pemulihan"
WHOLE, HALF = "__Host-netralitas", "__Host-netralitas-langkah"


@pytest.fixture
async def device(client: httpx.AsyncClient) -> Device:
    """Rina's device; nobody is signed in any more."""
    await sign_in(client)
    held = await enrolled(Browser(client))
    await client.post("/keluar")
    client.cookies.clear()
    return held


async def recovery_codes(person: Browser) -> list[str]:
    """Ten new codes, as the page shows them this once."""
    made = await person.send((await person.go(RECOVERY)).form(RECOVERY))
    return re.findall(r"<code>([a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4})</code>", made.html)


def later(codes: int) -> AbstractContextManager[None]:
    """A block in which so many codes have passed."""
    return clock.at(clock.now() + timedelta(seconds=30 * codes))


async def prove(client: httpx.AsyncClient, code: str) -> httpx.Response:
    """Post the form of the second step."""
    return await client.post(PROVE, data={"code": code})


async def test_between_both_steps_no_page_knows_the_person_and_the_session_is_a_fresh_one(
    client: httpx.AsyncClient, device: Device, people: People, engine: Database
) -> None:
    planted = "a" * 43
    client.cookies.set(WHOLE, planted, domain="netralitas.test")
    with later(2):
        answer = await sign_in(client, next="/perkara")
        assert answer.headers["location"] == f"{PROVE}?next=%2Fperkara"
        half = client.cookies[HALF]
        assert await signed_in_as(client) is None
        for page in ("/beranda", "/meja", "/akun/faktor-kedua", "/akun/sesi", "/akun/konfirmasi"):
            assert (await client.get(page)).headers["location"].startswith("/masuk?next=")
        assert (await client.get(ENROL)).headers["location"] == PROVE
        client.cookies.set(WHOLE, half, domain="netralitas.test")  # nor as a whole one
        assert await signed_in_as(client) is None
        client.cookies.delete(WHOLE)
        shown = await client.get(answer.headers["location"])
        assert 'value="/perkara"' in shown.text
        done = await client.post(PROVE, data={"code": device.code(), "next": "/perkara"})
        assert done.headers["location"] == "/perkara"
        assert client.cookies[WHOLE] not in {half, planted}
        assert HALF not in client.cookies
        assert await signed_in_as(client) == people.rina
        client.cookies.set(HALF, half, domain="netralitas.test")
        assert (await client.get(PROVE)).headers["location"] == "/masuk"  # it is used up
    rows = await owner_asks(engine, "SELECT stepped_up_at FROM session WHERE revoked_at IS NULL")
    assert [row["stepped_up_at"] is not None for row in rows] == [True]
    events = await auditor_asks(
        engine,
        "SELECT details FROM event WHERE name = 'account.signed_in' AND actor = $1 ORDER BY id",
        people.rina,
    )
    assert '"factor":"code"' in events[-1]["details"].replace(" ", "")


@pytest.mark.parametrize("cookie", [None, "", "x", "a" * 43, "é" * 43])
async def test_nobody_takes_the_second_step_first(
    client: httpx.AsyncClient, cookie: str | None
) -> None:
    sent_with = [] if cookie is None else [(b"cookie", f"{HALF}={cookie}".encode())]
    for address in (PROVE, ENROL):
        assert (await client.get(address, headers=sent_with)).headers["location"] == "/masuk"
        sent = await client.post(address, data={"code": "123456"}, headers=sent_with)
        assert sent.headers["location"] == "/masuk"
    assert WHOLE not in client.cookies


async def test_half_a_session_ends_after_minutes_with_a_reset_and_with_the_account(
    client: httpx.AsyncClient, device: Device, people: People
) -> None:
    await sign_in(client)
    with clock.at(clock.now() + half_sessions.LASTS):
        assert (await prove(client, device.code())).headers["location"] == "/masuk"
    await sign_in(client)
    await administration.reset_password(
        login="rina", password="yang lain lagi panjang", actor=people.system, settings=SETTINGS
    )
    assert (await client.get(PROVE)).headers["location"] == "/masuk"
    await sign_in(client, password="yang lain lagi panjang")
    assert (await client.get(PROVE)).status_code == 200
    await administration.disable(login="rina", actor=people.system)
    assert (await client.get(PROVE)).headers["location"] == "/masuk"


async def test_each_refusal_is_a_line_that_names_no_login_and_no_secret(
    client: httpx.AsyncClient, device: Device, people: People
) -> None:
    with capture_logs() as lines:
        await sign_in(client, password="bukan kata sandinya")
        await sign_in(client, login="tidak-ada")
        await sign_in(client)
        await prove(client, "000000")
    told = [line for line in lines if line["event"] == "sign_in_refused"]
    assert [(line["step"], line["reason"], line["officer"]) for line in told] == [
        ("password", "wrong", people.rina),
        ("password", "wrong", None),
        ("second factor", "wrong", people.rina),
    ]
    assert not re.search("rina'|tidak-ada|000000|bukan kata", str(lines))


async def test_a_code_counts_once_at_sign_in_and_step_up_together_and_wrong_ones_look_alike(
    client: httpx.AsyncClient, device: Device
) -> None:
    await sign_in(client)
    used = await prove(client, device.code())  # the code that set the device up
    other = await prove(client, "000000")
    for answer in (used, other):
        assert answer.status_code == 422
        assert words.WRONG_CODE in answer.text
    with later(1):
        assert (await prove(client, device.code())).status_code == 303
        again = await client.post("/akun/konfirmasi", data={"code": device.code()})
        assert again.status_code == 422
    with later(2):
        confirmed = await client.post("/akun/konfirmasi", data={"code": device.code()})
        assert confirmed.status_code == 303
        async with browser() as stranger:
            await sign_in(stranger)
            assert (await prove(stranger, device.code())).status_code == 422
    with later(20):  # a clock that is ten minutes off is told nothing that others are not
        async with browser() as stranger:
            await sign_in(stranger)
            assert words.WRONG_CODE in (await prove(stranger, device.code(later=-20))).text


async def test_wrong_codes_are_throttled_by_account_and_by_address(
    client: httpx.AsyncClient, device: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    with later(2):
        await sign_in(client)
        for _ in range(throttle.PER_ACCOUNT):
            assert (await prove(client, "000000")).status_code == 422
        refused = await prove(client, device.code())
        assert refused.status_code == 429
        assert int(refused.headers["retry-after"]) > 0
        async with browser(address="203.0.113.99") as elsewhere:
            await sign_in(elsewhere)
            assert (await prove(elsewhere, device.code())).status_code == 429
    with clock.at(clock.now() + throttle.WINDOW + timedelta(minutes=2)):
        await sign_in(client)
        assert (await prove(client, device.code())).status_code == 303
        monkeypatch.setattr(throttle, "PER_ADDRESS", 3)
        async with browser(address="203.0.113.98") as guessing:
            await sign_in(guessing)
            codes = [(await prove(guessing, "000000")).status_code for _ in range(4)]
            assert codes == [422, 422, 422, 429]


async def test_whose_role_demands_a_second_factor_gets_one_before_anything_else(
    client: httpx.AsyncClient, people: People, engine: Database
) -> None:
    hadi = await add_officer(people.system, "hadi", people.regency, Role.ADMINISTRATOR)
    async with browser() as second:
        for each in (client, second):
            assert (await sign_in(each, "hadi")).headers["location"] == ENROL
        assert (await client.get(PROVE)).headers["location"] == ENROL
        assert await signed_in_as(client) is None
        offered = read(await client.get(ENROL))
        device = device_of(offered)
        wrong = await Browser(client).send(offered.form(ENROL), code="000000")
        assert (wrong.status, device_of(wrong)) == (422, device)
        late = read(await second.get(ENROL))
        done = await Browser(client).send(wrong.form(ENROL), code=device.code())
        assert done.address == RECOVERY
        assert await signed_in_as(client) == hadi
        # Whoever knows the same password does not set up another one beside it.
        refused = await Browser(second).send(late.form(ENROL), code=device_of(late).code())
        assert refused.address == PROVE
        assert await signed_in_as(second) is None
    names = await auditor_asks(engine, "SELECT name FROM event WHERE actor = $1 ORDER BY id", hadi)
    assert [row["name"] for row in names] == ["account.second_factor_set", "account.signed_in"]


async def test_ten_recovery_codes_are_shown_once_and_kept_as_digests(
    client: httpx.AsyncClient, people: People, engine: Database
) -> None:
    await sign_in(client)
    rina = Browser(client)
    without = await rina.go(RECOVERY)
    assert "Pasang dahulu faktor kedua" in without.text
    assert (await client.post(RECOVERY)).status_code == 409
    await enrolled(rina)
    codes = await recovery_codes(rina)
    assert len(set(codes)) == recovery.HOW_MANY
    counted = await rina.go(RECOVERY)
    assert "Tersisa 10 kode" in counted.text
    assert codes[0] not in counted.html
    stored = await owner_asks(engine, "SELECT digest FROM recovery_code")
    assert not any(codes[0].encode() in row["digest"] for row in stored)


async def test_a_recovery_code_opens_the_door_once_and_its_person_is_told(
    client: httpx.AsyncClient, people: People, engine: Database
) -> None:
    await sign_in(client)
    device = await enrolled(Browser(client))
    codes = await recovery_codes(Browser(client))
    async with browser() as other:
        await sign_in(other)
        on_paper = read(await other.get(f"{PROVE}?pemulihan=1"))
        done = await Browser(other).send(
            on_paper.form(PROVE + "?pemulihan=1&next=%2Fberanda"),
            code=codes[0].upper().replace("-", " "),
        )
        assert done.address == "/beranda"
        assert "Tersisa 9 kode" in (await Browser(other).go(RECOVERY)).text
        # Whoever lost the device replaces it with another code.
        page = await Browser(other).go("/akun/faktor-kedua/penggantian?pemulihan=1")
        new = device_of(page)
        form = page.form("penggantian?pemulihan=1")
        replaced = await Browser(other).send(form, present=codes[1], code=new.code())
        assert replaced.address == "/akun/faktor-kedua"
        assert await signed_in_as(client) is None  # a changed factor ends the others
        with later(1):
            await sign_in(client)
            for wrong in (codes[0], device.code(), codes[2][:-1]):
                assert words.WRONG_CODE in (await prove(client, wrong)).text
            assert (await prove(client, new.code())).status_code == 303
    told = await auditor_asks(
        engine, "SELECT count(*) FROM event WHERE name = 'account.recovery_code_used'"
    )
    assert told[0]["count"] == 2


async def test_another_door_admits_a_known_officer_as_far_as_their_second_factor(
    client: httpx.AsyncClient, device: Device, people: People
) -> None:
    doorway = Doorway(address="203.0.113.7", settings=SETTINGS)
    half = await signing.admit(people.rina, Way.SSO, doorway)
    assert half.step is Step.PROVE
    whole = await signing.admit(people.dewi, Way.SSO, doorway)
    assert (whole.step, whole.several_desks) == (Step.SESSION, True)
    client.cookies.set(HALF, half.token, domain="netralitas.test")
    with later(1):
        assert (await prove(client, device.code())).status_code == 303
    assert await signed_in_as(client) == people.rina
    await administration.disable(login="dewi", actor=people.system)
    with pytest.raises(NotAllowed):
        await signing.admit(people.dewi, Way.SSO, doorway)

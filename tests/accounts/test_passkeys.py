"""Passkeys over HTTP: set up, shown, used alone, taken away; and what must not count."""

import html
import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import httpx
import pytest

from netralitas.access.domain import Role
from netralitas.accounts.second_factor import passkeys, words
from tests.accounts.authenticator import Authenticator
from tests.accounts.conftest import (
    SETTINGS,
    People,
    add_officer,
    browser,
    owner_asks,
    sign_in,
    signed_in_as,
)
from tests.conftest import Database
from tests.device import enrolled
from tests.pages import Browser

LIST = "/akun/kunci-sandi"
NEW = f"{LIST}/pendaftaran"
ALONE = "/masuk/kunci-sandi"
PROVE = "/masuk/faktor-kedua"
CONFIRM = "/akun/konfirmasi"
SITE, ORIGIN = "netralitas.test", "https://netralitas.test"


async def options(client: httpx.AsyncClient, address: str) -> str:
    """What a page asks the browser."""
    found = re.search(r'data-passkey-options="([^"]+)"', (await client.get(address)).text)
    assert found is not None, address
    return html.unescape(found.group(1))


async def set_up(client: httpx.AsyncClient, *, sure: bool = True) -> Authenticator:
    """A new passkey of whoever is signed in there."""
    made = Authenticator(origin=ORIGIN, site=SITE, sure=sure)
    answer = made.register(await options(client, NEW))
    done = await client.post(NEW, data={"name": "Ponsel", "credential": answer})
    assert done.headers["location"] == f"{LIST}?tersimpan=1", done.text
    return made


async def show(client: httpx.AsyncClient, address: str, answer: str) -> httpx.Response:
    return await client.post(address, data={"credential": answer})


@asynccontextmanager
async def half_way(login: str = "rina") -> AsyncIterator[httpx.AsyncClient]:
    """Another browser, in which the password was right."""
    async with browser() as client:
        assert (await sign_in(client, login)).headers["location"] == PROVE
        yield client


async def test_a_passkey_that_knows_its_person_signs_in_alone_and_its_answer_counts_once(
    client: httpx.AsyncClient, people: People
) -> None:
    await sign_in(client)
    phone = await set_up(client)
    listed = await client.get(LIST)
    assert "Ponsel" in listed.text
    assert "Masuk tanpa kata sandi." in listed.text
    async with browser() as other, browser() as thief:
        answer = phone.show(await options(other, "/masuk"))
        assert (await show(other, ALONE, answer)).headers["location"] == "/beranda"
        assert await signed_in_as(other) == people.rina
        assert (await other.get(NEW)).status_code == 200  # it was the second factor, too
        replayed = await show(thief, ALONE, answer)
        assert replayed.status_code == 422
        assert words.WRONG_PASSKEY in replayed.text
        assert await signed_in_as(thief) is None


async def test_it_is_the_second_step_and_the_step_up_also_without_asking_who_holds_it(
    client: httpx.AsyncClient, people: People
) -> None:
    await sign_in(client)
    key = await set_up(client, sure=False)
    async with browser() as other:
        alone = await show(other, ALONE, key.show(await options(other, "/masuk")))
        assert alone.status_code == 422
    async with half_way() as other:
        page = await other.get(PROVE)
        assert 'name="code"' not in page.text  # there is no application to read one from
        done = await show(other, PROVE, key.show(await options(other, PROVE)))
        assert done.headers["location"] == "/beranda"
        assert await signed_in_as(other) == people.rina
        confirmed = await show(other, CONFIRM, key.show(await options(other, CONFIRM)))
        assert confirmed.headers["location"] == "/beranda"


async def test_no_answer_counts_that_was_made_elsewhere_for_something_else_or_by_a_copy(
    client: httpx.AsyncClient, people: People
) -> None:
    await sign_in(client)
    phone = await set_up(client)
    await sign_in(client, "dewi")
    foreign = await set_up(client)
    async with half_way() as here, half_way() as there:
        asked = await options(here, PROVE)
        elsewhere = await options(there, PROVE)
        at_the_door = await options(here, "/masuk")
        origin, site = phone.origin, phone.site
        phone.origin = "https://jahat.test"
        answers = [phone.show(asked)]
        phone.origin, phone.site = origin, "jahat.test"
        answers.append(phone.show(asked))
        phone.site = site
        answers += [phone.show(elsewhere), phone.show(at_the_door), foreign.show(asked)]
        forged = json.loads(asked) | {"challenge": "AAAA"}
        answers.append(phone.show(json.dumps(forged)))
        handle, phone.handle = phone.handle, foreign.handle
        answers.append(phone.show(asked))
        phone.handle, count = handle, phone.count
        assert (await show(there, PROVE, phone.show(elsewhere))).status_code == 303
        phone.count = count  # a copy of the device, which has counted less
        answers.append(phone.show(asked))
        for answer in answers:
            refused = await show(here, PROVE, answer)
            assert refused.status_code == 422, answer
            assert words.WRONG_PASSKEY in refused.text
        assert await signed_in_as(here) is None


@pytest.mark.parametrize(
    "answer",
    ["", "x", "{}", "[]", "null", "\x00", "9" * 19_000, "[" * 9_000, '{"id": 1}', "\u202e😀"],
)
async def test_what_is_no_answer_is_a_message_never_a_failure(
    client: httpx.AsyncClient, answer: str
) -> None:
    await sign_in(client)
    assert (await show(client, ALONE, answer)).status_code == 422
    new = await client.post(NEW, data={"name": "Ponsel", "credential": answer})
    assert new.status_code == 422
    phone = Authenticator(origin=ORIGIN, site=SITE)
    right = json.loads(phone.register(await options(client, NEW)))
    for part in ("clientDataJSON", "attestationObject"):
        wrong = right | {"response": right["response"] | {part: answer}}
        sent = {"name": "Ponsel", "credential": json.dumps(wrong)}
        assert (await client.post(NEW, data=sent)).status_code == 422


async def test_who_has_a_second_factor_shows_it_before_another_and_before_one_is_gone(
    client: httpx.AsyncClient, people: People, engine: Database
) -> None:
    await add_officer(people.system, "hadi", people.regency, Role.ADMINISTRATOR)
    plain = replace(SETTINGS, factor_roles="")
    async with browser(plain) as hadi:
        await sign_in(hadi, "hadi")
        phone = await set_up(hadi)
        listed = await hadi.get(LIST)
        [remove] = re.findall(rf"{LIST}/\d+/pelepasan", listed.text)
        async with browser() as strict:
            signed = await show(strict, ALONE, phone.show(await options(strict, "/masuk")))
            assert signed.status_code == 303
            refused = await strict.post(remove)
            assert refused.status_code == 409
            assert words.LAST_PASSKEY in html.unescape(refused.text)
            await enrolled(Browser(strict))  # now it is not the last one; `hadi` has ended
            assert (await strict.post(remove)).headers["location"] == f"{LIST}?dilepas=1"
            assert (await strict.post(remove)).status_code == 404
        assert await signed_in_as(hadi) is None
    await sign_in(client)
    await set_up(client)
    async with half_way() as other:
        assert (await other.get(LIST)).headers["location"].startswith("/masuk")
    await owner_asks(engine, "UPDATE session SET stepped_up_at = NULL")
    for answer in (await client.get(NEW), await client.post(remove)):
        assert answer.headers["location"].startswith(CONFIRM)


def test_where_the_address_is_a_number_browsers_have_no_passkeys() -> None:
    for address, possible in (
        ("http://127.0.0.1:8000", False),
        ("http://[::1]:8000", False),
        ("http://localhost:8000", True),
        ("https://netralitas.example", True),
    ):
        settings = replace(SETTINGS, base_url=address)
        asked = passkeys.question(settings, passkeys.Asking.SIGN_IN)
        assert (asked is not None) is possible

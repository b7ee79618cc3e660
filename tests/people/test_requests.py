"""An account is made, and secrets are replaced, by two administrators and by nobody alone."""

from typing import Any

import asyncpg
import httpx
import pytest

from netralitas.accounts.commands import administration
from netralitas.accounts.domain import AccountRefused, Problem
from netralitas.accounts.people.commands import confirming, proposing, redeeming
from netralitas.accounts.people.domain import Established
from netralitas.refusals import Invalid, NotVisible, RuleBroken
from netralitas.settings import Settings
from tests.conftest import Database
from tests.make import Town
from tests.pages import Browser, Page
from tests.people.conftest import PASSWORD, Visits, owner_does, signs_in, told, value
from tests.people.inviting import handed, invited

LIST = "/pengelolaan/akun"
ASKED = "administrator kantornya sekarang melihat permintaan Anda"
NEW = "kata sandi baru yang panjang"


async def use(guest: Browser, code: str, **fields: str) -> Page:
    """Type a code, then what its page asks for."""
    page = await guest.send((await guest.go("/undangan")).form("/undangan"), code=code)
    typed: dict[str, Any] = {**fields}
    return await guest.send(page.form("/undangan/sandi"), typed) if fields else page


async def confirmed_alone(browser: Browser, request: str) -> httpx.Response:
    """What comes of a confirmation that is sent without the form."""
    return await browser.client.post(
        f"{request}/persetujuan", headers={"Sec-Fetch-Site": "same-origin"}
    )


def code_on(page: Page) -> str:
    """The code that the page shows this once."""
    assert "hanya tampil sekali" in page.text
    return page.html.split('id="kode">')[1].split("<")[0]


async def proposed_by(browser: Browser) -> Page:
    """The page of an invitation that was typed into the form."""
    page = await browser.go(f"{LIST}/undangan")
    values: dict[str, Any] = {"name": "Baruna Wijaya", "login": " Baru ", "title": "Staf"}
    return await browser.send(page.form("/undangan"), values, roles=["investigator"])


async def test_two_administrators_invite_and_the_second_has_the_code_once(
    town: Town, visit: Visits
) -> None:
    hadi, nadia = await visit("hadi"), await visit("nadia")
    empty = await hadi.send((await hadi.go(f"{LIST}/undangan")).form("/undangan"))
    assert empty.status == 422
    assert "nama lengkap" in empty.text.lower()
    proposed = await proposed_by(hadi)
    assert "Menunggu administrator kedua" in proposed.text
    assert "oleh administrator lain daripada yang mengajukannya" in proposed.text
    alone = await confirmed_alone(hadi, proposed.address)
    assert alone.status_code == 409
    assert "aturan dua orang" in alone.text

    waiting = await nadia.go(proposed.address)
    assert (await nadia.send(waiting.form("/persetujuan"))).status == 422
    code = code_on(await nadia.send(waiting.form("/persetujuan"), sure="ya"))
    assert code not in (await nadia.go(proposed.address)).html
    assert (await confirmed_alone(nadia, proposed.address)).status_code == 409
    events = await told("account.invitation_proposed", "account.invitation_confirmed")
    said = str([each.details for each in events])
    assert "Baruna" not in said
    assert "baru" not in said
    assert await value("SELECT count(*) FROM account_request WHERE name IS NOT NULL") == 0


async def test_the_invited_makes_a_password_of_their_own(
    town: Town, settings: Settings, guest: Browser
) -> None:
    given = await handed(town, settings)
    code = given.code.upper().replace("-", " ")
    short = await use(guest, code, password="pendek", again="pendek")
    assert "paling sedikit 12 karakter" in short.text
    differ = await use(guest, code, password=NEW, again=NEW + "x")
    assert "tidak sama" in differ.text
    done = await use(guest, code, password=NEW, again=NEW)
    assert "Anda dapat masuk sekarang" in done.text
    assert given.code not in done.address
    used = await use(guest, code)
    assert "tidak dikenal, sudah dipakai, atau sudah kedaluwarsa" in used.text
    assert await signs_in(guest, "baru", NEW)
    assert len(await told("account.code_used")) == 1


async def test_asking_for_a_new_password_tells_nobody_whether_the_login_exists(
    town: Town, visit: Visits, guest: Browser
) -> None:
    asking = (await guest.go("/masuk/lupa")).form("/masuk/lupa")
    known = await guest.send(asking, login="Rina")
    unknown = await guest.send(asking, login="tidak-ada")
    assert ASKED in known.text
    assert known.text == unknown.text
    assert await value("SELECT count(*) FROM account_request") == 1
    hadi = await visit("hadi")
    listed = await hadi.go(f"{LIST}/permintaan")
    assert "Rina Paramita" in listed.text
    request = await hadi.go(listed.link("A-"))
    assert "Diminta oleh pemilik akun" in request.text
    assert (await confirmed_alone(hadi, request.address)).status_code == 409
    begin = await hadi.go(request.link("Ajukan penggantian"))
    assert (await hadi.send(begin.form("/ganti"))).status == 422
    begun = await hadi.send(begin.form("/ganti"), what=["password"])
    assert begun.address == request.address


async def test_a_reset_ends_every_session_and_the_old_password(
    town: Town, visit: Visits, guest: Browser
) -> None:
    rina, hadi, nadia = await visit("rina"), await visit("hadi"), await visit("nadia")
    request = await proposing.begin_reset(town.hadi, "rina", password=True, factor=False)
    waiting = await nadia.go(f"{LIST}/permintaan/{request}")
    unnamed = await nadia.send(waiting.form("/persetujuan"))
    assert unnamed.status == 422
    assert "Pilih bagaimana Anda memastikannya" in unnamed.text
    code = code_on(await nadia.send(unnamed.form("/persetujuan"), established="in_person"))

    assert (await rina.go("/beranda")).address == "/masuk"
    assert not await signs_in(guest, "rina", PASSWORD)
    assert "Anda dapat masuk" in (await use(guest, code, password=NEW, again=NEW)).text
    assert not await signs_in(guest, "rina", PASSWORD)
    assert await signs_in(guest, "rina", NEW)
    [confirmed] = await told("account.reset_confirmed")
    assert confirmed.details["established"] == "in_person"
    assert confirmed.actor == town.nadia.officer
    person = await hadi.go(f"{LIST}/orang/{town.rina.officer}")
    assert "Penggantian disetujui oleh administrator kedua" in person.text
    assert "Kode sekali pakai digunakan" in person.text


async def test_a_lost_factor_is_taken_off_with_the_code_and_the_present_password(
    town: Town, settings: Settings, engine: Database
) -> None:
    await owner_does(
        engine,
        "INSERT INTO second_factor (officer, key_id, nonce, ciphertext, confirmed_at)"
        f" VALUES ({town.rina.officer}, '1', '', '', now())",
    )
    request = await proposing.begin_reset(town.hadi, "rina", password=False, factor=True)
    given = await confirming.confirm(
        town.omar, request, established=Established.SUPERIOR, settings=settings
    )
    with pytest.raises(Invalid) as wrong:
        await redeeming.redeem(given.code, "bukan sandinya", address="a", settings=settings)
    assert "password" in wrong.value.errors
    factors = "SELECT count(*) FROM second_factor"
    assert await value(factors) == 1
    await redeeming.redeem(given.code, PASSWORD, address="a", settings=settings)
    assert await value(factors) == 0
    assert await value("SELECT password IS NOT NULL FROM officer WHERE login = 'rina'")


async def test_nobody_resets_alone_or_themselves(town: Town, settings: Settings) -> None:
    with pytest.raises(RuleBroken) as own:
        await proposing.begin_reset(town.hadi, "hadi", password=True, factor=False)
    assert own.value.rule == "account.two_persons"
    request = await proposing.begin_reset(town.hadi, "nadia", password=True, factor=False)
    for actor in (town.hadi, town.nadia):
        with pytest.raises(RuleBroken) as refused:
            await confirming.confirm(
                actor, request, established=Established.LETTER, settings=settings
            )
        assert refused.value.rule == "account.two_persons"
        assert refused.value.remedy
    with pytest.raises(AccountRefused) as twice:
        await proposing.begin_reset(town.omar, "nadia", password=True, factor=False)
    assert twice.value.problem is Problem.REQUEST_OPEN
    with pytest.raises(Invalid):
        await confirming.confirm(town.omar, request, established=None, settings=settings)
    await confirming.confirm(town.omar, request, established=Established.LETTER, settings=settings)


async def test_the_database_refuses_one_person_alone(town: Town, engine: Database) -> None:
    await proposing.begin_reset(town.hadi, "rina", password=True, factor=False)
    for confirmer in (town.hadi.officer, town.rina.officer):
        with pytest.raises(asyncpg.PostgresError, match="NE062"):
            await owner_does(
                engine,
                f"UPDATE account_request SET confirmed_by = {confirmer}",
            )


async def test_other_parties_and_other_roles_see_no_request(
    town: Town, visit: Visits, settings: Settings
) -> None:
    request = await proposing.begin_reset(town.hadi, "rina", password=True, factor=False)
    stranger = await visit("asing")
    assert (await stranger.go(f"{LIST}/permintaan/{request}")).status == 404
    assert (await stranger.go(f"{LIST}/orang/{town.rina.officer}")).status == 404
    assert "Rina Paramita" not in (await stranger.go(LIST)).links
    with pytest.raises(NotVisible):
        await confirming.confirm(
            town.asing, request, established=Established.LETTER, settings=settings
        )
    with pytest.raises(AccountRefused):
        await proposing.begin_reset(town.asing, "rina", password=True, factor=False)
    with pytest.raises(AccountRefused):
        await proposing.invite(town.asing, invited(town))
    assert (await (await visit("rina")).go(LIST)).status == 403


async def test_the_page_says_who_could_confirm_where_nobody_else_can(
    town: Town, visit: Visits
) -> None:
    request = await proposing.invite(town.hadi, invited(town))
    hadi = await visit("hadi")
    await administration.disable(login="nadia", actor=town.omar)
    assert "kantor atasan yang menyetujui" in (await hadi.go(f"{LIST}/permintaan/{request}")).text
    system = await administration.as_system()
    await administration.disable(login="omar", actor=system)
    lonely = await hadi.go(f"{LIST}/permintaan/{request}")
    assert f"netralitas account confirm {request}" in lonely.text


async def test_a_withdrawn_request_comes_to_nothing(town: Town, settings: Settings) -> None:
    request = await proposing.invite(town.hadi, invited(town))
    with pytest.raises(AccountRefused) as taken:
        await proposing.invite(town.nadia, invited(town))
    assert taken.value.problem is Problem.LOGIN_TAKEN
    await proposing.withdraw(town.nadia, request)
    with pytest.raises(AccountRefused):
        await confirming.confirm(town.nadia, request, established=None, settings=settings)
    with pytest.raises(AccountRefused):
        await proposing.withdraw(town.hadi, request)
    assert await value("SELECT coalesce(name, login, email) FROM account_request") is None

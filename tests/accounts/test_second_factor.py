"""A second factor: proved before it is kept, a code used once, lost ones taken by others."""

import re
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pyotp
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from netralitas import clock
from netralitas.access.domain import Actor, Role
from netralitas.access.policy import Permission, hold_stepped_up, is_stepped_up, may, may_see
from netralitas.access.policy.step_up import PROVED
from netralitas.accounts import throttle
from netralitas.accounts.domain import AccountRefused, Problem
from netralitas.accounts.second_factor import codes, commands
from netralitas.accounts.second_factor.sealing import FactorSealer
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.refusals import NotAllowed, StepUpNeeded
from netralitas.vault.cipher import Keys, Purpose, SealError
from tests.cases.conftest import Statements, Visits, settings, site, statements, town, visit
from tests.device import FACTOR, Device, device_of, enrolled
from tests.make import Town, stepped_up
from tests.pages import Browser, Page

__all__ = ["Statements", "settings", "site", "statements", "town", "visit"]

CONFIRM = "/akun/konfirmasi"
PROVE = "/masuk/faktor-kedua"
SEALER = FactorSealer(keys=Keys.derive(Purpose.SECOND_FACTOR, "1", {"1": b"k" * 32}))


async def events(*names: str) -> list[Any]:
    async with reading(EVERYTHING) as c:
        return await c.fetch(
            "SELECT name, actor, details FROM event WHERE name = ANY ($1) ORDER BY id", list(names)
        )


async def shown(browser: Browser, code: str) -> Page:
    """The page after a code was typed into the question for one."""
    return await browser.send((await browser.go(CONFIRM)).form(CONFIRM), code=code)


def later(codes_later: int) -> AbstractContextManager[None]:
    """A block in which so many codes have passed."""
    return clock.at(clock.now() + timedelta(seconds=codes.SECONDS * codes_later))


@given(off=st.integers(min_value=-5, max_value=5))
def test_a_code_is_known_one_code_before_and_after_its_time(off: int) -> None:
    secret, now = codes.new_secret(), clock.now()
    code = pyotp.TOTP(secret).at(now + timedelta(seconds=codes.SECONDS * off))
    step = codes.step_of(secret, code, now)
    present = int(now.timestamp()) // codes.SECONDS
    if abs(off) <= 1:
        assert step == present + off
    else:
        assert step is None or abs(step - present) <= 1  # one in a million is the same code


@pytest.mark.parametrize("typed", ["", "abc", "12345", "١٢٣٤٥٦", "123456 7", "-12345", "1" * 500])
def test_what_is_no_code_is_none(typed: str) -> None:
    assert codes.step_of(codes.new_secret(), typed, clock.now()) is None


def test_a_code_may_be_typed_with_spaces() -> None:
    secret, now = codes.new_secret(), clock.now()
    code = pyotp.TOTP(secret).at(now)
    assert codes.step_of(secret, f" {code[:3]} {code[3:]} ", now) is not None


def test_a_secret_is_shown_as_groups_and_as_a_picture_of_the_same() -> None:
    secret = codes.new_secret()
    assert "".join(codes.groups(secret)) == secret
    assert {len(group) for group in codes.groups(secret)} == {4}
    assert codes.picture(secret, "Rina").startswith("data:image/svg+xml")


def test_a_secret_opens_for_its_officer_and_an_offer_in_its_session_only() -> None:
    secret = codes.new_secret()
    assert SEALER.open(SEALER.seal(secret, 1), 1) == secret
    with pytest.raises(SealError):
        SEALER.open(SEALER.seal(secret, 1), 2)
    offer = SEALER.offer(secret, b"a")
    assert SEALER.accept(offer, b"a") == secret
    for wrong, session in ((offer, b"b"), ("", b"a"), ("ä", b"a"), ("!!!", b"a"), (secret, b"a")):
        with pytest.raises(SealError):
            SEALER.accept(wrong, session)
    assert secret not in offer


def test_what_was_shown_holds_for_ten_minutes(town_actor: Actor) -> None:
    now = clock.now()
    assert not is_stepped_up(town_actor, now)
    shown_at = replace(town_actor, stepped_up_at=now)
    hold_stepped_up(shown_at, now + timedelta(minutes=9, seconds=59))
    with pytest.raises(StepUpNeeded):
        hold_stepped_up(shown_at, now + timedelta(minutes=10))


@pytest.mark.parametrize("act", sorted(PROVED))
def test_administration_is_seen_without_a_second_factor_and_done_with_one(
    town_actor: Actor, act: Permission
) -> None:
    hadi = replace(town_actor, roles=frozenset({Role.ADMINISTRATOR}))
    may_see(hadi, act)
    with pytest.raises(StepUpNeeded):
        may(hadi, act)
    may(replace(hadi, stepped_up_at=clock.now()), act)
    may(replace(hadi, everything=True), act)  # the command line has no device
    with pytest.raises(NotAllowed):
        may_see(town_actor, Permission.ADMINISTER)


@pytest.fixture
def town_actor() -> Actor:
    return Actor(
        officer=1,
        organisation=1,
        desk=1,
        name="Rina",
        organisation_name="Kantor",
        organisation_kind="bawaslu",
        roles=frozenset({Role.INVESTIGATOR}),
    )


async def test_a_device_is_kept_once_it_has_shown_a_code(town: Town, visit: Visits) -> None:
    rina = await visit("rina")
    page = await rina.go(FACTOR)
    assert page.headings == ["Faktor kedua"]
    wrong = await rina.send(page.form(FACTOR), code="000000")
    assert wrong.status == 422
    assert "Kode ini bukan dari kunci yang baru" in wrong.text
    device = device_of(wrong)
    assert device == device_of(page)  # what was scanned already is not lost
    done = await rina.send(wrong.form(FACTOR), code=device.code())
    assert done.status == 200
    assert "Faktor kedua Anda terpasang sejak" in done.text
    assert device.secret not in done.html
    [event] = await events("account.second_factor_set")
    assert (event["actor"], event["details"]) == (town.rina.officer, {})


async def test_no_offer_is_taken_that_was_not_made_in_this_session(visit: Visits) -> None:
    rina, sari = await visit("rina"), await visit("sari")
    offered = await sari.go(FACTOR)
    taken = await rina.send(
        (await rina.go(FACTOR)).form(FACTOR),
        offer=offered.form(FACTOR).values["offer"],
        code=device_of(offered).code(),
    )
    assert taken.status == 422
    assert "sudah tidak berlaku" in taken.text


async def test_a_second_device_is_not_simply_added(visit: Visits) -> None:
    rina = await visit("rina")
    first = await rina.go(FACTOR)
    await enrolled(rina)
    again = await rina.send(first.form(FACTOR), code=device_of(first).code())
    assert again.status == 409
    assert "Anda sudah mempunyai faktor kedua" in again.text


async def test_the_secret_is_nowhere_in_the_database(visit: Visits) -> None:
    device = await enrolled(await visit("rina"))
    async with reading(EVERYTHING) as c:
        row = await c.fetchrow("SELECT * FROM second_factor")
    assert device.secret.encode() not in b" ".join(v for v in row if isinstance(v, bytes))


async def test_a_code_brings_one_back_to_where_one_was(town: Town, visit: Visits) -> None:
    rina = await visit("rina")
    device = await enrolled(rina)
    with later(1):
        asked = await rina.go(f"{CONFIRM}?next=/perkara")
        assert asked.address == "/perkara"  # shown a moment ago
    with later(30):
        asked = await rina.go(f"{CONFIRM}?next=/perkara")
        assert asked.headings == ["Tunjukkan faktor kedua Anda"]
        done = await rina.send(asked.form(CONFIRM), code=device.code())
        assert done.address == "/perkara"
    [event] = await events("account.stepped_up")
    assert event["actor"] == town.rina.officer


@pytest.mark.parametrize("where", ["https://jahat.example", "//jahat.example", "/\\jahat.example"])
async def test_it_leads_to_no_other_site(visit: Visits, where: str) -> None:
    rina = await visit("rina")
    device = await enrolled(rina)
    with later(1):
        page = await rina.go(CONFIRM)
        done = await rina.send(page.form(CONFIRM), code=device.code(), next=where)
        assert done.address == "/beranda"


async def test_a_code_is_used_once(visit: Visits) -> None:
    rina = await visit("rina")
    device = await enrolled(rina)
    used = await shown(rina, device.code())
    assert used.status == 422
    assert "Kode ini tidak cocok atau sudah dipakai" in used.text
    with later(1):
        assert (await shown(rina, device.code())).address == "/beranda"
        assert (await shown(rina, device.code())).status == 422
        assert (await shown(rina, device.code(later=-1))).status == 422  # nor an earlier one


async def test_without_a_device_the_question_says_how_to_get_one(visit: Visits) -> None:
    rina = await visit("rina")
    page = await rina.go(f"{CONFIRM}?next=/perkara")
    assert "Anda belum memasangnya" in page.text
    offered = await rina.go(page.link("Pasang faktor kedua"))
    done = await rina.send(offered.form(FACTOR), code=device_of(offered).code())
    assert done.address == "/perkara"


async def test_wrong_codes_are_throttled_and_a_right_one_does_not_help_then(visit: Visits) -> None:
    rina = await visit("rina")
    device = await enrolled(rina)
    with later(2):
        for _ in range(throttle.PER_ACCOUNT):
            assert (await shown(rina, "abcdef")).status == 422
        refused = await shown(rina, device.code())
        assert refused.status == 429
        assert "Terlalu banyak kode yang salah" in refused.text
    with clock.at(clock.now() + throttle.WINDOW + timedelta(minutes=2)):
        assert (await shown(rina, device.code())).address == "/beranda"


async def test_a_device_is_replaced_by_whoever_has_both(town: Town, visit: Visits) -> None:
    rina = await visit("rina")
    old = await enrolled(rina)
    with later(1):
        page = await rina.go(f"{FACTOR}/penggantian")
        new = device_of(page)
        form = page.form("penggantian")
        stolen = await rina.send(form, present="000000", code=new.code())
        assert stolen.status == 422
        assert "Kode ini tidak cocok atau" in stolen.text
        done = await rina.send(form, present=old.code(), code=new.code())
        assert done.address == FACTOR
    with later(2):
        assert (await shown(rina, old.code())).status == 422
        assert (await shown(rina, new.code())).address == "/beranda"
    assert [event["actor"] for event in await events("account.second_factor_replaced")] == [
        town.rina.officer
    ]


async def test_a_lost_device_is_taken_away_by_another_person(town: Town, visit: Visits) -> None:
    rina = await visit("rina")
    device = await enrolled(rina)
    await commands.remove(login="rina", actor=town.hadi)
    assert (await rina.go(CONFIRM)).address == "/masuk"  # whoever has the device has nothing now
    visit.opened.clear()
    rina = await visit("rina")
    assert "Anda belum memasangnya" in (await rina.go(CONFIRM)).text
    [event] = await events("account.second_factor_removed")
    assert (event["actor"], event["details"]) == (
        town.hadi.officer,
        {"officer": town.rina.officer},
    )
    with pytest.raises(AccountRefused) as refused:
        await commands.remove(login="rina", actor=town.hadi)
    assert refused.value.problem is Problem.FACTOR_MISSING
    assert isinstance(device, Device)


async def test_nobody_takes_their_own_away(town: Town, visit: Visits) -> None:
    await enrolled(await visit("hadi"))
    with pytest.raises(AccountRefused) as refused:
        await commands.remove(login="hadi", actor=stepped_up(town.hadi))
    assert refused.value.problem is Problem.OWN_FACTOR


def test_the_command_line_names_the_command() -> None:
    from netralitas.cli import main  # noqa: PLC0415 - as the program loads it

    answer = CliRunner().invoke(main, ["account", "remove-factor", "--help"])
    assert answer.exit_code == 0
    assert "lost the device" in answer.output


async def test_in_the_demo_one_click_asks_who_has_a_second_factor_and_shows_the_code(
    visit: Visits,
) -> None:
    await enrolled(await visit("rina"))
    visit.opened.clear()
    again = await visit("rina")
    assert (await again.go("/perkara")).address == "/masuk"
    asked = await again.go(PROVE)
    shown_code = re.search(r"<code>(\d{6})</code>", asked.html)
    assert shown_code is not None, asked.text
    done = await again.send(asked.form(PROVE), code=shown_code.group(1))
    assert done.address == "/beranda"

"""One-time codes: for how long, how often, for whom, and what is mailed of them."""

from datetime import timedelta

import pytest

from netralitas import clock
from netralitas.accounts.commands import administration
from netralitas.accounts.people.commands import confirming, proposing, redeeming
from netralitas.accounts.people.commands.mailing import MailingCodes
from netralitas.accounts.people.domain import Established
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.refusals import Invalid
from netralitas.settings import Settings
from netralitas.web.refusals import TooMany
from tests.make import Town
from tests.people.inviting import handed


async def test_a_code_is_good_for_72_hours_once_and_for_an_account_that_stands(
    town: Town, settings: Settings
) -> None:
    given = await handed(town, settings)
    with clock.at(clock.now() + timedelta(hours=72, seconds=1)), pytest.raises(Invalid):
        await redeeming.look_up(given.code, address="a", settings=settings)
    assert (await redeeming.look_up(given.code, address="a", settings=settings)).login == "baru"
    newer = await proposing.begin_reset(town.hadi, "baru", password=True, factor=False)
    second = await confirming.confirm(
        town.nadia, newer, established=Established.LETTER, settings=settings
    )
    with pytest.raises(Invalid):  # a new code makes the older one worthless
        await redeeming.look_up(given.code, address="a", settings=settings)
    await administration.disable(login="baru", actor=town.hadi)
    with pytest.raises(Invalid):
        await redeeming.look_up(second.code, address="a", settings=settings)


@pytest.mark.parametrize("typed", ["", "x", "\ud800", "a" * 60, "aaaa-aaaa-aaaa-aaaa-aaaa"])
async def test_what_is_no_code_is_refused_in_the_same_words_and_counted(
    town: Town, settings: Settings, typed: str
) -> None:
    for _ in range(10):
        with pytest.raises(Invalid, match="Ada isian"):
            await redeeming.look_up(typed, address="b", settings=settings)
    with pytest.raises(TooMany):
        await redeeming.look_up(typed, address="c", settings=settings)


@pytest.mark.parametrize("reset", [False, True])
async def test_the_mail_names_nobody_and_carries_the_code_to_the_invited_alone(
    town: Town, settings: Settings, *, reset: bool
) -> None:
    given = await handed(town, settings, email="baruna@kantor.example")
    if reset:
        request = await proposing.begin_reset(town.hadi, "baru", password=True, factor=False)
        given = await confirming.confirm(
            town.nadia, request, established=Established.LETTER, settings=settings
        )
    async with reading(EVERYTHING) as c:
        row = await c.fetchrow(
            "SELECT r.*, f.email FROM account_request r JOIN officer f ON f.id = r.officer"
            " WHERE r.id = $1",
            given.request,
        )
    message = MailingCodes(settings)._message(row)
    text = message.get_content()
    assert (given.code in text) is not reset
    assert "/undangan" in text
    assert "Baruna" not in message.as_string().replace("baruna@", "")

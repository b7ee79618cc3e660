"""Whoever's way of signing in changed is told by mail that it did: not how, and not to whom."""

from dataclasses import replace
from datetime import timedelta

import pytest

from netralitas import clock
from netralitas.accounts.commands import administration
from netralitas.accounts.commands.addresses import set_mail
from netralitas.accounts.telling import TELL_OFFICER, TellingOfficers, tell_officer
from netralitas.database.transactions import EVERYTHING, writing
from netralitas.jobs.mail import NotTakenError
from netralitas.settings import Settings
from tests.accounts.conftest import PASSWORD, SETTINGS, People, browser, owner_asks, sign_in
from tests.conftest import Database
from tests.device import device_of, enrolled
from tests.notices.conftest import AsWorker, as_worker, post_office
from tests.notices.post_office import PostOffice
from tests.pages import Browser

__all__ = ["as_worker", "post_office"]


def mailing(port: int) -> Settings:
    return replace(
        SETTINGS,
        smtp_host="127.0.0.1",
        smtp_port=port,
        smtp_start_tls=False,
        mail_from="netralitas@bawaslu.example",
    )


async def test_the_mail_says_nothing_but_where_to_look(
    people: People, engine: Database, as_worker: AsWorker, post_office: PostOffice
) -> None:
    settings = mailing(post_office.port)
    async with writing(EVERYTHING) as c:
        await tell_officer(c, people.rina, SETTINGS)  # without a mail server nobody is told so
        await tell_officer(c, people.rina, settings)
    [job] = await owner_asks(engine, "SELECT payload FROM job WHERE kind = $1", TELL_OFFICER)
    assert str(people.rina) in job["payload"]
    tell = TellingOfficers(settings)
    async with as_worker() as c:
        await tell(c, {"officer": people.rina})
    assert post_office.taken == []  # she has no address
    await set_mail(login="rina", address="rina@bawaslu.example", actor=people.system)
    async with as_worker() as c:
        await tell(c, {"officer": people.rina})
    [mail] = post_office.taken
    assert mail["To"] == "rina@bawaslu.example"
    assert "/akun/sesi" in mail.get_content()
    assert "Nama rina" not in mail.as_string()
    async with as_worker() as c:
        with pytest.raises(NotTakenError):
            await TellingOfficers(mailing(1))(c, {"officer": people.rina})


async def test_every_change_of_how_somebody_signs_in_is_told_to_them(
    people: People, engine: Database
) -> None:
    settings = mailing(1)
    async with browser(settings) as client:

        async def told() -> int:
            rows = await owner_asks(engine, "SELECT FROM job WHERE kind = $1", TELL_OFFICER)
            return len(rows)

        await sign_in(client)
        person = Browser(client)
        device = await enrolled(person)
        assert await told() == 1
        await person.send((await person.go("/akun/kode-pemulihan")).form("/akun/kode-pemulihan"))
        assert await told() == 2
        changed = await person.send(
            (await person.go("/akun/kata-sandi")).form("/akun/kata-sandi"),
            present=PASSWORD,
            new="yang lain lagi panjang",
            repeated="yang lain lagi panjang",
        )
        assert (changed.status, await told()) == (200, 3)
        with clock.at(clock.now() + timedelta(minutes=1)):
            page = await person.go("/akun/faktor-kedua/penggantian")
            other = device_of(page)
            await person.send(page.form("/penggantian"), present=device.code(), code=other.code())
        assert await told() == 4
    await administration.reset_password(
        login="rina", password="belimbing kambing kuali", actor=people.system, settings=settings
    )
    async with writing(EVERYTHING) as c:
        jobs = await c.fetch("SELECT payload FROM job WHERE kind = $1", TELL_OFFICER)
    assert [job["payload"] for job in jobs] == [{"officer": people.rina}] * 5

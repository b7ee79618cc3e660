"""Who used a recovery code is told by mail that something happened: not what, and not to whom."""

from dataclasses import replace

import pytest

from netralitas.accounts.commands.addresses import set_mail
from netralitas.accounts.telling import TELL_OFFICER, TellingOfficers, tell_officer
from netralitas.database.transactions import EVERYTHING, writing
from netralitas.jobs.mail import NotTakenError
from netralitas.settings import Settings
from tests.accounts.conftest import SETTINGS, People, owner_asks
from tests.conftest import Database
from tests.notices.conftest import AsWorker, as_worker, post_office
from tests.notices.post_office import PostOffice

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
    assert "/akun/kode-pemulihan" in mail.get_content()
    assert "Nama rina" not in mail.as_string()
    async with as_worker() as c:
        with pytest.raises(NotTakenError):
            await TellingOfficers(mailing(1))(c, {"officer": people.rina})

"""An exchange that stands still is told to the administrators of the office, each morning."""

from dataclasses import replace

import pytest

from netralitas.jobs.mail import NotTakenError
from netralitas.partners.warning import LONG_AWAY, WARN, WarningOfPartners
from netralitas.referral.packages.manifests import digest_of
from netralitas.settings import Settings
from tests.accounts.conftest import SETTINGS
from tests.notices.conftest import AsWorker, as_worker, post_office
from tests.notices.post_office import PostOffice
from tests.partners.exchanging import AWAY, Exchange
from tests.partners.sending import PHOTO, Package

__all__ = ["as_worker", "post_office"]

FAILED = "UPDATE partner SET failures = $1"
STATE = "UPDATE partner SET state = $1"


def mailing(port: int) -> Settings:
    return replace(
        SETTINGS,
        smtp_host="127.0.0.1",
        smtp_port=port,
        smtp_start_tls=False,
        mail_from="netralitas@bawaslu.example",
    )


async def warned(exchange: Exchange, as_worker: AsWorker, settings: Settings) -> list[int]:
    """Whom a morning writes to."""
    async with as_worker() as c:
        await WarningOfPartners(settings).run(c)
    rows = await exchange.ask(
        "DELETE FROM job WHERE kind = $1 RETURNING (payload ->> 'officer')::integer AS officer",
        WARN,
    )
    return [row["officer"] for row in rows]


async def be_administrator(exchange: Exchange) -> int:
    """Dewa keeps the partners of BKPSDM, and has an address."""
    dewa = exchange.town.dewa
    await exchange.ask("UPDATE desk SET roles = '{administrator}' WHERE id = $1", dewa.desk)
    await exchange.ask(
        "UPDATE officer SET email = 'dewa@bkpsdm.example' WHERE id = $1", dewa.officer
    )
    return dewa.officer


async def test_an_administrator_is_written_to_while_a_partner_needs_somebody(
    exchange: Exchange, as_worker: AsWorker, post_office: PostOffice
) -> None:
    settings = mailing(post_office.port)
    dewa = await be_administrator(exchange)
    assert await warned(exchange, as_worker, settings) == []
    await exchange.ask(FAILED, LONG_AWAY - 1)
    assert await warned(exchange, as_worker, settings) == []
    await exchange.ask(FAILED, LONG_AWAY)
    assert await warned(exchange, as_worker, settings) == [dewa]
    await exchange.ask(STATE, "paused")  # by an administrator, who knows
    assert await warned(exchange, as_worker, settings) == []
    await exchange.ask(STATE, "stopped")
    assert await warned(exchange, as_worker, settings) == [dewa]
    assert await warned(exchange, as_worker, SETTINGS) == []  # without a mail server
    async with as_worker() as c:
        await WarningOfPartners(settings).write(c, {"officer": dewa})
    [mail] = post_office.taken
    assert mail["To"] == "dewa@bkpsdm.example"
    assert "/pengelolaan/mitra" in mail.get_content()
    assert AWAY not in mail.as_string()
    async with as_worker() as c:
        with pytest.raises(NotTakenError):
            await WarningOfPartners(mailing(1)).write(c, {"officer": dewa})


async def test_a_package_that_cannot_come_in_is_told_until_it_is_there(
    exchange: Exchange, as_worker: AsWorker
) -> None:
    settings = mailing(25)
    dewa = await be_administrator(exchange)
    exchange.sender.add(Package())
    exchange.sender.papers[digest_of(PHOTO)] = PHOTO[:-1] + b"?"
    await exchange.run()
    assert await warned(exchange, as_worker, settings) == [dewa]
    await exchange.ask("UPDATE officer SET email = NULL WHERE id = $1", dewa)
    assert await warned(exchange, as_worker, settings) == []

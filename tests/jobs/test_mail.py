"""What becomes of a message: taken, refused for good, to be tried later, or nobody knows."""

from collections.abc import AsyncIterator
from dataclasses import replace
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.smtp import Envelope

from netralitas.jobs.mail import Delivery, MailServer, deliver
from netralitas.settings import Settings
from tests.notices.post_office import PostOffice, open_post_office


@pytest.fixture
async def office() -> AsyncIterator[PostOffice]:
    """A mail server that keeps what it takes."""
    async with open_post_office() as opened:
        yield opened


def server(office: PostOffice) -> MailServer:
    return MailServer(host="127.0.0.1", port=office.port, user="", password="", start_tls=False)


def message() -> EmailMessage:
    made = EmailMessage()
    made["From"] = "netralitas@kantor.test"
    made["To"] = "rina@kantor.test"
    made["Subject"] = "Pengingat"
    made.set_content(".\nSebuah titik di awal baris.\n")
    return made


async def test_a_message_is_taken_as_it_is(office: PostOffice) -> None:
    assert await deliver(server(office), message()) is Delivery.TAKEN
    [taken] = office.taken
    assert taken.get_content().splitlines() == [".", "Sebuah titik di awal baris."]


@pytest.mark.parametrize("phase", ["at_recipient", "at_content"])
@pytest.mark.parametrize(
    ("code", "delivery"),
    [(421, Delivery.LATER), (451, Delivery.LATER), (550, Delivery.REFUSED)],
)
async def test_an_answer_is_judged_by_its_code(
    office: PostOffice, phase: str, code: int, delivery: Delivery
) -> None:
    async def answer(_: Envelope) -> str:
        return f"{code} Tidak"

    setattr(office, phase, answer)
    assert await deliver(server(office), message()) is delivery
    assert office.taken == []


async def test_a_connection_that_ends_after_the_content_leaves_it_unknown(
    office: PostOffice,
) -> None:
    office.cuts = True
    assert await deliver(server(office), message()) is Delivery.UNKNOWN


@pytest.mark.parametrize(
    "wrong",
    [
        {"port": 1},
        {"start_tls": True},
        {"user": "a", "password": "b"},
    ],
    ids=["away", "without TLS", "without sign-in"],
)
async def test_a_server_that_cannot_be_used_may_be_set_right(
    office: PostOffice, wrong: dict[str, Any]
) -> None:
    assert await deliver(replace(server(office), **wrong), message()) is Delivery.LATER
    assert office.taken == []


def test_without_a_host_there_is_no_server() -> None:
    assert MailServer.of(Settings()) is None
    given = Settings(smtp_host="surat.test", smtp_user="a", smtp_password="b")
    assert MailServer.of(given) == MailServer(
        host="surat.test", port=587, user="a", password="b", start_tls=True
    )

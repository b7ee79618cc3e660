"""One try to a server that lies: told apart, and nothing that is not public is ever dialled."""

import asyncio
import ssl
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from netralitas.evidence.web.domain import CaptureFailed
from netralitas.evidence.web.guard import Guard
from netralitas.evidence.web.peers import secure
from netralitas.settings import SettingsError, load, load_for_demo
from netralitas.webhooks import sending
from netralitas.webhooks.domain import Attempt, Message, Problem
from netralitas.webhooks.sending import LARGEST_ANSWER, Sender
from tests.evidence.web.authority import openssl
from tests.webhooks.receiving import Answer, Receiver, receiving, status
from tests.webhooks.telling import guard_for

MESSAGE = Message(id="evt_1", body=b"{}")
PUBLIC = httpx.create_ssl_context(trust_env=False)


async def attempt(receiver: Receiver, guard: Guard | None = None, url: str = "") -> Attempt:
    guard = guard or guard_for(receiver)
    async with Sender.to(url or receiver.url, guard, PUBLIC) as sender:
        return await sender.send(MESSAGE, [b"k" * 32])


async def trickle(writer: asyncio.StreamWriter) -> None:
    """An answer that never ends."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
    while True:
        writer.write(b".")
        await writer.drain()
        await asyncio.sleep(0.01)


async def flood(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n")
    with suppress(ConnectionError):
        while True:
            writer.write(b"." * LARGEST_ANSWER)
            await writer.drain()


async def cut(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nab")


@pytest.mark.parametrize(
    ("answer", "problem", "said"),
    [
        (status("200 OK", body=b"terima kasih"), None, 200),
        (status("302 Found", "Location: https://lain.example/"), Problem.REDIRECT, 302),
        (status("400 Bad Request"), Problem.REFUSED, 400),
        (status("410 Gone"), Problem.GONE, 410),
        (status("429 Too Many Requests", "Retry-After: 90"), Problem.BUSY, 429),
        (status("500 Oops"), Problem.FAULT, 500),
        (flood, Problem.TOO_LARGE, 200),
        (cut, Problem.ANSWER, None),
        (b"SSH-2.0-OpenSSH_9.2\r\n\r\n", Problem.ANSWER, None),
    ],
)
async def test_each_lie_is_told_apart(
    receiver: Receiver, answer: Answer, problem: Problem | None, said: int | None
) -> None:
    receiver.usual = answer
    found = await attempt(receiver)
    assert (found.problem, found.status) == (problem, said)
    assert found.retry_after == (90 if said == 429 else None)


async def silent(_: asyncio.StreamWriter) -> None:
    await asyncio.Event().wait()


@pytest.mark.parametrize("answer", [trickle, silent])
async def test_whatever_takes_longer_than_it_may_is_given_up(
    receiver: Receiver,
    monkeypatch: pytest.MonkeyPatch,
    answer: Callable[[asyncio.StreamWriter], Awaitable[None]],
) -> None:
    assert sending.SECONDS == 10
    monkeypatch.setattr(sending, "SECONDS", 0.2)
    receiver.usual = answer
    assert (await attempt(receiver)).problem is Problem.TOO_SLOW


async def test_a_certificate_that_nobody_vouches_for_is_no_receiver(tmp_path: Path) -> None:
    run = (
        *("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"),
        *("-nodes", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"),
        *("-keyout", str(tmp_path / "key"), "-out", str(tmp_path / "crt")),
    )
    assert openssl(*run) == 0
    serving_as = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving_as.load_cert_chain(tmp_path / "crt", tmp_path / "key")
    async with receiving(serving_as) as receiver:
        assert (await attempt(receiver)).problem is Problem.CERTIFICATE
        assert receiver.told == []
        trusted = ssl.create_default_context(cafile=str(tmp_path / "crt"))
        async with Sender.to(receiver.url, guard_for(receiver), trusted) as sender:
            assert (await sender.send(MESSAGE, [b"k" * 32])).problem is None


async def test_where_nobody_listens_nothing_is_reached() -> None:
    async with receiving() as receiver:
        pass
    assert (await attempt(receiver)).problem is Problem.UNREACHABLE


@pytest.mark.parametrize(
    "url",
    [
        *("http://contoh.go.id/", "ftp://contoh.go.id/", "https://a:b@contoh.go.id/", "contoh"),
        *("https://contoh.go.id:8443/", "https://2130706433/", "https://0x7f.1/", "https://"),
    ],
)
def test_an_address_is_https_of_the_public_internet(url: str) -> None:
    with pytest.raises(CaptureFailed):
        secure(Guard(), url)


async def test_a_name_that_resolves_to_the_house_is_never_dialled(receiver: Receiver) -> None:
    answers: list[Sequence[str]] = [["93.184.215.14", "127.0.0.1"], ["10.0.0.8"], ["::1"]]
    asked = []

    async def rebinding(host: str, port: int) -> Sequence[str]:
        asked.append((host, port))
        return answers[len(asked) - 1]

    guard = Guard(resolve=rebinding)
    for _ in range(3):
        found = await attempt(receiver, guard, url="https://contoh.go.id/webhook")
        assert found == Attempt(problem=Problem.NOT_PUBLIC)
    assert len(asked) == 3
    for url in ("https://127.0.0.1/", "https://[::1]/", "https://169.254.169.254/"):
        assert (await attempt(receiver, Guard(), url=url)).problem is Problem.NOT_PUBLIC
    assert receiver.told == []


def test_certificates_of_public_authorities_are_those_that_count() -> None:
    assert PUBLIC.verify_mode is ssl.CERT_REQUIRED
    assert PUBLIC.check_hostname


def test_only_the_demo_lets_a_receiver_of_the_house_through() -> None:
    pair = {"NETRALITAS_WEBHOOK_ALLOW": "127.0.0.1:9000"}
    assert load_for_demo(pair).webhook_allow == "127.0.0.1:9000"
    with pytest.raises(SettingsError, match="WEBHOOK_ALLOW is for tests and the demo only"):
        load(pair)

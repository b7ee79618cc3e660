"""Nothing that is not of the public internet is dialled, however it is written."""

import socket
from collections.abc import Mapping, Sequence

import httpcore
import httpx
import pytest

from netralitas.evidence.web.domain import CaptureFailed, Problem
from netralitas.evidence.web.guard import Guard, GuardBackend, GuardedTransport, is_public

PUBLIC = "203.0.114.9"

HOSTILE = [
    "http://127.0.0.1/",
    "http://127.8.9.10/",
    "http://0.0.0.0/",
    "http://0/",
    "http://10.0.0.5/",
    "http://172.16.4.1/",
    "http://192.168.1.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://100.64.0.1/",
    "http://192.0.0.192/",
    "http://198.18.0.1/",
    "http://224.0.0.1/",
    "http://240.0.0.1/",
    "http://255.255.255.255/",
    "http://[::1]/",
    "http://[::]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[::ffff:8.8.8.8]/",
    "http://[::127.0.0.1]/",
    "http://[2002:7f00:1::]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[64:ff9b::8.8.8.8]/",
    "http://[64:ff9b:1::1]/",
    "http://[2001:0:7f00:1::]/",
    "http://[fe80::1]/",
    "http://[fe80::1%25lo]/",
    "http://[fc00::1]/",
    "http://[fd12:3456::1]/",
    "http://[fec0::1]/",
    "http://[ff02::1]/",
    "http://2130706433/",
    "http://134744072/",
    "http://0177.0.0.1/",
    "http://0x7f.0.0.1/",
    "http://0x7f000001/",
    "http://127.1/",
    "http://127.0.0.1./",
    "http://localhost/",
    "http://LOCALHOST/",
    "http://localhost./",
    "http://\uff11\uff12\uff17.\uff10.\uff10.\uff11/",
    "http://\u2460\u2461\u2466.\u24ea.\u24ea.\u2460/",
    "http://127\u30020\u30020\u30021/",
    "http://user:password@public.example/",
    "http://user@public.example/",
    "http://@public.example/",
    "http://public.example@127.0.0.1/",
    "http://public.example:8080/",
    "http://public.example:22/",
    "https://public.example:25/",
    "http://127.0.0.1:5432/",
    "file:///etc/passwd",
    "ftp://public.example/",
    "gopher://public.example/",
    "data:text/html,hello",
    "javascript:alert(1)",
    "//public.example/",
    "public.example",
    "http:///path",
    "http://",
    "http://./",
    "",
    " http://public.example/",
    "http://public.example/\r\nHost: 127.0.0.1",
    "http://public.example/" + "a" * 2000,
    "http://private.example/",
    "http://mixed.example/",
    "http://mapped.example/",
    "http://nowhere.example/",
    "http://empty.example/",
]

NAMES: Mapping[str, Sequence[str]] = {
    "public.example": [PUBLIC],
    "other.example": ["2606:4700::1111"],
    "private.example": ["10.1.2.3"],
    "mixed.example": [PUBLIC, "192.168.0.1"],
    "mapped.example": ["::ffff:10.0.0.1"],
    "localhost": ["127.0.0.1", "::1"],
    "localhost.": ["127.0.0.1"],
    "empty.example": [],
}


class Dials(httpcore.AsyncNetworkBackend):
    """Keeps what it was asked to dial, and answers each with the next of its replies."""

    def __init__(self, *replies: bytes) -> None:
        self.dialled: list[tuple[str, int]] = []
        self.replies = list(replies)

    async def connect_tcp(
        self,
        host: str,
        port: int,
        *_options: object,
        **_named: object,
    ) -> httpcore.AsyncNetworkStream:
        self.dialled.append((host, port))
        return httpcore.AsyncMockStream([self.replies.pop(0) if self.replies else b"", b""])


async def known(host: str, port: int) -> Sequence[str]:
    """Resolve as the table says; a number as the machine would."""
    if host in NAMES:
        return NAMES[host]
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
    except (OSError, UnicodeError) as error:
        raise socket.gaierror(host) from error
    return [str(answer[4][0]) for answer in found]


async def ask(text: str, guard: Guard, dials: Dials) -> httpx.Response:
    """Do what a capture does with one address."""
    url = guard.check(text)
    transport = GuardedTransport(GuardBackend(guard, dials))
    async with httpx.AsyncClient(transport=transport, trust_env=False) as client:
        return await client.get(url)


@pytest.mark.parametrize("text", HOSTILE)
async def test_a_hostile_address_is_refused_before_a_connection(text: str) -> None:
    dials = Dials()
    with pytest.raises(CaptureFailed):
        await ask(text, Guard(resolve=known), dials)
    assert dials.dialled == []


@pytest.mark.parametrize("text", HOSTILE)
async def test_a_hostile_address_is_refused_by_the_connection_alone(text: str) -> None:
    """Also when nobody looked at how it is written, as with a redirect that a library follows."""
    dials = Dials()
    try:
        url = httpx.URL(text)
        port = url.port or {"http": 80, "https": 443}[url.scheme]
    except (httpx.InvalidURL, ValueError, KeyError):
        return
    if "public.example" in url.host and url.port is None:
        return  # what is wrong with these is not whom they reach
    with pytest.raises(CaptureFailed):
        await GuardBackend(Guard(resolve=known), dials).connect_tcp(url.host, port)
    assert dials.dialled == []


async def test_what_is_public_is_dialled_at_the_address_that_was_looked_at() -> None:
    dials = Dials(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")
    answer = await ask("http://public.example/a?b#c", Guard(resolve=known), dials)
    assert answer.text == "hi"
    assert dials.dialled == [(PUBLIC, 80)]


async def test_a_name_that_answers_differently_the_second_time_is_asked_once() -> None:
    answers = [[PUBLIC], ["127.0.0.1"]]

    async def rebinding(host: str, port: int) -> Sequence[str]:
        return answers.pop(0)

    dials = Dials(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")
    guard = Guard(resolve=rebinding)
    await ask("http://rebinding.example/", guard, dials)
    assert dials.dialled == [(PUBLIC, 80)]
    assert answers == [["127.0.0.1"]]
    with pytest.raises(CaptureFailed) as refused:
        await ask("http://rebinding.example/", guard, dials)
    assert refused.value.problem is Problem.NOT_PUBLIC
    assert dials.dialled == [(PUBLIC, 80)]


async def test_a_pair_of_the_setting_is_let_through_and_no_other_port_of_it() -> None:
    dials = Dials(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")
    guard = Guard(allowed=Guard.of("127.0.0.1:8123, ").allowed, resolve=known)
    await ask("http://127.0.0.1:8123/", guard, dials)
    for text in ("http://127.0.0.1:8124/", "http://127.0.0.1/", "http://127.0.0.2:8123/"):
        with pytest.raises(CaptureFailed):
            await ask(text, guard, dials)
    assert dials.dialled == [("127.0.0.1", 8123)]


async def test_an_address_that_does_not_answer_gives_way_to_the_next() -> None:
    class Half(Dials):
        async def connect_tcp(
            self,
            host: str,
            port: int,
            *_options: object,
            **_named: object,
        ) -> httpcore.AsyncNetworkStream:
            if ":" in host:
                self.dialled.append((host, port))
                raise httpcore.ConnectError("no route")
            return await super().connect_tcp(host, port)

    async def two(host: str, port: int) -> Sequence[str]:
        return ["2606:4700::1111", PUBLIC]

    dials = Half(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")
    await ask("http://two.example/", Guard(resolve=two), dials)
    assert [host for host, _ in dials.dialled] == ["2606:4700::1111", PUBLIC]


async def test_a_socket_of_the_machine_is_never_dialled() -> None:
    with pytest.raises(CaptureFailed):
        await GuardBackend(Guard()).connect_unix_socket("/run/postgresql/.s.PGSQL.5432")


@pytest.mark.parametrize("address", [PUBLIC, "8.8.8.8", "2606:4700::1111", "2400:cb00::1"])
def test_what_is_public_is_called_so(address: str) -> None:
    assert is_public(address)


def test_the_pool_of_the_transport_is_the_guarded_one() -> None:
    """Httpx 0.28 keeps its pool under a private name: another version must fail here."""
    backend = GuardBackend(Guard())
    assert GuardedTransport(backend)._pool._network_backend is backend

"""What is asked through the guard: redirects, sizes, times, certificates."""

import asyncio
import contextlib
import ssl
from pathlib import Path

import pytest

from netralitas.evidence.web.domain import CaptureFailed, Limits, Problem
from netralitas.evidence.web.fetching import Fetcher
from netralitas.evidence.web.guard import Guard
from tests.evidence.web.authority import openssl
from tests.evidence.web.serving import Answer, Site, page, sent_to, serving

LIMITS = Limits(size=1_000_000, seconds=5.0, redirects=3)


async def failing(site: Site, path: str, limits: Limits = LIMITS) -> Problem:
    """Return why the page at a path cannot be had."""
    with pytest.raises(CaptureFailed) as failed:
        async with Fetcher(Guard.of(site.place), limits).fetched(site.address + path):
            raise AssertionError("it was had")
    return failed.value.problem


async def test_a_page_is_had_as_it_was_given() -> None:
    async with (
        serving({"/a?b=c": page("<p>Halo</p>", "X-Odd: é")}) as site,
        Fetcher(Guard.of(site.place), LIMITS).fetched(f"{site.address}/a?b=c#here") as hops,
    ):
        (hop,) = hops
        assert hop.url == f"{site.address}/a?b=c"
        assert (hop.status, hop.reason, hop.address) == (200, "OK", "127.0.0.1")
        assert ("X-Odd", "Ã©") in hop.headers
        assert ("Accept-Encoding", "identity") in hop.asked
        assert hop.body.read() == b"<p>Halo</p>"


async def test_an_answer_that_there_is_no_page_is_an_answer() -> None:
    async with (
        serving({}) as site,
        Fetcher(Guard.of(site.place), LIMITS).fetched(f"{site.address}/gone") as hops,
    ):
        assert [hop.status for hop in hops] == [404]


async def test_a_chain_of_redirects_is_followed_each_through_the_guard() -> None:
    async with serving({}) as other, serving({}) as site:
        other.answers["/end"] = page("there")
        site.answers["/"] = sent_to("/b")
        site.answers["/b"] = sent_to(f"{other.address}/end")
        guard = Guard.of(f"{site.place},{other.place}")
        async with Fetcher(guard, LIMITS).fetched(f"{site.address}/") as hops:
            assert [hop.status for hop in hops] == [302, 302, 200]
            assert hops[-1].url == f"{other.address}/end"


@pytest.mark.parametrize(
    "goal",
    [
        "http://127.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::ffff:127.0.0.1]/",
        "//localhost/",
        "http://2130706433/",
        "file:///etc/passwd",
        "http://user:word@example.com/",
    ],
)
async def test_a_redirect_to_a_private_address_ends_it(goal: str) -> None:
    async with serving({"/": sent_to(goal)}) as site:
        problem = await failing(site, "/")
    assert problem in {Problem.NOT_PUBLIC, Problem.SCHEME, Problem.CREDENTIALS}


async def test_a_redirect_to_another_port_of_the_machine_is_never_dialled() -> None:
    async with serving({"/": page("secret")}) as inner, serving({}) as site:
        site.answers["/"] = sent_to(f"{inner.address}/")
        assert await failing(site, "/") is Problem.PORT
        assert inner.asked == []


async def test_a_page_that_sends_in_circles_is_given_up() -> None:
    async with serving({"/": sent_to("/")}) as site:
        assert await failing(site, "/") is Problem.REDIRECTS
        assert len(site.asked) == LIMITS.redirects + 1


async def test_a_page_of_five_gigabytes_is_refused_by_what_it_announces() -> None:
    huge = b"HTTP/1.1 200 OK\r\nContent-Length: 5368709120\r\n\r\n"
    async with serving({"/": huge}) as site:
        assert await failing(site, "/") is Problem.TOO_LARGE


async def test_a_page_that_never_ends_is_refused_at_the_limit() -> None:
    sent = 0

    async def pour(writer: asyncio.StreamWriter) -> None:
        nonlocal sent
        writer.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
        with contextlib.suppress(ConnectionError):
            while sent < 200_000_000:
                writer.write(b"x" * 65536)
                sent += 65536
                await writer.drain()

    async with serving({"/": pour}) as site:
        assert await failing(site, "/") is Problem.TOO_LARGE
    assert sent < 50_000_000


async def test_the_limit_holds_over_all_answers_together() -> None:
    half = "x" * 600_000
    answers: dict[str, Answer] = {
        "/": page(half, "Location: /b", status="302 Found"),
        "/b": page(half),
    }
    async with serving(answers) as site:
        assert await failing(site, "/") is Problem.TOO_LARGE


async def test_a_page_that_drips_is_given_up_after_its_time() -> None:
    async def drip(writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
        with contextlib.suppress(ConnectionError):
            while not writer.is_closing():
                writer.write(b".")
                await writer.drain()
                await asyncio.sleep(0.05)

    async with serving({"/": drip}) as site:
        limits = Limits(size=1_000_000, seconds=0.3)
        assert await failing(site, "/", limits) is Problem.TOO_SLOW


@pytest.mark.parametrize("answer", [b"", b"SSH-2.0-OpenSSH\r\n", b"HTTP/1.1 200 OK\r\nX"])
async def test_what_is_no_answer_is_none(answer: bytes) -> None:
    async with serving({"/": answer}) as site:
        assert await failing(site, "/") is Problem.ANSWER


@pytest.mark.parametrize("goal", ["http://[", "http://\u00ff\u00fe/", "http://a b/", "\x7f", ""])
async def test_a_redirect_to_nowhere_is_no_mistake_of_ours(goal: str) -> None:
    head = f"HTTP/1.1 302 Found\r\nLocation: {goal}\r\nContent-Length: 0\r\n\r\n"
    async with serving({"/": head.encode("latin-1")}) as site:
        guard = Guard.of(site.place)
        with contextlib.suppress(CaptureFailed):
            async with Fetcher(guard, LIMITS).fetched(f"{site.address}/") as hops:
                assert hops[0].status == 302


async def test_nobody_there_is_said() -> None:
    async with serving({}) as site:
        pass
    assert await failing(site, "/") is Problem.UNREACHABLE


async def test_a_certificate_of_another_name_is_refused_and_the_right_one_is_not(
    tmp_path: Path,
) -> None:
    """The connection goes to the address that was looked at; TLS still asks for the name."""
    run = [
        *("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"),
        *("-nodes", "-keyout", str(tmp_path / "key"), "-out", str(tmp_path / "crt")),
        *("-subj", "/CN=right.example", "-addext", "subjectAltName=DNS:right.example"),
        *("-days", "2"),
    ]
    assert openssl(*run) == 0
    serving_as = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving_as.load_cert_chain(tmp_path / "crt", tmp_path / "key")
    trusting = ssl.create_default_context(cafile=str(tmp_path / "crt"))

    async def loopback(host: str, port: int) -> list[str]:
        return ["127.0.0.1"]

    async with serving({"/": page("secret")}, serving_as) as site:
        pairs = frozenset({f"right.example:{site.port}", f"wrong.example:{site.port}"})
        fetcher = Fetcher(Guard(allowed=pairs, resolve=loopback), LIMITS, trusting)
        async with fetcher.fetched(f"https://right.example:{site.port}/") as hops:
            assert hops[0].status == 200
        with pytest.raises(CaptureFailed) as failed:
            async with fetcher.fetched(f"https://wrong.example:{site.port}/"):
                raise AssertionError("it was had")
    assert failed.value.problem is Problem.CERTIFICATE

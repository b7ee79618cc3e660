"""The guard at the connection: nothing is dialled that is not an address of the public internet.

A name is resolved once, every answer must be public, and what is dialled is the address that was
looked at, so that a name which answers differently the second time gains nothing. TLS still
checks the name. All that leaves for a capture goes through here: each redirect, and what a
browser asks for (`browser`).
"""

import re
import ssl
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from socket import SOCK_STREAM, gaierror
from typing import Final

import anyio
import httpcore
import httpx

from netralitas.evidence.web.domain import CaptureFailed, Problem

LONGEST: Final = 2000
"""Characters of an address."""

CONNECT_SECONDS: Final = 10.0
"""Longest wait for a connection to one address."""

Resolve = Callable[[str, int], Awaitable[Sequence[str]]]
"""Gives the addresses of a name, as texts; raises gaierror when it has none."""

_CREDENTIALS: Final = re.compile(r"[^/?#]*//[^/?#]*@")
_PORTS: Final = {"http": 80, "https": 443}
# Addresses in which another one is hidden, or whose meaning depends on where one stands. Some of
# them Python 3.11 calls global.
_HIDING: Final = tuple(
    ip_network(text)
    for text in (
        *("0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15"),
        *("::/96", "::ffff:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23"),
        *("2002::/16", "5f00::/16", "fec0::/10"),
    )
)


async def look_up(host: str, port: int) -> Sequence[str]:
    """Return every address the machine's resolver gives for a name."""
    found = await anyio.getaddrinfo(host, port, type=SOCK_STREAM)
    return list(dict.fromkeys(str(answer[4][0]) for answer in found))


def is_public(address: str) -> bool:
    """Say whether an address is one of the public internet, and nothing else is hidden in it."""
    try:
        parsed: IPv4Address | IPv6Address = ip_address(address)
    except ValueError:
        return False
    if any(parsed.version == net.version and parsed in net for net in _HIDING):
        return False
    return parsed.is_global and not parsed.is_multicast and not parsed.is_reserved


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """Which addresses may be dialled; `allowed` are pairs host:port let through for tests."""

    allowed: frozenset[str] = frozenset()
    resolve: Resolve = field(default=look_up)

    @classmethod
    def of(cls, allowed: str) -> "Guard":
        """Return the guard of a setting: pairs host:port with commas between, or nothing."""
        return cls(allowed=frozenset(each.strip() for each in allowed.split(",") if each.strip()))

    def check(self, text: str) -> httpx.URL:
        """Return the address in `text`; CaptureFailed for one that is not even looked up."""
        if not text or len(text) > LONGEST or any(letter <= " " for letter in text):
            raise CaptureFailed(Problem.ADDRESS)
        try:
            url = httpx.URL(text)
        except (httpx.InvalidURL, ValueError, TypeError) as error:
            raise CaptureFailed(Problem.ADDRESS) from error
        if url.scheme not in _PORTS:
            raise CaptureFailed(Problem.SCHEME)
        if url.userinfo or _CREDENTIALS.match(text):
            raise CaptureFailed(Problem.CREDENTIALS)
        self.check_host(url.raw_host.decode("ascii", "replace"), url.port or _PORTS[url.scheme])
        return url.copy_with(fragment=None)

    def check_host(self, host: str, port: int) -> None:
        """Hold that a host and port may be looked up; CaptureFailed otherwise."""
        if not host or not host.strip("."):
            raise CaptureFailed(Problem.ADDRESS)
        if f"{host}:{port}" in self.allowed:
            return
        if port not in _PORTS.values():
            raise CaptureFailed(Problem.PORT)
        if _is_odd_number(host):
            raise CaptureFailed(Problem.NOT_PUBLIC)

    async def addresses(self, host: str, port: int) -> Sequence[str]:
        """Return the addresses that may be dialled for a host; CaptureFailed if any is not."""
        self.check_host(host, port)
        try:
            found = await self.resolve(host, port)
        except (gaierror, UnicodeError, OSError) as error:
            raise CaptureFailed(Problem.NAME) from error
        if not found:
            raise CaptureFailed(Problem.NAME)
        if f"{host}:{port}" not in self.allowed and not all(map(is_public, found)):
            raise CaptureFailed(Problem.NOT_PUBLIC)
        return found


class GuardBackend(httpcore.AsyncNetworkBackend):
    """Dials for an HTTP client what the guard lets through, and nothing else."""

    def __init__(self, guard: Guard, dial: httpcore.AsyncNetworkBackend | None = None) -> None:
        """`dial` opens the connection to an address that was looked at."""
        self._guard = guard
        self._dial = dial or httpcore.AnyIOBackend()

    async def connect_tcp(
        self, host: str, port: int, *_options: object, **_named: object
    ) -> httpcore.AsyncNetworkStream:
        """Return a connection to the first address that answers, all of them looked at before."""
        last: Exception = httpcore.ConnectError(host)
        for address in await self._guard.addresses(host, port):
            try:
                return await self._dial.connect_tcp(address, port, timeout=CONNECT_SECONDS)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                last = error
        raise last

    async def connect_unix_socket(
        self, *_options: object, **_named: object
    ) -> httpcore.AsyncNetworkStream:
        """Refuse: a socket of the machine is not the internet."""
        raise CaptureFailed(Problem.NOT_PUBLIC)

    async def sleep(self, seconds: float) -> None:
        """Wait; the library asks for it between tries."""
        await anyio.sleep(seconds)


class GuardedTransport(httpx.AsyncHTTPTransport):
    """A transport of httpx whose every connection the guard has looked at.

    It puts its own pool in the place of the one that httpx 0.28 makes; a test holds that.
    """

    def __init__(self, backend: GuardBackend, tls: ssl.SSLContext | None = None) -> None:
        """`tls` says which certificates are trusted; by default those of public authorities."""
        context = tls or httpx.create_ssl_context(trust_env=False)
        super().__init__(verify=context, trust_env=False, retries=0)
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=context, max_connections=4, retries=0, network_backend=backend
        )


def _is_odd_number(host: str) -> bool:
    """Say whether a host is a number that is not written as an address: 2130706433, 0x7f.1."""
    if ":" in host:
        return False
    bare = host.rstrip(".")
    last = bare.rpartition(".")[2].lower()
    if not (last.isdecimal() or last.startswith("0x")):
        return False
    try:
        return str(IPv4Address(bare)) != host
    except ValueError:
        return True

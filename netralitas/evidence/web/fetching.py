"""One page asked for through the guard: every answer on the way, as it was given."""

import asyncio
import ssl
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import ExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import IO, Final

import httpx

from netralitas import clock
from netralitas.evidence.web.domain import CaptureFailed, Limits, Problem
from netralitas.evidence.web.guard import Guard, GuardBackend, GuardedTransport
from netralitas.evidence.web.troubles import problem_of

AGENT: Final = "Mozilla/5.0 (compatible; Netralitas)"
_ASKED: Final = {
    "User-Agent": AGENT,
    "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
    "Accept-Language": "id,en;q=0.5",
    "Accept-Encoding": "identity",
}
_ELSEWHERE: Final = frozenset({301, 302, 303, 307, 308})
_IN_MEMORY: Final = 1024 * 1024

type_headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One question and its answer; `body` is a file of the bytes as they came, at its beginning.

    `address` is the one that was dialled; a chunked answer is without the frames of its chunks.
    """

    url: str
    target: str
    asked: type_headers
    at: datetime
    address: str
    version: str
    status: int
    reason: str
    headers: type_headers
    body: IO[bytes]


@dataclass(slots=True, kw_only=True)
class _Left:
    """How many bytes a capture may still take."""

    size: int

    def take(self, amount: int) -> None:
        self.size -= amount
        if self.size < 0:
            raise CaptureFailed(Problem.TOO_LARGE)


class Fetcher:
    """Asks for pages, each connection looked at by the guard."""

    def __init__(self, guard: Guard, limits: Limits, tls: ssl.SSLContext | None = None) -> None:
        """`tls` says which certificates are trusted, by default those of public authorities."""
        self._guard = guard
        self._limits = limits
        self._tls = tls

    @asynccontextmanager
    async def fetched(self, text: str) -> AsyncIterator[Sequence[Hop]]:
        """Yield the answers from the address in `text` to the last one; their files end with it.

        Whatever the last answer says, also that there is no such page, is an answer. Raises
        CaptureFailed.
        """
        with ExitStack() as files:
            try:
                async with asyncio.timeout(self._limits.seconds):
                    hops = await self._hops(text, files)
            except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
                raise CaptureFailed(problem_of(error)) from error
            yield hops

    async def _hops(self, text: str, files: ExitStack) -> Sequence[Hop]:
        hops: list[Hop] = []
        left = _Left(size=self._limits.size)
        url: httpx.URL | None = self._guard.check(text)
        async with self._client() as client:
            while url is not None:
                if len(hops) > self._limits.redirects:
                    raise CaptureFailed(Problem.REDIRECTS)
                hop, goal = await self._asked(client, url, left, files)
                hops.append(hop)
                url = self._guard.check(str(url.join(goal))) if goal else None
        return hops

    def _client(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(
            transport=GuardedTransport(GuardBackend(self._guard), self._tls),
            trust_env=False,
            follow_redirects=False,
            timeout=httpx.Timeout(self._limits.seconds),
            headers=_ASKED,
        )

    async def _asked(
        self, client: httpx.AsyncClient, url: httpx.URL, left: _Left, files: ExitStack
    ) -> tuple[Hop, str | None]:
        """Return what one address answered, and where it sends us."""
        request = client.build_request("GET", url)
        at = clock.now()
        body = files.enter_context(_room())
        answer = await client.send(request, stream=True)
        try:
            await _received(answer, body, left)
        finally:
            await answer.aclose()
        body.seek(0)
        hop = Hop(
            url=str(url),
            target=url.raw_path.decode("ascii"),
            asked=_texts(request.headers.raw),
            at=at,
            address=_address(answer),
            version=answer.http_version,
            status=answer.status_code,
            reason=answer.reason_phrase,
            headers=_texts(answer.headers.raw),
            body=body,
        )
        return hop, answer.headers.get("location") if hop.status in _ELSEWHERE else None


def _room() -> IO[bytes]:
    return tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)


async def _received(answer: httpx.Response, body: IO[bytes], left: _Left) -> None:
    announced = answer.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > left.size:
        raise CaptureFailed(Problem.TOO_LARGE)
    async for piece in answer.aiter_raw():
        left.take(len(piece))
        body.write(piece)


def _address(answer: httpx.Response) -> str:
    stream = answer.extensions.get("network_stream")
    found = stream.get_extra_info("server_addr") if stream else None
    return str(found[0]) if found else ""


def _texts(headers: Sequence[tuple[bytes, bytes]]) -> type_headers:
    return tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in headers)

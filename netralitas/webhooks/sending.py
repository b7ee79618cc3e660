"""One try to bring a message to a receiver, and what became of it; no answer is kept.

Every connection goes by the guard of the captures: the public internet alone, looked at where it
is dialled. No redirect is followed; ten seconds are all a try may take.
"""

import asyncio
import ssl
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Final

import httpx

from netralitas import clock
from netralitas.evidence.web.domain import CaptureFailed
from netralitas.evidence.web.domain import Problem as Trouble
from netralitas.evidence.web.guard import Guard
from netralitas.evidence.web.peers import calling, secure
from netralitas.evidence.web.troubles import problem_of
from netralitas.webhooks.domain import Attempt, Message, Problem
from netralitas.webhooks.signing import headers

SECONDS: Final = 10.0
"""Longest try: name, connection, TLS and answer together."""

LARGEST_ANSWER: Final = 64 * 1024
"""Bytes of an answer that are read, and forgotten; a longer one is a failure."""

_SAID: Final = {
    "Content-Type": "application/json",
    "User-Agent": "Netralitas-Webhook/1",
    "Accept-Encoding": "identity",
}
_TROUBLES: Final[Mapping[Trouble, Problem]] = {
    Trouble.NOT_PUBLIC: Problem.NOT_PUBLIC,
    Trouble.NAME: Problem.NAME,
    Trouble.UNREACHABLE: Problem.UNREACHABLE,
    Trouble.CERTIFICATE: Problem.CERTIFICATE,
    Trouble.ANSWER: Problem.ANSWER,
    Trouble.TOO_LARGE: Problem.TOO_LARGE,
    Trouble.TOO_SLOW: Problem.TOO_SLOW,
}
_GONE: Final = 410
_BUSY: Final = frozenset({408, 425, 429, 502, 503, 504})


class Sender:
    """Sends messages to one receiver, over one connection as long as it lasts."""

    def __init__(self, client: httpx.AsyncClient, guard: Guard, url: str) -> None:
        """`client` dials by the guard; `url` was entered by an administrator."""
        self._client = client
        self._guard = guard
        self._url = url

    @classmethod
    @asynccontextmanager
    async def to(cls, url: str, guard: Guard, tls: ssl.SSLContext) -> "AsyncIterator[Sender]":
        """Yield what sends to a receiver; its connection ends with the block."""
        async with calling(guard, _SAID, SECONDS, tls) as client:
            yield cls(client, guard, url)

    async def send(self, message: Message, keys: Sequence[bytes]) -> Attempt:
        """Return what became of a message, signed with these secrets; nothing is raised for it."""
        try:
            url = secure(self._guard, self._url)
            async with asyncio.timeout(SECONDS):
                return await self._sent(url, message, keys)
        except CaptureFailed as failure:
            return Attempt(problem=_TROUBLES.get(failure.problem, Problem.ADDRESS))
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
            return Attempt(problem=_TROUBLES[problem_of(error)])

    async def _sent(self, url: httpx.URL, message: Message, keys: Sequence[bytes]) -> Attempt:
        signed = headers(message, clock.now(), keys)
        async with self._client.stream("POST", url, content=message.body, headers=signed) as answer:
            attempt = _judged(answer)
            size = 0
            async for piece in answer.aiter_raw():
                size += len(piece)
                if size > LARGEST_ANSWER:
                    return Attempt(problem=Problem.TOO_LARGE, status=answer.status_code)
            return attempt


def _judged(answer: httpx.Response) -> Attempt:
    """Return what a status says: 2xx has arrived, and nothing else has."""
    status = answer.status_code
    if answer.is_success:
        return Attempt(status=status)
    if status == _GONE:
        problem = Problem.GONE
    elif status in _BUSY:
        problem = Problem.BUSY
    elif answer.is_redirect:
        problem = Problem.REDIRECT
    elif answer.is_server_error:
        problem = Problem.FAULT
    else:
        problem = Problem.REFUSED
    return Attempt(problem=problem, status=status, retry_after=_seconds(answer))


def _seconds(answer: httpx.Response) -> int | None:
    said = answer.headers.get("retry-after", "")
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 9 else None

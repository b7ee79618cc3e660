"""Asking a partner: by the guard of the captures, no redirect, so long and so much and no more.

The public internet alone, looked at where it is dialled, and https, but for what the guard lets
through for tests and the demo. The token goes into one header and nowhere else.
"""

import asyncio
import hashlib
import ssl
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import BinaryIO, Final

import httpx

from netralitas.evidence.web.domain import CaptureFailed
from netralitas.evidence.web.domain import Problem as Trouble
from netralitas.evidence.web.guard import Guard
from netralitas.evidence.web.peers import calling, secure
from netralitas.evidence.web.troubles import problem_of
from netralitas.partners.domain import Problem
from netralitas.partners.judging import body_of, hold_good
from netralitas.partners.wire import FailedError

SECONDS: Final = 15.0
"""Longest question: name, connection, TLS and answer together."""

PAPER_SECONDS: Final = 180.0
"""Longest file."""


_TROUBLES: Final[Mapping[Trouble, Problem]] = {
    Trouble.NOT_PUBLIC: Problem.NOT_PUBLIC,
    Trouble.NAME: Problem.NAME,
    Trouble.UNREACHABLE: Problem.UNREACHABLE,
    Trouble.CERTIFICATE: Problem.CERTIFICATE,
    Trouble.ANSWER: Problem.ANSWER,
    Trouble.TOO_SLOW: Problem.TOO_SLOW,
}
_SAID: Final = {
    "User-Agent": "Netralitas-Mitra/1",
    "Accept": "application/json",
    "Accept-Encoding": "identity",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A good answer: its body, and its ETag where it has one."""

    body: bytes
    etag: str = ""


def checked(guard: Guard, text: str) -> str:
    """Return the beginning of every address of a partner; CaptureFailed for no such beginning."""
    url = secure(guard, text)
    if url.query or url.path not in {"", "/"}:
        raise CaptureFailed(Trouble.ADDRESS)
    return str(url).rstrip("/")


class Caller:
    """Asks one partner, over one connection as long as it lasts; each method raises FailedError."""

    def __init__(self, client: httpx.AsyncClient, guard: Guard, address: str, token: str) -> None:
        """`client` dials by the guard; `address` was entered by an administrator."""
        self._client = client
        self._guard = guard
        self._address = address
        self._key = {"Authorization": f"Bearer {token}"}

    @classmethod
    @asynccontextmanager
    async def to(
        cls, address: str, token: str, guard: Guard, tls: ssl.SSLContext | None = None
    ) -> "AsyncIterator[Caller]":
        """Yield what asks a partner; its connection ends with the block."""
        async with calling(guard, _SAID, SECONDS, tls) as client:
            yield cls(client, guard, address, token)

    async def get(self, path: str) -> Answered:
        """Return the answer to a question."""
        return await self._ask("GET", path)

    async def post(self, path: str, body: bytes, headers: Mapping[str, str]) -> Answered:
        """Return the answer to a write."""
        return await self._ask("POST", path, body, headers)

    async def take(self, path: str, into: BinaryIO, size: int) -> str:
        """Write a file of at most that many bytes, and return its SHA-256 in hexadecimal."""
        running = hashlib.sha256()
        request = self._client.build_request("GET", self._url(path), headers=self._key)
        async with self._answer(request, PAPER_SECONDS) as answer:
            await hold_good(answer)
            taken = 0
            async for piece in answer.aiter_raw():
                taken += len(piece)
                if taken > size:
                    raise FailedError(Problem.TOO_LARGE)
                running.update(piece)
                into.write(piece)
        into.flush()
        return running.hexdigest()

    async def _ask(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answered:
        request = self._client.build_request(
            method, self._url(path), content=body, headers={**(headers or {}), **self._key}
        )
        async with self._answer(request, SECONDS) as answer:
            await hold_good(answer)
            return Answered(body=await body_of(answer), etag=answer.headers.get("etag", ""))

    def _url(self, path: str) -> str:
        try:
            return f"{checked(self._guard, self._address)}/api/v1{path}"
        except CaptureFailed as failure:
            raise _failed(failure) from failure

    @asynccontextmanager
    async def _answer(
        self, request: httpx.Request, seconds: float
    ) -> AsyncIterator[httpx.Response]:
        """Yield what is answered, its body still to be read; closed with the block."""
        answer: httpx.Response | None = None
        try:
            async with asyncio.timeout(seconds):
                answer = await self._client.send(request, stream=True)
                yield answer
        except CaptureFailed as failure:
            raise _failed(failure) from failure
        except (httpx.HTTPError, httpx.InvalidURL, TimeoutError, ssl.SSLError) as error:
            raise FailedError(_TROUBLES[problem_of(error)]) from error
        finally:
            if answer is not None:
                await answer.aclose()


def _failed(failure: CaptureFailed) -> FailedError:
    return FailedError(_TROUBLES.get(failure.problem, Problem.ADDRESS))

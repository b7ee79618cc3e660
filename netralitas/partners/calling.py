"""Asking a partner: by the guard of the captures, no redirect, so long and so much and no more.

The public internet alone, looked at where it is dialled, and https, but for what the guard lets
through for tests and the demo. The token goes into one header and nowhere else.
"""

import asyncio
import hashlib
import re
import ssl
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import BinaryIO, Final

import httpx

from netralitas.evidence.web.domain import CaptureFailed
from netralitas.evidence.web.domain import Problem as Trouble
from netralitas.evidence.web.guard import Guard, GuardBackend, GuardedTransport
from netralitas.evidence.web.troubles import problem_of
from netralitas.partners import wire
from netralitas.partners.domain import Problem
from netralitas.partners.wire import FailedError

SECONDS: Final = 15.0
"""Longest question: name, connection, TLS and answer together."""

PAPER_SECONDS: Final = 180.0
"""Longest file."""

LARGEST_ANSWER: Final = 12 * 1024 * 1024
"""Bytes of an answer that is no file."""

LONGEST_SENTENCE: Final = 1000

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
_BUSY: Final = frozenset({408, 425, 429, 502, 503, 504})
_OF_STATUS: Final = {401: Problem.DENIED, 404: Problem.NOT_THERE, 412: Problem.CHANGED}
_IN_PROGRESS: Final = "in-progress"
_UNSEEN: Final = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A good answer: its body, and its ETag where it has one."""

    body: bytes
    etag: str = ""


def checked(guard: Guard, text: str) -> str:
    """Return the beginning of every address of a partner; CaptureFailed for no such beginning."""
    url = guard.check(text)
    host = url.raw_host.decode("ascii")
    if url.scheme != "https" and f"{host}:{url.port or 80}" not in guard.allowed:
        raise CaptureFailed(Trouble.SCHEME)
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
        async with httpx.AsyncClient(
            transport=GuardedTransport(GuardBackend(guard), tls),
            trust_env=False,
            follow_redirects=False,
            timeout=httpx.Timeout(SECONDS),
            headers=_SAID,
        ) as client:
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
            await _hold_good(answer)
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
            await _hold_good(answer)
            return Answered(body=await _body(answer), etag=answer.headers.get("etag", ""))

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


async def _hold_good(answer: httpx.Response) -> None:
    """Hold that an answer is good; FailedError with what a bad one says."""
    if answer.is_success:
        return
    status = answer.status_code
    said = _told(await _body(answer)) if status in range(400, 500) else wire.Told()
    problem = _OF_STATUS.get(status, Problem.REFUSED)
    if answer.is_redirect:
        problem = Problem.REDIRECT
    elif status in _BUSY or said.type.endswith(_IN_PROGRESS):
        problem = Problem.BUSY
    elif answer.is_server_error:
        problem = Problem.FAULT
    elif said.type.endswith("#scope"):
        problem = Problem.SCOPES
    raise FailedError(
        problem, status=status, sentence=_sentence(said), retry_after=_seconds(answer)
    )


async def _body(answer: httpx.Response) -> bytes:
    found = bytearray()
    async for piece in answer.aiter_raw():
        found += piece
        if len(found) > LARGEST_ANSWER:
            raise FailedError(Problem.TOO_LARGE)
    return bytes(found)


def _told(body: bytes) -> wire.Told:
    try:
        return wire.read(body, wire.Told)
    except FailedError:
        return wire.Told()


def _sentence(said: wire.Told) -> str | None:
    """Return what a partner says in one line; what it sends is text and never more than that."""
    parts = [said.detail, *(one.sentence for one in said.obstacles)]
    parts += [each for sentences in (said.errors or {}).values() for each in sentences]
    parts += [*said.changed, said.remedy or ""]
    line = " ".join(dict.fromkeys(filter(None, parts)))
    return " ".join(_UNSEEN.sub(" ", line).split())[:LONGEST_SENTENCE] or None


def _seconds(answer: httpx.Response) -> int | None:
    said = answer.headers.get("retry-after", "")
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 9 else None

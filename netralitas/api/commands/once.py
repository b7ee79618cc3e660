"""Each write once: the answer is kept under the key that its sender gave it, with the write."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from typing import Final

import msgspec

from netralitas import clock
from netralitas.api import store, words
from netralitas.api.domain import Bearer
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.web.refusals import Declined

KEPT: Final = timedelta(hours=24)
"""So long the answer to a write is given again."""

_KEY: Final = re.compile(r"[A-Za-z0-9._:-]{8,100}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A write as it came: by which token, under which key, and the digest of all of it."""

    bearer: Bearer
    key: str
    digest: bytes

    @classmethod
    def of(cls, bearer: Bearer, key: str | None, method: str, path: str, body: bytes) -> "Request":
        """Return it; Declined for a key that is missing or none."""
        if key is None or not _KEY.fullmatch(key):
            raise Declined(words.KEY_MISSING, status=400, kind="key-missing")
        told = sha256(f"{method} {path}\0".encode("utf-8", "surrogatepass") + body)
        return cls(bearer=bearer, key=key, digest=told.digest())


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """The answer to a write; `again` says that it was done before."""

    status: int
    body: bytes
    again: bool


async def once(
    request: Request, doing: Callable[[Connection], Awaitable[msgspec.Struct]], *, status: int = 201
) -> Answered:
    """Return what `doing` answers, done in the transaction that keeps the answer, or what it was.

    What raises is not kept: nothing of it stands, and it may be tried again. Declined when the key
    belongs to another request, or the same is just being done.
    """
    now = clock.now()
    token = request.bearer.id
    async with writing(request.bearer.actor) as c:
        if not await store.alone(c, token, request.key):
            raise Declined(
                words.IN_PROGRESS, status=409, kind="in-progress", headers={"Retry-After": "1"}
            )
        await store.sweep_answers(c, now - KEPT, token, request.key)
        kept = await store.kept_answer(c, token, request.key)
        if kept is not None:
            digest, told, body = kept
            if digest != request.digest:
                raise Declined(words.KEY_REUSED, status=422, kind="key-reused")
            return Answered(status=told, body=body, again=True)
        answer = msgspec.json.encode(await doing(c))
        await store.keep_answer(c, token, request.key, (request.digest, status, answer), now)
    return Answered(status=status, body=answer, again=False)

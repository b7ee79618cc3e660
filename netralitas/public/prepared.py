"""Pages in memory: one immutable edition, answered without database, framework or template.

What is ready is kept as the messages that the server takes, so that a request costs a look into a
dictionary. The messages are shared by all requests: nobody may change them.
"""

import gzip
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, Self

from litestar.types import HTTPResponseBodyEvent, HTTPScope, Message, Send

CACHED: Final = b"public, max-age=10, s-maxage=10, stale-while-revalidate=20, stale-if-error=3600"
"""So long may a copy be shown without asking, by a browser or a network in front of many; then one
comparison of the ETag, while which a copy is good for 20 seconds more: a change is with everybody
within a minute. While this site does not answer, a copy of the last hour is better than nothing.
"""

READ: Final = frozenset({"GET", "HEAD"})
_EMPTY: Final[HTTPResponseBodyEvent] = {
    "type": "http.response.body",
    "body": b"",
    "more_body": False,
}
_GZIP_LEVEL: Final = 6

type_headers = tuple[tuple[bytes, bytes], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """A page in one coding, as messages: head, body, and the head of "nothing has changed"."""

    tag: bytes
    head: Message
    body: HTTPResponseBodyEvent
    unchanged: Message

    @classmethod
    def of(cls, body: bytes, tag: bytes, headers: type_headers) -> Self:
        """Return the messages of a body with these headers; length and tag are added."""
        common = [*headers, (b"etag", tag), (b"cache-control", CACHED)]
        length = (b"content-length", str(len(body)).encode())
        return cls(
            tag=tag,
            head={"type": "http.response.start", "status": 200, "headers": [*common, length]},
            body={"type": "http.response.body", "body": body, "more_body": False},
            unchanged={"type": "http.response.start", "status": 304, "headers": common},
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page in both codings; each has an ETag of its own, and either stands for the page."""

    plain: Coded
    zipped: Coded

    @classmethod
    def of(cls, body: bytes, *, media_type: str, etag: str, headers: Mapping[str, str]) -> Self:
        """Return the page of a body; `etag` has no quotes, `headers` go with every answer."""
        common = (
            *((name.lower().encode(), text.encode()) for name, text in headers.items()),
            (b"content-type", media_type.encode()),
            (b"vary", b"Accept-Encoding"),
        )
        packed = gzip.compress(body, _GZIP_LEVEL, mtime=0)
        coding = (b"content-encoding", b"gzip")
        return cls(
            plain=Coded.of(body, f'"{etag}"'.encode(), common),
            zipped=Coded.of(packed, f'"{etag}-gzip"'.encode(), (*common, coding)),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """All prepared pages by address, as they belong together; number 0 has none yet."""

    number: int = 0
    pages: Mapping[str, Page] = field(default_factory=dict)


class Shelf:
    """Where the present edition lies: replaced as a whole, so that nobody sees half of one."""

    __slots__ = ("__weakref__", "answered", "edition")

    def __init__(self) -> None:
        """Begin without any page."""
        self.edition = Edition()
        self.answered = 0


async def answer(page: Page, scope: HTTPScope, send: Send) -> None:
    """Send a page, or that the copy of whoever asks is still good."""
    coded, held = page.plain, b""
    for name, text in scope["headers"]:
        if name == b"accept-encoding":
            coded = page.zipped if takes_gzip(text) else page.plain
        elif name == b"if-none-match":
            held = text
    if held and is_held(held, page.plain.tag, page.zipped.tag):
        await send(coded.unchanged)
        await send(_EMPTY)
        return
    await send(coded.head)
    await send(coded.body if scope["method"] == "GET" else _EMPTY)


def is_held(held: bytes, *tags: bytes) -> bool:
    """Say whether an If-None-Match names one of these tags, compared weakly, or the star."""
    named = {tag.strip().removeprefix(b"W/") for tag in held.split(b",")}
    return not named.isdisjoint({*tags, b"*"})


@lru_cache(maxsize=256)  # browsers say the same few things
def takes_gzip(accepted: bytes) -> bool:
    """Say whether an Accept-Encoding takes gzip: by its name, or by the star."""
    weights = {}
    for part in accepted.decode("latin-1").lower().split(","):
        name, _, parameters = part.partition(";")
        weights[name.strip()] = _weight(parameters)
    return weights.get("gzip", weights.get("*", 0.0)) > 0


def _weight(parameters: str) -> float:
    name, _, given = parameters.partition("=")
    try:
        return float(given) if name.strip() == "q" else 1.0
    except ValueError:
        return 0.0

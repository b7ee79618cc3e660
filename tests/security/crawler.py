"""Walks the site as one person: every link, every form sent empty, every address others found."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

import httpx

_LINK = re.compile(r'(?:href|hx-get)="(/[^"#]*)')
_ACTION = re.compile(r'<form[^>]*method="post"[^>]*action="(/[^"]*)"')
_LEFT_OUT = ("/static/", "/styleguide", "/keluar", "/demo/", "/meja")
_OF_THE_LAW = "/referensi/"
MOST_OF_ONE_PATH = 4  # a calendar leads on for ever
SAME_ORIGIN = {"Sec-Fetch-Site": "same-origin"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One answer, apart what everybody may see on it: the body; and what nobody: the rest."""

    method: str
    address: str
    status: int
    body: bytes
    around: bytes

    @property
    def title(self) -> bytes:
        """The page's title, as it stands in the tab and in the history."""
        found = re.search(rb"<title>(.*?)</title>", self.body, re.DOTALL)
        return found[1] if found else b""


@dataclass(slots=True)
class Crawler:
    """One person's browser, and everything it was answered."""

    client: httpx.AsyncClient
    seen: list[Seen] = field(default_factory=list)
    visited: set[tuple[str, str]] = field(default_factory=set)
    opened: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def addresses(self) -> set[str]:
        """Every address that was opened."""
        return {address for method, address in self.visited if method == "GET"}

    async def walk(self, begin: Iterable[str]) -> None:
        """Open these and everything that can be reached from them."""
        waiting = [("GET", address) for address in begin]
        while waiting:
            method, address = waiting.pop()
            path = (method, _kind(address.partition("?")[0]))
            if (method, address) in self.visited or address.startswith(_LEFT_OUT):
                continue
            if self.opened[path] >= MOST_OF_ONE_PATH:
                continue
            self.opened[path] += 1
            self.visited.add((method, address))
            waiting += await self._open(method, address)

    async def _open(self, method: str, address: str) -> list[tuple[str, str]]:
        answer = await self.client.request(method, address, headers=SAME_ORIGIN)
        around = f"{answer.url} {answer.headers.multi_items()}".encode()
        seen = Seen(
            method=method,
            address=address,
            status=answer.status_code,
            body=answer.content,
            around=around,
        )
        self.seen.append(seen)
        return [*_further(address, answer)]


def _kind(path: str) -> str:
    """Return the path; of one of hundreds of laws, rules or violations the kind.

    These pages are the same for everybody, and say nothing of any case.
    """
    of, between, one = path.removeprefix(_OF_THE_LAW).partition("/")
    return f"{_OF_THE_LAW}{of}/…" if path.startswith(_OF_THE_LAW) and between and one else path


def _further(address: str, answer: httpx.Response) -> Iterator[tuple[str, str]]:
    if "location" in answer.headers:
        to = urlsplit(urljoin(address, answer.headers["location"]))
        yield "GET", to.path + (f"?{to.query}" if to.query else "")
    if answer.headers.get("content-type", "").startswith("text/html"):
        text = answer.text.replace("&amp;", "&")
        yield from (("GET", link) for link in _LINK.findall(text))
        yield from (("POST", action) for action in _ACTION.findall(text))

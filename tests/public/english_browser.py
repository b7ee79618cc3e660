"""A page read as somebody reads it who knows English only: what it shows, where it leads."""

import re
from html.parser import HTMLParser
from typing import Any

import httpx

from tests.public.english import INDONESIAN

EN = "/en"
SAME = ("/masuk", "/static/")
"""What is one for all languages, besides files."""
QUOTED = frozenset(("hari",))
"""What stands in quotation marks where the law itself is read."""


class Read(HTMLParser):
    """What a page shows outside of what is said to be Indonesian, and where it leads."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.language = ""
        self.words: list[str] = []
        self.ways: list[str] = []
        self._open: list[tuple[str, bool]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        self.language = self.language or held.get("lang") or ""
        original = held.get("lang") == "id" or tag in {"title", "script", "option", "textarea"}
        if tag not in {"input", "link", "meta", "img", "br", "wbr", "hr"}:
            self._open.append((tag, original))
        if held.get("hreflang") != "id":
            self.ways += [held[name] or "" for name in ("href", "action") if name in held]
        self.words += [held[name] or "" for name in ("aria-label", "title") if name in held]

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not any(original for _, original in self._open):
            self.words.append(data)

    @property
    def outward(self) -> list[str]:
        """The ways out of English: to pages of this site that are not below /en."""
        return [
            way
            for way in self.ways
            if way.startswith("/")
            and not (way == EN or way.startswith((f"{EN}/", *SAME)))
            and "." not in way.rpartition("/")[2]
        ]

    @property
    def indonesian(self) -> set[str]:
        """The words of Indonesian that stand on the page."""
        said = set(re.findall(r"[a-z]+", " ".join(self.words).lower()))
        return said & INDONESIAN - QUOTED


class English:
    """A browser that asserts of every answer that it is English and stays so."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self.client = client

    async def get(self, address: str) -> httpx.Response:
        return self.read(await self.client.get(address))

    async def post(self, address: str, **sent: Any) -> httpx.Response:  # noqa: ANN401 - as httpx takes it
        return self.read(await self.client.post(address, **sent))

    def read(self, answer: httpx.Response) -> httpx.Response:
        asked = answer.request.url.path
        if answer.status_code == 303:
            assert answer.headers["location"].startswith((f"{EN}/", "https://")), asked
            return answer
        if answer.headers["content-type"].startswith("text/html"):
            shown = Read(answer.text)
            assert (asked, shown.language) == (asked, "en")
            assert (asked, shown.outward) == (asked, [])
            assert (asked, shown.indonesian) == (asked, set())
        return answer

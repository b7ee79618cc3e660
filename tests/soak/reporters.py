"""Visitors of the public door who answer every question, press twice, and keep their number."""

import asyncio
import re
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import sha256
from itertools import count
from typing import Final
from zoneinfo import ZoneInfo

import httpx

from netralitas import clock
from netralitas.demo.regency import REGENCY
from netralitas.public.reporting.proof import BITS

PHOTO: Final = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 80
PATIENCE: Final = 60.0  # seconds: somebody whose turn does not come gives up
_HEADERS: Final = {"Sec-Fetch-Site": "same-origin"}
_NUMBER: Final = re.compile(r"LW-[0-9A-Z]{4}-[0-9A-Z]{4}")
_TASK: Final = re.compile(r'name="tugas" value="([^"]+)"')
_REGION: Final = re.compile(rf'value="({re.escape(REGENCY)}[\d.]*)"')

Solve = Callable[[str], Awaitable[str]]
"""Gives the number that solves a task."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledged:
    """A report whose receipt its sender has seen; seconds of when it was sent and answered."""

    number: str
    sent: float
    answered: float


@dataclass(slots=True, kw_only=True)
class Post:
    """What all visitors together have sent and seen."""

    acknowledged: list[Acknowledged] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    _more: asyncio.Event = field(default_factory=asyncio.Event)

    def acknowledge(self, report: Acknowledged) -> None:
        """Remember a report whose receipt was shown."""
        self.acknowledged.append(report)
        self._more.set()

    async def reached(self, amount: int) -> None:
        """Wait until so many reports are acknowledged."""
        while len(self.acknowledged) < amount:
            self._more.clear()
            await self._more.wait()


@dataclass(slots=True, kw_only=True)
class Reporter:
    """One visitor without JavaScript; with `solve` the device shows that it took some trouble."""

    client: httpx.AsyncClient
    post: Post
    solve: Solve | None
    name: str

    async def report(self, *, photo: bool) -> None:
        """Answer everything, send it by pressing twice at once, and once more."""
        await self._get("/lapor")
        await self._get("/lapor/nama")
        for key, typed in await self._answers():
            await self._answer(key, typed, photo=photo)
        summary = await self._get("/lapor/periksa")
        given = {"situs": "", "tugas": _found(_TASK, summary), "jawaban": ""}
        if self.solve is not None:
            given["jawaban"] = await self.solve(given["tugas"])
        sent = time.monotonic()
        numbers = set(await asyncio.gather(self._press(given), self._press(given)))
        answered = time.monotonic()
        [number] = numbers | {await self._press(given)}
        self.post.acknowledge(Acknowledged(number=number, sent=sent, answered=answered))

    async def _answers(self) -> list[tuple[str, dict[str, str]]]:
        today = clock.today(ZoneInfo("Asia/Jakarta"))
        days = {"act": today - timedelta(days=3), "known_on": today - timedelta(days=2)}
        typed = {
            f"{name}-{part}": str(getattr(day, part))
            for name, day in days.items()
            for part in ("day", "month", "year")
        }
        return [
            ("nama", {"level": "confidential"}),
            ("kejadian", {"story": f"Camat membagikan kaus calon kepada staf. {self.name}."}),
            ("siapa", {"position": "Camat", "unit": "Kantor kecamatan"}),
            ("pemilihan", {"regime": "pemilihan"}),
            ("kapan", typed),
            ("diketahui", typed),
            ("tempat", {"place": "Halaman kantor camat"}),
            ("tautan", {"links": "https://contoh.example/unggahan/1"}),
            ("berkas", {}),
            ("saksi", {"first_name": "Saksi", "first_contact": "0812 0000 1111"}),
            ("anda", {"name": self.name, "address": "Jalan Mawar 1", "voter": "ya"}),
        ]

    async def _answer(self, key: str, typed: dict[str, str], *, photo: bool) -> None:
        if key == "berkas":
            if photo:
                await self._post("/lapor/berkas", {}, files={"berkas": ("foto.jpg", PHOTO)})
            key = "berkas/lanjut"
        if key == "tempat":
            page = await self._get("/lapor/tempat")
            typed = {**typed, "region": _found(_REGION, page)}
        await self._post(f"/lapor/{key}", typed)

    async def _press(self, given: dict[str, str]) -> str:
        """Return the number that the receipt shows."""
        return _found(_NUMBER, await self._post("/lapor/kirim", given))

    async def _get(self, path: str) -> str:
        return _shown(await self._ask("GET", path))

    async def _post(
        self, path: str, typed: dict[str, str], files: dict[str, tuple[str, bytes]] | None = None
    ) -> str:
        return _shown(await self._ask("POST", path, data=typed, files=files))

    async def _ask(self, method: str, path: str, **given: object) -> httpx.Response:
        """Ask as a browser does: it follows where it is led, so that every page is shown.

        Whoever is asked to wait a little, because many come at once, waits and asks again.
        """
        async with asyncio.timeout(PATIENCE):
            while True:
                begun = time.monotonic()
                answer = await self.client.request(method, path, headers=_HEADERS, **given)  # type: ignore[arg-type]  # data and files, by name
                self.post.seconds.append(time.monotonic() - begun)
                self.post.statuses[answer.status_code] += 1
                if answer.status_code != 503:
                    return answer
                await asyncio.sleep(float(answer.headers.get("retry-after", "1")))  # as it asks


def solution(task: str) -> str:
    """Return the number that solves a task; a tenth of a second of work."""
    begun, shift = sha256(f"{task}.".encode()), 256 - BITS
    for number in count():
        tried = begun.copy()
        tried.update(b"%d" % number)
        if not int.from_bytes(tried.digest()) >> shift:
            return str(number)
    raise AssertionError("there are numbers without end")


def _shown(answer: httpx.Response) -> str:
    assert answer.status_code == 200, f"{answer.status_code} for {answer.url}: {answer.text[:800]}"
    return answer.text


def _found(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    assert found is not None, f"no {pattern.pattern} in {text[:2000]}"
    return found[pattern.groups]

"""Clients that walk cases through their moves over HTTP, and remember what was acknowledged."""

import asyncio
import re
import time
from dataclasses import dataclass, field
from itertools import chain, cycle, islice
from typing import Final
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from netralitas import clock

BEGIN: Final = ("register", "start_clarification")
AGAIN: Final = ("finish_clarification", "clarify_further")
PATIENCE: Final = 90.0  # seconds without a single answer; only a failing test waits so long
_PAUSE: Final = 0.05  # seconds
_VERSIONS: Final = re.compile(rb'name="versions" value="(\d+):(\d+)"')
_OUT_OF_REACH: Final = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledged:
    """A move that the server said is recorded, as the version of its case."""

    proceeding: int
    version: int
    move: str


@dataclass(slots=True, kw_only=True)
class Case:
    """A case that one client owns, and where it knows it to stand."""

    id: int
    proceeding: int
    version: int


@dataclass(slots=True)
class Tally:
    """What all clients together have seen."""

    acknowledged: list[Acknowledged] = field(default_factory=list)
    _more: asyncio.Event = field(default_factory=asyncio.Event)
    turned_out: int = 0  # moves whose answer was lost and which were found recorded
    lost: int = 0  # requests without an answer, or with 503
    statuses: set[int] = field(default_factory=set)

    def acknowledge(self, move: Acknowledged) -> None:
        """Remember a move whose answer came."""
        self.acknowledged.append(move)
        self._more.set()

    async def reached(self, amount: int) -> None:
        """Wait until so many moves are acknowledged."""
        while len(self.acknowledged) < amount:
            self._more.clear()
            await self._more.wait()


def story(moves: int) -> list[str]:
    """So many moves in the order in which a case goes through them, none with an upload."""
    return list(islice(chain(BEGIN, cycle(AGAIN)), moves))


class Walker:
    """One client: a connection that is made again when it is lost, and cases of its own."""

    def __init__(self, port: int, cookie: str, tally: Tally) -> None:
        """The session in the cookie is an investigator's."""
        self._port = port
        self._cookie = cookie
        self._tally = tally
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    async def walk(self, cases: list[Case], moves: list[str]) -> None:
        """Make each move on each case in turn: afterwards every one of them is recorded."""
        try:
            for move in moves:
                for case in cases:
                    await self._make(case, move)
        finally:
            self._hang_up()

    async def _make(self, case: Case, move: str) -> None:
        path = f"/perkara/{case.id}/langkah/{case.proceeding}/{move}"
        deadline, unknown = time.monotonic() + PATIENCE, False
        while True:
            assert time.monotonic() < deadline, f"{move} could not be made on case {case.id}"
            status, body = await self._ask("POST", path, _form(case))
            if status == 303:
                case.version += 1
                known = Acknowledged(proceeding=case.proceeding, version=case.version, move=move)
                self._tally.acknowledge(known)
                return
            again = status in {_OUT_OF_REACH, 503} or (status == 409 and unknown)
            assert again, f"{status} for {path}: {body[:2000].decode(errors='replace')}"
            unknown = True
            self._tally.lost += 1
            if await self._happened(case, deadline):
                self._tally.turned_out += 1
                return

    async def _happened(self, case: Case, deadline: float) -> bool:
        """Find out whether the move whose answer was lost is recorded."""
        path = f"/perkara/{case.id}/fakta/{case.proceeding}/letter_received"
        while time.monotonic() < deadline:
            status, body = await self._ask("GET", path)
            if status == 200:
                found = _VERSIONS.search(body)
                assert found is not None, "the form of a fact does not say its version"
                before, case.version = case.version, int(found[2])
                assert case.version in {before, before + 1}, "a move was made twice"
                return case.version == before + 1
            assert status in {_OUT_OF_REACH, 503}, f"{status} for {path}"
            await asyncio.sleep(_PAUSE)  # a killed server tells nobody when it is back: look again
        raise AssertionError(f"{path} did not answer for {PATIENCE:.0f} s")

    async def _ask(self, method: str, path: str, body: bytes = b"") -> tuple[int, bytes]:
        """Return status and body; 0 when the connection was refused, lost or silent for 15 s."""
        try:
            async with asyncio.timeout(15):
                status, answer = await self._exchange(method, path, body)
        except (OSError, EOFError, TimeoutError):
            self._hang_up()
            return _OUT_OF_REACH, b""
        self._tally.statuses.add(status)
        return status, answer

    async def _exchange(self, method: str, path: str, body: bytes) -> tuple[int, bytes]:
        if self._reader is None or self._writer is None:
            self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self._port)
        head = (
            f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{self._port}\r\n"
            f"Cookie: {self._cookie}\r\n"
            "Sec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        self._writer.write(head.encode() + body)
        lines = (await self._reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = dict(line.lower().split(": ", 1) for line in lines[1:] if line)
        answer = await self._reader.readexactly(int(headers.get("content-length", "0")))
        if headers.get("connection") == "close":
            self._hang_up()
        return int(lines[0].split()[1]), answer

    def _hang_up(self) -> None:
        if self._writer is not None:
            self._writer.transport.abort()
        self._reader = self._writer = None


def _form(case: Case) -> bytes:
    """What is typed: today, and a reason for the moves that ask for one."""
    today = clock.today(ZoneInfo("Asia/Jakarta"))
    typed = {
        "versions": f"{case.proceeding}:{case.version}",
        "happened-day": today.day,
        "happened-month": today.month,
        "happened-year": today.year,
        "reason": "Keterangan tambahan diperlukan.",
    }
    return urlencode(typed).encode()

"""An installation that sends, on loopback: packages as the API gives them, steps as it takes them.

What it answers is written with the product's own manifest; a test may put anything in its place.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any, Final

import msgspec

from netralitas.referral.packages.domain import (
    LetterSaid,
    Manifest,
    NumberSaid,
    PaperSaid,
    PersonSaid,
)
from netralitas.referral.packages.manifests import FORM, canonical, digest_of
from tests.pages import PDF

TOKEN = "ntr_" + "t" * 43
SCOPES = ["cases.read", "cases.write", "packages.read"]
FROZEN = datetime(2026, 9, 14, 3, 0, tzinfo=UTC)
STUDY = PDF + b"kajian"
PHOTO = PDF + b"foto"

Answer = bytes | Callable[[asyncio.StreamWriter], Awaitable[None]]


def answer(body: object, line: str = "200 OK", *headers: str) -> bytes:
    """An answer in JSON; bytes stay what they are."""
    content = body if isinstance(body, bytes) else msgspec.json.encode(body)
    lines = [f"HTTP/1.1 {line}", f"Content-Length: {len(content)}", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + content


def problem(line: str, detail: str = "", kind: str = "rule") -> bytes:
    """A refusal as the API tells it."""
    return answer({"type": f"/api#{kind}", "status": int(line[:3]), "detail": detail}, line)


FIRST: Final = LetterSaid(printed="001/PM/2026", dated_on=date(2026, 9, 14), subject="Penerusan")


def paper(kind: str, content: bytes) -> PaperSaid:
    """A paper as a manifest names it."""
    return PaperSaid(
        kind=kind,
        title=f"Berkas {kind}",
        size=len(content),
        sha256=digest_of(content),
        media_type="application/pdf",
    )


def manifest(
    *ordinals: int,
    form: int = FORM,
    receiver: str = "BKPSDM Kabupaten Contoh",
    letter: LetterSaid = FIRST,
    papers: tuple[PaperSaid, ...] | None = None,
) -> Manifest:
    """A manifest about the respondents of these places in the case there."""
    return Manifest(
        form=form,
        sender="Bawaslu Kabupaten Pengirim",
        receiver=receiver,
        letter=letter,
        numbers=(NumberSaid(kind="register", printed="001/Reg/LP/2026"),),
        respondents=tuple(
            PersonSaid(
                ordinal=ordinal,
                name=f"Terlapor {ordinal}",
                nip="••••••••••••••3001",
                employment="pns",
                position="Camat",
                unit="Kecamatan Contoh",
                employer="Pemerintah Kabupaten Contoh",
            )
            for ordinal in ordinals or (2,)
        ),
        papers=(paper("study", STUDY), paper("evidence", PHOTO)) if papers is None else papers,
        held_back=(),
    )


@dataclass(slots=True)
class Package:
    """A package there: its manifest, and its proceedings as they stand."""

    id: int = 7
    case: int = 70
    said: Manifest = field(default_factory=manifest)
    proceedings: list[dict[str, Any]] = field(default_factory=list)
    about: dict[str, Any] = field(default_factory=dict)
    answer_by: str | None = "2026-12-31"
    digest: str = ""
    text: str = ""

    def __post_init__(self) -> None:
        content = canonical(self.said)
        self.text, self.digest = content.decode(), digest_of(content)
        self.proceedings = self.proceedings or [
            standing(100 * self.id + place, person.ordinal)
            for place, person in enumerate(self.said.respondents)
        ]

    @property
    def line(self) -> dict[str, Any]:
        return {"id": self.id, "case": self.case, "digest": self.digest, "sender": "Bawaslu"}

    @property
    def whole(self) -> dict[str, Any]:
        about = {
            "source": "report",
            "channel": None,
            "regime": "pemilihan",
            "theme": "neutrality",
            "region": "99.01",
            "place": None,
            "subject": "Camat pada kampanye",
            "description": "Hadir dengan atribut.",
            "act_on": "2026-09-01",
            "act_precision": "day",
            "known_on": "2026-09-02",
            "received_at": "2026-09-03T02:00:00Z",
            "zone": "Asia/Jakarta",
        }
        return {
            **self.line,
            "manifest": self.text,
            "frozen_at": FROZEN,
            "answer_by": self.answer_by,
            "about": {**about, **self.about},
            "handling_state": "forwarded",
            "proceedings": self.proceedings,
            "letter": None,
        }


def standing(
    identity: int, ordinal: int, workflow: str = "referral", state: str = "forwarded"
) -> dict[str, Any]:
    """A proceeding as it stands there."""
    return {
        "id": identity,
        "respondent": ordinal,
        "workflow": workflow,
        "workflow_version": 3,
        "state": state,
        "version": 1,
        "handed": True,
    }


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it arrived."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass(slots=True)
class Sender:
    """What it has and what came in; `instead` is answered first where a path begins so."""

    packages: list[Package] = field(default_factory=list)
    papers: dict[str, bytes] = field(default_factory=dict)
    forms: dict[str, Answer] = field(default_factory=dict)
    instead: dict[str, list[Answer]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    scopes: list[str] = field(default_factory=lambda: list(SCOPES))
    done: dict[str, bytes] = field(default_factory=dict)
    port: int = 0
    serving: set[asyncio.Task[None]] = field(default_factory=set)

    @property
    def place(self) -> str:
        return f"127.0.0.1:{self.port}"

    @property
    def address(self) -> str:
        return f"http://{self.place}"

    @property
    def steps(self) -> list[Asked]:
        """The moves that came in, each once for every try."""
        return [each for each in self.asked if each.method == "POST"]

    def add(self, package: Package, *contents: bytes) -> Package:
        """Let it hand a package over, with the bytes of its papers."""
        self.packages.append(package)
        self.papers |= {digest_of(content): content for content in contents or (STUDY, PHOTO)}
        return package

    def reply(self, asked: Asked) -> Answer:
        """Return what is answered."""
        path, _, query = asked.path.removeprefix("/api/v1").partition("?")
        for beginning, answers in self.instead.items():
            if path.startswith(beginning) and answers:
                return answers.pop(0)
        if asked.headers.get("authorization") != f"Bearer {TOKEN}":
            return problem("401 Unauthorized", "Token tidak berlaku.", "unauthenticated")
        match path.strip("/").split("/"):
            case ["token"]:
                said = answer(WHOSE | {"scopes": self.scopes})
            case ["packages", *rest]:
                said = self._given(rest, query)
            case ["cases", _, "proceedings"]:
                said = answer({"items": self._standing()})
            case ["cases", _, "proceedings", identity, "moves", code]:
                return self._step(asked, identity, code)
            case _:
                said = problem("404 Not Found")
        return said

    def _given(self, rest: list[str], query: str) -> bytes:
        if not rest:
            return self._list(query)
        if len(rest) == 3:
            return answer(self.papers[rest[2]])
        found = [one for one in self.packages if str(one.id) == rest[0]]
        return answer(found[0].whole) if found else problem("404 Not Found")

    def _list(self, query: str) -> bytes:
        after = int(dict(part.split("=") for part in query.split("&")).get("cursor", 0))
        items = [one.line for one in self.packages[after:]]
        return answer({"items": items, "next": str(after + len(items)) if items else str(after)})

    def _standing(self) -> list[dict[str, Any]]:
        return [one for package in self.packages for one in package.proceedings]

    def _step(self, asked: Asked, identity: str, code: str) -> Answer:
        if asked.method == "GET":
            return self.forms.get(code, problem("404 Not Found", kind="not-found"))
        key = asked.headers["idempotency-key"]
        if key in self.done:
            return answer({"proceedings": []}, "201 Created", "Idempotency-Replayed: true")
        one = next(each for each in self._standing() if str(each["id"]) == identity)
        if asked.headers["if-match"] != f'"{one["version"]}"':
            return problem("412 Precondition Failed", "Berubah.", "changed")
        one["version"] += 1
        one["state"] = AFTER.get(code, one["state"])
        self.done[key] = asked.body
        return answer({"proceedings": self._standing()}, "201 Created")

    async def begin(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(self.serve(reader, writer))
        self.serving.add(task)
        task.add_done_callback(self.serving.discard)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                method, path, _ = head.split(" ", 2)
                lines = [line.split(": ", 1) for line in head.split("\r\n")[1:] if line]
                headers = {name.lower(): value for name, value in lines}
                body = await reader.readexactly(int(headers.get("content-length", 0)))
                asked = Asked(method, path, headers, body)
                self.asked.append(asked)
                said = self.reply(asked)
                if callable(said):
                    await said(writer)
                    return
                writer.write(said)
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()


WHOSE = {"system": "Mitra", "organisation": "BKPSDM", "roles": []}
AFTER = {"receive": "received", "return": "returned", "take_up": "taken_up"}


@asynccontextmanager
async def sending() -> AsyncIterator[Sender]:
    """Serve such an installation on a free port of loopback inside the block."""
    sender = Sender()
    server = await asyncio.start_server(sender.begin, "127.0.0.1", 0)
    sender.port = server.sockets[0].getsockname()[1]
    try:
        yield sender
    finally:
        server.close()
        for task in tuple(sender.serving):
            task.cancel()
        await asyncio.gather(*sender.serving, return_exceptions=True)
        await server.wait_closed()

"""Somebody who reports over HTTP: answers each question, keeps the cookie, sends."""

import re
from dataclasses import dataclass
from typing import Any

import httpx

from netralitas.database.connection import Connection
from netralitas.intake import codes
from netralitas.intake.door import Answers, read_answers
from netralitas.intake.envelope import (
    OfficeKeys,
    content_place,
    open_sealed,
    piece_place,
    report_place,
)
from tests.public.conftest import SECRET

STORY = "Camat membagikan kaus seorang calon kepada staf di halaman kantor."
PDF = b"%PDF-1.7\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n"
ANSWERS: dict[str, dict[str, str]] = {
    "kejadian": {"story": STORY},
    "siapa": {"position": "Camat", "unit": "Kantor Kecamatan Melati"},
    "pemilihan": {"regime": "pemilihan"},
    "kapan": {"act-day": "31", "act-month": "8", "act-year": "2024"},
    "diketahui": {"known_on-day": "1", "known_on-month": "9", "known_on-year": "2024"},
    "tempat": {"region": "19.06.01", "place": "Halaman kantor camat"},
    "tautan": {"links": "https://contoh.id/unggahan/1"},
    "saksi": {"first_name": "Saksi Pertama", "first_contact": "0812 0000 1111"},
}
PERSON = {
    "name": "Pelapor Rahasia",
    "address": "Jalan Mawar 1",
    "telephone": "0812 3456 7890",
    "voter": "ya",
}


@dataclass(slots=True)
class Somebody:
    """A person with a browser at the public door; `language` stands before each address: "/en"."""

    client: httpx.AsyncClient
    code: str = ""
    language: str = ""

    async def get(self, address: str) -> httpx.Response:
        return await self.client.get(f"{self.language}/lapor{address}")

    async def post(self, address: str, /, **data: str) -> httpx.Response:
        return await self.client.post(f"{self.language}/lapor{address}", data=data)

    async def begin(self, level: str = "anonymous") -> None:
        """Answer the first question and write down the code."""
        answered = await self.post("/nama", level=level)
        assert (answered.status_code, answered.headers["location"]) == (
            303,
            f"{self.language}/lapor/kode",
        )
        shown = await self.get("/kode")
        self.code = re.sub(r"<[^>]+>", "", _between(shown.text, 'class="secret', "</p>"))
        self.code = self.code.partition(">")[2].strip()
        assert codes.is_well_formed(self.code)

    async def answer(self, *keys: str, **changed: dict[str, str]) -> httpx.Response:
        """Answer some questions in the usual way."""
        answered = None
        for key in keys:
            answered = await self.post(f"/{key}", **changed.get(key, ANSWERS.get(key, {})))
            assert answered.status_code == 303, (key, answered.text)
        assert answered is not None
        return answered

    async def upload(self, name: str = "foto.pdf", content: bytes = PDF) -> httpx.Response:
        files = {"berkas": (name, content)}
        return await self.client.post(f"{self.language}/lapor/berkas", files=files)

    async def answer_all(self, level: str = "anonymous") -> None:
        """Answer every question, the person for a report with a name."""
        await self.begin(level)
        await self.answer(*ANSWERS)
        await self.post("/berkas/lanjut")
        if level != "anonymous":
            await self.answer("anda", anda=PERSON)

    async def send(self, **data: str) -> httpx.Response:
        return await self.post("/kirim", **data)

    @property
    def digest(self) -> bytes:
        return codes.digest(self.code, SECRET)


def _between(text: str, start: str, end: str) -> str:
    return text.partition(start)[2].partition(end)[0]


async def opened(root: Connection, keys: OfficeKeys, digest: bytes) -> tuple[bytes, Answers]:
    """Open a report as its office does; gives the data key and the answers."""
    report: Any = await root.fetchrow("SELECT * FROM inbox.report WHERE digest = $1", digest)
    content = await root.fetchval("SELECT content FROM inbox.draft WHERE digest = $1", digest)
    key = keys.open(report["key_id"], report["sealed_key"], report_place(digest))
    return key, read_answers(open_sealed(key, content, content_place(digest)))


async def file_of(root: Connection, key: bytes, digest: bytes, ordinal: int) -> bytes:
    """Put a file together again from its pieces."""
    rows = await root.fetch(
        "SELECT place, sealed FROM inbox.piece WHERE digest = $1 AND ordinal = $2 ORDER BY place",
        *(digest, ordinal),
    )
    return b"".join(
        open_sealed(key, row["sealed"], piece_place(digest, ordinal, row["place"])) for row in rows
    )

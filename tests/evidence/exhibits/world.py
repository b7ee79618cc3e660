"""A case with evidence, and what people do with it in the browser."""

import io
from typing import Any

import httpx
from PIL import Image

from netralitas.cases.answers import Paper
from netralitas.cases.attaching import attach_papers_in
from netralitas.database.transactions import EVERYTHING, reading, writing
from netralitas.documents.domain import DocumentKind
from netralitas.evidence.storage import Storage
from netralitas.settings import Settings
from tests.make import Town
from tests.pages import Browser

SAME_SITE = {"Sec-Fetch-Site": "same-origin"}
PDF = b"%PDF-1.7\n" + bytes(range(256)) * 40
MP4 = b"\x00\x00\x00\x20ftypisom\x00\x00\x02\x00isomiso2avc1mp41" + bytes(range(256)) * 4000
LIMIT = 10**9


def photo(colour: str = "red") -> bytes:
    """A JPEG with a place in what the camera wrote beside it."""
    content = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "RAHASIA-KAMERA"
    Image.new("RGB", (640, 480), colour).save(content, format="JPEG", exif=exif)
    return content.getvalue()


def storage_of(settings: Settings) -> Storage:
    """The files of the site."""
    return Storage(settings.data / "files")


async def enter(
    town: Town, settings: Settings, case: int, *contents: bytes, login: str = "rina"
) -> None:
    """Attach files as evidence, by one event, as the inbox and the attach form do."""
    storage = storage_of(settings)
    papers = tuple(
        [
            Paper(
                kind=DocumentKind.EVIDENCE,
                title=f"Berkas {number}",
                stored=await storage.keep(content, LIMIT),
            )
            for number, content in enumerate(contents, start=1)
        ]
    )
    actor = town.actors[login]
    async with writing(actor) as c:
        await attach_papers_in(c, actor, case, papers)


async def uses(case: int) -> list[Any]:
    """The log of custody of a case: name, exhibit, purpose, actor, oldest first."""
    async with reading(EVERYTHING) as c:
        return [
            tuple(row)
            for row in await c.fetch(
                "SELECT e.name, (e.details->>'exhibit')::int, e.details->>'purpose', o.login"
                " FROM event e JOIN stream s ON s.id = e.stream JOIN officer o ON o.id = e.actor"
                " WHERE s.kind = 'custody' AND (e.details->>'case')::bigint = $1 ORDER BY e.id",
                case,
            )
        ]


async def say_why(
    browser: Browser, case: int, ordinal: int, way: str, purpose: str = "study", note: str = ""
) -> httpx.Response:
    """Say for what the evidence is used; where it leads is followed by the test."""
    return await browser.client.post(
        f"/perkara/{case}/bukti/{ordinal}/{way}",
        data={"purpose": purpose, "note": note},
        headers=SAME_SITE,
    )

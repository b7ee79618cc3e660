"""From a plan in an office to the agenda and the library that everybody reads."""

import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path

import httpx
import pytest
import structlog
from icalendar import Calendar, Event
from PIL import Image

from netralitas import clock
from netralitas.audit.sequencer import sequence
from netralitas.database.connection import Connection
from netralitas.database.context import EVERYTHING, local_settings
from netralitas.evidence.folder import Folder
from netralitas.evidence.storage import Storage
from netralitas.evidence.views import view_copy
from netralitas.prevention.commands import (
    Kept,
    Target,
    add_file,
    add_speaker,
    announce_activity,
    cancel_activity,
    move_activity,
    share_file,
)
from netralitas.prevention.domain import CancelReason, FileUse, Move, NewFile, NewSpeaker
from netralitas.public import sections
from netralitas.public.preparing import Preparer
from netralitas.public_app import PublicSite
from tests.conftest import Database
from tests.make import make_town
from tests.prevention.world import Partners, make_partners, plan
from tests.public.conftest import connected

NOW = datetime(2024, 8, 26, 3, 20, tzinfo=UTC)
DAY = date(2024, 9, 2)
MEGABYTE = 1024 * 1024
PDF = b"%PDF-1.7\n" + b"selebaran\n" * 60_000 + b"%%EOF\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office with a worker, the site beside it, and somebody who reads it."""

    database: Database
    partners: Partners
    storage: Storage
    preparer: Preparer
    site: PublicSite
    visitor: httpx.AsyncClient

    async def come_out(self) -> None:
        """Let the worker do what it does, and the site follow."""
        async with working(self.database) as c:
            await sequence(c)
            await self.preparer.run(c)
        await self.site.follower.look()

    async def read(self, path: str) -> str:
        """The text of a page that is there."""
        answered = await self.visitor.get(path)
        assert answered.status_code == 200, path
        return answered.text

    async def calendar(self) -> list[Event]:
        """The events of the calendar."""
        return Calendar.from_ical(await self.read(sections.CALENDAR)).events

    async def planned(self) -> int:
        """A new activity of the morning of DAY."""
        return await plan(
            self.partners,
            planned_on=DAY,
            place="Aula Melati",
            begins_at=time(9),
            ends_at=time(11),
        )


@asynccontextmanager
async def working(database: Database) -> AsyncIterator[Connection]:
    """A transaction of the worker, committed."""
    async with connected(database, "worker") as c:
        await c.execute("BEGIN")
        await c.execute(local_settings(EVERYTHING))
        yield c
        await c.execute("COMMIT")


@pytest.fixture
async def office(
    engine: Database, site: PublicSite, visitor: httpx.AsyncClient, tmp_path: Path
) -> AsyncIterator[Office]:
    """Two parties with an agreement, and what the public sees of them."""
    storage = Storage(tmp_path / "files")
    preparer = Preparer(demo=True, site="https://netralitas.example.id", storage=storage)
    with clock.at(NOW):
        yield Office(
            database=engine,
            partners=await make_partners(await make_town()),
            storage=storage,
            preparer=preparer,
            site=site,
            visitor=visitor,
        )


async def test_what_is_announced_is_told_of_and_a_plan_is_not(office: Office) -> None:
    rina, activity = office.partners.rina, await office.planned()
    silent = await plan(office.partners, planned_on=DAY, title="Rencana yang diam")
    await add_speaker(rina, activity, NewSpeaker(name="Sari Contoh", capacity="Dosen"))
    await office.come_out()
    assert "Belum ada kegiatan mendatang" in await office.read(sections.AGENDA)
    assert await office.calendar() == []

    await announce_activity(rina, Target(activity=activity, version=2), "Bawa kartu pegawai.")
    await cancel_activity(rina, Target(activity=silent, version=1), CancelReason.MISTAKEN)
    await office.come_out()
    agenda = await office.read(sections.AGENDA)
    for said in (
        "Senin, 2 September 2024, pukul 09.00 sampai 11.00 WIB",
        "Aula Melati, Kecamatan Melati",
        "Bawaslu Kabupaten Contoh bersama BKPSDM Kabupaten Contoh",
        "Sari Contoh, Dosen",
        "Bawa kartu pegawai.",
    ):
        assert said in agenda
    assert "Sosialisasi netralitas" in await office.read("/agenda/tema/netralitas-asn")
    (event,) = await office.calendar()
    assert event["URL"] == f"https://netralitas.example.id/agenda/{activity}"
    assert "Rencana yang diam" not in agenda + await office.read(sections.FEED)
    assert (await office.visitor.get(f"/agenda/{silent}")).status_code == 404


async def test_a_move_and_a_cancellation_are_told_of(office: Office) -> None:
    rina, activity = office.partners.rina, await office.planned()
    await announce_activity(rina, Target(activity=activity, version=1), None)
    later = Move(planned_on=DAY + timedelta(days=2), begins_at=time(13), place="Aula Kenanga")
    await move_activity(rina, Target(activity=activity, version=2), later)
    await office.come_out()
    assert "Semula Senin, 2 September 2024." in await office.read(sections.AGENDA)
    page = await office.read(f"/agenda/{activity}")
    assert "Rabu, 4 September 2024, pukul 13.00 WIB" in page
    assert "Dipindahkan dari Senin, 2 September 2024 ke Rabu, 4 September 2024." in page
    (event,) = await office.calendar()
    assert (event["SEQUENCE"], event["STATUS"]) == (1, "CONFIRMED")

    await cancel_activity(rina, Target(activity=activity, version=3), CancelReason.BUDGET)
    await office.come_out()
    page = await office.read(f"/agenda/{activity}")
    assert "Kegiatan dibatalkan: anggaran tidak tersedia." in page
    (event,) = await office.calendar()
    assert (event["SEQUENCE"], event["STATUS"]) == (2, "CANCELLED")
    assert (await office.read(sections.FEED)).count("<entry>") == 3


async def test_an_activity_leaves_the_agenda_ninety_days_after_its_day(office: Office) -> None:
    activity = await office.planned()
    await announce_activity(office.partners.rina, Target(activity=activity, version=1), None)
    for days, status in ((7 + 90, 200), (7 + 91, 404)):
        with clock.at(NOW + timedelta(days=days)):
            await office.come_out()
        assert (await office.visitor.get(f"/agenda/{activity}")).status_code == status
    assert await office.calendar() == []


async def test_a_shared_material_is_downloaded_until_it_is_no_longer_shared(
    office: Office,
) -> None:
    rina, activity = office.partners.rina, await office.planned()
    await announce_activity(rina, Target(activity=activity, version=1), None)
    kept = Kept(file=await office.storage.keep(PDF, MEGABYTE))
    said = NewFile(use=FileUse.MATERIAL, title="Selebaran netralitas")
    file = await add_file(rina, activity, said, kept)
    path = f"/materi/{kept.file.digest}/selebaran-netralitas.pdf"
    for shared in (False, True, False):
        await share_file(rina, activity, file, shared=shared)
        await office.come_out()
        pages = (await office.read(sections.LIBRARY), await office.read(f"/agenda/{activity}"))
        assert [f'href="{path}"' in page for page in pages] == [shared, shared]
        sent = await office.visitor.get(path)
        assert sent.status_code == (200 if shared else 404)
        if shared:
            assert sent.content == PDF
            await hold_sent_well(office.visitor, path, sent)


async def hold_sent_well(visitor: httpx.AsyncClient, path: str, sent: httpx.Response) -> None:
    """Hold that a file has its headers, is confirmed by its tag, and has one address only."""
    named = {
        "content-type": "application/pdf",
        "content-length": str(len(PDF)),
        "content-disposition": 'attachment; filename="selebaran-netralitas.pdf"',
        "x-content-type-options": "nosniff",
    }
    head = await visitor.head(path)
    for answered in (sent, head):
        assert {name: answered.headers[name] for name in named} == named
        assert "set-cookie" not in answered.headers
    assert head.content == b""
    held = {"If-None-Match": f'W/"x", {sent.headers["etag"]}'}
    again = await visitor.get(path, headers=held)
    assert (again.status_code, again.content) == (304, b"")
    folder = path.rpartition("/")[0]
    for wrong in (f"{folder}/lain.pdf", f"/materi/{'0' * 64}/a.pdf", "/materi/x/y"):
        assert (await visitor.get(wrong)).status_code == 404


async def test_of_an_image_the_copy_without_what_the_camera_wrote_goes_out(
    office: Office,
) -> None:
    rina, activity = office.partners.rina, await office.planned()
    original = photograph()
    kept = Kept(
        file=await office.storage.keep(original, MEGABYTE),
        view=await office.storage.keep(view_copy(original), MEGABYTE),
    )
    bare = Kept(file=await office.storage.keep(photograph("blue"), MEGABYTE))
    lost = Kept(file=await office.storage.keep(PDF, MEGABYTE))
    Folder(office.storage.root).path(lost.file.digest).unlink()
    for title, each in (("Poster", kept), ("Tanpa salinan", bare), ("Hilang", lost)):
        said = NewFile(use=FileUse.MATERIAL, title=title, shared=True)
        await add_file(rina, activity, said, each)
    with structlog.testing.capture_logs() as lines:
        await office.come_out()
    assert [line["digest"] for line in lines if line["event"] == "material_lost"] == [
        lost.file.digest
    ]
    library = await office.read(sections.LIBRARY)
    assert kept.view is not None
    assert f"/materi/{kept.view.digest}/poster.jpg" in library
    for silent in ("Tanpa salinan", "Hilang", kept.file.digest, f'href="/agenda/{activity}"'):
        assert silent not in library
    sent = await office.visitor.get(f"/materi/{kept.view.digest}/poster.jpg")
    assert hashlib.sha256(sent.content).hexdigest() == kept.view.digest
    assert not Image.open(BytesIO(sent.content)).getexif()


def photograph(colour: str = "red") -> bytes:
    """A picture of one colour in which the camera wrote its name."""
    drawn, exif = Image.new("RGB", (8, 8), colour), Image.Exif()
    exif[0x0110] = "Kamera Contoh"
    written = BytesIO()
    drawn.save(written, "JPEG", exif=exif)
    return written.getvalue()

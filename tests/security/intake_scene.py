"""Reports sent by the real public pages, taken in by those of the staff, and what lies between."""

import io
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import httpx
from PIL import Image

from netralitas import clock
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import EVERYTHING, writing
from netralitas.public_app import PublicSite, create_public_app
from netralitas.settings import Settings
from netralitas.vault.domain import Identity
from netralitas.web import logging
from netralitas.work import make_worker
from tests.cases.conftest import BASE, Visits
from tests.conftest import Database
from tests.imports.tables import HEADS, csv_text
from tests.imports.test_import_over_http import taken_in, upload
from tests.intake.test_desk import ACT, KNOWN, day, desk, matter
from tests.intake.test_desk_drafts import HTMX
from tests.intake.test_desk_uploads import PHOTO, PIECE, add, announced
from tests.intake.test_desk_whole import SAVING
from tests.intake.test_inbox import SUBJECT, case_of
from tests.make import REGION
from tests.notices.post_office import PostOffice
from tests.notices.telling import change
from tests.public.reporting import ANSWERS, Somebody
from tests.security.canaries import (
    AT_THE_DESK,
    BESIDE_CONFIDENTIAL,
    BESIDE_INFORMANT,
    BESIDE_NAMED,
    BESIDE_UNSENT,
    BESIDE_WAITING,
    CAMERA,
    CONFIDENTIAL,
    INFORMANT_WRITES,
    NAMED,
    OFFICE_WRITES,
    REPORTER_WRITES,
    STAFF_NIPS,
    UNSENT,
    UPLOADED,
    UPLOADED_AT_THE_DESK,
    WAITING,
    Canary,
    canary,
)
from tests.security.crawler import SAME_ORIGIN

SENT = {
    "confidential": ("confidential", CONFIDENTIAL, BESIDE_CONFIDENTIAL),
    "informant": ("anonymous", None, BESIDE_INFORMANT),
    "named": ("named", NAMED, BESIDE_NAMED),
    "waiting": ("named", WAITING, BESIDE_WAITING),
}
"""Level, reporter and witness of each report that is sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """Who holds which code, which cases the reports became, what was logged and what was mailed."""

    site: PublicSite
    holders: dict[str, Somebody]
    cases: Mapping[str, int]
    waiting: str
    draft: str
    log: io.StringIO
    mail: PostOffice

    @property
    def codes(self) -> dict[str, Canary]:
        """The secret code of each receipt, and of the draft that was not sent."""
        return {name: canary(holder.code) for name, holder in self.holders.items()}


@dataclass(slots=True, kw_only=True)
class Doing:
    """Makes the scene, step by step."""

    visit: Visits
    database: Database
    settings: Settings
    mail: PostOffice
    site: PublicSite
    stack: AsyncExitStack
    holders: dict[str, Somebody] = field(default_factory=dict)

    async def work(self, *names: str) -> None:
        """Let the worker do this periodic work, and every job there is."""
        told = replace(
            self.settings,
            smtp_host="127.0.0.1",
            smtp_port=self.mail.port,
            smtp_start_tls=False,
            mail_from="netralitas@kantor.test",
        )
        worker = make_worker(told)
        await ENGINE.close()
        await ENGINE.open(self.database.dsn("worker"))
        try:
            for name in names:
                async with writing(EVERYTHING) as c:
                    await worker.periodic[name].run(c)
            while await worker.do_job():
                pass
        finally:
            await ENGINE.close()
            await ENGINE.open(self.database.dsn("app"))

    async def somebody(self, name: str) -> Somebody:
        """A person with a browser of their own at the public door."""
        client = await self.stack.enter_async_context(outside(self.site))
        self.holders[name] = Somebody(client)
        return self.holders[name]

    async def write_report(
        self, name: str, level: str, person: Identity | None, saw: Identity
    ) -> Somebody:
        """Answer every question up to sending."""
        here = await self.somebody(name)
        await here.begin(level)
        changed = {
            "kapan": day("act", ACT),
            "diketahui": day("known_on", KNOWN),
            "tempat": {"region": REGION, "place": "Halaman kantor camat"},
            "saksi": {"first_name": saw.name, "first_contact": saw.telephone or ""},
        }
        await here.answer(*ANSWERS, **changed)
        if person is not None:
            typed = {
                "name": person.name,
                "address": person.address or "",
                "telephone": person.telephone or "",
                "email": person.email or "",
                "voter": "ya",
            }
            await here.answer("anda", anda=typed)
        return here

    async def send_reports(self) -> None:
        """Send each report with a photo, print its receipt, and leave one unsent."""
        for name, (level, person, saw) in SENT.items():
            here = await self.write_report(name, level, person, saw)
            assert (await here.upload(UPLOADED, photo())).status_code == 303
            await here.post("/berkas/lanjut")
            sent = await here.send()
            assert sent.headers["location"] == "/lapor/tanda-terima", sent.text
        unsent = await self.write_report("unsent", "named", UNSENT, BESIDE_UNSENT)
        to = "/lapor/berkas/kiriman"
        begun = await unsent.client.post(to, json={"name": UPLOADED, "size": len(PHOTO)})
        piece = await unsent.client.put(
            f"{to}/{begun.json()['ordinal']}/0", content=PHOTO[: begun.json()["piece"]]
        )
        assert piece.status_code == 204, piece.text

    async def take_in(self) -> tuple[dict[str, int], str]:
        """Take in all but one by the staff pages; give the cases, and the address of that one."""
        rina = await self.visit("rina")
        cases, left = {}, ""
        for name, holder in self.holders.items():
            if name == "unsent":
                continue
            receipt = await holder.get("/tanda-terima")
            listed = await rina.go("/kotak-masuk")
            [(number, address)] = [
                (label, href)
                for label, href in listed.links.items()
                if label in receipt.text and label.startswith("LW-")
            ]
            page = await rina.go(address)
            assert number in page.text
            copy = await rina.client.get(f"{address}/berkas/1")
            assert Image.open(io.BytesIO(copy.content)).getexif() == {}
            assert CAMERA.encode() not in copy.content
            if name == "waiting":
                left = address
            else:
                cases[name] = case_of(await rina.send(page.form("penerimaan"), subject=SUBJECT))
        return cases, left

    async def write_messages(self, cases: Mapping[str, int]) -> None:
        """A message of each of two holders of a code, and one of the office to the first."""
        await self.work("collect")
        for name, text in (("confidential", REPORTER_WRITES), ("informant", INFORMANT_WRITES)):
            holder = self.holders[name]
            shown = await holder.client.post("/cek-status", data={"code": holder.code})
            assert shown.status_code == 200, shown.text
            left = await holder.client.post("/cek-status/pesan", data={"text": text})
            assert left.status_code == 303, left.text
        await self.work("collect")
        rina = await self.visit("rina")
        page = await rina.go(f"/perkara/{cases['confidential']}/pesan")
        answered = await rina.send(page.form("pesan"), text=OFFICE_WRITES)
        assert REPORTER_WRITES in answered.text
        assert OFFICE_WRITES in answered.text

    async def begin_a_draft(self) -> str:
        """Type a reporter at the desk, saved while typing, with an upload under way."""
        rina = await self.visit("rina")
        form = await desk(rina)
        typed = matter(
            subject="Spanduk di kelurahan",
            reporter_name=AT_THE_DESK.name,
            reporter_address=AT_THE_DESK.address or "",
            reporter_phone=AT_THE_DESK.telephone or "",
            reporter_email=AT_THE_DESK.email or "",
            reporter_birth=AT_THE_DESK.birth or "",
            reporter_occupation=AT_THE_DESK.occupation or "",
            reporter_citizenship=AT_THE_DESK.citizenship or "",
        )
        saved = await rina.client.post(SAVING, data={**form.values, **typed}, headers=HTMX)
        assert "Draf tersimpan pukul" in saved.text
        begun = await announced(rina, form.values["token"][0], UPLOADED_AT_THE_DESK, len(PHOTO))
        part = await add(rina, begun.json()["address"], 0, PHOTO[:PIECE])
        assert part.json()["received"] == PIECE
        return (await rina.go("/perkara/baru")).link("Spanduk di kelurahan")

    async def import_staff(self) -> None:
        """Take in a list of two people, and let another list wait."""
        rina = await self.visit("rina")
        rows = [
            list(HEADS),
            *(["Pegawai Contoh", nip, "Kepala Bidang", "Dinas Contoh"] for nip in STAFF_NIPS),
        ]
        done = await taken_in(rina, csv_text(rows).encode())
        assert "Daftar pegawai sudah diimpor." in done.text
        await upload(rina, csv_text(rows).encode(), source="Daftar kedua")


@asynccontextmanager
async def intake_scene(
    visit: Visits, database: Database, settings: Settings, log: io.StringIO, mail: PostOffice
) -> AsyncIterator[Intake]:
    """Everything of intake once; both sites and the worker live over one database."""
    visit.site = logging.RequestLog(visit.site)
    public = create_public_app(replace(settings, public_dsn=database.dsn("public")))
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(public.lifespan())
        doing = Doing(
            visit=visit, database=database, settings=settings, mail=mail, site=public, stack=stack
        )
        await change("UPDATE officer SET email = login || '@kantor.test'")
        await doing.work("show_offices")
        await doing.send_reports()
        cases, waiting = await doing.take_in()
        await doing.write_messages(cases)
        draft = await doing.begin_a_draft()
        await doing.import_staff()
        with clock.at(clock.now() + timedelta(days=2)):
            await doing.work("remind")
        await doing.work("sequence", "sign_head", "close_day", "prepare_public")
        assert await public.follower.look()
        yield Intake(
            site=public,
            holders=doing.holders,
            cases=cases,
            waiting=waiting,
            draft=draft,
            log=log,
            mail=mail,
        )


def outside(site: Any) -> httpx.AsyncClient:  # noqa: ANN401 - httpx and Litestar type it differently
    """A browser at the public site, in which nobody is anybody."""
    transport = httpx.ASGITransport(site, raise_app_exceptions=False)
    return httpx.AsyncClient(transport=transport, base_url=BASE, headers=SAME_ORIGIN)


def photo() -> bytes:
    """A JPEG of a telephone: with the name of its camera, and where it was taken."""
    exif = Image.Exif()
    exif[0x010F] = CAMERA
    place = exif.get_ifd(0x8825)
    place[1], place[2] = "S", (2.0, 45.0, 57.11)
    place[3], place[4] = "E", (108.0, 16.0, 47.11)
    written = io.BytesIO()
    Image.new("RGB", (640, 480), "red").save(written, format="JPEG", exif=exif)
    return written.getvalue()

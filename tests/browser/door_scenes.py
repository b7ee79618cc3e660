"""What people have left unfinished in their browsers: reports, a desk's draft, a list of staff."""

from typing import Final

import httpx

from netralitas.agreements.content import read
from netralitas.imports.queries import seal_search
from netralitas.vault.cipher import Purpose
from tests.browser.site import FROM_HERE, Site
from tests.imports.printed_plans import banjarnegara
from tests.imports.tables import people, xlsx
from tests.make import REGION, days_ago
from tests.public.reporting import ANSWERS, PERSON, Somebody

SOURCE: Final = "BKPSDM Kabupaten Contoh, Juli"
_OTHERS: Final = (
    ["Budi Hartono", "197503032000031004", "Kepala Seksi", "Dinas Pendidikan"],
    ["Siti", "19820202200602200", "Lurah", "Kelurahan Contoh"],
    ["", "198503032010031003", "Guru", "SD Negeri 1"],
)


async def report_twice(site: Site) -> dict[str, str]:
    """Return the codes of a confidential report: one is ready to be sent, one was sent."""
    return {"draft": await _report(site, send=False), "sent": await _report(site, send=True)}


async def send_a_report(site: Site) -> str:
    """Return the code of a confidential report that was sent."""
    return await _report(site, send=True)


async def _report(site: Site, *, send: bool) -> str:
    changed = {
        "tempat": {"region": REGION, "place": "Halaman kantor camat"},
        "kapan": _day("act", 3),
        "diketahui": _day("known_on", 2),
    }
    async with httpx.AsyncClient(base_url=site.address, headers=FROM_HERE) as client:
        somebody = Somebody(client)
        await somebody.begin("confidential")
        await somebody.answer(*ANSWERS, **changed)
        await somebody.upload()
        await somebody.post("/berkas/lanjut")
        await somebody.answer("anda", anda=PERSON)
        if send:
            assert (await somebody.send()).status_code == httpx.codes.SEE_OTHER
    return somebody.code


def _day(name: str, ago: int) -> dict[str, str]:
    on = days_ago(ago)
    return {
        f"{name}-day": str(on.day),
        f"{name}-month": str(on.month),
        f"{name}-year": str(on.year),
    }


async def leave_a_draft(site: Site, login: str) -> str:
    """Return the token of a draft of the desk, with a second respondent begun."""
    async with site.visited(login) as browser:
        form = (await browser.go("/perkara/baru")).form("/perkara/baru")
        typed = {**form.values, "subject": "Spanduk di kelurahan", "name": "Terlapor Contoh"}
        saved = await browser.client.post(
            "/perkara/baru/draf", data={**typed, "tambah": "terlapor"}
        )
    return _last(saved.headers["location"].partition("#")[0])


async def import_staff(site: Site, login: str) -> dict[str, str]:
    """Take in a list, and leave another one at its result; gives where both are found."""
    async with site.visited(login) as browser:
        start = await browser.go("/daftar-pegawai/impor")
        columns = await browser.send(start.form("/impor"), file=xlsx(people()), source=SOURCE)
        result = await browser.send(columns.form("/kolom"))
        lists = await browser.send(result.form(result.address))
        bad = xlsx([*people(), *_OTHERS])
        columns = await browser.send(start.form("/impor"), file=bad, source="Dinas Pendidikan")
        result = await browser.send(columns.form("/kolom"))
    undoing = lists.link("Batalkan impor")
    keys, officer = site.keys(Purpose.NIP), site.town.actors[login].officer
    return {
        "waiting": _last(result.address),
        "batch": undoing.split("/")[-2],
        "searched": seal_search("Siti", keys, officer),
    }


async def import_plan(site: Site, login: str, agreement: int) -> dict[str, str]:
    """Leave the table of a work plan at what was read of it; gives where it is found."""
    async with site.visited(login) as browser:
        start = await browser.go(f"/kerja-sama/{agreement}/rencana/impor")
        table = banjarnegara(read("banjarnegara"))
        page = await browser.send(start.form("/impor"), file=table)
    return {"plan_table": _last(page.address)}


def _last(address: str) -> str:
    return address.rpartition("/")[2]

"""What is beside an activity, over HTTP: speakers, files, photos, posts, proofs, the report."""

import io
from datetime import date
from typing import Any

import pikepdf
from PIL import Image

from netralitas.prevention import words
from netralitas.prevention.commands import Target, cancel_activity
from netralitas.prevention.domain import ActivityKind, CancelReason, Together
from tests.intake.letterbox import photo
from tests.make import days_ago
from tests.pages import PDF, Browser, Page
from tests.prevention.conftest import Visits
from tests.prevention.world import HELD_ON, Partners, duties, events, hold, plan

ALONE: dict[str, Any] = {"theme": None, "together": Together.ALONE, "agreement": None}
ADDRESS = "https://www.instagram.com/p/netral"


def day(name: str, on: date) -> dict[str, int]:
    """A day as it is typed into three fields."""
    return {f"{name}-day": on.day, f"{name}-month": on.month, f"{name}-year": on.year}


async def add_file(
    browser: Browser, activity: int, content: bytes, use: str, title: str, *, shared: bool = False
) -> Page:
    """Put a file beside an activity by the form."""
    form = (await browser.go(f"/pencegahan/kegiatan/{activity}/bahan/berkas")).form("/berkas")
    values: dict[str, Any] = {"use": form.pick("use", use), "title": title, "file": content}
    return await browser.send(form, values | ({"shared": "ya"} if shared else {}))


async def press(browser: Browser, page: Page, ending: str) -> Page:
    """Press the button whose form goes to an address that ends so."""
    return await browser.send(page.form(ending))


async def test_materials_are_shared_and_photos_shown_without_what_the_camera_wrote(
    partners: Partners, visit: Visits
) -> None:
    activity = await plan(partners)
    rina = await visit("rina")
    here = f"/pencegahan/kegiatan/{activity}/bahan"
    assert "Belum ada bahan" in (await rina.go(here)).text
    page = await add_file(rina, activity, PDF, "Bahan", "Paparan netralitas", shared=True)
    assert "Dibagikan</strong>" in page.html
    page = await press(rina, page, "/pembagian")
    assert "tidak dibagikan lagi" in page.text
    assert "Dibagikan</strong>" in (await press(rina, page, "/pembagian")).html
    assert [event["name"] for event in await events(activity)][-1] == "activity.file_shared"
    refused = await add_file(rina, activity, photo(), "Foto", "Peserta", shared=True)
    assert refused.status == 422
    assert "foto dan daftar memuat orang" in refused.text
    document = await add_file(rina, activity, PDF, "Foto", "Bukan foto")
    assert "Foto harus berupa JPEG" in document.text
    page = await add_file(rina, activity, photo(), "Foto", "Suasana kegiatan")
    image = next(part for part in page.html.split('"') if part.endswith("/gambar"))
    answer = await (await visit("dewa")).client.get(image)
    assert answer.headers["content-type"] == "image/jpeg"
    assert answer.headers["content-security-policy"].startswith("sandbox")
    assert not Image.open(io.BytesIO(answer.content)).getexif()
    original = await rina.client.get(image.removesuffix("/gambar"))
    assert original.content == photo()
    assert "attachment" in original.headers["content-disposition"]
    for address in (image, image.removesuffix("/gambar")):
        assert (await (await visit("lain")).client.get(address)).status_code == 404
        assert (await (await visit("hadi")).client.get(address)).status_code == 403
    page = await press(rina, await rina.go(here), "/penghapusan")
    assert "Paparan netralitas" not in page.text
    assert "<img" in page.html


async def test_what_everybody_gets_is_taken_back_also_after_a_cancellation(
    partners: Partners, visit: Visits
) -> None:
    activity = await plan(partners)
    rina = await visit("rina")
    await add_file(rina, activity, PDF, "Bahan", "Paparan", shared=True)
    target = Target(activity=activity, version=2)
    await cancel_activity(partners.rina, target, CancelReason.MERGED)
    page = await rina.go(f"/pencegahan/kegiatan/{activity}/bahan")
    assert "Tambah berkas" not in page.links
    page = await press(rina, page, "/pembagian")
    assert "Tidak dibagikan" in page.text
    assert [form for form in page.forms if form.action.endswith("/pembagian")] == []
    refused = await rina.go(f"/pencegahan/kegiatan/{activity}/bahan/berkas")
    assert refused.status == 409
    assert "Belum ada bahan" in (await press(rina, page, "/penghapusan")).text


async def test_speakers_and_posts_are_kept_and_what_cannot_be_is_said_beside_its_field(
    partners: Partners, visit: Visits
) -> None:
    activity = await plan(partners)
    dewa = await visit("dewa")
    here = f"/pencegahan/kegiatan/{activity}/bahan"
    form = (await dewa.go(f"{here}/narasumber")).form("/narasumber")
    page = await dewa.send(form, name="Surya Wijaya", capacity="Kepala BKPSDM")
    assert "Surya Wijaya" in page.text
    assert "Belum ada narasumber" in (await press(dewa, page, "/penghapusan")).text
    form = (await dewa.go(f"{here}/unggahan")).form("/unggahan")
    typed = {
        "platform": form.pick("platform", "Instagram"),
        "address": "http://instagram.com/p/netral",
        **day("posted_on", days_ago(-1)),
        "reach": "-4",
        **day("reach_on", days_ago(2)),
    }
    page = await dewa.send(form, typed)
    assert page.status == 422
    for said in (
        "diawali https://",
        "Tanggal unggahan tidak boleh sesudah hari ini",
        "Jangkauan tidak boleh kurang dari nol.",
        "Tanggal jangkauan tidak boleh sebelum tanggal unggahan.",
    ):
        assert said in page.text
    assert page.form("/unggahan").values["reach"] == ["-4"]
    right = {"address": ADDRESS, "reach": "", **day("posted_on", days_ago(3))}
    empty = {f"reach_on-{part}": "" for part in ("day", "month", "year")}
    page = await dewa.send(page.form("/unggahan"), {**right, **empty})
    assert ADDRESS in page.text
    form = (await dewa.go(page.link("Catat jangkauan"))).form("/jangkauan")
    page = await dewa.send(form, {"reach": "1.250", **day("reach_on", days_ago(1))})
    assert "1.250" in page.text
    names = [event["name"] for event in await events(activity)]
    assert names[1:] == [
        "activity.speaker_added",
        "activity.speaker_removed",
        "activity.post_added",
        "activity.post_counted",
    ]
    assert "Surya" not in str([event["details"] for event in await events(activity)])


async def test_a_duty_is_proved_the_outcome_kept_and_the_report_says_all_of_it(
    partners: Partners, visit: Visits
) -> None:
    activity = await plan(partners)
    rina = await visit("rina")
    here = f"/pencegahan/kegiatan/{activity}"
    assert (await rina.go(f"{here}/hasil/laporan.pdf")).status == 409
    page = await add_file(rina, activity, PDF, "Bukti", "Undangan yang dikirim")
    ticked = (await duties(partners, "kab"))[:1]
    await hold(partners, activity, version=2, dinas=30, duties=ticked)
    page = await rina.go(f"{here}/hasil")
    assert "belum ada buktinya" in page.text
    form = (await rina.go(page.link("Tambah bukti"))).form(f"/{ticked[0]}")
    assert "Isi catatan, atau pilih berkas" in (await rina.send(form)).text
    proof = form.pick("file", "Undangan yang dikirim")
    page = await rina.send(form, note="Dikirim lewat surat.", file=proof)
    assert "Undangan yang dikirim" in page.links
    kept = await press(rina, await rina.go(f"{here}/bahan"), "/penghapusan")
    assert kept.status == 409
    assert "menjadi bukti tugas" in kept.text
    form = (await rina.go(page.link("Catat capaian dan biaya"))).form("/capaian")
    page = await rina.send(form, outcome="Peserta memahami larangan.", cost="750000")
    assert "Pilih sumber dana dari biaya ini." in page.text
    page = await rina.send(page.form("/capaian"), fund=form.pick("fund", "APBN"))
    assert "Rp750.000" in page.text
    answer = await (await visit("dewa")).client.get(page.link("Unduh laporan"))
    assert answer.headers["content-type"] == "application/pdf"
    again = await rina.client.get(page.link("Unduh laporan"))
    assert again.content == answer.content
    with pikepdf.open(io.BytesIO(answer.content)) as paper:
        assert "pdfaid:part" in str(paper.Root.Metadata.read_bytes())


async def test_every_kind_is_planned_held_and_shown(partners: Partners, visit: Visits) -> None:
    rina = await visit("rina")
    for kind in ActivityKind:
        hours = kind is ActivityKind.HOURS_CHANGE
        activity = await plan(partners, kind=kind, **(ALONE if hours else {}))
        came: dict[str, Any] = {} if hours else {"dinas": 1}
        await hold(partners, activity, **came)
        for tab in ("", "/bahan", "/hasil"):
            page = await rina.go(f"/pencegahan/kegiatan/{activity}{tab}")
            assert page.status == 200, kind
            assert words.KINDS[kind] in page.text
    listed = await rina.go(f"/pencegahan/kegiatan?tahun={HELD_ON.year}")
    assert all(said in listed.text for said in words.KINDS.values())
    assert (await rina.go(f"/pencegahan?tahun={HELD_ON.year}")).status == 200

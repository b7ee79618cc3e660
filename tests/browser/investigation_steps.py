"""The investigation in a browser: evidence, capture, clarification, study, plenary, letter."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Final

from playwright.sync_api import expect

from tests.browser.chromium import DESK, PHONE, overflow, resize
from tests.browser.officer import Officer
from tests.browser.site import Site
from tests.evidence.exhibits.world import photo
from tests.evidence.web.serving import page as answer
from tests.investigation.hearing import pass_time
from tests.make import days_ago

ROOM: Final = "Ruang sidang lantai 2"
THERE: Final = ("sari", "tono")
PHOTO: Final = {"name": "IMG_0001.jpg", "mimeType": "image/jpeg", "buffer": photo("firebrick")}
POST: Final = "/akun/unggahan"


@contextmanager
def posted(site: Site) -> Iterator[str]:
    """Serve a page on the one place of loopback that the site may capture; give its address."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.wfile.write(answer("<h1>Dukungan</h1><p>Foto bersama calon nomor dua.</p>"))

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    host, _, port = site.settings.capture_allow.rpartition(":")
    server = ThreadingHTTPServer((host, int(port)), Page)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://{site.settings.capture_allow}{POST}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def photograph(rina: Officer, case: int) -> None:
    """Take a photo with the phone, and enter it as evidence."""
    page = rina.page
    resize(page, *PHONE)
    page.goto(f"{rina.site.address}/perkara/{case}/bukti")
    page.click("text=Unggah bukti")
    expect(rina.named("camera")).to_have_attribute("capture", "environment")
    rina.named("camera").set_input_files(PHOTO)  # type: ignore[arg-type] # a file in memory
    expect(page.locator("#berkas")).to_contain_text("Sudah terunggah")
    assert overflow(page) == 0
    rina.fill(title="Foto spanduk di depan kantor")
    rina.choose("origin", "Diserahkan pelapor")
    page.click("main >> text=Simpan bukti")
    page.click("main a:text-is('Bukti 1')")
    expect(page.locator("main")).to_contain_text("Foto spanduk di depan kantor")
    assert page.locator("main img").evaluate("each => each.decode().then(() => each.naturalWidth)")
    assert overflow(page) == 0
    resize(page, *DESK)


def capture(rina: Officer, case: int, address: str) -> None:
    """Have a page of the web captured; the worker does it while the page waits."""
    rina.page.goto(f"{rina.site.address}/perkara/{case}/tangkapan")
    rina.fill(url=address)
    rina.press()
    expect(rina.page.locator("#tangkapan")).to_contain_text("Arsip halaman (WARC)")
    expect(rina.page.locator("#tangkapan")).to_contain_text("Jawaban situs: 200.")


def clarify(rina: Officer, case: int) -> None:
    """Invite the respondent, hear them under oath, close the session with its minutes."""
    invite(rina, case)
    rina.site.made(pass_time(case))
    hear(rina)
    rina.page.goto(f"{rina.site.address}/perkara/{case}")
    rina.begin("Selesaikan klarifikasi")
    rina.send()
    assert "kajian disusun" in rina.latest


def invite(rina: Officer, case: int) -> None:
    """Put the respondent on the list, and issue the invitation."""
    page = rina.page
    page.goto(f"{rina.site.address}/perkara/{case}/klarifikasi")
    page.click("main >> text=Tambah orang")
    rina.choose("role", "Terlapor")
    rina.pick("respondent", "Terlapor 1")
    rina.press()
    page.click("main >> text=Terbitkan undangan")
    rina.fill_day("on", days_ago(-5))
    rina.fill(begins="09.00", ends="10.00", place=ROOM)
    rina.choose("mode", "Tatap muka")
    rina.pick("officer", "Rina")
    rina.press()
    expect(page.locator(".heard__session")).to_contain_text("Direncanakan")


def hear(rina: Officer) -> None:
    """Write down what is asked and answered, and issue the minutes."""
    page = rina.page
    page.click(".heard__session a")
    for question, said in (("Apakah Anda hadir?", "Saya hadir."), ("Siapa mengundang?", "Panitia")):
        rina.fill(question=question, answer=said)
        page.click("text=Tambah tanya jawab")
        expect(page.locator(".answers")).to_contain_text(said)
    page.click("text=Tutup sesi dan terbitkan berita acara")
    page.check("[name='identity_checked']")
    page.check("[name='read_back']")
    page.check("[name='oath'][value='sworn']")
    page.check("[name='companion'][value='nobody']")
    page.check("[name='signed'][value='signed']")
    rina.press()
    expect(page.locator("main")).to_contain_text("Terlaksana")


def study(rina: Officer, bagas: Officer, case: int, respondent: int) -> None:
    """Rina writes the study on the evidence, Bagas approves it, Rina submits it."""
    place = f"{rina.site.address}/perkara/{case}/kajian"
    rina.page.goto(f"{place}/ubah")
    rina.fill(facts="Terlapor hadir pada deklarasi dengan atribut pasangan calon.")
    rina.tick("evidence", "Foto spanduk di depan kantor")
    rina.fill(
        **{
            "unsur-1-article": "UU 20/2023 Pasal 9 ayat (2)",
            "unsur-1-element": "Bebas dari pengaruh golongan",
            "unsur-1-analysis": "Tidak dipenuhi: terlapor memakai atribut pasangan calon.",
            f"terlapor-{respondent}-reason": "Unsur terpenuhi.",
        }
    )
    rina.page.check(f"[name='terlapor-{respondent}-findings'][value='other_law']")
    rina.press()
    expect(rina.page.locator("main")).to_contain_text("belum disetujui pembaca kedua")
    bagas.page.goto(place)
    bagas.choose("verdict", "Setujui versi ini")
    bagas.page.click("text=Catat hasil pembacaan")
    expect(bagas.page.locator("main")).to_contain_text("Disetujui pembaca kedua: Bagas")
    rina.page.goto(place)
    rina.page.click("text=Ajukan kajian ke rapat pleno")
    expect(rina.page.locator("#kronologi")).to_be_visible()


def meet(rina: Officer, sari: Officer, number: str, respondent: int) -> None:
    """Rina prepares the meeting and notes who is there, Sari records the decision."""
    page, town = rina.page, rina.site.town
    page.goto(f"{rina.site.address}/pleno")
    expect(page.locator("tr", has_text=number)).to_contain_text("Belum di meja rapat")
    page.click("main >> text=Adakan rapat pleno")
    rina.fill_day("held_on", days_ago(0))
    rina.fill(starts="09.00", place="Ruang rapat")
    rina.pick("chair", "Sari")
    rina.press()
    rina.pick("case", number)
    page.click("text=Letakkan perkara di meja rapat")
    expect(page.locator("main .respondent")).to_contain_text(number)
    expect(page.locator("main")).to_contain_text("Kuorum belum tercapai")
    rina.tick("officers", "Sari", "Tono")
    page.click("text=Simpan kehadiran")
    expect(page.locator("main")).to_contain_text("Kuorum tercapai")
    sari.page.goto(page.url)
    sari.page.click(f"main a:text-is('{number}')")
    sari.page.check("[name='outcome'][value='decided']")
    decided = f"[name='terlapor-{respondent}-findings'][value='other_law']"
    expect(sari.page.locator(decided)).to_be_checked()
    for login in THERE:
        sari.page.check(f"[name='suara-{town.actors[login].officer}-vote'][value='for']")
    sari.press()
    expect(sari.page.locator("main")).to_contain_text("Pelanggaran hukum lain")


def write_letter(rina: Officer, case: int, folder: Path) -> tuple[Path, Path]:
    """Issue the letter of forwarding, and return it as it came: PDF and DOCX."""
    page = rina.page
    page.goto(f"{rina.site.address}/perkara/{case}/naskah/baru/surat-penerusan")
    rina.fill(to="Kepada Yth.\nKepala Badan Kepegawaian Negara", signatory_name="Sari Kusumawati")
    rina.press()
    expect(page.locator("main")).to_contain_text("Kode verifikasi")
    came = []
    for kind in ("PDF", "DOCX"):
        with page.expect_download() as download:
            page.click(f"text=Unduh {kind}")
        kept = folder / download.value.suggested_filename
        download.value.save_as(kept)
        came.append(kept)
    return came[0], came[1]

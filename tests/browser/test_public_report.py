"""The public door on a telephone: without script all of it, with script files that survive."""

from collections.abc import Iterator
from datetime import date, timedelta
from os import getpid
from typing import Final

import httpx
import pytest
from playwright.sync_api import FilePayload, Page, Route, expect

from netralitas import clock
from netralitas.database.bootstrap import clone_database, drop_database
from netralitas.database.embedded import EmbeddedServer
from netralitas.intake import codes
from netralitas.intake.door import PIECE
from netralitas.intake.envelope import CodeKeys, OfficeKeys, message_place, seal_to
from netralitas.public import editions, sections
from netralitas.public.forms import CodeForm
from netralitas.public.pages import CheckPage, Stand
from netralitas.public.sheets import Sheet
from netralitas.settings import DEMO_SECRET, Settings
from tests.browser.chromium import PHONE, Chromium, watched_page
from tests.browser.site import apart, running
from tests.conftest import TEMPLATE, Database
from tests.programs import free_port, until
from tests.public.conftest import SECRET, connected, show_office
from tests.public.reporting import file_of, opened

pytestmark = pytest.mark.browser

STORY: Final = "Camat membagikan kaus seorang calon kepada staf.\nTiga orang melihatnya."
PHOTO: Final = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 40
LONG: Final = b"%PDF-1.7\n" + bytes(range(256)) * 4500  # five pieces


class Door:
    """The public site over a database of its own, with one office."""

    def __init__(self, address: str, database: Database, keys: OfficeKeys) -> None:
        self.address = address
        self.database = database
        self.keys = keys

    def received(self, code: str) -> tuple[bytes, str | None, str]:
        """Open the report of a code: its first file, the reporter's name, the story."""
        return apart(self._received(codes.digest(code, SECRET)))

    async def _received(self, digest: bytes) -> tuple[bytes, str | None, str]:
        async with connected(self.database, "postgres") as root:
            key, answers = await opened(root, self.keys, digest)
            content = await file_of(root, key, digest, 1)
        return content, answers.reporter.name if answers.reporter else None, answers.story or ""

    def answer(self, code: str, text: str) -> None:
        """Let the worker put out an answer of the office."""
        apart(self._answer(codes.digest(code, SECRET), CodeKeys.of(code).mailbox_public, text))

    async def _answer(self, digest: bytes, mailbox: bytes, text: str) -> None:
        sealed = seal_to(mailbox, text.encode(), message_place(digest))
        async with connected(self.database, "worker") as worker:
            await worker.execute(
                "INSERT INTO published.message VALUES ($1, 1, true, $2, $3)",
                *(digest, sealed, clock.now()),
            )


@pytest.fixture(scope="module")
def door(server: EmbeddedServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Door]:
    """The public site alone, served by the program."""
    database = Database(server=server, name=f"test_{getpid()}_door")
    apart(clone_database(server.dsn(), TEMPLATE, database.name))
    keys = apart(_furnished(database))
    port = free_port()
    settings = Settings(
        data=tmp_path_factory.mktemp("door"),
        demo=True,
        public_dsn=database.dsn("public"),
        secret_receipt=DEMO_SECRET,
        base_url=f"http://127.0.0.1:{port}",
    )
    with running(settings, "serve", "--port", str(port), "--public-only"):
        until("the door is open", lambda: _is_open(settings.base_url))
        yield Door(settings.base_url, database, keys)
    apart(drop_database(server.dsn(), database.name))


async def _furnished(database: Database) -> OfficeKeys:
    """Show an office and the page where a code is typed; gives the keys of the office."""
    check = Sheet(
        path=sections.STATUS, template="public/check.html", content=CheckPage(form=CodeForm.blank())
    )
    stand = Stand(moment=clock.now(), position=1)
    body = check.write(stand, demo=True)
    written = editions.Written(path=sections.STATUS, body=body, etag="check")
    async with connected(database, "worker") as connection:
        await editions.put_out(connection, [written], (), stand, clock.now())
    return await show_office(database)


def _is_open(address: str) -> bool:
    try:
        return httpx.get(f"{address}/lapor").status_code == httpx.codes.OK
    except httpx.TransportError:
        return False


class Person:
    """Somebody with a telephone at the public door."""

    def __init__(self, page: Page, door: Door) -> None:
        self.page = page
        self.door = door

    def begin(self, level: str) -> str:
        """Choose how openly to report; gives the code that was shown."""
        self.page.goto(f"{self.door.address}/lapor")
        self.page.click("text=Mulai melapor")
        self.page.check(f"[value={level}]")
        self.go_on()
        code = self.page.inner_text(".secret").strip()
        self.page.click("text=Sudah saya catat")
        return code

    def go_on(self) -> None:
        """Press the button that leads to the next question."""
        self.page.click("main form.door button >> text=Lanjut")

    def tell(self) -> None:
        """Answer what happened, who, and about which election."""
        self.page.fill("[name=story]", STORY)
        self.go_on()
        self.page.fill("[name=position]", "Camat")
        self.go_on()
        self.page.check("[value=pemilihan]")
        self.go_on()

    def date(self, name: str, on: date) -> None:
        for part, number in (("day", on.day), ("month", on.month), ("year", on.year)):
            self.page.fill(f"[name={name}-{part}]", str(number))
        self.go_on()

    def place(self) -> None:
        self.page.check("[value='19.06.01']")
        self.page.fill("[name=place]", "Halaman kantor camat")
        self.go_on()

    def attach(self, name: str, content: bytes) -> None:
        """Choose a file and send it."""
        sent: FilePayload = {"name": name, "mimeType": "image/jpeg", "buffer": content}
        self.page.set_input_files("[type=file]", sent)
        self.page.click("text=Kirim berkas ini")

    def ask(self, code: str) -> None:
        """Ask for the status of a code, from a page of this site."""
        self.page.goto(f"{self.door.address}/lapor/lanjutkan")
        self.page.fill("[name=code]", code)
        self.page.click("main form button")


def yesterday() -> date:
    return clock.now().date() - timedelta(days=1)


@pytest.fixture
def unscripted(browser: Chromium, door: Door) -> Iterator[Person]:
    """Somebody whose browser runs no script."""
    with watched_page(browser, PHONE, script=False) as (page, _):
        yield Person(page, door)


def test_an_anonymous_information_with_a_photo_needs_no_script(unscripted: Person) -> None:
    page = unscripted.page
    code = unscripted.begin("anonymous")
    unscripted.tell()
    unscripted.date("act", yesterday())
    unscripted.date("known_on", yesterday())
    unscripted.place()
    unscripted.go_on()
    unscripted.attach("foto.jpg", PHOTO)
    expect(page.locator(".kept")).to_contain_text("foto.jpg")
    expect(page.locator(".kept")).to_contain_text("tersimpan")
    unscripted.go_on()
    unscripted.go_on()  # no witnesses
    expect(page.locator("h1")).to_have_text("Periksa jawaban Anda")
    expect(page.locator(".summary")).to_contain_text("Tiga orang melihatnya.")
    expect(page.locator(".summary")).not_to_contain_text("Tentang Anda")
    page.click("text=Kirim laporan")
    expect(page.locator(".slip")).to_contain_text("Informasi awal tanpa nama")
    expect(page.locator(".slip")).to_contain_text(code)
    assert unscripted.door.received(code) == (PHOTO, None, STORY)


def test_a_confidential_report_is_resumed_after_a_break(unscripted: Person) -> None:
    page = unscripted.page
    code = unscripted.begin("confidential")
    unscripted.tell()
    page.context.clear_cookies()
    unscripted.ask(code.lower().replace("-", ""))
    expect(page.locator("h1")).to_have_text("Kapan terjadinya?")
    unscripted.date("act", yesterday())
    unscripted.date("known_on", yesterday())
    expect(page.locator("h1")).to_have_text("Batas waktu melapor")
    expect(page.locator(".lead")).to_contain_text("masih dalam batas waktu")
    page.click("main >> text=Lanjut")
    unscripted.place()
    unscripted.go_on()
    unscripted.attach("foto.jpg", PHOTO)
    unscripted.go_on()
    unscripted.go_on()
    page.fill("[name=name]", "Pelapor Contoh")
    page.fill("[name=address]", "Jalan Mawar 1")
    unscripted.go_on()
    page.click(".summary >> text=Ubah Kejadian")
    page.fill("[name=story]", "Ceritanya berubah sesudah diperiksa lagi.")
    unscripted.go_on()
    expect(page.locator("h1")).to_have_text("Periksa jawaban Anda")
    page.click("text=Kirim laporan")
    expect(page.locator("h1")).to_have_text("Laporan Anda sudah diterima")
    received = unscripted.door.received(code)
    assert received == (PHOTO, "Pelapor Contoh", "Ceritanya berubah sesudah diperiksa lagi.")


def test_status_and_messages_need_nothing_but_the_code(unscripted: Person) -> None:
    page, door = unscripted.page, unscripted.door
    code = _sent(unscripted)
    door.answer(code, "Di mana tepatnya?")
    page.context.clear_cookies()
    page.goto(f"{door.address}/cek-status")
    page.fill("[name=code]", code.lower())
    page.click("main form button")
    expect(page.locator(".told__status")).to_have_text("Diterima, menunggu dicatat petugas")
    expect(page.locator(".thread")).to_contain_text("Di mana tepatnya?")
    page.fill("[name=text]", "Di halaman belakang.")
    page.click("text=Kirim pesan")
    expect(page.locator(".notice")).to_contain_text("Pesan Anda terkirim")
    expect(page.locator(".thread")).to_contain_text("Di halaman belakang.")
    assert code not in page.url
    page.click("text=Lihat tanda terima")
    page.click("text=Lihat status dan pesan")
    expect(page.locator(".notice")).to_have_count(0)
    expect(page.locator(".thread")).to_contain_text("Di halaman belakang.")


def test_an_upload_that_is_cut_in_the_middle_goes_on(browser: Chromium, door: Door) -> None:
    with watched_page(browser, PHONE) as (page, _):
        person = Person(page, door)
        code = person.begin("anonymous")
        page.goto(f"{door.address}/lapor/berkas")
        failed: list[str] = []

        def cut(route: Route) -> None:
            """Break the line once, at the third piece."""
            if route.request.url.endswith("/2") and not failed:
                failed.append(route.request.url)
                route.abort("connectionreset")
            else:
                route.continue_()

        page.route("**/kiriman/**", cut)
        person.attach("panjang.pdf", LONG)
        expect(page.locator(".pieces__progress")).to_contain_text("Mencoba lagi")
        expect(page.locator(".kept")).to_contain_text("panjang.pdf")
        expect(page.locator(".kept")).to_contain_text("tersimpan")
        assert len(failed) == 1
        assert _pieces(door, code) == -(-len(LONG) // PIECE)
        page.unroute("**/kiriman/**")


def test_the_device_proves_its_work_while_the_summary_is_read(
    browser: Chromium, door: Door
) -> None:
    with watched_page(browser, PHONE) as (page, _):
        person = Person(page, door)
        code = _sent(person, wait_for_proof=True)
        assert apart(_proved(door, code))


def test_leaving_quickly_works_without_script_and_forgets(unscripted: Person) -> None:
    page = unscripted.page
    unscripted.begin("anonymous")
    page.route("https://**", lambda route: route.fulfill(body="cuaca"))
    page.click("text=Keluar cepat")
    expect(page.locator("body")).to_have_text("cuaca")
    assert page.context.cookies(f"{unscripted.door.address}/lapor") == []
    page.unroute("https://**")


def _sent(person: Person, *, wait_for_proof: bool = False) -> str:
    """Let somebody send an information without a file; gives the code."""
    page = person.page
    code = person.begin("anonymous")
    person.tell()
    for name in ("kapan", "diketahui"):
        expect(page).to_have_url(f"{person.door.address}/lapor/{name}")
        page.check("[name=unknown]")
        person.go_on()
    person.place()
    for _ in ("tautan", "berkas", "saksi"):
        person.go_on()
    if wait_for_proof:
        expect(page.locator("[name=jawaban]")).not_to_have_value("")
    page.click("text=Kirim laporan")
    expect(page.locator(".slip")).to_be_visible()
    return code


async def _proved(door: Door, code: str) -> bool:
    async with connected(door.database, "postgres") as root:
        return bool(
            await root.fetchval(
                "SELECT proved FROM inbox.report WHERE digest = $1", codes.digest(code, SECRET)
            )
        )


def _pieces(door: Door, code: str) -> int:
    async def count() -> int:
        async with connected(door.database, "postgres") as root:
            return int(
                await root.fetchval(
                    "SELECT count(*) FROM inbox.piece WHERE digest = $1",
                    codes.digest(code, SECRET),
                )
            )

    return apart(count())

"""What somebody without an account does on the public site, in either language, without script."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Page, Request, expect

from netralitas.language import local, say
from netralitas.public import sections

WHAT: Final = "Loket tutup sebelum jamnya."
OFFICE: Final = "Bawaslu Kabupaten Contoh"
VERIFIER: Final = "periksa.py"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citizen:
    """A reader with a browser without script; what is downloaded goes into a folder.

    Whatever they press is found by the words of the language that is being spoken.
    """

    page: Page
    site: str
    folder: Path

    def go(self, path: str) -> None:
        """Open a page of the site in the language."""
        self.page.goto(f"{self.site}{local(path)}")

    def press(self, words: str) -> None:
        """Press a button of the page."""
        self.page.click(f"main button >> text={say(words)}")

    def follow(self, path: str) -> None:
        """Follow the first link of the page itself that leads to another one of the site."""
        self.page.locator(f"main a[href='{local(path)}']").first.click()
        assert self.page.url == f"{self.site}{local(path)}"

    def keep(self, file: str, *, link: bool) -> Path:
        """Download what a link leads to, or what a button gives."""
        with self.page.expect_download() as found:
            if link:
                self.page.locator(f"main a[href='{file}']").first.click()
            else:
                self.press(file)
        kept = self.folder / found.value.suggested_filename
        found.value.save_as(kept)
        return kept


@contextmanager
def staying(page: Page, site: str) -> Iterator[None]:
    """Hold that no request of the page leaves the site."""
    left: list[str] = []

    def look(request: Request) -> None:
        if not request.url.startswith(f"{site}/"):
            left.append(request.url)

    page.on("request", look)
    yield
    page.remove_listener("request", look)
    assert left == []


def read_figures(citizen: Citizen) -> None:
    """Every figure stands in a table, with what it counts."""
    citizen.go(sections.HOME)
    citizen.follow(sections.FIGURES)
    assert citizen.page.locator("main table").count() > 2
    citizen.follow(f"{sections.FIGURES}/semua")
    expect(citizen.page.locator("main .choices__list").first).to_be_visible()


def open_an_outcome(citizen: Citizen) -> None:
    """The newest outcome has a page with an address that tells no order."""
    citizen.go(sections.HOME)
    citizen.follow(sections.OUTCOMES)
    citizen.page.locator("main .outcomes__title a").first.click()
    code = citizen.page.url.removeprefix(f"{citizen.site}{local(sections.OUTCOMES)}/")
    assert len(code) == 12
    expect(citizen.page.locator("main")).to_contain_text(OFFICE)


def download_the_data(citizen: Citizen) -> None:
    """A table comes as it is described: its columns stand in the package."""
    citizen.go(sections.OUTCOMES)
    citizen.follow(sections.OPEN_DATA)
    table = citizen.keep("/data/hasil.csv", link=True).read_text(encoding="utf-8-sig")
    package = citizen.page.request.get(f"{citizen.site}/data/datapackage.json").json()
    described: dict[str, Any] = next(r for r in package["resources"] if r["path"] == "hasil.csv")
    columns = [field["name"] for field in described["schema"]["fields"]]
    assert table.splitlines()[0].split(",") == columns


def follow_a_receipt(citizen: Citizen, code: str) -> None:
    """The code tells how far it is, and that the log holds the receipt unchanged."""
    citizen.go(sections.HOME)
    citizen.page.fill("[name=code]", code)
    citizen.press("Cek status")
    expect(citizen.page.locator(".told__status")).to_be_visible()
    expect(citizen.page.locator("main")).to_contain_text(say("Tercatat, dan tidak berubah"))


def check_against_the_log(citizen: Citizen) -> None:
    """The proof and the verifier, both from the site, say the same without it."""
    proof = citizen.keep("Unduh bukti", link=False)
    citizen.follow(sections.LOG)
    tool = citizen.keep(f"{sections.LOG}/{VERIFIER}", link=True)
    log = f"{citizen.site}{sections.LOG}"
    for asked in (("bukti", str(proof), "--sumber", log), ("catatan", log)):
        run = subprocess.run(  # noqa: S603 - the verifier that everybody runs
            [sys.executable, "-I", str(tool), *asked], capture_output=True, text=True, check=False
        )
        assert run.returncode == 0, run.stdout + run.stderr


def complain(citizen: Citizen) -> None:
    """An empty complaint is refused in a sentence; what says something gets a number and a code."""
    citizen.go(sections.SERVICE)
    citizen.follow(sections.COMPLAIN)
    citizen.press("Kirim pengaduan")
    expect(citizen.page.locator(".govuk-error-summary")).to_be_visible()
    citizen.page.fill("[name=what]", WHAT)
    citizen.page.select_option("[name=office]", label=OFFICE)
    citizen.press("Kirim pengaduan")
    expect(citizen.page.locator(".slip__large")).to_have_count(2)

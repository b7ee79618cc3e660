"""An officer at a browser: signs in, finds a case, fills in forms, reads what the page says."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from playwright.sync_api import Locator, Page, expect

from netralitas.law.words import day as in_words
from tests.browser.chromium import Chromium, watched_page
from tests.browser.site import PASSWORD, Site
from tests.make import days_ago
from tests.pages import PDF

FILE: Final = {"name": "berkas.pdf", "mimeType": "application/pdf", "buffer": PDF}


@dataclass(frozen=True, slots=True)
class Officer:
    """Whoever sits at the page; the methods are what hands do and eyes read."""

    page: Page
    site: Site

    def sign_in(self, login: str) -> None:
        """Sign in with the form; whoever sat here before leaves first."""
        leave = self.page.locator("text=Keluar")
        if leave.count():
            leave.first.click()
        self.page.goto(f"{self.site.address}/masuk")
        self.page.fill("#login", login)
        self.page.fill("#password", PASSWORD)
        self.page.click("text=Masuk ke Netralitas")
        self._arrive("Beranda")
        self.site.prove_if_needed(login)

    def find(self, number: str) -> None:
        """Search for a case by its number, and open it."""
        self.page.click("main >> text=Cari perkara")
        self.page.fill("#cari", number)
        self.page.click("main form button")
        self.page.click(f"main a.number:text-is('{number}')")
        self._arrive(number)

    def begin(self, step: str) -> None:
        """Open the form of a step that the case page offers, wherever it is folded away."""
        said = self.page.locator("a", has_text=step)
        if not said.first.is_visible():
            self.page.locator("main details", has=said).first.locator("summary").first.click()
        said.first.click()
        self._arrive(step)

    def fill(self, **values: str) -> None:
        """Type words into fields by their names, or pick from a list."""
        for name, value in values.items():
            found = self.named(name)
            if found.evaluate("each => each.tagName") == "SELECT":
                found.select_option(value)
            else:
                found.fill(value)

    def fill_day(self, name: str, on: date) -> None:
        """Type a day as people write it."""
        _, number, month, year = in_words(on).split()
        for part, text in (("day", number), ("month", month), ("year", year)):
            self.named(f"{name}-{part}").fill(text)

    def fill_letter(self, direction: str, number: str, subject: str) -> None:
        """Type a letter of today; its number is none that `tests.make.letter` gives."""
        name = f"letter_{direction}"
        self.fill(**{f"{name}_number": number, f"{name}_subject": subject})
        self.fill_day(f"{name}_date", days_ago(0))

    def upload(self, name: str) -> None:
        """Choose a small PDF."""
        self.named(name).set_input_files(FILE)  # type: ignore[arg-type] # a file in memory

    def pick(self, name: str, words: str) -> None:
        """Pick what a list calls so."""
        options = self.named(name).locator("option", has_text=words)
        self.named(name).select_option(options.first.get_attribute("value"))

    def choose(self, name: str, words: str) -> None:
        """Choose the one of several circles that says so."""
        circle = self.page.locator(f"[name='{name}']")
        place = self.page.locator(".govuk-radios__item", has=circle, has_text=words)
        place.locator("input").check()

    def tick(self, name: str, *words: str) -> None:
        """Tick these of several boxes, and no other."""
        for box in self.page.locator(f"[name='{name}']").all():
            box.set_checked(checked=False)
        for said in words:
            self.page.locator(".govuk-checkboxes__item", has_text=said).locator("input").check()

    def pass_over(self, requirement: str) -> None:
        """Let the form pass a requirement, with the basis and the reason that this takes."""
        self.page.locator("main summary", has_text="Kesampingkan syarat").click()
        self.tick("overrides", requirement)
        self.fill(override_basis="Berita acara dalam berkas", reason="Dicatat dari berita acara.")

    def take(self, step: str, **values: str) -> None:
        """Open the form of a step, type words into its fields, and send it."""
        self.begin(step)
        self.fill(**values)
        self.send()

    def send(self) -> None:
        """Press the one primary button of the form; the page of the case comes."""
        self.press()
        expect(self.page.locator("#kronologi")).to_be_visible()
        self.page.wait_for_load_state()

    def press(self) -> None:
        """Press the one primary button of the form."""
        self.page.click("main form .govuk-button:not(.govuk-button--secondary)")

    def _arrive(self, heading: str) -> None:
        """Wait for the page of this heading, whole and with its styles."""
        expect(self.page.locator("h1")).to_contain_text(heading)
        self.page.wait_for_load_state()

    def named(self, name: str) -> Locator:
        """Return the field of a name."""
        return self.page.locator(f"main [name='{name}']")

    @property
    def number(self) -> str:
        """Return the number by which the page calls the case."""
        return self.page.locator("h1").inner_text()

    @property
    def stages(self) -> list[str]:
        """Return where each proceeding stands, as its strip marks it."""
        marked = self.page.locator(".strip [aria-current=step] .strip__label")
        return [each.strip() for each in marked.all_inner_texts()]

    @property
    def holders(self) -> list[str]:
        """Return who holds the ball of each proceeding since when."""
        return self.page.locator(".strip__holder").all_inner_texts()

    def waits_for(self, words: str) -> bool:
        """Say whether somebody is waited for in these words, whoever it is."""
        return any(holder.startswith(f"{words} sejak ") for holder in self.holders)

    def sides(self, name: str) -> list[str]:
        """Return what was recommended for a respondent, and what was imposed."""
        card = self.page.locator(".respondent", has_text=name)
        return card.locator(".respondent__sanctions dd").all_inner_texts()

    @property
    def deadlines(self) -> list[str]:
        """Return the titles of the deadlines that run."""
        return self.page.locator(".deadline__title").all_inner_texts()

    @property
    def latest(self) -> str:
        """Return the newest entry of the timeline, all of it."""
        return self.page.locator(".timeline__item").first.inner_text()

    @property
    def text(self) -> str:
        """Return everything that the page says."""
        return self.page.locator("main").inner_text()


@dataclass(slots=True)
class People:
    """Everybody at a browser of their own: who signed in stays signed in."""

    browser: Chromium
    site: Site
    seated: ExitStack
    officers: dict[str, Officer] = field(default_factory=dict)
    messages: list[list[str]] = field(default_factory=list)

    def turn(self, login: str) -> Officer:
        """Return the officer of a login, at home: by the form of the sign-in the first time."""
        if login in self.officers:
            officer = self.officers[login]
            officer.page.goto(f"{self.site.address}/beranda")
            return officer
        page, messages = self.seated.enter_context(watched_page(self.browser))
        self.messages.append(messages)
        self.officers[login] = officer = Officer(page, self.site)
        officer.sign_in(login)
        return officer

    @property
    def said(self) -> list[str]:
        """Return every message of every console."""
        return [message for messages in self.messages for message in messages]


@contextmanager
def people(browser: Chromium, site: Site) -> Iterator[People]:
    """Give a room of browsers, in which nobody sits yet."""
    with ExitStack() as seated:
        yield People(browser=browser, site=site, seated=seated)

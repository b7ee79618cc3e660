"""What the public pages show: one struct each, the whole context of its template."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Self

import msgspec

from netralitas.language import locale
from netralitas.public import words
from netralitas.public.forms import CodeForm
from netralitas.public.log.shown import InLog
from netralitas.publication.domain import Told
from netralitas.publication.telling import told_in
from netralitas.service.words import ABOUT as SERVICE
from netralitas.web.forms import Form
from netralitas.web.parts import Crumb, Pages


class Stand(msgspec.Struct, frozen=True, kw_only=True):
    """As of when a page speaks, and how many leaves the log had then.

    Figures count the first `counted` of them, as of `until`: they grow once a day, together with
    the log that is published, or whoever looks on would see when a report comes in.
    """

    moment: datetime
    position: int
    counted: int | None = None
    until: datetime | None = None

    def of_figures(self) -> Self:
        """Return as of when figures speak: as of now before the first day was published."""
        if self.counted is None or self.until is None:
            return self
        return msgspec.structs.replace(self, moment=self.until, position=self.counted)


class PublicPage(msgspec.Struct, frozen=True, kw_only=True):
    """A public page. `stand` is None where it is written for one visitor alone."""

    stand: Stand | None = None


class CheckPage(PublicPage, frozen=True, kw_only=True):
    """Where a code is typed; `missing` after one that is whole but belongs to no receipt."""

    form: CodeForm
    missing: bool = False


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """A message of a thread; `waiting` while the office has not fetched it."""

    from_office: bool
    text: str
    when: str
    at: datetime
    waiting: bool = False


class Thread(msgspec.Struct, frozen=True, kw_only=True):
    """The messages behind a code and where another is written; `sent` right after one was.

    Where it is not `open`, nothing is written any more.
    """

    messages: tuple[Message, ...]
    form: Form
    sent: bool = False
    open: bool = True


class StatusPage(PublicPage, frozen=True, kw_only=True):
    """What is told behind a code; `due` is the sentence of the nearest deadline, if one runs.

    `named` says that an identity is kept; `receipt` leads to the receipt where this browser may.
    `in_log` is what the public log proves of it. `complaint`: it is about the service, and no
    report. `spoken` is the language in which it is told, which need not be that of the page.
    """

    told: Told
    spoken: str = msgspec.field(default_factory=locale)
    due: str | None = None
    thread: Thread | None = None
    named: bool = True
    receipt: str = ""
    in_log: InLog | None = None
    complaint: bool = False

    @classmethod
    def of(cls, content: Mapping[str, Any], today: date, thread: Thread | None = None) -> Self:
        """Return the page of what the worker wrote; ValidationError for anything else."""
        spoken, told = told_in(locale(), content)
        due = words.next_due(told.next_by, today) if told.next_by else None
        about_service = content.get("about") == SERVICE
        return cls(
            told=told,
            spoken=spoken,
            due=due,
            thread=thread,
            named=not about_service,
            complaint=about_service,
        )


class UnsentPage(PublicPage, frozen=True, kw_only=True):
    """What is told behind the code of a draft: it was not sent; `going_on` leads back to it."""

    going_on: str


class AboutPage(PublicPage, frozen=True, kw_only=True):
    """What this site is; `threshold` is how many people work in a group that is shown."""

    threshold: int


class Headline(msgspec.Struct, frozen=True, kw_only=True):
    """A large figure with its few words, and the sentence that says what it counts."""

    amount: int
    label: str
    sentence: str


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """A bar with its words and number; `width` is its part of the longest one, such as "37.5%".

    `unit` is what so many are called, where it is not the same for all bars.
    """

    label: str
    amount: int
    width: str
    unit: str = ""


class Flow(msgspec.Struct, frozen=True, kw_only=True):
    """Steps that follow one another, all counted in one unit; `note` says what they do not say."""

    code: str
    title: str
    unit: str
    steps: tuple[Share, ...]
    note: str


class ReleaseLine(msgspec.Struct, frozen=True, kw_only=True):
    """A published outcome in a list: what it is about, what became of it, and since when.

    `note` is what the office wrote when it ended.
    """

    href: str
    title: str
    sentence: str
    published_on: date
    mark: str = ""
    note: str | None = None


class HomePage(PublicPage, frozen=True, kw_only=True):
    """The front page."""

    headlines: tuple[Headline, ...]
    flows: tuple[Flow, ...]
    latest: tuple[ReleaseLine, ...]
    form: CodeForm


class OutcomesPage(PublicPage, frozen=True, kw_only=True):
    """A list of published outcomes, newest first, or the register of corrections."""

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    lines: tuple[ReleaseLine, ...]
    pages: Pages
    empty: str
    how: str


class OutcomePage(PublicPage, frozen=True, kw_only=True):
    """What one release says: of each respondent a sentence, and what the other party said.

    `ended` says that it was corrected or withdrawn, `note` why in the words of the office; a
    withdrawn one says nothing else. `later` and `earlier` lead to the versions beside it.
    """

    title: str
    crumbs: tuple[Crumb, ...]
    organisation: str
    published_on: date
    version: int
    sentences: tuple[str, ...]
    summary: str | None
    answer: str
    ended: str | None = None
    note: str | None = None
    later: str | None = None
    earlier: str | None = None

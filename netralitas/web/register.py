"""Pages of a register: the list of its entries, one entry, and the forms that go with it."""

from dataclasses import dataclass, field
from typing import Final

import msgspec

from netralitas.web.form_page import FormPage
from netralitas.web.forms import Form
from netralitas.web.parts import Crumb, Link, Pages, type_tone
from netralitas.web.visit import Visit

REGISTER: Final = "parts/register.html"
ENTRY: Final = "parts/entry.html"
"""The templates of the two pages."""


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in one place of a row: words, where they lead, a note, a mark around them.

    `does` is where a button of the same words is sent.
    """

    text: str
    href: str | None = None
    does: str | None = None
    note: str | None = None
    tone: type_tone | None = None


class Rows(msgspec.Struct, frozen=True, kw_only=True):
    """A table with its headings; the first cell of a row names it. Or why there is none."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    pages: Pages = Pages()
    empty_title: str = ""
    empty: str = ""


class RegisterPage(msgspec.Struct, frozen=True, kw_only=True):
    """The entries of a register, and what may be begun."""

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    rows: Rows
    acts: tuple[Link, ...] = ()
    further: Rows | None = None


class EntryPage(msgspec.Struct, frozen=True, kw_only=True):
    """One entry: where it stands, what may be done, what is known, its lines.

    `posts` are acts that need no words; `warning` is what must not be overlooked.
    """

    title: str
    crumbs: tuple[Crumb, ...]
    standing: str
    facts: tuple[tuple[str, str], ...]
    tone: type_tone = "neutral"
    warning: str | None = None
    acts: tuple[Link, ...] = ()
    posts: tuple[Link, ...] = ()
    rows: Rows | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What stands around a form; its button says what its title does."""

    title: str
    lead: str
    action: str
    back: str
    crumbs: tuple[Crumb, ...]
    version: int | None = None
    selects: tuple[str, ...] = ()
    danger: bool = False
    without: tuple[str, ...] = field(default=("version",))

    def around(self, form: Form) -> FormPage:
        """Return the page of a form."""
        return FormPage(
            crumbs=(*self.crumbs, Crumb(self.title)),
            title=self.title,
            lead=self.lead,
            action=self.action,
            back=self.back,
            button=self.title,
            form=form,
            fields=tuple(name for name in form.fields if name not in self.without),
            version=self.version,
            selects=self.selects,
            danger=self.danger,
        )


def before(visit: Visit) -> int | None:
    """Return before which entry a page of a list begins, as the address says."""
    asked = visit.asked.get("sebelum") or ""
    return int(asked) if asked.isdecimal() and len(asked) < 16 else None

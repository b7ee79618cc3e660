"""What the pages of letters show: one struct each, the whole context of its template."""

from datetime import date

import msgspec

from netralitas.web.forms import Form
from netralitas.web.parts import Crumb, Link, Pages, type_tone


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """A word on how a letter stands, and its tone."""

    text: str
    tone: type_tone


class RegisterLine(msgspec.Struct, frozen=True, kw_only=True):
    """A letter in the register of an office; `way` and `other` are told from that office."""

    href: str
    number: str
    numbered: bool
    dated_on: date | None
    subject: str
    way: str
    other: str
    case_number: str
    marks: tuple[Mark, ...]


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """One drop-down of the filters: its name in the address, options as value and words."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    chosen: str


class RegisterPage(msgspec.Struct, frozen=True, kw_only=True):
    """The letters in and out of an office, the last recorded first."""

    lines: tuple[RegisterLine, ...]
    filters: tuple[Choice, ...]
    words: str
    filtered: bool
    pages: Pages
    files: tuple[Link, ...]


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """A line of what is known of a letter; `href` leads to what it names."""

    label: str
    value: str
    href: str | None = None


class Copy(msgspec.Struct, frozen=True, kw_only=True):
    """Who got a copy of a letter."""

    name: str
    known: bool


class Related(msgspec.Struct, frozen=True, kw_only=True):
    """A letter of the chain of replies, or a paper of this letter."""

    href: str
    label: str
    detail: str
    here: bool = False
    depth: int = 0


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """Where a respondent that a letter was about stands now; `href` leads to the proceedings."""

    name: str
    stands: str


class LetterPage(msgspec.Struct, frozen=True, kw_only=True):
    """One letter of a case: what stands on it, its way, its replies, what became of it."""

    crumbs: tuple[Crumb, ...]
    title: str
    caption: str
    done: bool
    answer: str
    standings: tuple[Standing, ...]
    mark: Mark
    on_it: tuple[Fact, ...]
    way: tuple[Fact, ...]
    copies: tuple[Copy, ...]
    chain: tuple[Related, ...]
    papers: tuple[Related, ...]
    brought: str | None
    brought_when: str
    proceedings: str
    acts: tuple[Link, ...]


class LetterFormPage(msgspec.Struct, frozen=True, kw_only=True):
    """The form of an act on a letter, or of an address."""

    crumbs: tuple[Crumb, ...]
    title: str
    lead: str
    action: str
    back: str
    button: str
    form: Form
    fields: tuple[str, ...]
    selects: tuple[str, ...] = ()
    uploads: bool = False


class AddressLine(msgspec.Struct, frozen=True, kw_only=True):
    """How an office is or was reached; `end` leads to the form that ends it."""

    office: str
    kind: str
    value: str
    valid: str
    current: bool
    told: str
    end: str | None


class AddressesPage(msgspec.Struct, frozen=True, kw_only=True):
    """The addresses of the offices, an office at a time; what no longer holds stays readable."""

    lines: tuple[AddressLine, ...]
    office: Choice
    filtered: bool
    pages: Pages
    add: str | None

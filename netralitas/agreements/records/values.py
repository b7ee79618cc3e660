"""What is kept under an agreement, as typed values in the words of those who kept it."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

import msgspec

from netralitas.agreements.domain import RecordKind
from netralitas.agreements.paper import Address, type_proof, type_way

type_how = Literal["replace", "add", "drop"]
type_step = Literal["captured", "asked", "answered", "done"]


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that is kept; which kind of thing it is stands beside it."""


class Change(Entry, frozen=True, kw_only=True):
    """A place of the text that an addendum replaces, adds or drops, and how it reads now."""

    at: str
    how: type_how
    text: str = ""


class Addendum(Entry, frozen=True, kw_only=True):
    """A change of the agreement by consent: what each party numbered it, who signed, the places."""

    numbers: tuple[str, ...]
    signed: tuple[int, ...]
    changes: tuple[Change, ...]


class Official(Entry, frozen=True, kw_only=True):
    """Who acts for a party from the day of the entry on; the agreement stays as it is."""

    party: int
    name: str
    capacity: str
    basis: str = ""


class Initials(Entry, frozen=True, kw_only=True):
    """Who put initials on which pages, for which party."""

    party: int
    name: str
    capacity: str
    pages: str


class Document(Entry, frozen=True, kw_only=True):
    """A file of the agreement, such as the scan of the signed paper."""

    title: str


class Question(Entry, frozen=True, kw_only=True):
    """What the parties read differently, or disagree on, at a place of the text."""

    at: str
    text: str
    dispute: bool = False


class Talk(Entry, frozen=True, kw_only=True):
    """That the parties met about a question, and what was said."""

    text: str


class Settlement(Entry, frozen=True, kw_only=True):
    """What the parties agreed on, and which of them did."""

    text: str
    agreed: tuple[int, ...]


class NewAddress(Entry, frozen=True, kw_only=True):
    """Where a party takes letters from the day of the entry on, and when the others were told."""

    address: Address
    told_on: date


class Letter(Entry, frozen=True, kw_only=True):
    """A letter under the agreement, of the day of the entry, from one party to another."""

    sender: int
    receiver: int
    number: str
    subject: str
    way: type_way


class Receipt(Entry, frozen=True, kw_only=True):
    """What shows that a letter arrived, on the day of the entry."""

    proof: type_proof


class WebPage(Entry, frozen=True, kw_only=True):
    """A page of the internet that a party found, and its number in the register of that party."""

    party: int
    url: str
    platform: str
    category: str
    register: int | None = None


class PageStep(Entry, frozen=True, kw_only=True):
    """What a party is to do about a page by a day, or did on the day of the entry."""

    step: type_step
    party: int
    due_on: date | None = None


type_entry = (
    Addendum
    | Official
    | Initials
    | Document
    | Question
    | Talk
    | Settlement
    | NewAddress
    | Letter
    | Receipt
    | WebPage
    | PageStep
)

TYPES: Final[dict[RecordKind, type[Entry]]] = {
    RecordKind.ADDENDUM: Addendum,
    RecordKind.OFFICIAL: Official,
    RecordKind.INITIALS: Initials,
    RecordKind.DOCUMENT: Document,
    RecordKind.QUESTION: Question,
    RecordKind.TALK: Talk,
    RecordKind.SETTLEMENT: Settlement,
    RecordKind.ADDRESS: NewAddress,
    RecordKind.LETTER: Letter,
    RecordKind.RECEIPT: Receipt,
    RecordKind.PAGE: WebPage,
    RecordKind.PAGE_STEP: PageStep,
}

ANSWERS: Final = {
    RecordKind.TALK: RecordKind.QUESTION,
    RecordKind.SETTLEMENT: RecordKind.QUESTION,
    RecordKind.RECEIPT: RecordKind.LETTER,
    RecordKind.PAGE_STEP: RecordKind.PAGE,
}
"""What is kept about something that was kept before, and what that must be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Something as it was kept: about which other record, of which day, by whom; a file's digest.

    `media_type` and `size` (bytes) are those of the file.
    """

    id: int
    kind: RecordKind
    about: int | None
    on: date
    entry: Entry
    officer: str
    digest: str = ""
    media_type: str = ""
    size: int = 0


def kind_of(entry: Entry) -> RecordKind:
    """Return which kind of thing an entry is; StopIteration for none."""
    return next(kind for kind, made in TYPES.items() if isinstance(entry, made))

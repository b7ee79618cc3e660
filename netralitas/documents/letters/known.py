"""What a draft is written from, and what it is made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

import msgspec

from netralitas.documents.domain import Signature
from netralitas.law.words import day

BLANK: Final = "……………………"
"""What is printed for what is not known: somebody fills it in by hand."""


class Side(StrEnum):
    """Whose paper it is: of the office that follows up, or of Bawaslu."""

    OFFICE = "office"
    BAWASLU = "bawaslu"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPerson:
    """A respondent as the paper names them; the NIP is written in by hand."""

    name: str | None = None
    position: str | None = None
    unit: str | None = None
    grade: str | None = None
    employment: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownLetter:
    """A letter that the paper refers to, its number as printed."""

    printed: str | None = None
    dated_on: date | None = None
    sender: str | None = None

    def __str__(self) -> str:
        """Return how it is referred to: "surat BKN nomor 12 tanggal 3 Maret 2025"."""
        return (
            f"surat {self.sender or BLANK} nomor {self.printed or BLANK} tanggal"
            f" {plain(self.dated_on)}"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Sanction:
    """The kind that was imposed: its name, its article, its months."""

    label: str
    article: str
    months: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """All that is known for a paper about one respondent, or about all that one letter concerns.

    `told` are days by the fact that they tell, `summonses` the letters by which somebody was
    summoned, first and second; `team` are members as name, position and part.
    """

    office: str
    addressee: str | None
    bawaslu: str
    case_number: str | None
    today: date
    people: tuple[KnownPerson, ...]
    recommendation: KnownLetter = KnownLetter()
    recommended: str | None = None
    summonses: tuple[KnownLetter, ...] = ()
    exam_on: date | None = None
    safe_on: date | None = None
    told: Mapping[str, date] = field(default_factory=dict)
    imposed: Sanction | None = None
    decree_number: str | None = None
    term_until: date | None = None
    team: tuple[tuple[str, str, str], ...] = ()

    @property
    def person(self) -> KnownPerson:
        """Return the one respondent that the paper is about."""
        return self.people[0] if self.people else KnownPerson()

    def on(self, fact: str) -> str:
        """Return the day that a fact tells, in words; a blank where it is not known."""
        return plain(self.told.get(fact))

    @property
    def meeting(self) -> str:
        """Return the day of the examination or session: as summoned, else the safe one."""
        found = self.exam_on or self.safe_on
        return day(found) if found else BLANK


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of a paper: paragraphs, then labels with what they say, then a numbered list."""

    heading: str | None = None
    text: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    items: tuple[str, ...] = ()


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """An article behind the paper; `doubt` names the kind of source that needs confirmation."""

    code: str
    doubt: str | None = None


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """A draft as it is shown and printed."""

    title: str
    office: str
    footer: str
    mark: str
    about: tuple[str, ...]
    head: tuple[tuple[str, str], ...]
    to: tuple[str, ...]
    body: tuple[Block, ...]
    signatures: tuple[Signature, ...]
    copies: tuple[str, ...]
    basis: tuple[Article, ...]
    letterhead: tuple[str, ...] = ()

    @property
    def plain(self) -> str:
        """Return the whole paper as text to be copied into a letter of the office."""
        parts = [self.title, *(f"{label}: {said}" for label, said in self.head), "", *self.to]
        for block in self.body:
            parts += ["", *([block.heading] if block.heading else []), *block.text]
            parts += [f"{label}: {said}" for label, said in block.pairs]
            parts += [f"{number}. {said}" for number, said in enumerate(block.items, start=1)]
        parts += ["", *(f"{one.label}\n\n\n{one.name or BLANK}" for one in self.signatures)]
        if self.copies:
            parts += ["", "Tembusan:", *self.copies]
        return "\n".join(parts).strip()


def plain(on: date | None) -> str:
    """Return a day without its weekday: "3 Maret 2025"; a blank for None."""
    return day(on).split(", ", 1)[1] if on else BLANK

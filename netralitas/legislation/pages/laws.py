"""What the pages of the register of laws and of citations show."""

from datetime import date

import msgspec

from netralitas.web.parts import type_tone


class LawLine(msgspec.Struct, frozen=True, kw_only=True):
    """A law in the register, and how it stands today: the word, and what changed it."""

    href: str
    name: str
    about: str
    published: str
    state: str
    tone: type_tone
    by: str
    unsure: str | None


class LawGroup(msgspec.Struct, frozen=True, kw_only=True):
    """The laws of one kind."""

    title: str
    lines: tuple[LawLine, ...]


class FoundLaws(msgspec.Struct, frozen=True, kw_only=True):
    """The register by kind, all of it or what was found for the words `searched`."""

    groups: tuple[LawGroup, ...]
    amount: int
    searched: str | None


class Relation(msgspec.Struct, frozen=True, kw_only=True):
    """Other laws that this one replaces, amends, or is replaced or amended by."""

    label: str
    laws: tuple[tuple[str, str], ...]
    unsure: str | None


class LawShown(msgspec.Struct, frozen=True, kw_only=True):
    """One law: its facts, its relations, what rests on it, and how it stands on a day."""

    name: str
    about: str
    facts: tuple[tuple[str, str], ...]
    unsure: str | None
    relations: tuple[Relation, ...]
    rules: tuple[tuple[str, str], ...]
    on: date
    standing: str


class Cited(msgspec.Struct, frozen=True, kw_only=True):
    """A law named in a citation, and how it stood on the day."""

    href: str
    name: str
    about: str
    sentence: str
    state: str
    tone: type_tone


class CitedOn(msgspec.Struct, frozen=True, kw_only=True):
    """The laws that a citation names as they stood on a day; `stale` when one was replaced."""

    on: date
    laws: tuple[Cited, ...]
    stale: bool

"""Who stands in conflict with a case, by names and units alone. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from unicodedata import normalize

from netralitas.cases.domain import ExclusionGround
from netralitas.cases.likeness.keys import name_keys

_BETWEEN: Final = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Concerned:
    """Somebody a case is about, as far as it is known: a name, a unit, perhaps neither."""

    name: str | None
    unit: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bystander:
    """An officer who could come across a case, with what they declared."""

    officer: int
    name: str
    units: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()


def conflict(bystander: Bystander, people: Iterable[Concerned]) -> ExclusionGround | None:
    """Return why an officer must not see a case about these people; None: they may.

    NAMED: a respondent bears the officer's own name. RELATED: a respondent bears the name of a
    person, or belongs to a unit, that the officer declared. Names are compared word by word,
    without titles and spelling; who is a namesake only is for people to say.
    """
    found = list(people)
    if any(same_person(bystander.name, each.name) for each in found):
        return ExclusionGround.NAMED
    related = any(
        any(same_person(person, each.name) for person in bystander.persons)
        or any(same_unit(unit, each.unit) for unit in bystander.units)
        for each in found
    )
    return ExclusionGround.RELATED if related else None


def same_person(one: str, other: str | None) -> bool:
    """Say whether two names may be one person's: the same words, in whatever order and spelling."""
    keys = name_keys(one)
    return bool(keys) and keys == name_keys(other or "")


def same_unit(one: str, other: str | None) -> bool:
    """Say whether two names are one unit's; case and punctuation do not count."""
    return bool(plain_unit(one)) and plain_unit(one) == plain_unit(other or "")


def plain_unit(name: str) -> str:
    """Return the name of a unit as units are compared."""
    return _BETWEEN.sub(" ", normalize("NFKC", name).casefold()).strip()

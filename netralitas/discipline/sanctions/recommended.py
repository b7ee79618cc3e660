"""What an authority's letter can recommend: a level, a kind of it, or to examine first. Pure."""

from typing import Final

from netralitas.cases.domain import SanctionLevel
from netralitas.cases.words import RECOMMENDATIONS, SANCTIONS
from netralitas.discipline.sanctions.catalogue import CATALOGUE, kind_of

_NOT_IN_FORCE: Final = " (belum berlaku)"
_BY_NAME: Final = frozenset({SanctionLevel.NONE, SanctionLevel.OTHER})
"""Levels of which a letter names no kind that would say more."""


def recommended_options() -> tuple[tuple[str, str], ...]:
    """Return code and words of everything that can be recommended, each level before its kinds.

    What is not in force yet can stand in a letter all the same, and says so.
    """
    found: list[tuple[str, str]] = []
    for level, said in RECOMMENDATIONS.items():
        found.append((level, said))
        found += [
            (kind.code, f"{said}: {kind.label}{'' if kind.in_force else _NOT_IN_FORCE}")
            for kind in CATALOGUE
            if kind.level == level and kind.code != level and kind.level not in _BY_NAME
        ]
    return tuple(found)


def recommended_of(code: str) -> tuple[SanctionLevel, str | None]:
    """Return the level that a recommendation means, and the kind if it names one."""
    if code in set(SanctionLevel):
        return SanctionLevel(code), None
    return kind_of(code).level, code


def recommended_said(code: str) -> str:
    """Return a recommendation in words: its kind where the letter names one, else its level."""
    level, kind = recommended_of(code)
    if kind is not None:
        return kind_of(kind).label
    return RECOMMENDATIONS.get(level, SANCTIONS[level])


def imposed_said(code: str) -> str:
    """Return what was imposed in words: its kind, or its level where the kind is not known."""
    if code in {kind.code for kind in CATALOGUE}:
        return kind_of(code).label
    return SANCTIONS[SanctionLevel(code)]

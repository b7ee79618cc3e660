"""Whether a team is composed as the law asks; a warning, never a block. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from netralitas.cases.domain import PositionClass
from netralitas.discipline.examiners.domain import Body, Represents

ELEMENTS: Final = (Represents.SUPERIOR, Represents.OVERSIGHT, Represents.STAFF_OFFICE)
"""Who sits in a team that must be formed (PP 94/2021 Pasal 27)."""

_RANKS: Final = {
    PositionClass.JPT_MADYA: 5,
    PositionClass.JPT_PRATAMA: 4,
    PositionClass.ADMINISTRATOR: 3,
    PositionClass.DISTRICT_HEAD: 3,
    PositionClass.SUPERVISOR: 2,
    PositionClass.WARD_HEAD: 2,
    PositionClass.STAFF: 1,
}
"""Posts that can be compared; of functional and other posts the class says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A member of the body, as far as its composition asks."""

    name: str
    body: Body
    represents: Represents
    position: PositionClass


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """What a team lacks: nobody at all, elements that are not represented, members too low."""

    empty: bool
    lacking: tuple[Represents, ...]
    lower: tuple[str, ...]


def composition(members: Sequence[Member], examined: PositionClass) -> Composition:
    """Return what the team lacks that examines one in that post; of a council no rule is known."""
    team = [member for member in members if member.body is Body.TEAM]
    represented = {member.represents for member in team}
    lacking = tuple(each for each in ELEMENTS if each not in represented)
    return Composition(
        empty=not team,
        lacking=lacking if team else (),
        lower=tuple(m.name for m in team if _lower(m.position, examined)),
    )


def _lower(post: PositionClass, examined: PositionClass) -> bool:
    known = post in _RANKS and examined in _RANKS
    return known and _RANKS[post] < _RANKS[examined]

"""Bodies that examine, and the parts that people have in them."""

from dataclasses import dataclass
from enum import StrEnum

from netralitas.cases.domain import PositionClass


class Body(StrEnum):
    """What somebody is a member of."""

    TEAM = "team"
    COUNCIL = "council"


class Part(StrEnum):
    """What somebody does there."""

    CHAIR = "chair"
    SECRETARY = "secretary"
    MEMBER = "member"


class Represents(StrEnum):
    """For whom a member of a team sits there (PP 94/2021 Pasal 27)."""

    SUPERIOR = "superior"
    OVERSIGHT = "oversight"
    STAFF_OFFICE = "staff_office"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewExaminer:
    """A member about to be named."""

    body: Body
    part: Part
    represents: Represents
    name: str
    position: str | None
    position_class: PositionClass
    officer: int | None

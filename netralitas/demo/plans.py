"""What is decided about a case of the demo before its days are: how it came, how far it goes."""

from dataclasses import dataclass
from datetime import datetime

from netralitas.cases.answers import DeadlineKind
from netralitas.cases.domain import Person, SanctionLevel, Source, Theme
from netralitas.law.domain import Regime


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What becomes of a respondent: keys of `paths`, and the states that they stop in.

    `until` None: to the end of the way. `age` is how many working days ago the last step was;
    `stall` how many the office let pass on its way.
    """

    to: str
    referred: str
    referred_until: str | None = None
    followed: str | None = None
    followed_until: str | None = None
    pressed: str = "watching"
    office: str = "bkpsdm"
    recommended: SanctionLevel = SanctionLevel.HEAVY
    imposed: str = "post_lowered"
    deadline: DeadlineKind = DeadlineKind.DEFAULT
    age: int = 2
    stall: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A proceeding beside the handling: how it came to its end, by its key in `paths`."""

    workflow: str
    way: str
    respondent: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A case before its days are known.

    `way` leads to the plenary or to an early end, `decided` onwards from the plenary; None: it
    never came there. `releases` are Bawaslu's, `by_office` those of the office that followed up.
    `received` None: it is counted back from today, from the last step of the handling `age` working
    days ago. `known_by_month` marks what was written down years later.
    """

    source: Source
    regime: Regime
    election: str | None
    act: str
    theme: Theme
    people: tuple[Person, ...]
    way: str
    decided: str | None = None
    until: str | None = None
    courses: tuple[Course, ...] = ()
    sides: tuple[Side, ...] = ()
    releases: tuple[str, ...] = ()
    by_office: tuple[str, ...] = ()
    received: datetime | None = None
    written_down: datetime | None = None
    age: int = 1
    keeper: str = "rina"
    district: int = 0
    reporter: int = 0

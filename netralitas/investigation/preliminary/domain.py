"""What a preliminary study judges and finds. Values only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final


class Item(StrEnum):
    """A requirement that a report is held against."""

    REPORTER_ENTITLED = "reporter_entitled"
    REPORTER_IDENTITY = "reporter_identity"
    RESPONDENT = "respondent"
    IN_TIME = "in_time"
    SIGNATURE = "signature"
    TIME_PLACE = "time_place"
    DESCRIPTION = "description"
    EVIDENCE = "evidence"


class Group(StrEnum):
    """Whether a requirement is one of form or of substance."""

    FORMAL = "formal"
    MATERIAL = "material"


class Judgement(StrEnum):
    """How the report stands to a requirement."""

    MET = "met"
    UNMET = "unmet"
    NOT_APPLICABLE = "not_applicable"


class Result(StrEnum):
    """What the study finds of the report as a whole."""

    COMPLETE = "complete"
    INCOMPLETE = "incomplete"


class Suspicion(StrEnum):
    """Of which kind the suspected violation is."""

    OTHER_LAW = "other_law"
    ADMINISTRATIVE = "administrative"
    ETHICS = "ethics"
    CRIMINAL = "criminal"
    NONE = "none"


class Handler(StrEnum):
    """Which level handles the report."""

    HERE = "here"
    UP = "up"
    DOWN = "down"


class Handled(StrEnum):
    """Whether the same event is or was handled already."""

    NO = "no"
    YES = "yes"


CHECKED: Final = frozenset({Item.REPORTER_IDENTITY, Item.SIGNATURE})
"""Requirements about the reporter themselves: that an officer checked them is all that is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """How one requirement was judged, and why; None: not yet."""

    judgement: Judgement | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """A preliminary study as far as it is written."""

    answers: Mapping[Item, Answer] = field(default_factory=dict)
    result: Result | None = None
    suspicion: Suspicion | None = None
    handler: Handler | None = None
    handled: Handled | None = None
    handled_where: str = ""
    conclusion: str = ""

    def answer(self, item: Item) -> Answer:
        """Return how a requirement was judged so far."""
        return self.answers.get(item, Answer())

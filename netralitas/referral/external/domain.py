"""What systems outside say of a respondent, which word is the latest, where two differ: pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from netralitas.audit.domain import Moment, Precision


class ExternalSystem(StrEnum):
    """A system of another agency that keeps its own record of a respondent (domain.md 3.7)."""

    SIAPNET = "siapnet"
    SBT = "sbt"
    IDIS = "idis"
    SIASN = "siasn"
    SIGAPLAPOR = "sigaplapor"
    LAPOR = "lapor"


class ExternalStanding(StrEnum):
    """Where a matter stands there, so that two systems can be compared."""

    RECEIVED = "received"
    VERIFICATION = "verification"
    RETURNED = "returned"
    REJECTED = "rejected"
    CANCELLED = "cancelled"
    NOT_PROVEN = "not_proven"
    RECOMMENDED = "recommended"
    FOLLOWED_UP = "followed_up"
    SANCTIONED = "sanctioned"
    BLOCKED = "blocked"
    UNBLOCKED = "unblocked"
    GONE = "gone"
    UNKNOWN = "unknown"


_SERVICES: Final = frozenset({ExternalStanding.BLOCKED, ExternalStanding.UNBLOCKED})
"""Whether services are blocked is a question of its own: it contradicts no stage of the matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExternalWord:
    """What a system says: its number as printed, where the matter stands, its own words.

    `number`, `said` and `according_to` are empty where they are not known; `as_of` is the day for
    which it holds, as exactly as that is known. Of two words the later one has the larger `id`.
    """

    id: int = 0
    system: ExternalSystem
    number: str = ""
    standing: ExternalStanding = ExternalStanding.UNKNOWN
    said: str = ""
    as_of: Moment
    according_to: str = ""

    @property
    def says_something(self) -> bool:
        """Say whether anything is told but the name of the system."""
        return bool(self.number or self.said) or self.standing is not ExternalStanding.UNKNOWN


def unknown_day() -> Moment:
    """Return the day of a word of which nobody knows for when it holds."""
    return Moment(precision=Precision.UNKNOWN, on=None)


def latest(words: Iterable[ExternalWord]) -> tuple[ExternalWord, ...]:
    """Return the word that holds of each system, in the order of the systems.

    It is the one with the latest first possible day; among equals the one told last. A word
    without a day never displaces one that has a day.
    """
    found: dict[ExternalSystem, ExternalWord] = {}
    for word in words:
        before = found.get(word.system)
        if before is None or _rank(word) >= _rank(before):
            found[word.system] = word
    return tuple(found[system] for system in ExternalSystem if system in found)


def differing(words: Iterable[ExternalWord]) -> tuple[tuple[ExternalWord, ...], ...]:
    """Return the groups of latest words that answer one question differently; none: all agree.

    Where the matter stands is one question, whether services are blocked another. A system that
    does not say where it stands agrees with all.
    """
    asked: Mapping[bool, list[ExternalWord]] = {False: [], True: []}
    for word in latest(words):
        if word.standing is not ExternalStanding.UNKNOWN:
            asked[word.standing in _SERVICES].append(word)
    return tuple(
        tuple(group) for group in asked.values() if len({word.standing for word in group}) > 1
    )


def _rank(word: ExternalWord) -> tuple[date, int]:
    return word.as_of.on or date.min, word.id

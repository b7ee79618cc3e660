"""How much a case resembles what is asked about, and why. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from rapidfuzz import fuzz

from netralitas.cases.likeness.keys import name_keys

SAME_NAME: Final = 88.0
SAME_EVENT: Final = 60.0
NEARBY: Final = timedelta(days=3)
"""So many days apart, two accounts may still tell of one event."""
MOST: Final = 5
_PART_OF_A_NAME: Final = 0.9
_CERTAIN: Final = 1000.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a case is about whose likes are looked for, as far as it is typed so far.

    `links` are keys of posts, `nips` digests; `case` is the case itself, once there is one.
    """

    names: tuple[str, ...] = ()
    nips: tuple[bytes, ...] = ()
    links: frozenset[str] = frozenset()
    region: str | None = None
    act_on: date | None = None
    subject: str = ""
    place: str = ""
    case: int | None = None

    @property
    def keys(self) -> frozenset[str]:
        """Return the keys of all names."""
        return frozenset(key for name in self.names for key in name_keys(name))


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A case that shares a key: what is known of it, and what is known to be the same."""

    names: tuple[str, ...]
    subject: str
    place: str
    same_post: bool
    same_nip: bool
    same_days: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How sure it is that the two are alike (only to be compared), and by what."""

    score: float
    reasons: tuple[str, ...]


def likeness(asked: Asked, found: Candidate) -> Likeness | None:
    """Return by what they are alike; None where that is not enough to be shown."""
    name = max(
        (name_likeness(one, other) for one in asked.names for other in found.names), default=0.0
    )
    event = event_likeness(asked, found) if found.same_days else 0.0
    reasons = {
        "post": found.same_post,
        "nip": found.same_nip,
        "name": name >= SAME_NAME and not found.same_nip,
        "event": event >= SAME_EVENT,
    }
    given = tuple(reason for reason, holds in reasons.items() if holds)
    if not given:
        return None
    certain = _CERTAIN * (found.same_post + found.same_nip)
    alike = name * (name >= SAME_NAME) + event * (event >= SAME_EVENT)
    return Likeness(score=certain + alike, reasons=given)


def name_likeness(one: str, other: str) -> float:
    """Return from 0 to 100 how alike two names are, in whatever order and spelling.

    A name that is a part of the other is nearly it, unless the part is a single word of two.
    """
    words, others = name_keys(one), name_keys(other)
    if not words or not others:
        return 0.0
    first, second = _joined(words), _joined(others)
    whole = fuzz.ratio(first, second)
    if len(words) > 1 and len(others) == 1:
        return whole
    return max(whole, _PART_OF_A_NAME * fuzz.token_set_ratio(first, second))


def event_likeness(asked: Asked, found: Candidate) -> float:
    """Return from 0 to 100 how alike the words are in which two events are told."""
    return fuzz.token_set_ratio(
        _said(asked.subject, asked.place), _said(found.subject, found.place)
    )


def _joined(words: frozenset[str]) -> str:
    return " ".join(sorted(words))


def _said(*texts: str) -> str:
    return " ".join(texts).casefold()

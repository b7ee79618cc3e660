"""What the realisation of a work plan is made of: places, feeds, entries. Values only."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from netralitas.cases.domain import Theme
from netralitas.prevention.domain import ActivityKind
from netralitas.refusals import RuleBroken


class Aspect(StrEnum):
    """Which column of the plan an indicator stands in."""

    OUTPUT = "output"
    OUTCOME = "outcome"


class Countable(StrEnum):
    """What the product has by itself and can count for an indicator."""

    ACTIVITIES = "activities"
    POSTS = "posts"
    REFERRALS = "referrals"
    RECOMMENDATIONS = "recommendations"
    RELEASES = "releases"
    MEETINGS = "meetings"


OF_A_THEME: Final = frozenset({Countable.ACTIVITIES, Countable.POSTS})
OF_CASES: Final = frozenset({Countable.REFERRALS, Countable.RECOMMENDATIONS, Countable.RELEASES})
"""What hangs on no agreement by itself, and counts from its signing to its last day."""
OF_A_PARTY: Final = frozenset({Countable.ACTIVITIES, Countable.POSTS, Countable.RELEASES})


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Place:
    """An indicator by its place in a version of the text; row and number count from 1."""

    version: int
    row: int
    aspect: Aspect
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What is counted for an indicator: a kind, of a theme, a kind of activity, a party, or any."""

    kind: Countable
    theme: Theme | None = None
    activity_kind: ActivityKind | None = None
    party: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownFeed:
    """A feed that was declared for an indicator, by whom and on which day; it still counts."""

    id: int
    place: Place
    feed: Feed
    officer: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEntry:
    """A figure entered by hand for a year, or for a month of it; `source` is what shows it."""

    year: int
    amount: int
    source: str
    month: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownEntry:
    """A figure that was entered; `file` when a paper was added, `withdrawn` when it counts no more.

    `officer` entered it on the day `on`.
    """

    id: int
    place: Place
    said: NewEntry
    officer: str
    on: date
    file: bool
    withdrawn: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing that a feed counts: the day on which it counts, what it is called, where it is.

    `key` leads to it: an id, or the code of a release; `case_file` where it is of a case.
    """

    feed: int
    on: date
    key: str
    title: str = ""
    case_file: int | None = None


def hold_feed(feed: Feed, parties: Collection[int]) -> None:
    """Hold that a feed asks for nothing that its kind does not have; RuleBroken else."""
    if feed.kind not in OF_A_THEME and (feed.theme or feed.activity_kind):
        raise RuleBroken("Tema dan jenis kegiatan hanya membatasi kegiatan dan unggahannya.")
    if feed.kind not in OF_A_PARTY and feed.party is not None:
        raise RuleBroken("Pihak hanya membatasi kegiatan, unggahan, dan hasil yang diumumkan.")
    if feed.party is not None and feed.party not in parties:
        raise RuleBroken("Yang dipilih bukan pihak kerja sama ini.")


def percent(amount: int, target: int | None) -> int | None:
    """Return how many of a hundred parts of the target are reached, rounded down; None without."""
    return amount * 100 // target if target else None

"""What is public of releases: what the pages, the data and the feed are made of."""

from datetime import date, datetime

import msgspec

from netralitas.cases.words import THEMES
from netralitas.publication import words
from netralitas.publication.domain import Ending, EndReason, ProtectedOutcome


class OutcomeLine(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one respondent, in words of the page that shows it."""

    record: ProtectedOutcome

    @property
    def year(self) -> int:
        """Return the year in which the case came in."""
        return self.record.year

    @property
    def theme(self) -> str:
        """Return what it is about."""
        return str(THEMES[self.record.theme])

    @property
    def group(self) -> str:
        """Return the group of the post."""
        return str(words.GROUPS[self.record.group])

    @property
    def stage(self) -> str:
        """Return how far it came."""
        return str(words.STAGES[self.record.stage])

    @property
    def became(self) -> str:
        """Return how far it came, and of a concluded matter what became of it."""
        return words.became(self.record)

    @property
    def sentence(self) -> str:
        """Return all of it in one or two sentences."""
        return words.sentence(self.record)


class PublicRelease(msgspec.Struct, frozen=True, kw_only=True):
    """A release that was published. Nothing in it leads to its case.

    `told` are the protected outcomes that it tells; `records` are those without any respondent of
    whom a newer release tells that holds as well: whatever counts outcomes is made of these.
    `answered` says what the other party said; an objection is always shown. `ended_on`, `ending`
    and `reason` are None while it holds; `replaced_by` is the release that corrected it, once
    published. `code` is where it is found, and says nothing.
    """

    code: str
    party: str
    region: str | None
    version: int
    published_on: date
    published_at: datetime
    told: tuple[ProtectedOutcome, ...]
    records: tuple[ProtectedOutcome, ...]
    summary: str | None
    answered: str
    objection: bool
    ended_on: date | None
    ended_at: datetime | None
    ending: Ending | None
    reason: EndReason | None
    note: str | None
    replaced_by: str | None

    @property
    def outcomes(self) -> tuple[OutcomeLine, ...]:
        """Return what became of each respondent."""
        return tuple(OutcomeLine(record=one) for one in self.told)


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that was ever published, the newest first; corrections and withdrawals apart."""

    current: tuple[PublicRelease, ...]
    corrected: tuple[PublicRelease, ...]
    withdrawn: tuple[PublicRelease, ...]

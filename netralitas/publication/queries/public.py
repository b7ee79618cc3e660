"""What is public of releases: what the pages, the data and the feed are made of."""

from datetime import date, datetime

import msgspec

from netralitas.publication.domain import Ending, EndReason, ProtectedOutcome


class OutcomeLine(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one respondent, in words: group of the post, stage, level, time.

    `months` is within how many months it was concluded after forwarding, `since` the first day of
    the month from which an answer is waited for; None where that is not known or does not apply.
    """

    year: int
    regime: str
    source: str
    theme: str
    group: str
    stage: str
    became: str
    since: date | None
    months: int | None
    sentence: str


class PublicRelease(msgspec.Struct, frozen=True, kw_only=True):
    """A release that was published. Nothing in it leads to its case.

    `records` are the protected outcomes of which `outcomes` are the words, without those of whom a
    newer release tells that holds as well: everything else that is published of outcomes is made of
    these. `answered` says what the other party said; an objection
    is always shown. `ended_on`, `ending` and `reason` are None while it holds; `replaced_by` is the
    release that corrected it, once published. `code` is where it is found, and says nothing.
    """

    code: str
    party: str
    region: str | None
    version: int
    published_on: date
    published_at: datetime
    outcomes: tuple[OutcomeLine, ...]
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


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that was ever published, the newest first; corrections and withdrawals apart."""

    current: tuple[PublicRelease, ...]
    corrected: tuple[PublicRelease, ...]
    withdrawn: tuple[PublicRelease, ...]

"""What is handed over, as values: what is in, what was held back, and what an office sends."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

TRAVELS: Final = frozenset({"study", "preliminary_study", "evidence_list"})
"""Kinds of papers that always travel; evidence travels where the sender chooses it."""

CHOSEN: Final = "evidence"
"""The kind of which the sender chooses what travels."""

IDENTITIES: Final = ("reporter", "informant", "witness")
"""Whose identity never travels."""

OTHERS: Final = "other_respondents"
"""Held back: respondents of the case whom the package is not about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberSaid:
    """A number of the case as printed, and which number it is."""

    kind: str
    printed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterSaid:
    """The covering letter: number as printed ("" where unknown), date where known, subject."""

    printed: str
    dated_on: date | None
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonSaid:
    """A respondent as the receiver reads them; of the NIP the last digits alone."""

    ordinal: int
    name: str | None
    nip: str | None
    employment: str
    position: str | None
    unit: str | None
    employer: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSaid:
    """A paper that travels; `size` in bytes, `sha256` in hexadecimal."""

    kind: str
    title: str
    size: int
    sha256: str
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldBack:
    """So many of a kind did not travel; `reason` is the sentence that says why."""

    what: str
    amount: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What one letter hands to one office: the whole of it, in the order in which it is read."""

    form: int
    sender: str
    receiver: str
    letter: LetterSaid | None
    numbers: tuple[NumberSaid, ...]
    respondents: tuple[PersonSaid, ...]
    papers: tuple[PaperSaid, ...]
    held_back: tuple[HeldBack, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What an act hands to one office: about whom, with which letter and papers, read by whom.

    `new_papers` are attached by the same act, so that the case does not have them yet; `evidence`
    are ids of the pieces of evidence that travel too.
    """

    case: int
    sender: int
    receiver: int
    respondents: tuple[int, ...]
    proceedings: tuple[int, ...]
    readers: tuple[int, ...]
    letter: LetterSaid | None = None
    new_papers: tuple[PaperSaid, ...] = ()
    evidence: tuple[int, ...] = ()
    answer_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Frozen:
    """A package whose manifest is made: its bytes, and their SHA-256 in hexadecimal."""

    sent: Sent
    manifest: bytes
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A package as it is kept; digests in hexadecimal, moments aware.

    `outside`: nobody of the receiver has a desk here. `letter` is the id of the letter that went
    out with it. `has_code`: a code by which receipt is confirmed was made.
    """

    id: int
    case_file: int
    event: int
    sender: int
    receiver: int
    receiver_name: str
    letter: int | None
    manifest: bytes
    digest: str
    frozen_at: datetime
    answer_by: date | None
    sealed_digest: str | None
    sealed_at: datetime | None
    has_code: bool
    confirmed_at: datetime | None
    outside: bool
    readers: tuple[int, ...]
    proceedings: tuple[int, ...]

"""What an agreement is made of: kinds, parties, ends, duties. Values and their rules only."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from netralitas.cases.domain import Theme
from netralitas.refusals import RuleBroken


class AgreementKind(StrEnum):
    """What the paper calls itself."""

    NOTA_KESEPAKATAN = "nota_kesepakatan"
    NOTA_KESEPAHAMAN = "nota_kesepahaman"
    PERJANJIAN_KERJA_SAMA = "perjanjian_kerja_sama"


class EndsBy(StrEnum):
    """What ends it by itself."""

    TERM = "term"
    STAGES = "stages"


class Origin(StrEnum):
    """Whose it is: of offices of this register, or read in a public document of others."""

    OWN = "own"
    PUBLIC = "public"


class RecordKind(StrEnum):
    """What is kept under an agreement beside its text."""

    ADDENDUM = "addendum"
    OFFICIAL = "official"
    INITIALS = "initials"
    DOCUMENT = "document"
    QUESTION = "question"
    TALK = "talk"
    SETTLEMENT = "settlement"
    ADDRESS = "address"
    LETTER = "letter"
    RECEIPT = "receipt"
    PAGE = "page"
    PAGE_STEP = "page_step"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewParty:
    """A party as it signed: its own number of the agreement, the capacity of its signatory."""

    organisation: int
    printed: str
    capacity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDuty:
    """What a party promised to do in the socializations of a theme, in our own short words."""

    theme: Theme
    organisation: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAgreement:
    """An agreement to be added; `ends_on` is its last day, None where stages end it.

    Parties and the duties of each stand in the order of the paper.
    """

    kind: AgreementKind
    title: str
    place: str
    signed_on: date
    ends_by: EndsBy
    ends_on: date | None
    parties: tuple[NewParty, ...]
    duties: tuple[NewDuty, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A party by its place on the paper: the first, the second."""

    organisation: int
    name: str
    ordinal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """A duty as it can be ticked: of which theme and party, in words."""

    id: int
    theme: Theme
    organisation: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cooperation:
    """An agreement as an activity hangs on it: who its parties are, since when, who reads it."""

    id: int
    title: str
    signed_on: date
    parties: tuple[Party, ...]
    readers: tuple[int, ...]

    def party_of(self, chain: Iterable[int]) -> int | None:
        """Return the party for which an office acts: itself, or the nearest office above it.

        `chain` is the office and its superiors upwards; None when none of them is a party.
        """
        parties = {party.organisation for party in self.parties}
        return next((office for office in chain if office in parties), None)


def hold_whole(new: NewAgreement) -> None:
    """Hold that an agreement contradicts itself nowhere; RuleBroken says where it does."""
    offices = [party.organisation for party in new.parties]
    if len(offices) < 2 or len(set(offices)) < len(offices):
        raise RuleBroken("Kerja sama memerlukan sedikitnya dua pihak yang berbeda.")
    if (new.ends_by is EndsBy.TERM) != (new.ends_on is not None):
        raise RuleBroken(
            "Kerja sama berjangka waktu memerlukan hari terakhir; yang berakhir bersama tahapan"
            " tidak memilikinya."
        )
    if new.ends_on is not None and new.ends_on < new.signed_on:
        raise RuleBroken("Hari terakhir kerja sama tidak boleh sebelum hari penandatanganan.")
    if any(duty.organisation not in offices for duty in new.duties):
        raise RuleBroken("Tugas hanya dapat diberikan kepada pihak kerja sama.")


def days_left(ends_on: date | None, today: date) -> int | None:
    """Return how many days remain after today, negative once it is over; None without an end."""
    return None if ends_on is None else (ends_on - today).days

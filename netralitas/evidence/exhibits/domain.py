"""What a piece of evidence is, where it came from, and why somebody uses it: values only."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final


class Nature(StrEnum):
    """What a piece of evidence is."""

    PHOTO = "photo"
    VIDEO = "video"
    AUDIO = "audio"
    DOCUMENT = "document"
    SCREEN = "screen"
    OTHER = "other"


class Origin(StrEnum):
    """From whom it was obtained, by role and never by name."""

    REPORTER = "reporter"
    INFORMANT = "informant"
    WITNESS = "witness"
    RESPONDENT = "respondent"
    EXPERT = "expert"
    SUPERVISION = "supervision"
    PUBLIC = "public"
    AGENCY = "agency"
    OTHER = "other"


class Use(StrEnum):
    """What somebody did with a piece of evidence; the value is the name of the event."""

    VIEWED = "evidence.viewed"
    PLAYED = "evidence.played"
    DOWNLOADED = "evidence.downloaded"
    COPIED = "evidence.copied"
    EXPORTED = "evidence.exported"
    PRINTED = "evidence.log_printed"


class Purpose(StrEnum):
    """Why somebody uses it."""

    STUDY = "study"
    CLARIFICATION = "clarification"
    PLENARY = "plenary"
    REFERRAL = "referral"
    EXPERT = "expert"
    DISPUTE = "dispute"
    INTEGRITY = "integrity"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is said of a piece of evidence; `obtained_on` is a local day, None where not known."""

    nature: Nature
    origin: Origin | None
    obtained_on: date | None
    description: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """A piece of evidence: `ordinal` from 1 in its case, its paper, and the file by digest."""

    id: int
    ordinal: int
    stream: int | None
    document: int
    readers: tuple[int, ...]
    digest: str
    media_type: str


_NATURES: Final[Mapping[str, Nature]] = {
    "image": Nature.PHOTO,
    "video": Nature.VIDEO,
    "audio": Nature.AUDIO,
}


def nature_of(media_type: str) -> Nature:
    """Return what a file of this type is, as long as nobody says otherwise."""
    return _NATURES.get(media_type.partition("/")[0], Nature.DOCUMENT)

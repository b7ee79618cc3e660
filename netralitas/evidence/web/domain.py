"""What an address and a capture are, and why a capture fails: values only."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from netralitas.evidence.domain import Stored


class Category(StrEnum):
    """What an address in the register shows (agreement 001, Ps 3 a: category)."""

    ASN_SUPPORT = "asn_support"
    BLACK_CAMPAIGN = "black_campaign"
    MONEY_POLITICS = "money_politics"
    OTHER = "other"


class Platform(StrEnum):
    """On what an address lies."""

    WEBSITE = "website"
    FACEBOOK = "facebook"
    INSTAGRAM = "instagram"
    TIKTOK = "tiktok"
    X = "x"
    YOUTUBE = "youtube"
    WHATSAPP = "whatsapp"
    TELEGRAM = "telegram"
    OTHER = "other"


class Finder(StrEnum):
    """Who found what an address shows; it goes back to them, or to the platform."""

    BAWASLU = "bawaslu"
    DISKOMINFO = "diskominfo"
    PUBLIC = "public"


class Taker(StrEnum):
    """Of whom it is asked to take something down."""

    PLATFORM = "platform"
    DISKOMINFO = "diskominfo"
    KOMDIGI = "komdigi"
    OTHER = "other"


class CaptureState(StrEnum):
    """How far a capture is."""

    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"


class Problem(StrEnum):
    """Why nothing was captured; the words for it are in `words`."""

    ADDRESS = "address"
    SCHEME = "scheme"
    CREDENTIALS = "credentials"
    PORT = "port"
    NOT_PUBLIC = "not_public"
    NAME = "name"
    UNREACHABLE = "unreachable"
    CERTIFICATE = "certificate"
    ANSWER = "answer"
    REDIRECTS = "redirects"
    TOO_LARGE = "too_large"
    TOO_SLOW = "too_slow"
    STORAGE_FULL = "storage_full"
    MACHINE = "machine"


PASSING = frozenset(
    {Problem.NAME, Problem.UNREACHABLE, Problem.ANSWER, Problem.TOO_SLOW, Problem.STORAGE_FULL}
)
"""What may be otherwise in a minute: it is tried again."""


class Shot(StrEnum):
    """What became of the picture of a page."""

    NONE = "none"
    TAKEN = "taken"
    FAILED = "failed"


class StampVerdict(StrEnum):
    """What is known of the reply of a time stamping authority.

    Only `VALID` is a time stamp that holds. `KEPT` is one that could not be looked into here, or
    for which no root is configured: to be checked with openssl.
    """

    NONE = "none"
    VALID = "valid"
    KEPT = "kept"
    UNTRUSTED = "untrusted"
    OTHER_DIGEST = "other_digest"
    OTHER_NONCE = "other_nonce"
    GARBAGE = "garbage"
    REFUSED = "refused"
    UNREACHABLE = "unreachable"


class CaptureFailed(Exception):  # noqa: N818 - what happened to the capture; it is said on its page
    """Nothing of the page was kept; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.value)
        self.problem = problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one capture may take: bytes and seconds in all, and how often it is sent elsewhere."""

    size: int
    seconds: float = 60.0
    redirects: int = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAddress:
    """An address as it is entered; `account` and `note` may name people and stay in their row."""

    url: str
    platform: Platform
    category: Category
    finder: Finder
    seen_on: date
    account: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An address of the register, as the rules about it need it; its id is that of its stream."""

    id: int
    organisation: int
    url: str
    seen_on: date
    asked_on: date | None
    done_on: date | None
    case_file: int | None
    readers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """That it was asked to take something down: of whom, when, and the number of the letter."""

    taker: Taker
    number: str
    asked_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamped:
    """What was said of a file by an authority: the verdict, its time, the reply as it was kept."""

    verdict: StampVerdict = StampVerdict.NONE
    at: datetime | None = None
    reply: Stored | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Captured:
    """What a capture brought: where it ended, the files that were kept, their time stamps."""

    url: str
    status: int
    warc: Stored
    warc_stamp: Stamped
    shot: Shot = Shot.NONE
    picture: Stored | None = None
    picture_stamp: Stamped = Stamped()

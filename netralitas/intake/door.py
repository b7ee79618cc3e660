"""What passes through the public door: the answers of a report, and what an office says of itself.

The public site writes `Answers` as JSON, sealed; the staff site reads them when it takes a report
in. The worker writes an `OfficeShown` for each office. Pure.
"""

import secrets
from datetime import date, datetime, time
from typing import Final

import msgspec

from netralitas.audit.domain import Precision
from netralitas.intake import codes
from netralitas.intake.domain import Confidentiality
from netralitas.intake.receipt_seal import Receipt, digest_of
from netralitas.law.domain import Regime

PIECE: Final = 256 * 1024
"""How many bytes each piece of a file has, but the last."""

DRAFT_DAYS: Final = 14
"""How long a draft stays that nobody touches."""

_PREFIX: Final = "LW"


class RegionShown(msgspec.Struct, frozen=True, kw_only=True):
    """A region a report can be about, by its code, as people call it."""

    code: str
    name: str


class Service(msgspec.Struct, frozen=True, kw_only=True):
    """When and how an office serves people, in words; empty where it has said nothing.

    `weekdays` (0 is Monday), `opens` and `closes` are the same hours for pages in other languages;
    without a time it is the whole day.
    """

    hours: str = ""
    standard: str = ""
    address: str = ""
    weekdays: tuple[int, ...] = ()
    opens: time | None = None
    closes: time | None = None


class OfficeShown(msgspec.Struct, frozen=True, kw_only=True):
    """An office with a public door; `regions` and `service` are kept as JSON."""

    id: int
    name: str
    zone: str
    regions: tuple[RegionShown, ...]
    service: Service
    readers: tuple[int, ...]
    key_id: str
    public_key: bytes


class Told(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A respondent as the reporter knows them; all None for nobody in particular."""

    name: str | None = None
    position: str | None = None
    unit: str | None = None


class Witness(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody who saw or heard it, and how to reach them."""

    name: str
    contact: str | None = None


class Reporter(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Who reports, as the law asks; never there in an anonymous one."""

    name: str
    address: str
    telephone: str | None = None
    email: str | None = None
    voter: bool = False


class Answers(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What somebody has answered so far; `done` are the questions behind them, in their words.

    For a month or a year `act_on` is its first day. `links` are addresses of posts as typed.
    """

    done: tuple[str, ...] = ()
    level: Confidentiality | None = None
    story: str | None = None
    respondent: Told | None = None
    regime: Regime | None = None
    act_on: date | None = None
    act_precision: Precision = Precision.UNKNOWN
    known_on: date | None = None
    region: str | None = None
    place: str | None = None
    links: tuple[str, ...] = ()
    witnesses: tuple[Witness, ...] = ()
    reporter: Reporter | None = None


def read_answers(content: bytes) -> Answers:
    """Return what `write_answers` wrote; msgspec.ValidationError for anything else."""
    return msgspec.json.decode(content, type=Answers)


def write_answers(answers: Answers) -> bytes:
    """Return the answers as they are sealed."""
    return msgspec.json.encode(answers)


def new_number() -> str:
    """Return a number for a report, such as "LW-7K3Q-9M2P": it tells neither order nor volume."""
    plain = "".join(secrets.choice(codes.ALPHABET) for _ in range(7))
    return f"{_PREFIX}-{plain[:4]}-{plain[4:]}{_check(plain)}"


def is_number(text: str) -> bool:
    """Say whether a text is such a number, however typed: one wrong character is none."""
    plain = codes.normalise(text).removeprefix(_PREFIX.replace("L", "1"))
    return len(plain) == 8 and set(plain) <= set(codes.ALPHABET) and _check(plain[:7]) == plain[7]


def receipt_digest(
    number: str, office: str, sent_at: datetime, confidentiality: str, files: tuple[bytes, ...]
) -> str:
    """Return the SHA-256 of a receipt in hexadecimal: of its lines in UTF-8, each ended by "\\n".

    The lines are a heading, number, office, moment in UTC, kind, and the digest of each file.
    """
    told = Receipt(number=number, office=office, sent_at=sent_at, kind=confidentiality, files=files)
    return digest_of(told)


def _check(plain: str) -> str:
    """Return the last character: a weighted sum, in which every single mistake shows."""
    weighted = sum((2 * place + 1) * codes.ALPHABET.index(c) for place, c in enumerate(plain))
    return codes.ALPHABET[weighted % 32]

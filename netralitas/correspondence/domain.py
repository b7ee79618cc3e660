"""What a letter is and which way it went; what a register gives out."""

from dataclasses import dataclass
from enum import StrEnum


class Direction(StrEnum):
    """Out of the office or into it."""

    OUT = "out"
    IN = "in"


class ReceiptProof(StrEnum):
    """By what the receipt of a letter is proved; a copy sent to somebody else proves nothing."""

    SIGNED_BOOK = "signed_book"
    SIGNED_RECEIPT = "signed_receipt"
    POSTAL_RECEIPT = "postal_receipt"
    APPLICATION = "application"
    ANSWER = "answer"
    CODE = "code"
    OTHER = "other"


class AddressKind(StrEnum):
    """How an office is reached."""

    POSTAL = "postal"
    EMAIL = "email"
    TELEPHONE = "telephone"
    APPLICATION = "application"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A number given out for good: its place in the register, and how it is printed."""

    serial: int
    printed: str

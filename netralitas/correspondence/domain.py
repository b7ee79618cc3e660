"""What a letter is and which way it went; what a register gives out."""

from dataclasses import dataclass
from enum import StrEnum


class Direction(StrEnum):
    """Out of the office or into it."""

    OUT = "out"
    IN = "in"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A number given out for good: its place in the register, and how it is printed."""

    serial: int
    printed: str

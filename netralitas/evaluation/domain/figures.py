"""Figures as they are frozen: whole numbers only, and the one way in which they are written down.

The same figures are always the same bytes: names in order, no spaces, nothing but ASCII.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A share of an indicator, such as the findings among the cases that came in."""

    code: str
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One figure with the parts that add up to it; a figure without kinds has no parts."""

    code: str
    total: int
    parts: tuple[Part, ...] = ()

    def part(self, code: str) -> int:
        """Return the amount of a part; nothing where there is no such part."""
        return next((part.amount for part in self.parts if part.code == code), 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """The movements of one workflow since the beginning of the log.

    `entered` counts how often a proceeding was opened or opened again, `left` how often one ended,
    `open` how many stand in a state that is no end: counted apart, so that the three can be held
    against one another.
    """

    code: str
    entered: int
    left: int
    open: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What the log says up to (and without) `position`, to one organisation or as a whole."""

    definition: int
    position: int
    organisation: int | None
    indicators: tuple[Indicator, ...]
    registers: tuple[Register, ...]

    def indicator(self, code: str) -> Indicator:
        """Return one indicator; an empty one where this definition does not have it."""
        found = (each for each in self.indicators if each.code == code)
        return next(found, Indicator(code=code, total=0))

    def has(self, code: str) -> bool:
        """Say whether this definition has the indicator at all."""
        return any(each.code == code for each in self.indicators)

    def register(self, code: str) -> Register:
        """Return the register of one workflow; an empty one where there is none."""
        found = (each for each in self.registers if each.code == code)
        return next(found, Register(code=code, entered=0, left=0, open=0))


def canonical(figures: Figures) -> bytes:
    """Return the bytes that are frozen: JSON with its names in order."""
    return json.dumps(asdict(figures), sort_keys=True, separators=(",", ":")).encode("ascii")


def digest(content: bytes) -> bytes:
    """Return the SHA-256 of frozen figures."""
    return hashlib.sha256(content).digest()


def figures_of(content: bytes) -> Figures:
    """Return the figures that were frozen as these bytes; ValueError or KeyError for any others."""
    read: Mapping[str, Any] = json.loads(content)
    return Figures(
        definition=read["definition"],
        position=read["position"],
        organisation=read["organisation"],
        indicators=tuple(_indicator(each) for each in read["indicators"]),
        registers=tuple(Register(**each) for each in read["registers"]),
    )


def _indicator(read: Mapping[str, Any]) -> Indicator:
    parts = tuple(Part(**part) for part in read["parts"])
    return Indicator(code=read["code"], total=read["total"], parts=parts)

"""Who shows a second factor, what they show, and what becomes of it: values."""

from dataclasses import dataclass

from netralitas.accounts.second_factor.domain import Factor
from netralitas.accounts.second_factor.sealing import FactorSealer
from netralitas.refusals import Invalid, RuleBroken
from netralitas.settings import Settings
from netralitas.web.refusals import TooMany


@dataclass(frozen=True, slots=True, kw_only=True)
class Shower:
    """Whoever shows a second factor: where, from which address, and what judges it.

    `place` is the digest of the session or the half session in which they do.
    """

    officer: int
    place: bytes
    address: str
    settings: Settings
    sealer: FactorSealer


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A code that was typed, by time or from paper, or else the answer of a passkey."""

    code: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Which second factor was shown, or why it does not count."""

    factor: Factor | None = None
    refusal: Invalid | TooMany | RuleBroken | None = None

"""Guessing made slow: buckets of tries, for each address and for all together, in this process.

Nothing is written anywhere. A code has 95 bits of chance, so the limits need not be narrow; they
keep the database from being asked without end.
"""

import math
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """How many tries at once, and how many seconds until there is one more."""

    tries: int
    seconds: float


EACH: Final = Rate(tries=10, seconds=30.0)
TOGETHER: Final = Rate(tries=300, seconds=0.05)
MOST_ADDRESSES: Final = 10_000
_NOTHING: Final = 1e-6  # seconds; less is the rounding of fractions


class Bucket:
    """Tries that come back by themselves, up to the most at once."""

    __slots__ = ("_at", "_rate", "_tries")

    def __init__(self, rate: Rate, now: float) -> None:
        """Begin full."""
        self._rate = rate
        self._tries = float(rate.tries)
        self._at = now

    def wait(self, now: float) -> float:
        """Return in how many seconds there is a try; 0 when there is one now."""
        back = (now - self._at) / self._rate.seconds
        self._tries = min(self._tries + back, float(self._rate.tries))
        self._at = now
        return max(0.0, (1.0 - self._tries) * self._rate.seconds)

    def take(self) -> None:
        """Take one try, which `wait` said is there."""
        self._tries -= 1.0


class Throttle:
    """Lets an address try again and again, but slowly, and all addresses together as well."""

    def __init__(
        self, clock: Callable[[], float], *, each: Rate = EACH, together: Rate = TOGETHER
    ) -> None:
        """`clock` gives seconds that only ever grow."""
        self._clock = clock
        self._each = each
        self._together = Bucket(together, clock())
        self._addresses: OrderedDict[str, Bucket] = OrderedDict()

    def wait(self, address: str) -> int:
        """Take one try for an address and return 0, or return how many seconds to wait."""
        now = self._clock()
        own = self._bucket(address, now)
        seconds = max(own.wait(now), self._together.wait(now))
        if seconds > _NOTHING:
            return math.ceil(seconds)
        own.take()
        self._together.take()
        return 0

    def _bucket(self, address: str, now: float) -> Bucket:
        """Return the bucket of an address, and forget the one that was idle longest."""
        found = self._addresses.setdefault(address, Bucket(self._each, now))
        self._addresses.move_to_end(address)
        if len(self._addresses) > MOST_ADDRESSES:
            self._addresses.popitem(last=False)
        return found

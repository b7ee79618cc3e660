"""What a measurement gives: a figure and its limit, each several times, and a target for both."""

from collections.abc import Callable, Sequence
from statistics import median, quantiles

import msgspec


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the table; samples in the order in which they were taken, interleaved.

    `ratio` is how the two compare, in the words of the target; `met` None: no target of its own.
    """

    code: str
    work: str
    unit: str
    samples: tuple[float, ...]
    limit_name: str = ""
    limits: tuple[float, ...] = ()
    ratio: float | None = None
    target: str = ""
    met: bool | None = None
    note: str = ""

    @property
    def figure(self) -> float:
        """Return the median of the samples."""
        return median(self.samples)

    @property
    def limit(self) -> float | None:
        """Return the median of the limit."""
        return median(self.limits) if self.limits else None


def compared(
    figure: Sequence[float], limit: Sequence[float], holds: Callable[[float], bool]
) -> tuple[float, bool]:
    """Return the ratio of the medians, and whether it meets the target."""
    ratio = median(figure) / median(limit)
    return ratio, holds(ratio)


def p95(values: Sequence[float]) -> float:
    """Return the value that 95 of 100 do not exceed."""
    return quantiles(values, n=20)[-1] if len(values) > 1 else values[0]

"""In what figures differ that were counted twice: which indicator or register, by how much."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from netralitas.evaluation.domain.figures import Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One number that is another now: `of` names the indicator or register, `part` what of it.

    `part` is None for the total of an indicator; of a register it is entered, left or open.
    """

    of: str
    part: str | None
    was: int
    now: int

    @property
    def by(self) -> int:
        """Return by how much it is more now; negative where it is less."""
        return self.now - self.was


def differences(frozen: Figures, again: Figures) -> tuple[Difference, ...]:
    """Return every number in which the two differ, in the order of the figures."""
    was, now = dict(_numbers(frozen)), dict(_numbers(again))
    return tuple(
        Difference(of=of, part=part, was=was.get((of, part), 0), now=now.get((of, part), 0))
        for of, part in dict.fromkeys((*was, *now))
        if was.get((of, part), 0) != now.get((of, part), 0)
    )


def _numbers(figures: Figures) -> Iterable[tuple[tuple[str, str | None], int]]:
    for indicator in figures.indicators:
        yield (indicator.code, None), indicator.total
        for part in indicator.parts:
            yield (indicator.code, part.code), part.amount
    for register in figures.registers:
        movements: Mapping[str, int] = {
            "entered": register.entered,
            "left": register.left,
            "open": register.open,
        }
        for name, amount in movements.items():
            yield (register.code, name), amount

"""A reference counter written apart from the product: one day after another, nothing laid out."""

from collections.abc import Callable
from datetime import date, timedelta

from netralitas.law.domain import Certainty, Direction, Rule, Side, Unit


def is_off(on: date, days_off: set[date]) -> bool:
    """Whether nobody works that day."""
    return on.isoweekday() in {6, 7} or on in days_off


def count(
    start: date,
    number: int,
    counts: Callable[[date], bool],
    *,
    backwards: bool = False,
    inclusive: bool = False,
) -> date:
    """Walk from `start` until `number` days that count have been passed."""
    step = timedelta(days=-1 if backwards else 1)
    day = start if inclusive else start + step
    while True:
        if counts(day):
            number -= 1
        if number == 0:
            return day
        day += step


def rule(
    number: int | None,
    unit: Unit = Unit.WORKDAY,
    *,
    side: Side = Side.AFTER,
    direction: Direction = Direction.NOT_LATER_THAN,
    inclusive: bool = False,
    roll_over: bool = False,
) -> Rule:
    """A rule of no law, for counting only."""
    return Rule(
        code="uji.hitung",
        version=1,
        label="Uji hitung",
        number=number,
        unit=unit,
        unit_certainty=Certainty.T,
        direction=direction,
        start="known",
        start_label="diketahui",
        start_certainty=Certainty.T,
        article="tanpa pasal",
        source="uji",
        certainty=Certainty.T,
        side=side,
        inclusive=inclusive,
        roll_over=roll_over,
    )

"""A reference counter written apart from the product: one day after another, nothing laid out."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

from netralitas.law.domain import Certainty, Direction, Rule, Side, Unit, Zone

ONE_DAY = timedelta(days=1)
HOURS_AHEAD = {Zone.WIB: 7, Zone.WITA: 8, Zone.WIT: 9}


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
    step = -ONE_DAY if backwards else ONE_DAY
    day = start if inclusive else start + step
    while True:
        if counts(day):
            number -= 1
        if number == 0:
            return day
        day += step


def months(start: date, number: int, *, backwards: bool = False) -> date:
    """Turn a wall calendar page by page, then look for the day of `start` on the last page."""
    page = start.replace(day=1)
    for _ in range(number):
        page = (page - ONE_DAY if backwards else page + timedelta(days=31)).replace(day=1)
    day = page
    while day.day < start.day and (day + ONE_DAY).month == page.month:
        day += ONE_DAY
    return day


def last_day(limit: Rule, start: date, days_off: set[date]) -> date:
    """The day on which a limit in days or months ends, walked to."""
    number, backwards = limit.number or 0, limit.side is Side.BEFORE
    if limit.unit is Unit.MONTH:
        day = months(start, number, backwards=backwards)
    else:
        everyday = limit.unit is Unit.CALENDAR
        day = count(
            start,
            number,
            lambda on: everyday or not is_off(on, days_off),
            backwards=backwards,
            inclusive=limit.inclusive,
        )
    while limit.roll_over and is_off(day, days_off):
        day += ONE_DAY
    return day


def local(on: date, at: time, zone: Zone) -> datetime:
    """The moment in UTC at which clocks in `zone` show the day and the time."""
    return datetime.combine(on, at, UTC) - timedelta(hours=HOURS_AHEAD[zone])


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


def shapes() -> tuple[Rule, ...]:
    """Every way in which days or months can be counted, each with the number 1."""
    days = (Unit.WORKDAY, Unit.CALENDAR)
    return (
        *(rule(1, u, side=s, inclusive=i) for u in days for s in Side for i in (False, True)),
        *(rule(1, Unit.MONTH, side=side) for side in Side),
        *(rule(1, Unit.CALENDAR, inclusive=i, roll_over=True) for i in (False, True)),
        rule(1, Unit.MONTH, roll_over=True),
    )


def shape_name(shape: Rule) -> str:
    """What distinguishes a way of counting, for the name of a test."""
    marks = (("inclusive", shape.inclusive), ("rolling over", shape.roll_over))
    return " ".join([shape.unit, shape.side, *(name for name, on in marks if on)])

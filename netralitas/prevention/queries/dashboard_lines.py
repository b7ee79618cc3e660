"""The lines of the dashboard, made from what was counted."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from netralitas.cases.domain import Theme
from netralitas.prevention import figure_words, words
from netralitas.prevention.dashboard_pages import (
    CountLine,
    GainLine,
    Measure,
    MonthLine,
    ReachTotal,
    SpentLine,
    UnitLine,
)
from netralitas.prevention.domain import ActivityKind
from netralitas.prevention.figures import (
    Cell,
    Count,
    Gain,
    Reach,
    Spent,
    totals_by,
    width,
)

type_both = tuple[int, Theme | None]

NOWHERE: Final = "Tanpa kecamatan"


def measure(count: Count, longest: int) -> Measure:
    """Return held against plan, its bars against the `longest` beside it."""
    return Measure(
        words=words.of_plan(count.held, count.planned),
        planned=count.planned,
        held=count.held,
        planned_width=width(count.planned, longest),
        held_width=width(count.held, longest),
    )


def longest(counts: Iterable[Count]) -> int:
    """Return the amount that the longest bar stands for."""
    return max((max(count.planned, count.held) for count in counts), default=0)


def themes(counted: Sequence[Cell], shown: Iterable[Theme | None]) -> tuple[CountLine, ...]:
    """Return a line for each theme that is shown, be there anything or not."""
    by_theme = totals_by(counted, lambda cell: cell.theme)
    return _lines({words.theme(theme): by_theme.get(theme, Count()) for theme in shown})


def kinds(counted: Sequence[Cell]) -> tuple[CountLine, ...]:
    """Return a line for each kind of which there is something, in the order of the list."""
    by_kind = totals_by(counted, lambda cell: cell.kind)
    return _lines({words.KINDS[kind]: by_kind[kind] for kind in ActivityKind if kind in by_kind})


def places(counted: Sequence[Cell], names: Mapping[str, str]) -> tuple[CountLine, ...]:
    """Return a line for each sub-district in which there is something."""
    by_place = totals_by(counted, lambda cell: cell.region)
    return _lines({names.get(code, code): by_place[code] for code in sorted(by_place)})


def months(
    counted: Sequence[Cell], shown: Sequence[Theme | None], only: int | None
) -> tuple[MonthLine, ...]:
    """Return a line for every month of the year, or for one of them."""
    by_both = totals_by(counted, lambda cell: (cell.month, cell.theme))
    by_month = totals_by(counted, lambda cell: cell.month)
    most = longest(by_month.values())
    return tuple(
        MonthLine(
            label=label,
            themes=tuple(_of_plan(by_both, (month, theme)) for theme in shown),
            measure=measure(by_month.get(month, Count()), most),
            count=by_month.get(month, Count()),
        )
        for month, label in enumerate(words.MONTHS, start=1)
        if only in {None, month}
    )


def unit(found: Reach) -> UnitLine:
    """Return the line of a unit."""
    return UnitLine(
        name=found.name,
        region=found.region or NOWHERE,
        staff=found.staff,
        counted_on=found.counted_on,
        invited=found.invited,
        activities=found.activities,
        most=found.most,
        reached=found.reached,
        share=found.share,
    )


def by_share(units: Iterable[Reach]) -> list[Reach]:
    """Return the units with the smallest share first: that is where to go next."""
    return sorted(units, key=lambda each: (each.share or 0, each.name))


def by_staff(units: Iterable[Reach]) -> list[Reach]:
    """Return the largest units first: there most people were not reached."""
    return sorted(units, key=lambda each: (-each.staff, each.name))


def reach_total(units: Sequence[Reach]) -> ReachTotal:
    """Return how much of all units was reached: of the units, and of their staff."""
    covered = sum(each.covered for each in units)
    staff, reached = sum(each.staff for each in units), sum(each.reached for each in units)
    return ReachTotal(
        units=len(units),
        sentence=figure_words.reached((covered, len(units)), (reached, staff)),
    )


def spent_line(found: Spent) -> SpentLine:
    """Return the line of a fund."""
    return SpentLine(
        label=words.FUNDS[found.fund] if found.fund else "Sumber dana belum dicatat",
        activities=found.activities,
        told=found.told,
        amount=found.amount,
    )


def gain_line(found: Gain) -> GainLine:
    """Return the line of a theme that was tested."""
    return GainLine(
        label=words.theme(found.theme),
        activities=found.activities,
        people_before=found.people_before,
        people_after=found.people_after,
        before=found.before,
        after=found.after,
        rise=figure_words.rise(found.rise),
    )


def _lines(found: Mapping[str, Count]) -> tuple[CountLine, ...]:
    most = longest(found.values())
    return tuple(
        CountLine(label=label, measure=measure(count, most), count=count)
        for label, count in found.items()
    )


def _of_plan(found: Mapping[type_both, Count], key: type_both) -> str:
    count = found.get(key, Count())
    return words.of_plan(count.held, count.planned)

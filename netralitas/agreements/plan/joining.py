"""Rows are put to a work plan whose years may be others: each cell stays with its year. Pure."""

from msgspec.structs import replace

from netralitas.agreements.paper import Indicator, Paper, PlanRow


def with_rows(paper: Paper, years: tuple[int, ...], rows: tuple[PlanRow, ...]) -> Paper:
    """Return the paper with rows at the end of its plan; `years` are those of their cells."""
    known = (*paper.years, *years)
    whole = tuple(range(min(known), max(known) + 1)) if known else ()
    old = tuple(_laid(row, paper.years, whole) for row in paper.plan)
    new = tuple(_laid(row, years, whole) for row in rows)
    return replace(paper, years=whole, plan=(*old, *new))


def _laid(row: PlanRow, years: tuple[int, ...], whole: tuple[int, ...]) -> PlanRow:
    """Return a row laid over more years; one cell alone goes on to hold for all of them."""
    before = whole.index(years[0]) if years else 0
    schedule = row.schedule
    if len(schedule) > 1 and len(schedule) <= len(years):
        schedule = (*("" for _ in range(before)), *schedule)
        if len(whole) > before + len(years):  # its last cell holds for its own last year
            own = len(years) - len(row.schedule)
            schedule = (*schedule, *(row.schedule[-1] for _ in range(own)), "")
    return replace(
        row,
        schedule=schedule,
        output=tuple(_timed(each, before, len(whole)) for each in row.output),
        outcome=tuple(_timed(each, before, len(whole)) for each in row.outcome),
    )


def _timed(indicator: Indicator, before: int, amount: int) -> Indicator:
    if not indicator.yearly:
        return indicator
    yearly: tuple[int | None, ...] = (*(None for _ in range(before)), *indicator.yearly)
    rest = amount - len(yearly)
    return replace(indicator, yearly=(*yearly, *(None for _ in range(rest))))

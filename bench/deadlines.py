"""B7: a hundred thousand deadlines, with and without explanation, beside adding days to dates."""

import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from statistics import median
from typing import Final

from bench.figures import Figure, compared
from netralitas.law import book
from netralitas.law.deadline import due
from netralitas.law.domain import Rule, Unit, Zone
from netralitas.law.explanation import explain

_AMOUNT: Final = 100_000
_FEW: Final = 10_000
_YEARS: Final = (2020, 2025)
_PLAIN: Final = 0.2
_EXPLAINED: Final = 0.05
_LINEAR: Final = 1.2
"""Most that one of many may take, of what one of few takes."""

Beginnings = list[tuple[Rule, date]]


def measure(rounds: int) -> list[Figure]:
    """Return B7; every figure is how many a second."""
    begun, few = beginnings(_AMOUNT), beginnings(_FEW)
    sums: list[float] = []
    plain: list[float] = []
    explained: list[float] = []
    of_few: list[float] = []
    for turn in range(rounds + 1):
        found = _rate(_sums, begun), _rate(_due, begun), _rate(_explain, begun), _rate(_due, few)
        if turn:  # the first round fills the calendar's caches
            for samples, rate in zip((sums, plain, explained, of_few), found, strict=True):
                samples.append(rate)
    row = partial(_row, sums)
    growth = median(of_few) / median(plain)
    return [
        row(f"{_AMOUNT:,} deadlines", plain, _PLAIN),
        row(f"{_AMOUNT:,} deadlines with their explanation", explained, _EXPLAINED),
        Figure(
            code="B7",
            work=f"{_AMOUNT:,} deadlines: time of one",
            unit="/s",
            samples=tuple(plain),
            limit_name=f"of {_FEW:,}",
            limits=tuple(of_few),
            ratio=growth,
            target=f"linear: ≤ {_LINEAR}",
            met=growth <= _LINEAR,
        ),
    ]


def beginnings(amount: int) -> Beginnings:
    """Return so many rules, each with a day in force on which its time begins."""
    laws, (first, last) = book.load(), _YEARS
    days = [date(first, 1, 1) + timedelta(days=n) for n in range(365 * (last - first))]
    pairs = [
        (rule, on)
        for on in days
        for code in laws.codes()
        for rule in laws.versions(code)
        if rule.in_force(on) and rule.unit is not Unit.HOURS
    ]
    return [pairs[(n * 7919) % len(pairs)] for n in range(amount)]  # a prime: rules and days mixed


def _row(limits: list[float], work: str, samples: list[float], least: float) -> Figure:
    ratio, met = compared(samples, limits, lambda found: found >= least)
    return Figure(
        code="B7",
        work=work,
        unit="/s",
        samples=tuple(samples),
        limit_name="date + timedelta",
        limits=tuple(limits),
        ratio=ratio,
        target=f"≥ {least}",
        met=met,
    )


def _rate(run: Callable[[Beginnings], None], begun: Beginnings) -> float:
    start = time.perf_counter()
    run(begun)
    return len(begun) / (time.perf_counter() - start)


def _sums(begun: Beginnings) -> None:
    for rule, on in begun:
        _ = on + timedelta(days=rule.number or 0)


def _due(begun: Beginnings) -> None:
    calendar = book.load().calendar()
    for rule, on in begun:
        due(rule, on, calendar, Zone.WIB)


def _explain(begun: Beginnings) -> None:
    calendar = book.load().calendar()
    for rule, on in begun:
        explain(rule, on, calendar, Zone.WIB)

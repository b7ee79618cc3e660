"""Which activities are counted: a span of days and what they are about, as statements take it."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from netralitas.cases.domain import Theme
from netralitas.prevention.address import Filters
from netralitas.prevention.domain import ActivityKind

ABOUT: Final = """
    ($3::text IS NULL OR a.theme = $3)
    AND ($4::text IS NULL OR a.kind = $4)
    AND ($5::text IS NULL OR left(a.region, 8) = $5)
    AND ($6::integer IS NULL
         OR a.id IN (SELECT w.activity FROM attendance w WHERE w.unit = $6)
         OR a.id IN (SELECT w.activity FROM invited w WHERE w.unit = $6))
"""
"""The condition on an activity `a`; $1 and $2 are the days between which it is looked for."""

HELD: Final = f"a.held_on >= $1 AND a.held_on < $2 AND {ABOUT}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """From `since` on and before `until`: of a theme, of a kind, in a sub-district, for a unit."""

    since: date
    until: date
    theme: Theme | None = None
    kind: ActivityKind | None = None
    district: str | None = None
    unit: int | None = None

    @property
    def values(self) -> tuple[object, ...]:
        """Return the first six parameters of every statement that counts activities."""
        return (self.since, self.until, self.theme, self.kind, self.district, self.unit)


def scope_of(wanted: Filters, year: int) -> Scope:
    """Return what the filters name, of a year or of one month of it."""
    month = wanted.month
    since = date(year, month or 1, 1)
    until = date(year + 1, 1, 1) if month in {None, 12} else date(year, (month or 0) + 1, 1)
    return Scope(
        since=since,
        until=until,
        theme=wanted.theme,
        kind=wanted.kind,
        district=wanted.district,
        unit=wanted.unit,
    )

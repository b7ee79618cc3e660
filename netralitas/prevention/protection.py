"""Figures beside each other only for groups of people that are large enough. Pure.

A regency has few reported people in a season, so that counting cases protects nobody: it goes by
how many work in a group. Everybody is in exactly one group of the finest table, each group lies
whole in one of the coarser, and all of them are as large as the threshold. So neither a line nor a
difference of lines tells of fewer people. Who works where decides it, and never what is counted.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from netralitas.prevention.figures import share

Part = TypeVar("Part")

type_district = str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Workplace:
    """A unit in its sub-district (None: in none), its staff and how many of them were reached."""

    unit: int
    name: str
    district: type_district
    staff: int
    reached: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """So many respondents; of the deadlines of their follow-up `due` ran out or were kept.

    `late` of these were not kept.
    """

    respondents: int = 0
    due: int = 0
    late: int = 0

    def __add__(self, other: "Reported") -> "Reported":
        """Return both together."""
        return Reported(
            respondents=self.respondents + other.respondents,
            due=self.due + other.due,
            late=self.late + other.late,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """Respondents by the unit that is named, else by the sub-district of the act, else neither."""

    by_unit: Mapping[int, Reported]
    by_district: Mapping[str, Reported]
    nowhere: Reported


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The units of a group with what is counted of all of them together."""

    units: tuple[Workplace, ...]
    reported: Reported

    @property
    def staff(self) -> int:
        """Return how many work in the group."""
        return sum(unit.staff for unit in self.units)

    @property
    def covered(self) -> int | None:
        """Return how many of a hundred of them were reached at least."""
        return share(sum(unit.reached for unit in self.units), self.staff)

    @property
    def per_thousand(self) -> int:
        """Return the tenths of respondents for every thousand who work there, rounded down."""
        return self.reported.respondents * 10_000 // self.staff


@dataclass(frozen=True, slots=True, kw_only=True)
class District:
    """Sub-districts that are shown as one, as a whole and by group.

    The whole also counts those of whom only the place of the act is known.
    """

    codes: tuple[type_district, ...]
    whole: Group
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What may be shown; `total` None where even all together are too few.

    `placed` respondents are known by the place of the act alone, `nowhere` not even by that.
    """

    total: Group | None
    districts: tuple[District, ...]
    placed: int
    nowhere: int


def beside(workplaces: Iterable[Workplace], matched: Matched, threshold: int) -> Beside:
    """Return what may be shown of respondents beside coverage, by sub-district and by unit."""
    every = tuple(workplaces)
    known = {unit.district for unit in every}
    placed = {code: one for code, one in matched.by_district.items() if code in known}
    districts = tuple(
        _district(codes, every, matched.by_unit, placed, threshold)
        for codes in _districts(every, threshold)
    )
    whole = _sum(district.whole.reported for district in districts)
    elsewhere = sum(
        one.respondents for code, one in matched.by_district.items() if code not in known
    )
    return Beside(
        total=Group(units=every, reported=whole) if districts else None,
        districts=districts,
        placed=sum(one.respondents for one in placed.values()),
        nowhere=matched.nowhere.respondents + elsewhere,
    )


def parted(
    parts: Sequence[Part], staff: Callable[[Part], int], threshold: int
) -> tuple[tuple[Part, ...], ...]:
    """Return parts in groups of at least `threshold` people, each part in one; none if too few.

    A part that is large enough is a group of its own. The others are one group together; where that
    is too small, they go to the smallest of the large ones.
    """
    large = [(part,) for part in parts if staff(part) >= threshold]
    small = tuple(part for part in parts if staff(part) < threshold)
    if not small:
        return tuple(large)
    if sum(map(staff, small)) >= threshold:
        return (*large, small)
    if not large:
        return ()
    smallest = min(range(len(large)), key=lambda place: (staff(large[place][0]), place))
    return tuple(
        (*group, *small) if place == smallest else group for place, group in enumerate(large)
    )


def _districts(every: Sequence[Workplace], threshold: int) -> tuple[tuple[type_district, ...], ...]:
    staff: dict[type_district, int] = {}
    for unit in every:
        staff[unit.district] = staff.get(unit.district, 0) + unit.staff
    codes = sorted(staff, key=lambda code: (code is None, code or ""))
    return parted(codes, staff.__getitem__, threshold)


def _district(
    codes: tuple[type_district, ...],
    every: Sequence[Workplace],
    by_unit: Mapping[int, Reported],
    placed: Mapping[str, Reported],
    threshold: int,
) -> District:
    units = tuple(unit for unit in every if unit.district in codes)
    groups = tuple(
        Group(units=group, reported=_sum(by_unit.get(unit.unit, Reported()) for unit in group))
        for group in parted(units, lambda unit: unit.staff, threshold)
    )
    alone = _sum(placed.get(code, Reported()) for code in codes if code is not None)
    reported = _sum(group.reported for group in groups) + alone
    return District(codes=codes, whole=Group(units=units, reported=reported), groups=groups)


def _sum(all_of: Iterable[Reported]) -> Reported:
    return sum(all_of, Reported())

"""Somebody who knows every number that was released, who works where, and how protection works.

Everything that is public becomes linear: of each record the share to which it is about a class of
posts, of what was not published the number for each class and level. HiGHS then says how few and
how many of a group can have got something.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import highspy

from netralitas.cases.domain import PositionClass
from netralitas.publication.domain import Level

type_meaning = Mapping[str, frozenset[PositionClass]]
KNOWN = tuple(
    one for one in PositionClass if one not in {PositionClass.OTHER, PositionClass.UNKNOWN}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A published outcome as it was read: what it says became of it, and whom its names may mean.

    Several names, where it was corrected: then both are true.
    """

    level: Level
    meant: tuple[frozenset[PositionClass], ...]

    @property
    def whom(self) -> frozenset[PositionClass]:
        """The classes that all of its names mean."""
        return frozenset.intersection(*self.meant)


@dataclass(slots=True, kw_only=True)
class Adversary:
    """What is known; `staff` are the most who ever worked in a class, each reported once.

    Of `tables` each line says how many of these records are about whom, of `files` how many at the
    least: a row of a file has no key.
    """

    reads: Sequence[Read]
    tables: Iterable[tuple[frozenset[int], frozenset[PositionClass], int]]
    files: Iterable[tuple[frozenset[int], frozenset[PositionClass], int]]
    imposed: Mapping[Level, int]
    staff: Mapping[PositionClass, int]
    _columns: dict[tuple[int | Level, PositionClass], int] = field(default_factory=dict)
    _solver: highspy.Highs = field(default_factory=highspy.Highs)

    def __post_init__(self) -> None:
        """Write down everything that is known."""
        self._solver.silent()
        for number, read in enumerate(self.reads):
            for found in KNOWN:
                self._column((number, found), 1.0 if found in read.whom else 0.0)
            self._row([(number, found) for found in KNOWN], 1, 1)
        for level in Level:
            told = sum(read.level is level for read in self.reads)
            for found in KNOWN:
                self._column((level, found), highspy.kHighsInf)
            left = max(0, self.imposed.get(level, 0) - told)
            self._row([(level, found) for found in KNOWN], left, left)
        for numbers, meant, amount in self.tables:
            self._row([(one, found) for one in numbers for found in meant], amount, amount)
        for numbers, meant, amount in self.files:
            columns = [(one, found) for one in numbers for found in meant]
            self._row(columns, amount, len(numbers))
        for found in KNOWN:
            every: tuple[int | Level, ...] = (*range(len(self.reads)), *tuple(Level))
            self._row([(one, found) for one in every], 0, self.staff.get(found, 0))

    def bounds(self, group: frozenset[PositionClass], level: Level) -> tuple[float, float]:
        """Return how few and how many of a group can have got a level."""
        numbers = [number for number, read in enumerate(self.reads) if read.level is level]
        every: list[int | Level] = [*numbers, level]
        columns = [self._columns[one, found] for one in every for found in group]
        return self._best(columns, highspy.ObjSense.kMinimize), self._best(
            columns, highspy.ObjSense.kMaximize
        )

    def _best(self, columns: Sequence[int], sense: highspy.ObjSense) -> float:
        wanted = set(columns)
        for column in self._columns.values():
            self._solver.changeColCost(column, 1.0 if column in wanted else 0.0)
        self._solver.changeObjectiveSense(sense)
        self._solver.run()
        assert self._solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
        return float(self._solver.getInfo().objective_function_value)

    def _column(self, key: tuple[int | Level, PositionClass], upper: float) -> None:
        self._columns[key] = len(self._columns)
        self._solver.addVar(0.0, upper)

    def _row(
        self, keys: Sequence[tuple[int | Level, PositionClass]], least: int, most: int
    ) -> None:
        columns = [self._columns[key] for key in keys]
        self._solver.addRow(least, most, len(columns), columns, [1.0] * len(columns))

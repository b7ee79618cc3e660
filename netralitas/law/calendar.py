"""The calendar of working days: which days are off and why, and counting over them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from netralitas.language import SOURCE, Phrase, phrase, speaking
from netralitas.law.refusals import YearNotLoaded

_WEEKEND = {5: phrase("akhir pekan (Sabtu)"), 6: phrase("akhir pekan (Minggu)")}


class DayKind(StrEnum):
    """Why a day is off besides the weekend."""

    NATIONAL_HOLIDAY = "libur_nasional"
    JOINT_LEAVE = "cuti_bersama"
    POLLING_DAY = "pemungutan_suara"
    REGIONAL_HOLIDAY = "libur_daerah"


KIND_WORDS = {
    DayKind.NATIONAL_HOLIDAY: phrase("libur nasional"),
    DayKind.JOINT_LEAVE: phrase("cuti bersama"),
    DayKind.POLLING_DAY: phrase("hari pemungutan suara"),
    DayKind.REGIONAL_HOLIDAY: phrase("libur daerah"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialDay:
    """A day that is off by decree; `provisional` until the decree itself has been read."""

    kind: DayKind
    name: str
    source: str
    provisional: bool = False


class Day(NamedTuple):
    """One day of a count: counted or skipped, and why.

    A tuple rather than a dataclass because an explanation holds dozens of them.
    """

    on: date
    counted: bool
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Every day of the years `first_year` to `last_year`, judged; other years are not loaded.

    Equal calendars have the same version, years and days. Counting costs the same for one day and
    for a thousand: the working days are laid out once, and each day knows how many precede it.
    """

    version: int
    first_year: int
    last_year: int
    days: Mapping[date, SpecialDay]
    provisional_years: frozenset[int] = frozenset()
    _first: int = field(init=False, repr=False, compare=False)
    _judged: tuple[Day, ...] = field(init=False, repr=False, compare=False)
    _plain: tuple[Day, ...] = field(init=False, repr=False, compare=False)
    _workdays: tuple[date, ...] = field(init=False, repr=False, compare=False)
    _preceding: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Lay out the working days; refuse a day outside the years with ValueError."""
        stray = [on for on in self.days if not self.first_year <= on.year <= self.last_year]
        if stray or self.last_year < self.first_year:
            raise ValueError(f"days outside the years of the calendar: {stray}")
        first = date(self.first_year, 1, 1)
        length = (date(self.last_year, 12, 31) - first).days + 1
        with speaking(SOURCE):  # whoever loads it: reasons are put together in Indonesian
            judged = tuple(self._judge(first + timedelta(days=offset)) for offset in range(length))
        preceding = [0]
        for day in judged:
            preceding.append(preceding[-1] + day.counted)
        object.__setattr__(self, "_first", first.toordinal())
        object.__setattr__(self, "_judged", judged)
        object.__setattr__(self, "_plain", tuple(_plain(day.on) for day in judged))
        object.__setattr__(self, "_workdays", tuple(day.on for day in judged if day.counted))
        object.__setattr__(self, "_preceding", tuple(preceding))

    def _judge(self, on: date) -> Day:
        special = self.days.get(on)
        if special:
            return Day(on, counted=False, reason=_of(special))
        if on.weekday() in _WEEKEND:
            return Day(on, counted=False, reason=_WEEKEND[on.weekday()])
        return Day(on, counted=True, reason="hari kerja")

    def day(self, on: date) -> Day:
        """Return the day as a count of working days judges it; raise YearNotLoaded."""
        return self._judged[self._offset(on)]

    def is_workday(self, on: date) -> bool:
        """Say whether offices work on the day; raise YearNotLoaded."""
        return self.day(on).counted

    def workday_after(self, start: date, number: int, *, inclusive: bool = False) -> date:
        """Return the `number`-th working day after `start`, which itself counts if inclusive."""
        preceding = self._preceding[self._offset(start) + (not inclusive)]
        try:
            return self._workdays[preceding + number - 1]
        except IndexError:
            raise YearNotLoaded(self.last_year + 1) from None

    def workday_before(self, start: date, number: int, *, inclusive: bool = False) -> date:
        """Return the `number`-th working day before `start`, which itself counts if inclusive."""
        index = self._preceding[self._offset(start) + inclusive] - number
        if index < 0:
            raise YearNotLoaded(self.first_year - 1)
        return self._workdays[index]

    def workdays_between(self, after: date, until: date) -> int:
        """Return how many working days follow `after` up to and with `until`; negative if past."""
        return self._preceding[self._offset(until) + 1] - self._preceding[self._offset(after) + 1]

    def judged(self, first: date, last: date) -> tuple[Day, ...]:
        """Return the days from `first` to `last`, both included; raise YearNotLoaded."""
        return self._judged[self._offset(first) : self._offset(last) + 1]

    def plain(self, first: date, last: date) -> tuple[Day, ...]:
        """Return the days from `first` to `last`, both included, all of them counted."""
        offset = first.toordinal() - self._first
        length = (last - first).days + 1
        if offset >= 0 and offset + length <= len(self._plain):
            return self._plain[offset : offset + length]
        return tuple(_plain(first + timedelta(days=step)) for step in range(length))

    def knows(self, on: date) -> bool:
        """Say whether the year of the day is loaded."""
        return self.first_year <= on.year <= self.last_year

    def is_provisional(self, first: date, last: date) -> bool:
        """Say whether the year of either date rests on a list not yet confirmed.

        Decrees come year by year, so a count cannot cross a provisional year and end in a sure one.
        """
        return first.year in self.provisional_years or last.year in self.provisional_years

    def _offset(self, on: date) -> int:
        offset = on.toordinal() - self._first
        if 0 <= offset < len(self._judged):
            return offset
        raise YearNotLoaded(on.year)


def _plain(on: date) -> Day:
    return Day(on, counted=True, reason="hari kalender")


def _of(special: SpecialDay) -> Phrase:
    """Return the reason of a special day; its name is in the catalogue if the data has it."""
    name, kind = Phrase(special.name), KIND_WORDS[special.kind]
    if special.provisional:
        return phrase("{name} ({kind}, sementara)", name=name, kind=kind)
    return phrase("{name} ({kind})", name=name, kind=kind)

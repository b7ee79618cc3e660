"""When an office receives people and papers: its hours by weekday, from a day to a day. Pure."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any, Final

from netralitas.language import SOURCE, locale, say
from netralitas.law.domain import Certainty
from netralitas.law.words import weekday

_DAYS: Final = range(7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """The hours of one office in one period.

    `weekdays` are 0 (Monday) to 6; `opens` and `closes` are local time, both None for the whole
    day and night. `valid_to` is the last day, None while no end is set. `basis` is the notice or
    decree that set them.
    """

    organisation: str
    valid_from: date
    valid_to: date | None
    weekdays: frozenset[int]
    opens: time | None
    closes: time | None
    basis: str
    certainty: Certainty

    def __post_init__(self) -> None:
        """Refuse hours that nobody could keep, with ValueError."""
        fault = self._fault()
        if fault:
            raise ValueError(f"{self.organisation}: {fault}")

    @property
    def key(self) -> str:
        """Return what distinguishes it from all other hours."""
        return f"{self.organisation}/{self.valid_from.isoformat()}"

    def covers(self, on: date) -> bool:
        """Say whether these are the hours of the period in which the day lies."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)

    def open_on(self, on: date) -> bool:
        """Say whether the office receives anybody on the day."""
        return self.covers(on) and on.weekday() in self.weekdays

    @property
    def sentence(self) -> str:
        """Return the hours in words: "Senin, Selasa dan Rabu pukul 08.00 sampai 16.00"."""
        return in_words(self.weekdays, self.opens, self.closes)

    def _fault(self) -> str | None:
        if not self.organisation.strip() or not self.basis.strip():
            return "organisation and basis must not be empty"
        if not self.weekdays or not self.weekdays <= set(_DAYS):
            return "weekdays are some of 0 to 6"
        if (self.opens is None) is not (self.closes is None):
            return "opens and closes are both given or both absent"
        if self.opens is not None and self.closes is not None and self.closes <= self.opens:
            return "it closes before it opens"
        if self.valid_to is not None and self.valid_to < self.valid_from:
            return "it ends before it begins"
        return None


class OfficeHours:
    """The hours of every office that has told them."""

    def __init__(self, periods: Iterable[Hours] = ()) -> None:
        """Order the periods; the later of two that overlap counts where both do."""
        self.all = tuple(sorted(periods, key=lambda hours: (hours.organisation, hours.valid_from)))

    def of(self, organisation: str) -> tuple[Hours, ...]:
        """Return the periods of an office by its code, the oldest first."""
        return tuple(hours for hours in self.all if hours.organisation == organisation)

    def on(self, organisation: str, day: date) -> Hours | None:
        """Return the hours of an office in force on the day, None where none were told."""
        found = [hours for hours in self.of(organisation) if hours.covers(day)]
        return found[-1] if found else None


def in_words(weekdays: Collection[int], opens: time | None, closes: time | None) -> str:
    """Return hours in the language of the page: "Senin sampai Jumat pukul 08.00 sampai 16.00"."""
    if opens is None or closes is None:
        return say("{days} selama 24 jam", days=_days(sorted(weekdays)))
    form = "%H.%M" if locale() == SOURCE else "%H:%M"
    return say(
        "{days} pukul {opens} sampai {closes}",
        days=_days(sorted(weekdays)),
        opens=opens.strftime(form),
        closes=closes.strftime(form),
    )


def _days(weekdays: Sequence[int]) -> str:
    names = [weekday(date(2024, 1, 1 + day)) for day in weekdays]
    if len(names) == len(_DAYS):
        return say("Setiap hari")
    if len(names) == 1:
        return names[0]
    if weekdays[-1] - weekdays[0] == len(names) - 1:
        return say("{first} sampai {last}", first=names[0], last=names[-1])
    return say("{several} dan {last}", several=", ".join(names[:-1]), last=names[-1])


def read_hours(entries: Iterable[Mapping[str, Any]]) -> OfficeHours:
    """Return the hours written in the entries; raise ValueError that names the faulty office."""
    return OfficeHours(_hours(entry) for entry in entries)


def _hours(entry: Mapping[str, Any]) -> Hours:
    return Hours(
        organisation=entry["organisation"],
        valid_from=entry["valid_from"],
        valid_to=entry.get("valid_to"),
        weekdays=frozenset(entry["weekdays"]),
        opens=entry.get("opens"),
        closes=entry.get("closes"),
        basis=entry["basis"],
        certainty=Certainty(entry["certainty"]),
    )

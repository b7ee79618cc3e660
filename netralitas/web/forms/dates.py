"""Fields of dates and times, whole or only as exactly as people remember."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import ClassVar
from zoneinfo import ZoneInfo

from netralitas.audit.domain import Moment, Precision
from netralitas.language import phrase, say
from netralitas.web.forms.calendar_words import (
    read_day,
    refuse_future,
    required_month,
    time_from,
    year_number,
)
from netralitas.web.forms.field import Field
from netralitas.web.forms.given import Given, Wrong

# What is filled in says most of it: only these two cannot be told from the inputs.
PRECISIONS = (
    ("", phrase("Sesuai yang diisi")),
    (Precision.AS_OF.value, phrase("Keadaan per tanggal ini")),
    (Precision.UNKNOWN.value, phrase("Tidak diketahui")),
)


def _typed_parts(day: date) -> dict[str, list[str]]:
    return {"day": [str(day.day)], "month": [str(day.month)], "year": [str(day.year)]}


class DateField(Field[date]):
    """A day: three inputs (day, month, year) or one text, in any way people write it.

    With `past` a day after the form's `today` is refused.
    """

    kind: ClassVar[str] = "date"
    parts: ClassVar[tuple[str, ...]] = ("", "day", "month", "year")
    first_part: ClassVar[str] = "day"

    def __init__(
        self, label: str, *, hint: str = "", missing: str | None = None, past: bool = False
    ) -> None:
        """`past` needs the form to be given `today`."""
        super().__init__(label, hint=hint, missing=missing)
        self.past = past

    def read(self, given: Given) -> date | None:
        """Return the day, None when nothing was typed."""
        day = read_day(given)
        if day and self.past:
            refuse_future(day, given)
        return day

    def write(self, value: date) -> Mapping[str, Sequence[str]]:
        """Return the three inputs."""
        return _typed_parts(value)


class TimeField(Field[time]):
    """A time of day, without zone."""

    kind: ClassVar[str] = "time"

    def read(self, given: Given) -> time | None:
        """Return the time, None when empty."""
        text = given.line()
        return time_from(text, self.label) if text else None

    def write(self, value: time) -> Mapping[str, Sequence[str]]:
        """Return the time as it is written in Indonesian."""
        return {"": [f"{value:%H.%M}"]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """When something happened, as exactly as it is known.

    For a month or a year `on` is its first day; `at` is set only for `Precision.TIME`; both are
    None for `Precision.UNKNOWN`.
    """

    precision: Precision
    on: date | None = None
    at: time | None = None

    @property
    def latest_day(self) -> date | None:
        """Return the last day that may be meant; None where nothing is known."""
        return Moment(precision=self.precision, on=self.on).latest_day

    def moment(self, zone: str) -> Moment:
        """Return the moment meant by someone who writes in the time zone `zone`."""
        at = datetime.combine(self.on, self.at, ZoneInfo(zone)) if self.on and self.at else None
        return Moment(precision=self.precision, on=self.on, at=at, zone=zone)


class HappenedField(Field[Happened]):
    """When it happened and how exactly that is known.

    Without a chosen precision the inputs that are filled decide: a month and a year alone are a
    month. With `past` a day after the form's `today` is refused.
    """

    kind: ClassVar[str] = "happened"
    parts: ClassVar[tuple[str, ...]] = ("", "day", "month", "year", "time", "precision")
    first_part: ClassVar[str] = "day"
    choices = PRECISIONS

    def __init__(
        self, label: str, *, hint: str = "", missing: str | None = None, past: bool = True
    ) -> None:
        """`past` needs the form to be given `today`."""
        super().__init__(label, hint=hint, missing=missing)
        self.past = past

    def read(self, given: Given) -> Happened | None:
        """Return when it happened, None when nothing was typed or chosen."""
        precision = self._precision(given)
        if precision is None:
            return None
        if precision is Precision.UNKNOWN:
            return Happened(precision=precision)
        on = self._first_day(precision, given)
        if on and self.past:
            refuse_future(on, given)
        at = self._time(given) if precision is Precision.TIME else None
        return Happened(precision=precision, on=on, at=at)

    def _precision(self, given: Given) -> Precision | None:
        chosen = given.text("precision").strip()
        day, month, year = (given.line(part) for part in ("day", "month", "year"))
        anything = any((given.line(), day, month, year, given.line("time")))
        if chosen == Precision.UNKNOWN:
            return Precision.UNKNOWN
        if not anything:
            return None
        if chosen:
            if chosen not in set(Precision):
                raise Wrong(
                    say("{label}: pilih lagi seberapa tepat waktunya diketahui.", label=self.label)
                )
            return Precision(chosen)
        if given.line("time"):
            return Precision.TIME
        if year and not day and not given.line():
            return Precision.MONTH if month else Precision.YEAR
        return Precision.DAY

    def _first_day(self, precision: Precision, given: Given) -> date | None:
        if precision in {Precision.MONTH, Precision.YEAR}:
            year = year_number(given.line("year"), self.label)
            month = given.line("month")
            of_year = required_month(month, self.label) if precision is Precision.MONTH else 1
            return date(year, of_year, 1)
        day = read_day(given)
        if day is None:
            raise Wrong(say("{label}: isi tanggal, bulan, dan tahun.", label=self.label))
        return day

    def _time(self, given: Given) -> time:
        text = given.line("time")
        if not text:
            raise Wrong(
                say(
                    "{label}: isi jamnya, atau pilih bahwa jamnya tidak diketahui.",
                    label=self.label,
                )
            )
        return time_from(text, self.label)

    def write(self, value: Happened) -> Mapping[str, Sequence[str]]:
        """Return the inputs, with the parts that are not known left empty."""
        written: dict[str, list[str]] = {}
        if value.precision in {Precision.AS_OF, Precision.UNKNOWN}:
            written["precision"] = [value.precision.value]
        if value.on:
            written |= _typed_parts(value.on)
        if value.precision in {Precision.MONTH, Precision.YEAR}:
            del written["day"]
        if value.precision is Precision.YEAR:
            del written["month"]
        if value.at:
            written["time"] = [f"{value.at:%H.%M}"]
        return written

"""How a date was reached: each day counted or skipped and why, as sentences and as JSON."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from netralitas.language import say
from netralitas.law import sentences, words
from netralitas.law.book import RuleBook
from netralitas.law.calendar import Calendar, Day
from netralitas.law.deadline import Due, due, local_day
from netralitas.law.domain import Rule, Side, Start, Unit, Zone

_ONE_DAY = timedelta(days=1)
# As in `deadline`: naming a member costs a call.
_WORKDAY = Unit.WORKDAY
_CALENDAR = Unit.CALENDAR
_AFTER = Side.AFTER


class Explanation(NamedTuple):
    """A deadline with everything that led to it.

    `days` runs from the first day that could count to the last one, backwards for a rule counted
    back; it is empty for hours, months and fixed dates, which count no single days. `landing` is
    the last day as the calendar judges it, None where its year is not loaded. A tuple, as `Due` is.
    """

    rule: Rule
    start: date | datetime
    zone: Zone
    due: Due
    days: tuple[Day, ...]
    landing: Day | None

    @property
    def counted(self) -> tuple[Day, ...]:
        """Return the days that count, in order."""
        return tuple(day for day in self.days if day.counted)

    def in_words(self) -> list[str]:
        """Return the explanation as sentences, in the order of the reasoning."""
        return [
            words.limit(self.rule),
            say("Dasar: {article}.", article=self.rule.article),
            *self._reasoning(words.doubt(self.rule)),
        ]

    def on_page(self) -> list[str]:
        """Return the sentences for a page on which limit, article and doubt stand beside them."""
        return self._reasoning(words.doubt(self.rule, source=False))

    def _reasoning(self, doubt: str | None) -> list[str]:
        return [
            self._start_in_words(),
            *self._days_in_words(),
            self._result_in_words(),
            *([doubt] if doubt else []),
            *self._cautions(),
        ]

    def as_json(self) -> dict[str, object]:
        """Return the explanation as JSON values; dates in ISO form, moments with their offset."""
        rule = self.rule
        return {
            "rule": rule.code,
            "version": rule.version,
            "label": rule.label,
            "number": rule.number,
            "unit": rule.unit.value,
            "unit_certainty": rule.unit_certainty.value,
            "direction": rule.direction.value,
            "side": rule.side.value,
            "start": self.start.isoformat(),
            "start_fact": rule.start,
            "start_certainty": rule.start_certainty.value,
            "alternative_starts": [_alternative(start) for start in rule.alternative_starts],
            "due": self.due.on.isoformat(),
            "due_at": self.due.at.isoformat(),
            "zone": self.zone.name,
            "basis": rule.article,
            "source": rule.source,
            "certainty": rule.certainty.value,
            "needs_confirmation": rule.uncertain,
            "calendar_version": self.due.calendar_version,
            "provisional": self.due.provisional,
            "days": [
                {"date": day.on.isoformat(), "counted": day.counted, "reason": str(day.reason)}
                for day in self.days
            ],
            "sentences": self.in_words(),
        }

    def _start_in_words(self) -> str:
        if isinstance(self.start, datetime) and self.rule.unit is Unit.HOURS:
            at = words.moment(self.start, self.zone)
        else:
            at = words.day(local_day(self.start, self.zone))
        uncounted = bool(self.days) and not self.rule.inclusive
        return sentences.begun(self.rule, at, uncounted=uncounted)

    def _days_in_words(self) -> list[str]:
        if not self.days:
            return [sentences.without_days(self.rule)]
        said = []
        ordinal = 0
        for day in self.days:
            ordinal += day.counted
            said.append(sentences.judged(day, sentences.nth(self.rule.unit, ordinal)))
        return said

    def _result_in_words(self) -> str:
        return say("Hasil: {moment}.", moment=words.moment(self.due.at, self.zone))

    def _cautions(self) -> list[str]:
        rule = self.rule
        said = [sentences.alternative(start, rule) for start in rule.alternative_starts]
        if self.landing is not None and not self.landing.counted:
            said.append(sentences.not_moved(self.landing.reason))
        if self.due.provisional:
            said.append(say("Daftar hari libur masih sementara, sehingga hasil dapat berubah."))
        if rule.note:
            said.append(say("Catatan: {note}", note=rule.note))
        return said


def explain(rule: Rule, start: date | datetime, calendar: Calendar, zone: Zone) -> Explanation:
    """Return the deadline of `due` with its days; raises what `due` raises."""
    result = due(rule, start, calendar, zone)
    days = _days(rule, local_day(start, zone), result.on, calendar)
    landing = calendar.day(result.on) if calendar.knows(result.on) else None
    return Explanation(rule, start, zone, result, days, landing)


def explained(book: RuleBook, code: str, begin: datetime, zone: str) -> Explanation:
    """Return the explanation of the rule `code` of the book in force at `begin`.

    `begin` is a naive local moment as typed, midnight meaning the day only; `zone` is WIB, WITA or
    WIT. Raises UnknownRule, NotInForce, and what `due` raises.
    """
    place = Zone[zone]
    start = begin.date() if begin.time() == time.min else begin.replace(tzinfo=place.tz)
    return explain(book.rule(code, begin.date()), start, book.calendar(), place)


def _days(rule: Rule, start: date, last: date, calendar: Calendar) -> tuple[Day, ...]:
    if rule.unit is _WORKDAY:
        spell = calendar.judged
    elif rule.unit is _CALENDAR and rule.roll_over:
        return _rolled(rule, start, last, calendar)
    elif rule.unit is _CALENDAR:
        spell = calendar.plain
    else:
        return ()
    if rule.side is _AFTER:
        return spell(start if rule.inclusive else start + _ONE_DAY, last)
    return spell(last, start if rule.inclusive else start - _ONE_DAY)[::-1]


def _rolled(rule: Rule, start: date, last: date, calendar: Calendar) -> tuple[Day, ...]:
    """Count every day up to the number; the days after it are those over which the end moved."""
    first = start if rule.inclusive else start + _ONE_DAY
    days = calendar.plain(first, last)
    moved = (calendar.day(day.on) for day in days[rule.number :])
    return (
        *days[: rule.number],
        *(Day(day.on, counted=False, reason=sentences.moved(day.reason)) for day in moved),
    )


def _alternative(start: Start) -> dict[str, str]:
    return {
        "fact": start.fact,
        "label": start.label,
        "basis": start.basis,
        "certainty": start.certainty.value,
    }

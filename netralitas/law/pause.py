"""How much time a pause takes out of a count, in the unit of the rule."""

from datetime import date, datetime, timedelta

from netralitas.law.calendar import Calendar
from netralitas.law.deadline import local_day
from netralitas.law.domain import Direction, Rule, Side, Unit, Zone
from netralitas.law.refusals import TimeNeeded

_HOUR = timedelta(hours=1)


def can_pause(rule: Rule) -> bool:
    """Say whether the count of the rule can stand still: a limit in days or hours that lies ahead.

    A month has no fixed length and a fixed date no count; what takes effect on a day is no limit.
    """
    counted = rule.unit in {Unit.WORKDAY, Unit.CALENDAR, Unit.HOURS}
    return counted and rule.side is Side.AFTER and rule.direction is Direction.NOT_LATER_THAN


def units_between(
    rule: Rule,
    paused: date | datetime,
    resumed: date | datetime,
    calendar: Calendar,
    zone: Zone,
) -> int:
    """Return how many units of the rule passed while it was paused: so many are put on its number.

    As with every count the day of the pause itself is not counted, the day of the resumption is.
    An hour that has begun counts as a whole one, so that nobody loses any. ValueError for a
    resumption before the pause; YearNotLoaded; TimeNeeded where hours have only days.
    """
    if rule.unit is Unit.HOURS:
        return _hours_between(rule, paused, resumed)
    begun, ended = local_day(paused, zone), local_day(resumed, zone)
    if ended < begun:
        raise ValueError("a pause ends after it begins")
    if rule.unit is Unit.WORKDAY:
        return calendar.workdays_between(begun, ended)
    return (ended - begun).days


def _hours_between(rule: Rule, paused: date | datetime, resumed: date | datetime) -> int:
    if not isinstance(paused, datetime) or not isinstance(resumed, datetime):
        raise TimeNeeded(rule.code)
    if resumed < paused:
        raise ValueError("a pause ends after it begins")
    return -((paused - resumed) // _HOUR)

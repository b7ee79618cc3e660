"""When somebody is told: each kind at most once for a deadline, in order, by the local day."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.law.domain import Zone
from netralitas.notices.domain import Lead, NoticeKind
from netralitas.notices.policy import kinds_due, windows

LEAD = Lead(before=2, after=3)
DUE = datetime(2024, 9, 4, 23, 59, 59, tzinfo=Zone.WIB.tz)
ORDER = [NoticeKind.SOON, NoticeKind.TODAY, NoticeKind.LATE, NoticeKind.ESCALATED]

BEGIN = datetime(2023, 1, 1, tzinfo=UTC)
moments = st.builds(lambda after: BEGIN + after, st.timedeltas(timedelta(0), timedelta(1460)))
steps = st.lists(st.timedeltas(timedelta(minutes=1), timedelta(days=4)), min_size=1, max_size=60)
leads = st.builds(Lead, before=st.integers(1, 30), after=st.integers(1, 30))
zones = st.sampled_from(Zone)


@pytest.mark.parametrize(
    ("on", "kinds"),
    [
        (date(2024, 9, 1), set()),
        (date(2024, 9, 2), {NoticeKind.SOON}),
        (date(2024, 9, 3), {NoticeKind.SOON}),
        (date(2024, 9, 4), {NoticeKind.TODAY}),
        (date(2024, 9, 5), {NoticeKind.LATE}),
        (date(2024, 9, 6), {NoticeKind.LATE}),
        (date(2024, 9, 7), {NoticeKind.LATE, NoticeKind.ESCALATED}),
        (date(2025, 9, 7), {NoticeKind.LATE, NoticeKind.ESCALATED}),
    ],
)
def test_a_deadline_is_announced_ends_is_late_and_escalates(
    on: date, kinds: set[NoticeKind]
) -> None:
    for hour in (time.min, time(12), time(23, 59, 58)):
        now = datetime.combine(on, hour, Zone.WIB.tz)
        assert kinds_due(DUE, Zone.WIB, now, LEAD) == kinds


def test_the_day_is_that_of_the_office() -> None:
    now = datetime(2024, 9, 4, 23, 30, tzinfo=Zone.WIB.tz)  # in Jayapura it is tomorrow
    assert kinds_due(DUE, Zone.WIB, now, LEAD) == {NoticeKind.TODAY}
    assert kinds_due(DUE - timedelta(hours=3), Zone.WIT, now, LEAD) == {NoticeKind.LATE}


def test_what_ended_this_morning_is_not_said_to_end_today() -> None:
    due = datetime(2024, 9, 4, 10, 0, tzinfo=Zone.WIB.tz)
    for minutes, kinds in ((-1, {NoticeKind.TODAY}), (1, set())):
        assert kinds_due(due, Zone.WIB, due + timedelta(minutes=minutes), LEAD) == kinds
    tomorrow = datetime(2024, 9, 5, tzinfo=Zone.WIB.tz)
    assert kinds_due(due, Zone.WIB, tomorrow, LEAD) == {NoticeKind.LATE}


@given(due=moments, zone=zones, begin=moments, waits=steps, lead=leads)
def test_a_kind_that_is_over_never_comes_back(
    due: datetime, zone: Zone, begin: datetime, waits: list[timedelta], lead: Lead
) -> None:
    now, last = begin, 0
    for wait in waits:
        now += wait
        places = {ORDER.index(kind) for kind in kinds_due(due, zone, now, lead)}
        assert all(place >= last for place in places)
        last = max({last, *(places - {3})})  # whoever escalates is also late


@given(due=moments, zone=zones, now=moments, lead=leads)
def test_nobody_is_told_of_two_kinds_but_of_what_is_late_and_escalates(
    due: datetime, zone: Zone, now: datetime, lead: Lead
) -> None:
    kinds = kinds_due(due, zone, now, lead)
    assert len(kinds) <= 1 or kinds == {NoticeKind.LATE, NoticeKind.ESCALATED}
    days = (due.astimezone(zone.tz).date() - now.astimezone(zone.tz).date()).days
    assert (NoticeKind.SOON in kinds) is (0 < days <= lead.before)
    assert (NoticeKind.LATE in kinds) is (days < 0)
    assert (NoticeKind.ESCALATED in kinds) is (days <= -lead.after)


@given(now=moments, lead=leads)
def test_every_zone_has_each_kind_once(now: datetime, lead: Lead) -> None:
    found = [(window.zone, window.kind) for window in windows(now, lead)]
    assert sorted(found) == sorted((zone.value, kind) for zone in Zone for kind in ORDER)

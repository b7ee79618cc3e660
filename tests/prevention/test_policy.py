"""The rules of activities, pure: whatever is recorded, what stands is true."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.access.domain import Actor, Role
from netralitas.agreements.domain import Duty
from netralitas.cases.domain import Theme
from netralitas.prevention import policy
from netralitas.prevention.domain import (
    Activity,
    ActivityKind,
    ActivityState,
    Attendance,
    Offer,
    Record,
    Together,
    Unit,
)
from netralitas.refusals import NotAllowed

KAB, PROV, PEMDA, BKPSDM = 1, 2, 3, 4
TODAY = date(2024, 9, 2)

units = st.builds(
    Unit,
    id=st.integers(1, 6),
    name=st.just("Dinas"),
    region=st.none(),
    staff=st.integers(0, 50),
    counted_on=st.just(TODAY),
)
duties = st.builds(
    Duty,
    id=st.integers(1, 8),
    theme=st.sampled_from(Theme),
    organisation=st.sampled_from([KAB, PEMDA]),
    text=st.just("Mengadakan sosialisasi"),
)
offers = st.builds(
    Offer,
    units=st.lists(units, max_size=6, unique_by=lambda unit: unit.id).map(tuple),
    duties=st.lists(duties, max_size=8, unique_by=lambda duty: duty.id).map(tuple),
)
records = st.builds(
    Record,
    attendance=st.lists(
        st.builds(Attendance, unit=st.integers(1, 7), present=st.integers(-1, 60)), max_size=6
    ).map(tuple),
    duties=st.lists(st.integers(1, 9), max_size=6).map(tuple),
)
activities = st.builds(
    Activity,
    id=st.just(9),
    version=st.just(1),
    organisation=st.just(KAB),
    agreement=st.just(1),
    party=st.just(KAB),
    others=st.just((PEMDA,)),
    theme=st.sampled_from(Theme),
    kind=st.sampled_from(ActivityKind),
    together=st.sampled_from(Together),
    state=st.just(ActivityState.PLANNED),
    planned_on=st.just(TODAY),
    held_on=st.none(),
    readers=st.just((KAB, PROV, PEMDA)),
)


def actor(organisation: int) -> Actor:
    return Actor(
        officer=7,
        organisation=organisation,
        desk=1,
        name="Nama",
        organisation_name="Kantor",
        organisation_kind="bawaslu",
        roles=frozenset({Role.INVESTIGATOR}),
    )


@given(activity=activities, record=records, offer=offers)
def test_a_record_that_stands_holds_no_more_people_than_work_there(
    activity: Activity, record: Record, offer: Offer
) -> None:
    if policy.record_problems(activity, record, offer):
        return
    staff = {unit.id: unit.staff for unit in offer.units}
    counted = [one.unit for one in record.attendance]
    assert len(counted) == len(set(counted))
    assert all(1 <= one.present <= staff[one.unit] for one in record.attendance)


@given(activity=activities, record=records, offer=offers)
def test_a_record_that_stands_marks_only_duties_of_its_theme_and_of_who_was_there(
    activity: Activity, record: Record, offer: Offer
) -> None:
    if policy.record_problems(activity, record, offer):
        return
    known = {duty.id: duty for duty in offer.duties}
    assert len(record.duties) == len(set(record.duties))
    assert all(known[duty].theme is activity.theme for duty in record.duties)
    if activity.together is Together.ALONE:
        assert all(known[duty].organisation == activity.party for duty in record.duties)


@given(activity=activities, offer=offers)
def test_what_is_offered_can_be_recorded(activity: Activity, offer: Offer) -> None:
    attendance = tuple(
        Attendance(unit=unit.id, present=unit.staff) for unit in offer.units if unit.staff
    )
    parties = {KAB, PEMDA} if activity.together is Together.JOINT else {KAB}
    ticked = tuple(
        duty.id
        for duty in offer.duties
        if duty.theme is activity.theme and duty.organisation in parties
    )
    problems = policy.record_problems(activity, Record(attendance=attendance, duties=ticked), offer)
    nobody_works_there = bool(offer.units) and not attendance
    expected = {""} if nobody_works_there and policy.needs_people(activity.kind) else set()
    assert set(problems) == expected


@given(days=st.integers(-1000, 1000))
def test_only_days_until_today_can_have_been(days: int) -> None:
    problems = policy.held_on_problems(TODAY + timedelta(days=days), TODAY)
    assert bool(problems) is (days > 0)


@given(activity=activities)
def test_the_organiser_records_and_of_a_joint_activity_the_other_side_with_its_offices(
    activity: Activity,
) -> None:
    policy.hold_recorder(actor(KAB), (KAB, PROV), activity)
    with pytest.raises(NotAllowed):
        policy.hold_recorder(actor(PROV), (PROV,), activity)
    if activity.together is Together.JOINT:
        policy.hold_recorder(actor(PEMDA), (PEMDA,), activity)
        policy.hold_recorder(actor(BKPSDM), (BKPSDM, PEMDA), activity)
    else:
        with pytest.raises(NotAllowed):
            policy.hold_recorder(actor(BKPSDM), (BKPSDM, PEMDA), activity)

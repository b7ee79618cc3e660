"""When somebody may be invited, how a session may be held, when its minutes may stand."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.investigation.clarification.domain import (
    Companion,
    Conduct,
    Ground,
    Mode,
    Oath,
    Plan,
    Session,
    SessionState,
    Signed,
)
from netralitas.investigation.clarification.policy import (
    check_conduct,
    check_plan,
    hold_open,
    latest_invitation,
    next_invitation,
)
from netralitas.law import book
from netralitas.law.domain import Zone
from netralitas.refusals import RuleBroken

BOOK = book.load()
WIB = Zone.WIB
EVE = datetime.combine(date(2026, 8, 14), time(17), WIB.tz)
"""The last working day before a session on Tuesday the 18th: Monday is the day of independence."""


def plan(on: date = date(2026, 8, 18), **changes: object) -> Plan:
    """A session in person, from nine to ten."""
    made = Plan(
        on=on,
        begins_at=datetime.combine(on, time(9), WIB.tz),
        ends_at=datetime.combine(on, time(10), WIB.tz),
        mode=Mode.IN_PERSON,
        place="Ruang sidang",
        officer=1,
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # fields by name


def session(state: SessionState = SessionState.PLANNED, mode: Mode = Mode.IN_PERSON) -> Session:
    """A session with the state that matters."""
    made = plan()
    return Session(
        id=1,
        case=1,
        person=1,
        invitation=1,
        begins_at=made.begins_at,
        ends_at=made.ends_at,
        mode=mode,
        ground=Ground.DISASTER if mode is Mode.ONLINE else None,
        place=made.place,
        link=None,
        officer=1,
        officer_name="Rina",
        recorder=None,
        recorder_name=None,
        state=state,
        printed=None,
        late_reason=None,
        received_how=None,
        received_on=None,
        version=1,
        conduct=None,
    )


CONDUCT = Conduct(
    identity_checked=True,
    oath=Oath.SWORN,
    oath_reason=None,
    companion=Companion.NOBODY,
    read_back=True,
    signed=Signed.SIGNED,
    signed_reason=None,
    recorded=False,
)
BEGUN = plan().begins_at


@pytest.mark.parametrize(
    ("on", "latest"),
    [
        (date(2026, 8, 18), date(2026, 8, 14)),  # Monday the 17th is off
        (date(2026, 12, 28), date(2026, 12, 23)),  # Christmas, and the day shared with it
        (date(2026, 11, 26), date(2026, 11, 25)),
    ],
)
def test_an_invitation_goes_out_a_working_day_before_the_session(on: date, latest: date) -> None:
    found = latest_invitation(BOOK, "pemilu", on, WIB)
    assert found is not None
    assert found.astimezone(WIB.tz).date() == latest


@given(st.dates(date(2026, 2, 1), date(2026, 12, 31)))
def test_it_never_goes_out_on_the_day_of_the_session(on: date) -> None:
    found = latest_invitation(BOOK, "pemilu", on, WIB)
    assert found is not None
    assert found < datetime.combine(on, time.min, WIB.tz)
    assert datetime.combine(on, time.min, WIB.tz) - found < timedelta(days=15)


@pytest.mark.parametrize("regime", ["pemilihan", "luar_tahapan"])
def test_of_other_regimes_no_source_says_how_early(regime: str) -> None:
    assert latest_invitation(BOOK, regime, date(2026, 8, 18), WIB) is None
    late = plan().begins_at - timedelta(minutes=1)
    assert check_plan(plan(), late, BOOK, regime, WIB) is False


def test_one_minute_late_is_refused_by_the_article_unless_there_is_a_reason() -> None:
    last = datetime.combine(date(2026, 8, 14), time(23, 59, 59), WIB.tz)
    assert check_plan(plan(), last, BOOK, "pemilu", WIB) is False
    with pytest.raises(RuleBroken, match="Perbawaslu 7/2022 Pasal 29 ayat \\(2\\)"):
        check_plan(plan(), last + timedelta(seconds=1), BOOK, "pemilu", WIB)
    reason = plan(late_reason="Akan ke luar negeri.")
    assert check_plan(reason, last + timedelta(seconds=1), BOOK, "pemilu", WIB) is True


@pytest.mark.parametrize(
    "changes",
    [
        {"mode": Mode.ONLINE, "link": "https://rapat.example"},
        {"mode": Mode.ONLINE, "ground": Ground.SECURITY},
        {"ground": Ground.SECURITY},
    ],
)
def test_a_session_online_has_a_ground_and_a_link_and_one_in_person_has_none(
    changes: dict[str, Any],
) -> None:
    with pytest.raises(RuleBroken):
        check_plan(replace(plan(), **changes), EVE, BOOK, "pemilu", WIB)


@pytest.mark.parametrize("ground", Ground)
def test_each_ground_of_the_rule_is_taken(ground: Ground) -> None:
    online = plan(mode=Mode.ONLINE, ground=ground, link="https://rapat.example")
    assert check_plan(online, EVE, BOOK, "pemilu", WIB) is False


def test_nobody_is_invited_to_what_is_over() -> None:
    with pytest.raises(RuleBroken, match="sudah lewat"):
        check_plan(plan(), plan().begins_at, BOOK, "pemilu", WIB)


@given(st.lists(st.sampled_from(SessionState), max_size=6))
def test_invitations_count_the_absences_since_somebody_came(states: list[SessionState]) -> None:
    known = [session(state) for state in states]
    since: list[SessionState] = []
    for state in states:
        since = [] if state is SessionState.HELD else [*since, state]
    absences = since.count(SessionState.ABSENT)
    running = [state for state in states if state is SessionState.PLANNED]
    if running or absences >= 2:
        with pytest.raises(RuleBroken):
            next_invitation(known)
    else:
        assert next_invitation(known) == absences + 1


@pytest.mark.parametrize("oath", Oath)
@pytest.mark.parametrize("signed", Signed)
def test_a_refused_oath_or_signature_does_not_stop_the_minutes(oath: Oath, signed: Signed) -> None:
    told = replace(CONDUCT, oath=oath, oath_reason="A", signed=signed, signed_reason="B")
    check_conduct(session(), told, 1, BEGUN, "pemilu")


@pytest.mark.parametrize(
    ("conduct", "answers", "mode"),
    [
        (replace(CONDUCT, oath=Oath.REFUSED), 1, Mode.IN_PERSON),
        (replace(CONDUCT, signed=Signed.REFUSED), 1, Mode.IN_PERSON),
        (CONDUCT, 0, Mode.IN_PERSON),
        (CONDUCT, 1, Mode.ONLINE),
    ],
)
def test_minutes_that_lack_something_do_not_stand(
    conduct: Conduct, answers: int, mode: Mode
) -> None:
    with pytest.raises(RuleBroken):
        check_conduct(session(mode=mode), conduct, answers, BEGUN, "pemilu")


def test_that_a_session_online_is_recorded_was_read_for_elections_alone() -> None:
    check_conduct(session(mode=Mode.ONLINE), CONDUCT, 1, BEGUN, "pemilihan")


@pytest.mark.parametrize("state", [each for each in SessionState if each != SessionState.PLANNED])
def test_what_is_over_is_not_closed_again(state: SessionState) -> None:
    with pytest.raises(RuleBroken):
        check_conduct(session(state), CONDUCT, 1, BEGUN, "pemilu")


def test_nothing_is_told_of_a_session_before_it_begins() -> None:
    with pytest.raises(RuleBroken, match="belum dimulai"):
        check_conduct(session(), CONDUCT, 1, BEGUN - timedelta(seconds=1), "pemilu")


@pytest.mark.parametrize("state", ["report_received", "preliminary_study", "study", "closed"])
def test_people_are_heard_after_registration_and_before_the_study(state: str) -> None:
    with pytest.raises(RuleBroken):
        hold_open(state)
    hold_open("registered")
    hold_open("clarification")

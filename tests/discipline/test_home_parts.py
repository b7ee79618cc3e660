"""Routes that are proposed, work that is next, dates in words, places in a list."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.cases.domain import Employment, SanctionLevel
from netralitas.discipline.advice import route_for
from netralitas.discipline.dates import Clock, Dates, Meeting, dates_of
from netralitas.discipline.places import Place, read_place, write_place
from netralitas.discipline.tasks import RECEIVABLE, STRETCHES, task_of
from netralitas.discipline.workflow import DISCIPLINE_V1
from netralitas.discipline.workflow.clocks import CLOCKS, WINDOWS
from netralitas.referral.workflow import REFERRAL_V2
from netralitas.workflow.posts import APPOINTING, FOLLOW_UP

TODAY = date(2025, 3, 3)
ZONE = "Asia/Jakarta"


@pytest.mark.parametrize(
    ("employment", "move"),
    [
        (Employment.PNS, "choose_discipline"),
        (Employment.CPNS, "choose_discipline"),
        (Employment.PPPK, "choose_pppk"),
        (Employment.CONTRACT, "choose_non_asn"),
        (Employment.VILLAGE_HEAD, "choose_non_asn"),
        (Employment.POLICE, "pass_on"),
        (Employment.ORGANISER, "pass_on"),
        (Employment.UNKNOWN, None),
        (Employment.OTHER, None),
    ],
)
def test_each_kind_of_employment_has_its_route(employment: Employment, move: str | None) -> None:
    assert route_for(employment).move == move


def test_of_a_civil_servant_the_recommendation_tells_the_route() -> None:
    assert route_for(Employment.PNS, SanctionLevel.MORAL_OPEN).move == "choose_ethics"
    assert route_for(Employment.PNS, SanctionLevel.DISMISSAL).move == "choose_dismissal"
    assert route_for(Employment.PNS, SanctionLevel.HEAVY).move == "choose_discipline"
    assert route_for(Employment.PPPK, SanctionLevel.MORAL_OPEN).move == "choose_pppk"


@pytest.mark.parametrize("employment", Employment)
@pytest.mark.parametrize("recommended", [None, *SanctionLevel])
def test_every_proposal_can_be_followed_and_names_its_source(
    employment: Employment, recommended: SanctionLevel | None
) -> None:
    advice = route_for(employment, recommended)
    assert advice.why.endswith(".")
    if advice.move is not None:
        assert "received" in DISCIPLINE_V1.move(advice.move).sources
        assert advice.source
        assert advice.certainty in {"T", "S"}


def test_every_open_state_has_its_place_among_the_work() -> None:
    placed = [state for stretch in STRETCHES for state in stretch.states]
    declared = {
        f"{workflow.code}.{state.code}"
        for workflow in (DISCIPLINE_V1, REFERRAL_V2)
        for state in workflow.states
        if not state.final
    }
    assert len(placed) == len(set(placed))
    assert {*placed, *RECEIVABLE} == declared


def test_the_officer_is_led_to_the_form_that_is_next() -> None:
    steps = {
        "arrived": "receive",
        "examination_team": "summon",
        "summoned": "examine",
        "examined": "report_exam",
        "exam_reported": "fix_decree",
        "decree_fixed": "deliver",
        "delivered": "enter_into_force",
        "in_force": "report_back",
    }
    for state, code in steps.items():
        move = task_of(DISCIPLINE_V1, state, {FOLLOW_UP}).move
        assert move is not None
        assert move.code == code


def test_the_advised_route_is_the_step_and_without_advice_it_is_a_choice() -> None:
    advised = task_of(DISCIPLINE_V1, "received", {FOLLOW_UP}, route_for(Employment.PPPK))
    assert advised.label == "Pilih jalur PPPK"
    plain = task_of(DISCIPLINE_V1, "received", {FOLLOW_UP}, route_for(Employment.UNKNOWN))
    assert (plain.label, plain.move) == ("Pilih jalur tindak lanjut", None)


def test_several_outcomes_of_an_objection_are_no_step_but_a_choice() -> None:
    task = task_of(DISCIPLINE_V1, "objection", {APPOINTING})
    assert (task.label, task.move) == ("Catat keputusan atas keberatan", None)


def test_who_does_not_act_reads_whom_it_waits_for() -> None:
    task = task_of(DISCIPLINE_V1, "examination_team", {APPOINTING})
    assert task.move is None
    assert "petugas tindak lanjut" in task.label


def ends(days: int) -> datetime:
    return datetime(2025, 3, 3, 16, 59, 59, tzinfo=UTC) + timedelta(days=days)


def clock(rule: str, days: int | None) -> Clock:
    due = None if days is None else ends(days)
    return Clock(rule=rule, label="Nama tenggat", due_at=due, problem="Tidak dapat dihitung: …")


def shown(*clocks: Clock, meeting: Meeting | None = None, imposed: str | None = None) -> Dates:
    return dates_of(clocks, meeting, imposed=imposed, today=TODAY, zone=ZONE)


def test_deadlines_say_how_far_away_they_are() -> None:
    lines = shown(*(clock("asn.sk_deliver", days) for days in (-2, 0, 1, 9))).lines
    assert [line.left for line in lines] == [
        *("terlambat 2 hari", "hari ini"),
        *("sisa 1 hari", "sisa 9 hari"),
    ]
    assert [line.tone for line in lines] == ["late", "soon", "soon", "neutral"]
    assert lines[1].day == "Senin, 3 Maret 2025"


def test_a_deadline_without_a_date_says_why() -> None:
    [line] = shown(clock("asn.sk_deliver", None)).lines
    assert (line.day, line.left) == ("", "Tidak dapat dihitung: …")


@pytest.mark.parametrize(
    ("imposed", "label"),
    [
        ("post_lowered", "Masa pengajuan keberatan"),
        ("honourable_dismissal", "Masa pengajuan banding administratif"),
    ],
)
def test_only_the_remedy_against_this_sanction_is_open(imposed: str, label: str) -> None:
    both = [clock(rule, 4) for rule in sorted(WINDOWS)]
    [line] = shown(*both, imposed=imposed).lines
    assert line.label == label
    assert (line.left, line.tone) == ("sisa 4 hari", "neutral")


def test_a_window_that_has_closed_is_not_late() -> None:
    [line] = shown(clock("asn.keberatan", -3), imposed="post_lowered").lines
    assert (line.left, line.tone) == ("berakhir 3 hari lalu", "neutral")


def test_every_window_is_a_declared_clock() -> None:
    assert {declared.rule for declared in CLOCKS} >= WINDOWS


def test_it_is_too_early_until_the_fifteenth_working_day() -> None:
    assert shown(clock("asn.sk_effective", 1)).too_early
    assert not shown(clock("asn.sk_effective", 0)).too_early
    assert not shown(clock("asn.sk_deliver", 1)).too_early


def test_the_day_of_an_examination_comes_first() -> None:
    meeting = Meeting(label="Hari pemeriksaan", on=date(2025, 3, 10))
    first, _ = shown(clock("asn.panggilan_1", 2), meeting=meeting).lines
    assert (first.label, first.day, first.left) == (
        *("Hari pemeriksaan", "Senin, 10 Maret 2025"),
        "sisa 7 hari",
    )


@given(
    rank=st.integers(0, 99),
    due=st.none() | st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)),  # noqa: DTZ001 - hypothesis adds the zone
    proceeding=st.integers(0, 2**53),
)
def test_a_place_is_read_as_it_was_written(
    rank: int, due: datetime | None, proceeding: int
) -> None:
    aware = due.replace(tzinfo=UTC) if due else None
    place = Place(rank=rank, due=aware, proceeding=proceeding)
    assert read_place(write_place(place)) == place


@given(st.text(max_size=40))
def test_what_is_no_place_is_the_beginning(text: str) -> None:
    found = read_place(text)
    assert found is None or read_place(write_place(found)) == found

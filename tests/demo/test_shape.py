"""What the demo holds: every state there is, in the proportions of domain.md 5.5."""

from collections import Counter

import pytest

from netralitas.demo.matters import ACTS
from netralitas.workflows import WORKFLOWS, current
from tests.demo.conftest import type_ask

UNREACHED: set[tuple[str, str]] = set()
"""States that the demo does not show, each with its reason beside it."""

DONE = (
    *("reported", "in_force", "moral_stated", "not_proven", "annulled"),
    *("respondent_gone", "respondent_moved", "passed_on"),
)


def share(part: int, whole: int) -> float:
    """A part of a hundred."""
    return 100 * part / whole


def test_every_state_that_is_declared_stands_in_some_case(ask: type_ask) -> None:
    held = {(row[0], row[1]) for row in ask("SELECT workflow, state FROM proceeding")}
    declared = {
        (code, state.code)
        for code in {workflow.code for workflow in WORKFLOWS}
        for state in current(code).states
        if not state.retired
    }
    assert declared - held == UNREACHED


def test_there_are_about_120_cases_of_2019_to_today(ask: type_ask) -> None:
    years = Counter(
        int(row[0])
        for row in ask("SELECT extract(year FROM received_at AT TIME ZONE zone) FROM case_file")
    )
    assert 110 <= years.total() <= 135
    assert {2019, 2020, 2023, 2024, 2025} <= set(years)
    assert max(years) >= 2026


def test_findings_and_reports_stand_about_60_to_40(ask: type_ask) -> None:
    sources = Counter(row[0] for row in ask("SELECT source FROM case_file"))
    found = sources["finding"]
    assert 50 <= share(found, found + sources["report"]) <= 70
    assert sources["information"] >= 4


def test_about_half_of_the_reports_are_registered(ask: type_ask) -> None:
    reports = [
        row[0]
        for row in ask(
            "SELECT EXISTS (SELECT FROM case_number n"
            " WHERE n.case_file = f.id AND n.kind = 'register')"
            " FROM case_file f WHERE source = 'report'"
        )
    ]
    assert 41 <= share(sum(reports), len(reports)) <= 61


def test_two_of_three_decided_cases_are_proven(ask: type_ask) -> None:
    decided = Counter(
        row[0] for row in ask("SELECT to_state FROM event WHERE 'plenary_decided' = ANY (facts)")
    )
    assert 62 <= share(decided["other_law_violation"], decided.total()) <= 78


def test_the_kinds_of_acts_have_their_weights(ask: type_ask) -> None:
    kinds: Counter[str] = Counter()
    for (subject,) in ask("SELECT subject FROM case_file"):
        kinds.update(act.code for act in ACTS if subject.endswith(act.subjects))
    assert kinds.total() >= 90
    assert [
        act.code for act in ACTS if abs(share(kinds[act.code], kinds.total()) - act.weight) > 8
    ] == []


def test_the_posts_of_those_reported_have_their_weights(ask: type_ask) -> None:
    posts = Counter(row[0] for row in ask("SELECT position_class FROM respondent"))
    weights = {
        "functional": 26,
        "staff": 17,
        "jpt_pratama": 16,
        "administrator": 13,
        "supervisor": 12,
        "district_head": 7,
        "ward_head": 5,
    }
    total = posts.total()
    assert [p for p, weight in weights.items() if abs(share(posts[p], total) - weight) > 7] == []


def test_before_2021_the_sanctions_recommended_were_mostly_medium_and_open(ask: type_ask) -> None:
    levels = Counter(
        row[0]
        for row in ask(
            "SELECT s.level FROM sanction s JOIN case_file f ON f.id = s.case_file"
            " WHERE s.side = 'recommended' AND f.received_at < '2021-12-31'"
        )
    )
    assert 38 <= share(levels["discipline_medium"], levels.total()) <= 72
    assert 18 <= share(levels["moral_open"], levels.total()) <= 48


def test_most_of_what_was_recommended_is_done_and_some_of_it_is_late(ask: type_ask) -> None:
    states = [row[0] for row in ask("SELECT state FROM proceeding WHERE workflow = 'discipline'")]
    ((late,),) = ask(
        "SELECT count(DISTINCT p.id) FROM proceeding p JOIN clock c ON c.proceeding = p.id"
        " WHERE p.workflow = 'discipline' AND c.ended_by IS NULL AND c.superseded_by IS NULL"
        " AND c.due_at < now()"
    )
    ((blocked,),) = ask("SELECT count(*) FROM event WHERE to_state = 'blocked'")
    assert 60 <= share(sum(state in DONE for state in states), len(states)) <= 86
    assert 8 <= share(late, len(states)) <= 16
    assert 1.5 <= share(blocked, len(states)) <= 6


def test_the_follow_up_took_one_to_three_months_as_a_rule(ask: type_ask) -> None:
    ((median,),) = ask(
        "SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY done.happened_on - begun.happened_on)"
        " FROM event begun JOIN event done ON done.proceeding = begun.proceeding"
        " WHERE 'handed_on' = ANY (begun.facts) AND 'outcome_reported' = ANY (done.facts)"
        " AND begun.precision = 'time' AND done.precision = 'time'"
    )
    assert 30 <= median <= 90


@pytest.mark.parametrize(
    "employment", ["pns", "pppk", "contract", "village_head", "military", "organiser", "unknown"]
)
def test_respondents_of_each_employment_are_there(ask: type_ask, employment: str) -> None:
    assert ask("SELECT FROM respondent WHERE employment = $1", employment)


@pytest.mark.parametrize(
    "fact",
    [
        *("rerouted", "reopened", "respondent_retired", "respondent_moved", "rejected"),
        *("missed_exam", "objection_filed", "appeal_filed", "recorded_idis", "cancelled"),
    ],
)
def test_what_is_out_of_the_ordinary_happened_as_well(ask: type_ask, fact: str) -> None:
    assert ask("SELECT FROM event WHERE $1 = ANY (facts)", fact)


def test_respondents_of_one_case_stand_in_different_states_today(ask: type_ask) -> None:
    cases = ask(
        "SELECT case_file FROM proceeding WHERE workflow = 'discipline'"
        " GROUP BY case_file HAVING count(DISTINCT state) >= 3"
    )
    assert len(cases) >= 5


def test_one_person_was_sanctioned_twice(ask: type_ask) -> None:
    twice = ask(
        "SELECT r.nip_digest FROM respondent r JOIN sanction s ON s.respondent = r.id"
        " WHERE s.side = 'imposed' GROUP BY r.nip_digest"
        " HAVING count(DISTINCT r.case_file) > 1 AND r.nip_digest IS NOT NULL"
    )
    assert len(twice) == 1


def test_a_dissolved_authority_handed_over_and_both_numbers_stand_in_the_case(
    ask: type_ask,
) -> None:
    handed = ask(
        "SELECT old.addressee AS before, new.addressee AS after"
        " FROM proceeding old JOIN proceeding new"
        " ON new.respondent = old.respondent AND new.workflow = 'referral' AND new.id > old.id"
        " WHERE old.workflow = 'referral' AND old.state = 'rerouted'"
    )
    codes = dict(ask("SELECT id, code FROM organisation"))
    assert [(codes[row["before"]], codes[row["after"]]) for row in handed] == [("kasn", "bkn")]
    late = ask(
        "SELECT FROM proceeding p JOIN organisation o ON o.id = p.addressee"
        " JOIN event e ON e.proceeding = p.id AND 'forwarded' = ANY (e.facts)"
        " WHERE o.code = 'kasn' AND e.happened_on >= o.active_to"
    )
    assert late == []


def test_old_files_were_written_down_later_and_say_no_more_than_the_month(ask: type_ask) -> None:
    written = ask(
        "SELECT stream, count(*) FROM event"
        " WHERE precision = 'month' AND recorded_at > happened_on + 365 GROUP BY stream"
    )
    assert len(written) >= 5


def test_every_letter_has_its_own_number(ask: type_ask) -> None:
    printed = [row[0] for row in ask("SELECT printed FROM letter")]
    assert len(printed) > 250
    assert [number for number in printed if not any(sign.isdigit() for sign in number)] == []
    assert len(set(printed)) == len(printed)


def test_the_record_grew_in_the_order_of_time_and_knows_no_future(ask: type_ask) -> None:
    ((back,),) = ask(
        "SELECT count(*) FROM (SELECT recorded_at, lag(recorded_at) OVER (ORDER BY id) AS before"
        " FROM event) AS each WHERE recorded_at < before"
    )
    ((ahead,),) = ask("SELECT count(*) FROM event WHERE happened_at > recorded_at")
    assert (back, ahead) == (0, 0)


def test_activities_meetings_and_releases_stand_in_each_of_their_states(ask: type_ask) -> None:
    activities = Counter(row[0] for row in ask("SELECT state FROM activity"))
    themes = {row[0] for row in ask("SELECT theme FROM activity WHERE state = 'held'")}
    meetings = Counter(row[0] for row in ask("SELECT state FROM meeting"))
    assert set(activities) == {"planned", "announced", "held", "cancelled"}
    assert themes == {"neutrality", "money_politics", "black_campaign"}
    assert meetings == {"held": 2, "planned": 1}
    assert len(ask("SELECT FROM snapshot")) == 2
    late = ask("SELECT FROM decision WHERE done_on IS NULL AND due_on < current_date")
    done = ask("SELECT FROM decision WHERE done_on IS NOT NULL")
    assert (len(late), len(done)) == (1, 2)


def test_at_least_four_releases_hold_one_of_them_despite_an_objection(ask: type_ask) -> None:
    found = ask(
        "SELECT p.workflow, p.state, r.published_at > now() FROM release r"
        " JOIN proceeding p ON p.id = r.proceeding"
    )
    releases = Counter(row[1] for row in found if row[0] == "publication")
    assert releases["published"] >= 4
    assert (releases["corrected"], releases["withdrawn"], releases["notified"]) == (1, 1, 1)
    assert [row[0] for row in found if row[2]] == ["publication"], "one is under an embargo"
    by_office = Counter(row[1] for row in found if row[0] == "office_publication")
    assert by_office == dict.fromkeys(releases, 1)
    objected = ask(
        "SELECT FROM event e JOIN proceeding p ON p.id = e.proceeding"
        " WHERE 'objection_raised' = ANY (e.facts) AND p.state = 'published'"
    )
    assert len(objected) == 1


def test_two_complaints_about_the_service_wait_and_were_answered_and_the_office_says_where_it_is(
    ask: type_ask,
) -> None:
    states = [row[0] for row in ask("SELECT state FROM service_complaint ORDER BY sent_at")]
    assert states == ["answered", "received"]
    assert len(ask("SELECT FROM published.status s JOIN service_complaint c USING (digest)")) == 2
    assert len(ask("SELECT FROM service_profile WHERE telephone <> ''")) == 1
    assert len(ask("SELECT FROM service_duty")) == 2


def test_some_work_units_were_never_reached_by_an_activity(ask: type_ask) -> None:
    unreached = ask("SELECT FROM unit WHERE id NOT IN (SELECT unit FROM attendance)")
    assert 1 <= len(unreached) < 10

"""What of the investigation a visitor of the demo finds: as it would be, not only its moves."""

import re

import httpx

from tests.demo.conftest import type_ask
from tests.programs import Demo
from tests.security.crawler import SAME_ORIGIN


def test_reports_were_studied_with_reasons_and_one_study_is_a_draft(ask: type_ask) -> None:
    rows = ask("SELECT case_file, bool_or(finished IS NOT NULL) FROM preliminary_study GROUP BY 1")
    assert sorted(finished for _, finished in rows) == [False, True, True, True]
    notices = ask("SELECT FROM official_paper WHERE paper = 'pemberitahuan-kelengkapan'")
    assert len(notices) == 1


def test_who_did_not_come_was_invited_again_to_a_session_to_come(ask: type_ask) -> None:
    sessions = ask(
        "SELECT h.role, s.invitation, s.state, s.begins_at > now() FROM clarification_session s"
        " JOIN heard_person h ON h.id = s.person ORDER BY s.begins_at"
    )
    assert [tuple(row) for row in sessions] == [
        ("respondent", 1, "held", False),
        ("reporter", 1, "held", False),
        ("respondent", 1, "absent", False),
        ("respondent", 2, "planned", True),
    ]
    assert len(ask("SELECT FROM clarification_answer")) == 6


def test_a_study_in_two_versions_was_read_by_a_second_after_a_comment(ask: type_ask) -> None:
    studies = ask(
        "SELECT max(v.number), (SELECT count(*) FROM study_comment c"
        " WHERE c.case_file = v.case_file AND c.resolved_at IS NOT NULL),"
        " (SELECT max(r.verdict) FROM study_reading r WHERE r.case_file = v.case_file)"
        " FROM study_version v GROUP BY v.case_file ORDER BY 1"
    )
    assert [tuple(row) for row in studies] == [(1, 0, "approved"), (2, 1, "approved")]
    own = ask(
        "SELECT FROM study_reading r JOIN study_version v"
        " ON v.case_file = r.case_file AND v.officer = r.officer"
    )
    assert own == []


def test_one_plenary_decided_against_a_dissent_and_others_are_to_come(ask: type_ask) -> None:
    tables = ask(
        "SELECT i.outcome, p.state FROM plenary_item i JOIN plenary_meeting m ON m.id = i.meeting"
        " JOIN proceeding p ON p.case_file = i.case_file AND p.workflow = 'handling'"
        " ORDER BY m.held_on"
    )
    assert [tuple(row) for row in tables] == [
        ("decided", "other_law_violation"),
        (None, "plenary"),
        (None, "registration_plenary"),
    ]
    votes = ask("SELECT vote, reason FROM plenary_vote ORDER BY vote")
    assert [row["vote"] for row in votes] == ["dissent", "for", "for"]
    assert votes[0]["reason"]


def test_evidence_is_described_and_its_log_says_who_used_it_for_what(ask: type_ask) -> None:
    pieces = ask("SELECT nature, origin FROM exhibit WHERE description IS NOT NULL ORDER BY 1, 2")
    assert {row["nature"] for row in pieces} == {"document", "photo"}
    assert None not in {row["origin"] for row in pieces}
    uses = ask("SELECT details->>'purpose' AS why FROM event WHERE name LIKE 'evidence.%'")
    assert {row["why"] for row in uses} >= {"clarification", "plenary", "study"}


def test_the_codes_of_papers_on_the_way_in_are_answered_with_yes(running_demo: Demo) -> None:
    with httpx.Client(base_url=running_demo.address, headers=SAME_ORIGIN) as browser:
        codes = re.findall(r'href="/verifikasi#([0-9A-Z-]+)"', browser.get("/masuk").text)
        assert len(codes) == 3
        for code in codes:
            answer = browser.post("/verifikasi", data={"code": code})
            assert answer.status_code == 200
            assert "Ya, naskah ini diterbitkan oleh Bawaslu Kabupaten Tanjung" in answer.text
        changed = browser.post("/verifikasi", data={"code": codes[0][::-1]})
        assert "Ya, naskah ini" not in changed.text

"""How long is left, who holds the ball since when, what comes next: in plain words."""

from datetime import UTC, datetime, timedelta

import pytest

from netralitas.access.domain import Post
from netralitas.workflow.posts import COMMISSIONER, INVESTIGATOR, LIAISON
from netralitas.workflows import WORKFLOWS, current
from netralitas.worklist import words

NOW = datetime(2024, 9, 7, 2, 0, tzinfo=UTC)  # Saturday, 09.00 WIB
ZONE = "Asia/Jakarta"


@pytest.mark.parametrize(
    ("due", "said", "tone"),
    [
        (None, "Tanpa tenggat", "neutral"),
        (NOW - timedelta(days=3), "Terlambat 3 hari", "late"),
        (NOW - timedelta(hours=1), "Lewat waktu hari ini", "late"),
        (NOW + timedelta(minutes=59), "Hari ini, kurang dari 1 jam", "soon"),
        (NOW + timedelta(hours=5), "Hari ini, sisa 5 jam", "soon"),
        (NOW + timedelta(days=1), "Sisa 24 jam", "soon"),
        (NOW + timedelta(hours=47, minutes=59), "Sisa 47 jam", "neutral"),
        (NOW + timedelta(days=2), "Sisa 2 hari", "neutral"),
        (NOW - timedelta(days=1374), "Terlambat 1.374 hari", "late"),
    ],
)
def test_a_deadline_says_how_long_is_left(due: datetime | None, said: str, tone: str) -> None:
    left = words.left(due, NOW, ZONE)
    assert (left.words, left.tone) == (said, tone)


def test_the_last_second_of_the_due_day_is_not_late() -> None:
    due = datetime(2024, 9, 7, 16, 59, 59, tzinfo=UTC)
    left = words.left(due, due + timedelta(milliseconds=999), ZONE)
    assert (left.words, left.tone) == ("Hari ini, kurang dari 1 jam", "soon")
    assert words.left(due, due + timedelta(seconds=1), ZONE).tone == "late"


def test_the_ball_is_held_since_a_day_and_for_so_many_days() -> None:
    begun = datetime(2024, 9, 2, 18, 0, tzinfo=UTC)  # 3 September at the office
    assert words.since(begun, NOW, ZONE) == "sejak 3 September 2024 (4 hari)"
    assert words.ball("handling", current("handling").state("plenary"), None) == (
        "Menunggu rapat pleno"
    )
    assert words.ball("referral", current("referral").state("forwarded"), "BKN") == (
        "Menunggu jawaban BKN"
    )


def test_every_state_that_is_not_final_has_words_for_whom_is_waited() -> None:
    for declared in WORKFLOWS:
        for state in declared.states:
            if not state.final:
                assert words.ball(declared.code, state, "BKN").startswith("Menunggu ")


def test_the_next_step_is_ones_own_or_names_who_must_act() -> None:
    handling = current("handling")
    assert words.next_step(handling, "report_received", [INVESTIGATOR]) == "Mulai kajian awal"
    assert words.next_step(handling, "plenary", [INVESTIGATOR]) == ("Menunggu anggota Bawaslu")
    assert words.next_step(handling, "plenary", [COMMISSIONER]) != "Lihat perkara"
    assert words.next_step(current("referral"), "forwarded", [LIAISON]) == (
        "Catat penerimaan penerusan"
    )


def test_where_several_posts_may_act_it_is_said_what_is_waited_for() -> None:
    assert words.next_step(current("discipline"), "examination_team", [LIAISON]) == (
        "Menunggu panggilan pemeriksaan"
    )


@pytest.mark.parametrize(
    ("workflow", "state", "post", "said"),
    [
        ("referral", "received", INVESTIGATOR, "Menunggu verifikasi BKN"),
        ("referral", "received", LIAISON, "Mulai verifikasi"),
        ("referral", "validation", LIAISON, "Menunggu validasi Bawaslu"),
        ("referral", "validation", INVESTIGATOR, "Selesaikan validasi"),
        ("referral", "returned", LIAISON, "Menunggu kelengkapan dari Bawaslu"),
        ("handling", "waiting_completeness", INVESTIGATOR, "Menunggu pelapor melengkapi laporan"),
    ],
)
def test_while_another_side_holds_the_ball_it_is_waited_for(
    workflow: str, state: str, post: Post, said: str
) -> None:
    assert words.next_step(current(workflow), state, [post], "BKN") == said


def test_no_next_step_is_exceptional() -> None:
    for declared in WORKFLOWS:
        exceptional = {move.label for move in declared.moves if move.exceptional}
        for state in declared.states:
            for post in (INVESTIGATOR, COMMISSIONER, LIAISON):
                assert words.next_step(declared, state.code, [post]) not in exceptional

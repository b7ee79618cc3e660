"""What a receiver's system does over the API: the whole follow-up, and the answer to a referral."""

from typing import Final

import pytest

from netralitas.access.domain import Role
from netralitas.discipline.words import SIGNERS
from netralitas.workflow.posts import FOLLOW_UP, LIAISON
from netralitas.workflows import current
from tests.api.conftest import Machines
from tests.api.lines import Line, letter
from tests.api.test_cases import problem
from tests.api.world import today, write
from tests.discipline.handing import handed_over, handed_straight
from tests.discipline.through_forms import ahead
from tests.make import forwarded_case, person

DECREE: Final = {"imposed": "post_lowered", "decree_number": "SK-800/1/2026"}


def test_nothing_that_a_receiver_s_officer_does_is_kept_from_their_system() -> None:
    """A second factor is never asked of an answer: a system has none."""
    asked = [
        f"{workflow.code}.{move.code}"
        for workflow in map(current, ("referral", "discipline"))
        for move in workflow.moves
        if {FOLLOW_UP, LIAISON} & set(move.by) and move.second_factor
    ]
    assert asked == []


async def test_a_follow_up_goes_from_its_receipt_to_its_report(machines: Machines) -> None:
    line = Line(machines, await handed_over(machines.town))
    summons = {**letter("Panggilan"), "exam_on": ahead(5).isoformat()}
    states = [
        await line.step("discipline", "receive", letter_deadline="default"),
        await line.step("discipline", "choose_discipline"),
        await line.step("discipline", "form_team"),
        await line.step("discipline", "summon", letter_out_number="800/1", **summons),
        await line.step("discipline", "record_absence"),
        await line.step("discipline", "summon_again", letter_out_number="800/2", **summons),
        await line.step("discipline", "examine"),
        await line.step("discipline", "report_exam"),
        await line.step("discipline", "fix_decree", signed_by=next(iter(SIGNERS)), **DECREE),
        await line.step("discipline", "deliver"),
        await line.step("discipline", "file_objection"),
        await line.step("discipline", "decide_objection_upheld"),
        await line.step("discipline", "enter_into_force"),
        await line.step(
            "discipline", "report_back", letter_out_number="800/3", **letter("Laporan hasil")
        ),
    ]
    assert states == [
        *("received", "examination_team", "examination_team", "summoned", "summoned"),
        *("summoned_again", "examined", "exam_reported", "decree_fixed", "delivered"),
        *("objection", "delivered", "in_force", "reported"),
    ]
    seen = await machines("GET", f"/cases/{line.case}", role=Role.INVESTIGATOR)
    told = seen.json()
    assert "Penurunan jabatan" in told["respondents"][0]["imposed"]
    assert "Laporan hasil" in {one["subject"] for one in told["letters"]}
    assert "Panggilan" not in {one["subject"] for one in told["letters"]}  # the office's own


@pytest.mark.parametrize(
    ("code", "state"), [("return", "returned"), ("reject", "rejected"), ("take_up", "taken_up")]
)
async def test_a_referral_is_received_and_answered(
    machines: Machines, code: str, state: str
) -> None:
    line = Line(machines, await handed_straight(machines.town))
    assert await line.step("referral", "receive", foreign_number="SBT-1") == "received"
    fields = {} if code == "take_up" else {"reason": "Daftar bukti kurang dua lampiran."}
    assert await line.step("referral", code, **fields) == state
    if code == "take_up":
        assert (await line.at("discipline"))["state"] == "arrived"
        return
    seen = await machines("GET", f"/cases/{line.case}/events", role=Role.INVESTIGATOR)
    noted = [one for one in seen.json()["items"] if one["note"]]
    assert noted[0]["note"] == fields["reason"]
    assert noted[0]["exceptional"]


async def test_a_liaison_s_system_answers_too_and_a_return_says_why(machines: Machines) -> None:
    opened = await forwarded_case(machines.town, person())
    line = Line(machines, opened.id, office="bkn", role=Role.LIAISON)
    now = await line.at("referral")
    path = f"/cases/{line.case}/proceedings/{now['id']}/moves/return"
    headers = write("tanpa-alasan", now["version"])
    told = await machines(
        *("POST", path),
        headers=headers,
        json={"fields": {"happened": today()}},
        office="bkn",
        role=Role.LIAISON,
    )
    assert "reason" in problem(told, 422, "invalid")["errors"]
    assert await line.step("referral", "return", reason="Kajian belum lengkap.") == "returned"

"""What version 3 of Bawaslu's handling asks of a decision, and version 2 did not."""

import pytest

from netralitas import clock
from netralitas.audit.domain import Moment
from netralitas.cases.answers import Answers
from netralitas.cases.commands import make_move
from netralitas.cases.moving import MoveRequest, Target
from netralitas.database.context import EVERYTHING
from netralitas.database.transactions import reading
from netralitas.documents.domain import DocumentKind
from netralitas.evidence.storage import Storage
from netralitas.investigation.workflow import DECIDED_BY_A_PLENARY, HANDLING_V2, HANDLING_V3
from netralitas.workflow.domain import Ask
from netralitas.workflow.posts import COMMISSIONER
from netralitas.workflow.refusals import MoveRefused
from tests.investigation.writing import BOOK, decided, submitted
from tests.make import ZONE, Town, make_case, move, paper, proceedings
from tests.workflow.walk import Walk

UNRECORDED = frozenset({"plenary_recorded"})


def test_a_decision_of_version_2_asks_for_its_minutes_alone() -> None:
    Walk(HANDLING_V2, state="plenary").step(COMMISSIONER, "decide_other_law", Ask.MINUTES)


def test_every_decision_of_a_plenary_expects_its_meeting_and_no_other_move_does() -> None:
    expecting = {move.code for move in HANDLING_V3.moves if UNRECORDED.intersection(move.requires)}
    assert expecting == DECIDED_BY_A_PLENARY
    without = Walk(HANDLING_V3, state="plenary", absent=UNRECORDED)
    assert without.refused(COMMISSIONER, "decide_other_law", Ask.MINUTES) == ("plenary_recorded",)
    without.step(COMMISSIONER, "decide_other_law", Ask.MINUTES, Ask.PLENARY)


async def test_minutes_from_elsewhere_take_a_reason_and_stay_marked(
    town: Town, storage: Storage
) -> None:
    recorded, elsewhere = (await make_case(town)).id, (await make_case(town)).id
    for case in (recorded, elsewhere):
        await submitted(town, case, storage)
    await decided(town, recorded, storage)
    minutes = Answers(papers=(paper(DocumentKind.MINUTES),))
    [handling] = await proceedings(elsewhere)
    bare = MoveRequest(
        case=elsewhere,
        targets=(Target(id=handling["id"], version=handling["version"]),),
        move="decide_other_law",
        happened=Moment.time(clock.now(), ZONE),
        answers=minutes,
    )
    with pytest.raises(MoveRefused) as refused:
        await make_move(town.sari, bare, book=BOOK)
    assert [each.rule for each in refused.value.obstacles] == ["plenary_recorded"]
    await move(town.sari, elsewhere, "decide_other_law", answers=minutes)
    async with reading(EVERYTHING) as c:
        rows = await c.fetch(
            "SELECT stream, details FROM event WHERE name = 'handling.decide_other_law'"
        )
    told = {row["stream"]: row["details"] for row in rows}
    assert "plenary_recorded" not in str(told[recorded])
    assert "plenary_recorded" in str(told[elsewhere])

"""The demo's team of a disciplinary examination, all of them invented."""

from datetime import datetime
from typing import Final

from netralitas.cases.domain import PositionClass
from netralitas.demo import recording
from netralitas.demo.telling import CaseTold, Teller
from netralitas.discipline.examiners.commands import name_examiner
from netralitas.discipline.examiners.domain import Body, NewExaminer, Part, Represents

_FOLLOW_UP: Final = """
SELECT max(id) FROM proceeding WHERE case_file = $1 AND workflow = 'discipline'
"""
_TEAM: Final = (
    (Part.CHAIR, Represents.SUPERIOR, "Wahyu Pradipta", "Kepala Dinas"),
    (Part.SECRETARY, Represents.STAFF_OFFICE, "Ratna Maharani", "Kepala Bidang Disiplin"),
    (Part.MEMBER, Represents.OVERSIGHT, "Bayu Setiadi", "Inspektur Pembantu"),
)


async def examined_by(teller: Teller, case: CaseTold, at: datetime) -> None:
    """Let the office name the team that examines the respondent of a case."""
    with await teller.at(at):
        [row] = await recording.rows(_FOLLOW_UP, case.id)
        for part, represents, name, position in _TEAM:
            chairs = part is Part.CHAIR
            member = NewExaminer(
                body=Body.TEAM,
                part=part,
                represents=represents,
                name=name,
                position=position,
                position_class=PositionClass.JPT_PRATAMA if chairs else PositionClass.ADMINISTRATOR,
                officer=None,
            )
            actor = teller.actors["dewa"]
            await name_examiner(actor, case.id, row["max"], member, book=teller.book)

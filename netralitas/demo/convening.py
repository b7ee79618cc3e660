"""Plenary meetings of the demo: planned, who is there, what they decide of the cases."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Final

from netralitas.demo import recording
from netralitas.demo.telling import CaseTold, Teller
from netralitas.investigation.plenary.commands import (
    Plan,
    Ruling,
    decide_in_plenary,
    lay_on_table,
    note_presence,
    plan_meeting,
)
from netralitas.investigation.plenary.domain import Cast, Decided, Outcome, Vote
from netralitas.investigation.study.domain import Finding

ROOM: Final = "Ruang rapat pleno"
_HANDLING: Final = "SELECT version FROM proceeding WHERE case_file = $1 AND workflow = 'handling'"
_IN_STATE: Final = """
SELECT p.case_file FROM proceeding p JOIN case_file f ON f.id = p.case_file
WHERE p.workflow = 'handling' AND p.state = $1 AND f.owner = $2 ORDER BY p.since LIMIT 1
"""


class Plenary:
    """Convenes the commissioners of the regency."""

    def __init__(self, teller: Teller) -> None:
        """`teller` knows the people and the moments."""
        self._t = teller

    async def plan(self, at: datetime, held_on: date, *cases: CaseTold) -> int:
        """Return the id of a meeting that Rina plans at `at`, with these cases on its table."""
        with await self._t.at(at):
            rina = self._t.actors["rina"]
            plan = Plan(
                held_on=held_on,
                starts=time(13),
                place=ROOM,
                chair=self._t.actors["sari"].officer,
            )
            meeting = await plan_meeting(rina, plan)
            for case in cases:
                await lay_on_table(rina, meeting, case.id, book=self._t.book)
        return meeting

    async def table_one(self, at: datetime, meeting: int, state: str) -> None:
        """Lay the case on the table that waits longest in a state of the handling."""
        with await self._t.at(at):
            found = await recording.value(_IN_STATE, state, self._t.offices["kab"])
            await lay_on_table(self._t.actors["rina"], meeting, found, book=self._t.book)

    async def present(self, at: datetime, meeting: int, *there: str) -> None:
        """Note who is there."""
        with await self._t.at(at):
            officers = [self._t.actors[login].officer for login in there]
            await note_presence(self._t.actors["rina"], meeting, officers)

    async def decide(
        self,
        at: datetime,
        meeting: int,
        case: CaseTold,
        findings: Sequence[Finding],
        *,
        votes: Sequence[str],
        dissent: tuple[str, str],
    ) -> None:
        """Let Sari record the decision on every respondent, against one who says why."""
        who, why = dissent
        with await self._t.at(at):
            ruling = Ruling(
                meeting=meeting,
                case=case.id,
                version=await recording.value(_HANDLING, case.id),
                outcome=Outcome.DECIDED,
                votes=(
                    *(Cast(officer=self._t.actors[one].officer, vote=Vote.FOR) for one in votes),
                    Cast(officer=self._t.actors[who].officer, vote=Vote.DISSENT, reason=why),
                ),
                decided=tuple(
                    Decided(respondent=one, findings=tuple(findings)) for one in case.respondents
                ),
            )
            await decide_in_plenary(
                self._t.stepped_up("sari"),
                ruling,
                book=self._t.book,
                storage=self._t.clerk.storage,
            )

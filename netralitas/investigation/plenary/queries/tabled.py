"""A case on the table of a meeting: all that its page asks or tells."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from netralitas.cases.queries import CaseView
from netralitas.database.connection import Connection
from netralitas.investigation.plenary import store, words
from netralitas.investigation.plenary.domain import Attendance, Meeting, Member, Outcome, Vote
from netralitas.investigation.plenary.pages import VoteLine
from netralitas.investigation.plenary.policy import (
    hold_quorum,
    hold_recorder,
    outcomes_of,
)
from netralitas.investigation.plenary.store import Item
from netralitas.investigation.study.domain import Finding
from netralitas.investigation.study.queries import People, concluded_of, people_of
from netralitas.refusals import NotVisible, RuleBroken
from netralitas.workflow.posts import COMMISSIONER

_VOTES: Final = """
SELECT o.name, v.vote, v.reason FROM plenary_vote v JOIN officer o ON o.id = v.officer
WHERE v.item = $1 ORDER BY v.id
"""
_FINDINGS: Final = """
SELECT respondent, array_agg(finding ORDER BY id) AS findings
FROM respondent_decision WHERE item = $1 GROUP BY respondent
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabled:
    """A case on the table of a meeting, with all that its page asks or tells."""

    view: CaseView
    meeting: Meeting
    item: Item
    members: tuple[Member, ...]
    attendance: Attendance
    people: tuple[People, ...]
    concluded: dict[int, tuple[Finding, ...]]
    cast: tuple[VoteLine, ...]
    findings: dict[int, tuple[Finding, ...]]

    @property
    def state(self) -> str:
        """Return the state of the handling."""
        return self.view.dossier.handling().state

    @property
    def voters(self) -> tuple[Member, ...]:
        """Return who votes, in the order of their names."""
        return tuple(each for each in self.members if each.officer in self.attendance.taking_part)

    @property
    def outcomes(self) -> list[tuple[str, str]]:
        """Return what may be picked."""
        return [(each.value, words.OUTCOMES[each]) for each in outcomes_of(self.state)]

    @property
    def per_respondent(self) -> bool:
        """Say whether each respondent is decided on."""
        return Outcome.DECIDED in outcomes_of(self.state)

    @property
    def kept_out(self) -> str | None:
        """Return how many take no part, and never who."""
        return words.conflicted_said(len(self.attendance.members & self.attendance.conflicted))

    def blocked(self) -> tuple[str, ...]:
        """Return why nothing can be recorded now, whatever is typed; a sentence each."""
        handling = self.view.dossier.handling()
        if COMMISSIONER not in self.view.posts(handling):
            return (words.ONLY_COMMISSIONERS,)
        moved_by = () if handling.moved_by is None else (handling.moved_by,)
        drafters = {*self.view.dossier.drafters, *moved_by}
        found = []
        if self.meeting.held_on > self.view.today:
            found.append("Keputusan dicatat mulai hari rapat.")
        if not self.outcomes:
            found.append("Perkara ini tidak lagi menunggu rapat pleno.")
        found += _said(hold_recorder, self.view.actor.hands, drafters)
        found += _said(hold_quorum, self.attendance)
        return tuple(found)


def _said(hold: Callable[..., None], *about: object) -> list[str]:
    """Return the sentence with which a rule says no, if it does."""
    try:
        hold(*about)
    except RuleBroken as refusal:
        return [refusal.reason]
    return []


async def tabled_of(c: Connection, view: CaseView, meeting: int) -> Tabled:
    """Return the case as it lies on the table; NotVisible where it does not."""
    case = view.dossier.id
    found, item = await store.meeting_of(c, meeting), await store.item_of(c, meeting, case)
    if found is None or item is None:
        raise NotVisible
    decided = item.decided is not None
    concluded = {} if decided else await concluded_of(c, case)
    members = await store.members_on(c, found.organisation, found.held_on, meeting)
    votes = await c.fetch(_VOTES, item.id) if decided else ()
    findings = await c.fetch(_FINDINGS, item.id) if decided else ()
    return Tabled(
        view=view,
        meeting=found,
        item=item,
        members=members,
        attendance=await store.attendance_among(c, found, case, members),
        people=await people_of(c, case),
        concluded=concluded,
        cast=tuple(
            VoteLine(name=row["name"], vote=words.VOTES[Vote(row["vote"])], reason=row["reason"])
            for row in votes
        ),
        findings={row["respondent"]: tuple(map(Finding, row["findings"])) for row in findings},
    )

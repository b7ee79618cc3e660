"""What the minutes of a plenary say of one case; nobody in conflict is named, no dissent told."""

from typing import Protocol

from netralitas.cases.queries import CaseView, title
from netralitas.database.connection import Connection
from netralitas.documents.official.commands import Block, Content, Signature
from netralitas.investigation.plenary import store
from netralitas.investigation.plenary.domain import (
    Attendance,
    Cast,
    Decided,
    Meeting,
    Outcome,
    Vote,
)
from netralitas.investigation.plenary.words import DONE, conflicted_said
from netralitas.investigation.study.queries import people_of
from netralitas.investigation.study.words import findings_said
from netralitas.law.words import day


class Ruled(Protocol):
    """What was decided, as far as the minutes tell it."""

    @property
    def outcome(self) -> Outcome:
        """Return what came of the case."""

    @property
    def votes(self) -> tuple[Cast, ...]:
        """Return the votes."""

    @property
    def decided(self) -> tuple[Decided, ...]:
        """Return the findings of each respondent."""

    @property
    def reason(self) -> str | None:
        """Return why, where it was sent back, refused or stopped."""


async def minutes_of(
    c: Connection, view: CaseView, meeting: Meeting, ruled: Ruled, attendance: Attendance
) -> Content:
    """Return the minutes: day, place, who took part, how many votes, what was decided."""
    members = await store.members_on(c, meeting.organisation, meeting.held_on, meeting.id)
    there = [each.name for each in members if each.officer in attendance.taking_part]
    called = {one.id: one for one in await people_of(c, view.dossier.id)}
    kept_out = conflicted_said(len(attendance.members & attendance.conflicted))
    decided = tuple(
        (called[each.respondent].called, findings_said(each.findings)) for each in ruled.decided
    )
    return Content(
        subject="Rapat pleno atas perkara",
        facts=(
            ("Nomor perkara", title(view)),
            ("Hari dan tanggal", day(meeting.held_on)),
            ("Pukul", f"{meeting.starts:%H.%M}"),
            ("Tempat", meeting.place),
            ("Pimpinan rapat", meeting.chair_name),
        ),
        body=(
            Block(
                heading="Kehadiran",
                text=(
                    f"Ikut memutus {len(there)} dari {len(attendance.members)} anggota.",
                    *((kept_out,) if kept_out else ()),
                ),
                items=tuple(there),
            ),
            Block(heading="Suara", text=(_votes(ruled.votes),)),
            Block(
                heading="Keputusan",
                text=tuple(said for said in (_said(ruled.outcome), ruled.reason) if said),
                pairs=decided,
            ),
        ),
        signatures=tuple(Signature(label="Anggota", name=name) for name in there),
    )


def _said(outcome: Outcome) -> str:
    """Return what the meeting made of the case, as the minutes begin it."""
    decides = outcome is Outcome.DECIDED
    return "Rapat pleno memutuskan untuk setiap terlapor:" if decides else f"{DONE[outcome]}."


def _votes(votes: tuple[Cast, ...]) -> str:
    counted = {vote: sum(each.vote is vote for each in votes) for vote in Vote}
    said = f"Setuju {counted[Vote.FOR]}, tidak setuju {counted[Vote.AGAINST]}"
    if counted[Vote.DISSENT]:
        said += (
            f", pendapat berbeda {counted[Vote.DISSENT]} (alasannya dicatat tersendiri di kantor)"
        )
    return f"{said}."

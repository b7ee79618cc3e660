"""One meeting: what is recorded of it, what it takes over from earlier ones, what can be done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may, refusal
from netralitas.database.connection import Connection, Row
from netralitas.evaluation import words
from netralitas.evaluation.domain import Meeting, MeetingState
from netralitas.evaluation.pages import (
    AgendaLine,
    MeetingPage,
    PresenceLine,
    ProposalsPage,
    Record,
    Ways,
)
from netralitas.evaluation.policy import hold_planned
from netralitas.evaluation.queries.lines import (
    DECISION,
    MEETING,
    SAME_PARTIES,
    address,
    decision_line,
    frozen_of,
    is_party,
)
from netralitas.evaluation.queries.proposals import proposals
from netralitas.evaluation.store import meeting_of
from netralitas.refusals import NotAllowed, NotVisible
from netralitas.web.parts import Crumb

_MEETING: Final = f"""
SELECT {MEETING}, m.minutes, o.name AS organiser, p.name AS other_party,
       EXISTS (SELECT FROM signature WHERE signature.meeting = m.id) AS signed,
       s.id AS snapshot, s.position, s.definition, s.digest, s.taken_at, s.content
FROM meeting m JOIN organisation o ON o.id = m.organisation
JOIN organisation p ON p.id = m.readers[cardinality(m.readers)]
LEFT JOIN snapshot s ON s.meeting = m.id
WHERE m.id = $1
"""  # noqa: S608 - constant text
# What it was to speak about, and who came: two lists in one statement.
_SITTING: Final = """
SELECT (SELECT jsonb_agg(jsonb_build_object('id', i.id, 'text', i.text, 'origin', i.origin)
                         ORDER BY i.ordinal, i.id)
        FROM agenda_item i WHERE i.meeting = $1) AS agenda,
       (SELECT jsonb_agg(jsonb_build_object('id', p.organisation, 'name', o.name,
                                            'persons', p.persons, 'capacity', p.capacity)
                         ORDER BY p.id)
        FROM presence p JOIN organisation o ON o.id = p.organisation
        WHERE p.meeting = $1) AS presence
"""
_DECISION_TEXT: Final = "SELECT text FROM decision WHERE meeting = $1 AND id = $2"

# What it decided itself, and what the same two parties decided before it and had not done when it
# was held.
_DECISIONS: Final = f"""
SELECT {DECISION}
WHERE d.meeting = $1 OR ({SAME_PARTIES} AND (m.held_on, m.id) < ($4, $1)
                         AND (d.done_on IS NULL OR d.done_on >= $4))
ORDER BY d.meeting <> $1, CASE WHEN d.meeting = $1 THEN d.ordinal END, d.due_on, d.id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A meeting as one person sees it: its row, and whether they may keep it."""

    row: Row
    meeting: Meeting
    keeps: bool

    @property
    def crumbs(self) -> tuple[Crumb, ...]:
        """Return the way to the meeting."""
        return Crumb("Evaluasi", "/evaluasi"), Crumb(self.meeting.title, address(self.meeting.id))


async def see(c: Connection, actor: Actor, meeting: int) -> Seen:
    """Return the meeting as the actor sees it; NotVisible for who is none of its readers."""
    row = await c.fetchrow(_MEETING, meeting)
    if row is None:
        raise NotVisible
    found = meeting_of(row)
    may_keep = refusal(actor, Permission.KEEP_MEETINGS) is None
    return Seen(row=row, meeting=found, keeps=may_keep and is_party(found, actor.organisation))


async def keep(c: Connection, actor: Actor, meeting: int) -> Seen:
    """Return the meeting for who is about to act on it.

    Raises NotVisible, and NotAllowed for who keeps no meetings or is of neither party.
    """
    may(actor, Permission.KEEP_MEETINGS)
    seen = await see(c, actor, meeting)
    if not seen.keeps:
        raise NotAllowed(words.NOT_A_PARTY)
    return seen


async def decision_text(c: Connection, meeting: int, decision: int) -> str:
    """Return what a decision of the meeting says; NotVisible when the meeting has no such one."""
    found: str | None = await c.fetchval(_DECISION_TEXT, meeting, decision)
    if found is None:
        raise NotVisible
    return found


async def record_of(c: Connection, actor: Actor, seen: Seen, today: date) -> Record:
    """Return what is recorded of the meeting.

    What it takes over from earlier ones stands as on its day; until it is held, as of today.
    """
    meeting, row = seen.meeting, seen.row
    on, until = (meeting.held_on or today), (meeting.held_on or date.max)
    keeper = actor.organisation if seen.keeps else None
    decisions = await c.fetch(_DECISIONS, meeting.id, *meeting.parties, until)
    sitting = await c.fetchrow(_SITTING, meeting.id)
    return Record(
        href=address(meeting.id),
        title=meeting.title,
        kind=words.KINDS[meeting.kind],
        day=meeting.day,
        held=meeting.state is MeetingState.HELD,
        place=meeting.place,
        state=words.STATES[meeting.state],
        tone=words.STATE_TONES[meeting.state],
        organiser=row["organiser"],
        other_party=row["other_party"],
        agenda=_agenda(seen, sitting["agenda"] or ()),
        carried=tuple(
            decision_line(each, on, keeper) for each in decisions if each["meeting"] != meeting.id
        ),
        decisions=tuple(
            decision_line(each, today, keeper)
            for each in decisions
            if each["meeting"] == meeting.id
        ),
        presence=_presence(seen, sitting["presence"] or ()),
        minutes=row["minutes"],
        signed=row["signed"],
        frozen=frozen_of(row) if row["position"] is not None else None,
    )


async def meeting_page(c: Connection, actor: Actor, meeting: int, today: date) -> MeetingPage:
    """Return the page of a meeting; NotVisible for who is none of its readers."""
    seen = await see(c, actor, meeting)
    return MeetingPage(
        crumbs=(seen.crumbs[0], Crumb(seen.meeting.title)),
        record=await record_of(c, actor, seen, today),
        ways=_ways(seen, today),
        next_step=_next_step(seen, today),
    )


async def proposals_page(c: Connection, actor: Actor, meeting: int, today: date) -> ProposalsPage:
    """Return what is open for who prepares the meeting.

    Raises NotVisible and NotAllowed as `keep` does, RuleBroken once it is no plan any more.
    """
    seen = await keep(c, actor, meeting)
    hold_planned(seen.meeting, "Penambahan acara")
    return ProposalsPage(
        crumbs=(*seen.crumbs, Crumb("Susun acara")),
        record=await record_of(c, actor, seen, today),
        proposals=await proposals(c, actor, seen.meeting, today),
        action=address(meeting, "usulan"),
    )


def _ways(seen: Seen, today: date) -> Ways:
    state = seen.meeting.state
    if not seen.keeps or state is MeetingState.CANCELLED:
        return Ways()

    def to(name: str) -> str:
        return address(seen.meeting.id, name)

    if state is MeetingState.PLANNED:
        return Ways(
            replan=to("rencana"),
            agenda=to("acara"),
            propose=to("usulan"),
            make=to("paket"),
            hold=to("pelaksanaan") if seen.meeting.planned_on <= today else None,
            cancel=to("pembatalan"),
        )
    if seen.row["signed"]:
        return Ways()
    return Ways(
        presence=to("kehadiran"),
        decide=to("keputusan"),
        minutes=to("notulen"),
        make=to("paket"),
    )


def _next_step(seen: Seen, today: date) -> str | None:
    """Return the sentence of what comes next for who keeps the meeting."""
    if not seen.keeps or seen.meeting.state is MeetingState.CANCELLED:
        return None
    if seen.row["position"] is None and seen.meeting.day <= today:
        return "Bekukan angka, supaya bahan rapat tahun depan masih terbaca sama."
    return None


def _agenda(seen: Seen, items: Sequence[Mapping[str, Any]]) -> tuple[AgendaLine, ...]:
    removable = seen.keeps and seen.meeting.state is MeetingState.PLANNED
    return tuple(
        AgendaLine(
            text=item["text"],
            proposed=item["origin"] is not None,
            remove=address(seen.meeting.id, "acara", item["id"], "penghapusan")
            if removable
            else None,
        )
        for item in items
    )


def _presence(seen: Seen, came: Sequence[Mapping[str, Any]]) -> tuple[PresenceLine, ...]:
    removable = seen.keeps and not seen.row["signed"]
    return tuple(
        PresenceLine(
            organisation=each["name"],
            persons=each["persons"],
            capacity=each["capacity"],
            remove=address(seen.meeting.id, "kehadiran", each["id"], "penghapusan")
            if removable
            else None,
        )
        for each in came
    )

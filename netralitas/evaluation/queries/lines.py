"""From rows of meetings and decisions to lines of a page."""

from datetime import date
from typing import Final

from netralitas.database.connection import Row
from netralitas.evaluation import words
from netralitas.evaluation.domain import Meeting, MeetingKind, MeetingState
from netralitas.evaluation.pages import DecisionLine, Frozen, MeetingLine

PATH: Final = "/evaluasi"

MEETING: Final = """
m.id, m.organisation, m.agreement, m.kind, m.title, m.place, m.planned_on, m.held_on, m.state,
m.readers
"""
DECISION: Final = """
d.id, d.text, d.due_on, d.done_on, o.name AS organisation, m.id AS meeting, m.title, m.readers
FROM decision d JOIN meeting m ON m.id = d.meeting JOIN organisation o ON o.id = d.organisation
"""
SAME_PARTIES: Final = """
ARRAY[$2::integer, $3] <@ ARRAY[m.readers[1], m.readers[cardinality(m.readers)]]
"""
"""That `m` was a meeting of the same two parties, whichever of them invited."""


def address(meeting: int, *further: object) -> str:
    """Return the address of a meeting, or of something of it."""
    return "/".join((PATH, "rapat", str(meeting), *map(str, further)))


def meeting_line(row: Row) -> MeetingLine:
    """Return a meeting as one line of a list."""
    state = MeetingState(row["state"])
    return MeetingLine(
        href=address(row["id"]),
        title=row["title"],
        kind=words.KINDS[MeetingKind(row["kind"])],
        day=row["held_on"] or row["planned_on"],
        place=row["place"],
        other_party=row["other_party"],
        state=words.STATES[state],
        tone=words.STATE_TONES[state],
        frozen=row["frozen"],
    )


def decision_line(row: Row, on: date, organisation: int | None) -> DecisionLine:
    """Return a decision as it stands on a day.

    `organisation` is the office that may say it is done if it is a party of that meeting; None for
    who only reads.
    """
    standing, tone = words.still_open(row["due_on"], row["done_on"], on)
    parties = (row["readers"][0], row["readers"][-1])
    may_finish = row["done_on"] is None and organisation in parties
    return DecisionLine(
        text=row["text"],
        organisation=row["organisation"],
        due_on=row["due_on"],
        standing=standing,
        tone=tone,
        meeting=row["title"],
        meeting_href=address(row["meeting"]),
        finish=address(row["meeting"], "keputusan", row["id"], "penyelesaian")
        if may_finish
        else None,
    )


def frozen_of(row: Row) -> Frozen:
    """Return where figures were frozen."""
    return Frozen(
        position=row["position"],
        definition=row["definition"],
        digest=in_groups(row["digest"]),
        taken_at=row["taken_at"],
    )


def in_groups(digest: bytes) -> str:
    """Return a digest as people compare one: groups of eight digits."""
    plain = digest.hex()
    return " ".join(plain[start : start + 8] for start in range(0, len(plain), 8))


def is_party(meeting: Meeting, organisation: int) -> bool:
    """Say whether an office keeps this meeting rather than only reading it."""
    return organisation in meeting.parties

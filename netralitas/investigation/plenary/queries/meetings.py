"""The list of meetings, and one of them."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from netralitas.access.domain import Actor
from netralitas.database.connection import Connection, Row
from netralitas.investigation.plenary import store, words
from netralitas.investigation.plenary.domain import Attendance, Outcome
from netralitas.investigation.plenary.forms import PresenceForm, TableForm
from netralitas.investigation.plenary.pages import ItemLine, MeetingLine, MeetingPage, MeetingsPage
from netralitas.investigation.plenary.policy import ON_THE_TABLE
from netralitas.investigation.plenary.queries.waiting import waiting_of
from netralitas.refusals import NotVisible
from netralitas.web.parts import Crumb, Pages

PATH: Final = "/pleno"
LENGTH: Final = 25
MOST: Final = 200
_CURSOR: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})\.([0-9]{1,18})")
_BEGINNING: Final = (date.max, 2**62)

_MEETINGS: Final = """
SELECT m.id, m.held_on, m.starts, m.place,
       (SELECT count(*) FROM plenary_item i WHERE i.meeting = m.id) AS cases,
       (SELECT count(*) FROM plenary_item i WHERE i.meeting = m.id AND i.decided IS NOT NULL)
           AS decided
FROM plenary_meeting m
WHERE m.organisation = $1 AND (m.held_on, m.id) < ($2, $3)
ORDER BY m.held_on DESC, m.id DESC LIMIT $4
"""
_ITEMS: Final = """
SELECT f.id, f.subject, p.state, i.outcome,
       (SELECT n.printed FROM case_number n
        WHERE n.case_file = f.id AND n.kind IN ('register', 'receipt')
        ORDER BY n.kind = 'receipt', n.id LIMIT 1) AS number,
       (SELECT count(*) FROM exclusion x WHERE x.case_file = f.id AND x.officer = ANY ($2))
           AS kept_out
FROM plenary_item i JOIN case_file f ON f.id = i.case_file
JOIN proceeding p ON p.case_file = f.id AND p.workflow = 'handling'
WHERE i.meeting = $1 ORDER BY i.id
"""
_WAITING: Final = """
SELECT f.id, f.subject, p.state,
       (SELECT n.printed FROM case_number n
        WHERE n.case_file = f.id AND n.kind IN ('register', 'receipt')
        ORDER BY n.kind = 'receipt', n.id LIMIT 1) AS number
FROM proceeding p JOIN case_file f ON f.id = p.case_file
WHERE p.workflow = 'handling' AND p.state = ANY ($2) AND f.owner = $1
  AND NOT EXISTS (SELECT FROM plenary_item i WHERE i.case_file = f.id AND i.meeting = $3)
ORDER BY p.since, f.id LIMIT $4
"""


async def chairs_of(c: Connection, actor: Actor, on: date) -> list[tuple[str, str]]:
    """Return who may chair a meeting of the actor's office on a day, as choices."""
    members = await store.members_on(c, actor.organisation, on)
    return [(str(each.officer), each.name) for each in members]


async def quorum_of(c: Connection, actor: Actor) -> int | None:
    """Return the number that the actor's office set for its quorum; None: more than half."""
    return await store.least_of(c, actor.organisation)


async def meetings_page(c: Connection, actor: Actor, query: Mapping[str, str]) -> MeetingsPage:
    """Return a page of the meetings of the actor's office."""
    place = _place(query.get("sebelum"))
    rows = await c.fetch(_MEETINGS, actor.organisation, *place, LENGTH + 1)
    waiting, total = await waiting_of(c, actor)
    least = await store.least_of(c, actor.organisation)
    last = rows[LENGTH - 1] if len(rows) > LENGTH else None
    return MeetingsPage(
        waiting=waiting,
        total=total,
        meetings=tuple(map(_line, rows[:LENGTH])),
        pages=Pages(
            earlier=None if place == _BEGINNING else PATH,
            later=f"{PATH}?sebelum={last['held_on']}.{last['id']}" if last else None,
        ),
        quorum=_quorum(least),
    )


async def meeting_page(
    c: Connection,
    actor: Actor,
    meeting: int,
    today: date,
    *,
    refused: Sequence[str] = (),
) -> MeetingPage:
    """Return the page of a meeting; NotVisible for any other office."""
    found = await store.meeting_of(c, meeting)
    if found is None:
        raise NotVisible
    members = await store.members_on(c, found.organisation, found.held_on, meeting)
    officers = [each.officer for each in members]
    items = await c.fetch(_ITEMS, meeting, officers)
    waiting = await c.fetch(_WAITING, actor.organisation, list(ON_THE_TABLE), meeting, MOST)
    least = await store.least_of(c, found.organisation)
    attendance = Attendance(
        members=frozenset(officers),
        present=frozenset(each.officer for each in members if each.present),
        least=least,
    )
    choices = [(str(row["id"]), _choice(row)) for row in waiting]
    base = f"{PATH}/{meeting}"
    return MeetingPage(
        crumbs=(Crumb(words.TITLE, PATH), Crumb("Rapat")),
        title=words.TITLE,
        href=base,
        day=found.held_on,
        starts=f"{found.starts:%H.%M}",
        place=found.place,
        chair=found.chair_name,
        items=tuple(_item(row, base) for row in items),
        table=TableForm.blank(choices={"case": choices}) if choices else None,
        members=tuple((each.name, each.present) for each in members),
        presence=PresenceForm.blank(
            values={
                "officers": tuple(str(each.officer) for each in members if each.present) or None
            },
            choices={"officers": [(str(each.officer), each.name) for each in members]},
        )
        if members and found.held_on <= today
        else None,
        quorum=f"{len(attendance.taking_part)} hadir, diperlukan {attendance.needed} dari"
        f" {len(members)} anggota",
        quorate=attendance.quorate,
        to_come=found.held_on > today,
        refused=tuple(refused),
    )


def _line(row: Row) -> MeetingLine:
    return MeetingLine(
        href=f"{PATH}/{row['id']}",
        day=row["held_on"],
        starts=f"{row['starts']:%H.%M}",
        place=row["place"],
        cases=row["cases"],
        decided=row["decided"],
    )


def _item(row: Row, base: str) -> ItemLine:
    outcome = row["outcome"]
    state = words.DONE[Outcome(outcome)] if outcome else words.TABLED.get(row["state"])
    return ItemLine(
        number=row["number"] or f"Perkara {row['id']}",
        subject=row["subject"],
        state=state or "Tidak lagi menunggu rapat pleno",
        tone="done" if outcome else "waiting",
        href=f"{base}/perkara/{row['id']}",
        case_href=f"/perkara/{row['id']}",
        kept_out=words.conflicted_said(row["kept_out"]),
        take_off=None if outcome else f"{base}/perkara/{row['id']}/pelepasan",
    )


def _choice(row: Row) -> str:
    number = row["number"] or f"Perkara {row['id']}"
    return f"{number}: {row['subject']} ({words.TABLED[row['state']].lower()})"


def _quorum(least: int | None) -> str:
    said = "lebih dari separuh anggota" if least is None else f"sekurang-kurangnya {least} anggota"
    return f"Kuorum: {said} ({words.QUORUM})."


def _place(text: str | None) -> tuple[date, int]:
    found = _CURSOR.fullmatch(text or "")
    try:
        return (date.fromisoformat(found[1]), int(found[2])) if found else _BEGINNING
    except ValueError:
        return _BEGINNING

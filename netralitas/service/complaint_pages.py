"""The list of complaints, and one of them opened with the keys of the office."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import msgspec

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.database.connection import Connection, Row
from netralitas.intake.envelope import OfficeKeys, message_place, unpacked
from netralitas.law import time_left
from netralitas.law import words as law_words
from netralitas.law.book import RuleBook
from netralitas.law.domain import Zone
from netralitas.refusals import NotVisible
from netralitas.service import policy, queries, words
from netralitas.service.domain import Complaint, ComplaintState
from netralitas.service.door import place, read_said
from netralitas.service.forms import AnswerForm, KeepOutForm
from netralitas.service.pages import ComplaintLine, ComplaintPage, ComplaintsPage, MessageLine
from netralitas.vault.cipher import SealError
from netralitas.web.parts import Crumb, Pages

PATH: Final = "/pengaduan-layanan"
ON_A_PAGE: Final = 25
_HOME: Final = Crumb("Beranda", "/beranda")

# Open ones before those that are over, each the oldest first.
_LIST: Final = """
SELECT id, number, state, sent_at, due_at, answered_at, state = 'closed' AS over
FROM service_complaint
WHERE organisation = $1 AND (state = 'closed', id) > ($2, $3)
ORDER BY over, id LIMIT $4
"""
_PROVED: Final = "SELECT proved FROM service_complaint WHERE id = $1"
_MESSAGES: Final = """
SELECT m.for_office, m.written_at, m.officer IS NOT NULL AS from_office, f.name
FROM service_message m LEFT JOIN officer f ON f.id = m.officer
WHERE m.complaint = $1 ORDER BY m.id
"""


async def complaints_page(
    c: Connection, actor: Actor, query: Mapping[str, str], now: datetime
) -> ComplaintsPage:
    """Return the complaints that the actor's office handles; NotAllowed for others."""
    may(actor, Permission.HANDLE_COMPLAINTS)
    over, after = _cursor(query.get("sesudah", ""))
    rows = await c.fetch(_LIST, *(actor.organisation, over, after, ON_A_PAGE + 1))
    shown = rows[:ON_A_PAGE]
    more = None
    if len(rows) > ON_A_PAGE:
        more = f"{PATH}?sesudah={int(shown[-1]['over'])}.{shown[-1]['id']}"
    return ComplaintsPage(
        title=words.TITLE,
        lead=words.LEAD,
        crumbs=(_HOME, Crumb(words.TITLE)),
        lines=tuple(_line(row, Zone(actor.zone), now) for row in shown),
        pages=Pages(earlier=PATH if over or after else None, later=more),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """With what a complaint is opened, and the form that came back with what was typed, if any."""

    keys: OfficeKeys
    book: RuleBook
    answer: AnswerForm | None = None
    keep_out: KeepOutForm | None = None


async def complaint_page(
    c: Connection, actor: Actor, complaint: int, opening: Opening, now: datetime
) -> ComplaintPage:
    """Return a complaint, opened.

    Raises NotAllowed, NotVisible (also for whom it is about).
    """
    may(actor, Permission.HANDLE_COMPLAINTS)
    found = (
        await queries.complaint_of(c, complaint) if 0 < complaint <= queries.LARGEST_ID else None
    )
    if found is None:
        raise NotVisible
    proved = await c.fetchval(_PROVED, complaint)
    rows = await c.fetch(_MESSAGES, complaint)
    ours = found.organisation == actor.organisation
    moves = {move.code for move in policy.moves_from(found.state)} if ours else set()
    people = await queries.officers_of(c, actor.organisation, now) if moves else ()
    choices = [(str(e.officer), e.name) for e in people if e.officer not in found.kept_out]
    above = await queries.above(c, found.organisation) if "refer" in moves else None
    zone = Zone(actor.zone)
    return ComplaintPage(
        title=f"Pengaduan {found.number}",
        crumbs=(_HOME, Crumb(words.TITLE, PATH), Crumb(found.number)),
        href=f"{PATH}/{found.id}",
        state=policy.label(found.state),
        sent_at=found.sent_at,
        proved=proved,
        due=_due(found.due_at, found.answered_at, zone, now),
        rule=_rule(found, opening.book, zone),
        late=_late(found.due_at, found.answered_at, now),
        said=_said(found, opening.keys),
        kept_out=len(found.kept_out),
        messages=tuple(_message(row, found, opening.keys) for row in rows),
        elsewhere=None if ours else words.ELSEWHERE,
        answer=(opening.answer or AnswerForm.blank()) if "answer" in moves else None,
        keep_out=_kept_out(opening, choices) if moves else None,
        refers=above is not None,
        closes="close" in moves,
    )


def _kept_out(opening: Opening, choices: list[tuple[str, str]]) -> KeepOutForm:
    return opening.keep_out or KeepOutForm.blank(choices={"officer": choices})


def _line(row: Row, zone: Zone, now: datetime) -> ComplaintLine:
    return ComplaintLine(
        href=f"{PATH}/{row['id']}",
        number=row["number"],
        state=policy.label(ComplaintState(row["state"])),
        sent_at=row["sent_at"],
        due=_due(row["due_at"], row["answered_at"], zone, now),
        late=_late(row["due_at"], row["answered_at"], now),
    )


def _due(due: datetime | None, answered: datetime | None, zone: Zone, now: datetime) -> str:
    if answered is not None:
        return f"Dijawab {law_words.day(answered.astimezone(zone.tz).date())}"
    if due is None:
        return words.NO_DEADLINE
    return f"{time_left.left(due, now, zone)}, {law_words.day(due.astimezone(zone.tz).date())}"


def _late(due: datetime | None, answered: datetime | None, now: datetime) -> bool:
    return due is not None and (answered or now) > due


def _rule(found: Complaint, book: RuleBook, zone: Zone) -> str:
    """Return the rule of the house by which the deadline was counted; empty without one."""
    if found.due_at is None or policy.RULE not in book.codes():
        return ""
    day = found.sent_at.astimezone(zone.tz).date()
    held = [rule for rule in book.versions(policy.RULE) if rule.in_force(day)]
    return f"{law_words.limit(held[0])} {law_words.basis(held[0])}." if held else ""


def _said(found: Complaint, keys: OfficeKeys) -> tuple[tuple[str, str], ...]:
    if not found.content:
        return (("Isi", words.DISPOSED),)
    try:
        said = read_said(keys.open(*unpacked(found.content), place(found.digest)))
    except (SealError, msgspec.MsgspecError, ValueError):
        return (("Isi", words.UNREADABLE),)
    lines = (
        ("Yang terjadi", said.what),
        ("Kapan", said.when),
        ("Petugas yang disebut", said.officer),
        ("Cara menghubungi", said.contact),
    )
    return tuple((label, text) for label, text in lines if text)


def _message(row: Row, found: Complaint, keys: OfficeKeys) -> MessageLine:
    sender = f"{words.FROM_OFFICE}, {row['name']}" if row["from_office"] else words.FROM_SENDER
    text = _text(row["for_office"], found, keys)
    return MessageLine(sender=sender, written_at=row["written_at"], text=text)


def _text(sealed: bytes, found: Complaint, keys: OfficeKeys) -> str:
    if not sealed:
        return words.DISPOSED
    try:
        return keys.open(*unpacked(sealed), message_place(found.digest)).decode()
    except (SealError, ValueError):
        return words.UNREADABLE


def _cursor(text: str) -> tuple[bool, int]:
    over, _, after = text.partition(".")
    if over in {"0", "1"} and after.isascii() and after.isdecimal() and len(after) < 16:
        return over == "1", int(after)
    return False, 0

"""What is still open and may be spoken about: proposals for the agenda, each with its number.

A proposal has a code of its own, so that the agenda knows what it took over. Seen through the eyes
of the office that prepares the meeting.
"""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from netralitas.access.domain import Actor
from netralitas.database.connection import Connection
from netralitas.discipline.board import Filters, write_filters
from netralitas.evaluation import words
from netralitas.evaluation.domain import Meeting, balances, figures_of
from netralitas.evaluation.pages import Proposal
from netralitas.evaluation.queries.late import recorded_late
from netralitas.evaluation.queries.lines import PATH, SAME_PARTIES, address
from netralitas.law.words import day
from netralitas.prevention.queries import summary_for

# A referral is answered when it ends or is recommended upon; the follow-up that is overdue has
# missed the deadline next before it.
_WAITING: Final = """
SELECT w.workflow, w.addressee, a.name, count(*) AS amount, min(w.since) AS oldest,
       count(*) FILTER (WHERE w.next_due < $2) AS late,
       min(w.next_due) FILTER (WHERE w.next_due < $2) AS due
FROM worklist_item w JOIN organisation a ON a.id = w.addressee
WHERE w.organisation = $1 AND w.workflow IN ('referral', 'discipline')
GROUP BY w.workflow, w.addressee, a.name
ORDER BY w.workflow DESC, amount DESC, a.name
"""
_OVERDUE_DECISIONS: Final = f"""
SELECT count(*) FROM decision d JOIN meeting m ON m.id = d.meeting
WHERE d.done_on IS NULL AND d.due_on < $1 AND {SAME_PARTIES}
"""  # noqa: S608 - constant text
_DUTIES: Final = """
SELECT d.organisation, o.name, count(*) AS amount, count(*) FILTER (WHERE NOT EXISTS (
           SELECT FROM duty_done n JOIN activity a ON a.id = n.activity
           WHERE n.duty = d.id AND a.state = 'held' AND a.held_on >= $2)) AS left_over
FROM duty d JOIN organisation o ON o.id = d.organisation
WHERE d.agreement = $1 AND EXISTS (SELECT FROM agreement a WHERE a.id = d.agreement)
GROUP BY d.organisation, o.name ORDER BY o.name
"""
_LAST_FIGURES: Final = f"""
SELECT s.content, s.position, m.id, m.title FROM snapshot s JOIN meeting m ON m.id = s.meeting
WHERE m.id <> $1 AND {SAME_PARTIES} ORDER BY s.id DESC LIMIT 1
"""  # noqa: S608 - constant text
_AGREEMENT: Final = "SELECT agreement FROM meeting WHERE id = $1"
_ADDED: Final = "SELECT origin FROM agenda_item WHERE meeting = $1 AND origin IS NOT NULL"


async def proposals(
    c: Connection, actor: Actor, meeting: Meeting, today: date
) -> tuple[Proposal, ...]:
    """Return what is open on a day, each in a sentence with its number; eight statements at most.

    `added` says of each whether it stands on the agenda of the meeting already.
    """
    added = {row["origin"] for row in await c.fetch(_ADDED, meeting.id)}
    found = [
        *await _waiting(c, actor, today),
        *await _decisions(c, meeting, today),
        *await _duties(c, meeting, today),
        *await _units(c, actor, today),
        *await _from_the_log(c, meeting, today),
    ]
    return tuple(
        Proposal(code=code, text=text, href=href, added=code in added) for code, text, href in found
    )


type_found = tuple[str, str, str]


async def _waiting(c: Connection, actor: Actor, today: date) -> list[type_found]:
    """Return, per receiver, what was not answered; per office, the follow-up that is overdue."""
    zone = ZoneInfo(actor.zone)
    begin = datetime.combine(today, time.min, zone)
    found = []
    for row in await c.fetch(_WAITING, actor.organisation, begin):
        to = Filters(receiver=row["addressee"])
        if row["workflow"] == "referral":
            since = row["oldest"].astimezone(zone).date()
            text = words.unanswered(row["amount"], row["name"], since, today)
            found.append((f"unanswered.{row['addressee']}", text, write_filters(to)))
        elif row["late"]:
            due = row["due"].astimezone(zone).date()
            text = words.overdue(row["late"], row["name"], due, today)
            late = Filters(receiver=row["addressee"], late=True)
            found.append((f"overdue.{row['addressee']}", text, write_filters(late)))
    return found


async def _decisions(c: Connection, meeting: Meeting, today: date) -> list[type_found]:
    amount = await c.fetchval(_OVERDUE_DECISIONS, today, *meeting.parties)
    if not amount:
        return []
    text = f"{amount} keputusan rapat terdahulu melewati tenggatnya"
    return [("decisions", text, f"{PATH}#keputusan")]


async def _duties(c: Connection, meeting: Meeting, today: date) -> list[type_found]:
    """Return, per party of the agreement, the duties that no activity of this year did."""
    agreement = await c.fetchval(_AGREEMENT, meeting.id)
    if agreement is None:
        return []
    rows = await c.fetch(_DUTIES, agreement, date(today.year, 1, 1))
    return [
        (
            f"duties.{row['organisation']}",
            words.duties_left(row["left_over"], row["amount"], row["name"], today.year),
            f"/kerja-sama/{agreement}",
        )
        for row in rows
        if row["left_over"]
    ]


async def _units(c: Connection, actor: Actor, today: date) -> list[type_found]:
    reached = await summary_for(c, actor, date(today.year, 1, 1), today)
    if not reached.uncovered:
        return []
    text = (
        f"{len(reached.uncovered)} dari {reached.units} unit kerja belum terjangkau sosialisasi"
        f" tahun {today.year}"
    )
    return [("units", text, "/pencegahan")]


async def _from_the_log(c: Connection, meeting: Meeting, today: date) -> list[type_found]:
    """Return what was entered late since the last figures, and which of those do not reconcile."""
    last = await c.fetchrow(_LAST_FIGURES, meeting.id, *meeting.parties)
    late = await recorded_late(c, last["position"] if last else None, date(today.year, 1, 1))
    found = []
    if late:
        since = "sejak rapat lalu" if last else f"sejak {day(date(today.year, 1, 1))}"
        text = f"{late} langkah atau fakta dicatat terlambat {since}"
        here = address(last["id"], "angka") if last else address(meeting.id, "angka")
        found.append(("late_entries", text, here))
    if last:
        found += [
            (f"figures.{code}", text, address(last["id"], "angka"))
            for code, text in _unreconciled(last["content"], last["title"])
        ]
    return found


def _unreconciled(content: bytes, title: str) -> Iterator[tuple[str, str]]:
    """Yield the registers and figures of a snapshot whose parts do not add up to them."""
    figures = figures_of(content)
    for balance in balances(None, figures):
        if balance.difference:
            said = words.REGISTERS[balance.code].title if balance.code in words.REGISTERS else ""
            yield balance.code, f"Saldo {said} berselisih {balance.difference} (rapat “{title}”)"
    for indicator in figures.indicators:
        missing = indicator.total - sum(part.amount for part in indicator.parts)
        if indicator.parts and missing:
            said = words.DEFINITIONS[indicator.code].title
            yield indicator.code, f"Rincian “{said}” berselisih {missing} (rapat “{title}”)"

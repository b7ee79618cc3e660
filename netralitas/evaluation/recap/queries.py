"""One week of an office and of the offices below it, from events and deadlines."""

from datetime import datetime
from typing import Final

from netralitas.access.domain import Actor
from netralitas.database.connection import Connection, Row
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.evaluation.domain import Tally
from netralitas.evaluation.recap import words
from netralitas.evaluation.recap.domain import AMOUNTS, SOURCES, Amounts, Week, amounts_of
from netralitas.evaluation.recap.pages import AmountLine, OfficeLine, RecapPage
from netralitas.refusals import NotAllowed, RuleBroken
from netralitas.web.formats import long_time
from netralitas.web.parts import Crumb, Link
from netralitas.worklist.domain import midnight

PATH: Final = "/evaluasi/rekap"
_KIND: Final = "bawaslu"

# Each office below counts for the one next below the asking office: a province sums up its
# regencies, the whole country its provinces.
_TREE: Final = """
WITH RECURSIVE below (office, branch) AS (
    SELECT id, id FROM organisation WHERE superior = $1
    UNION ALL
    SELECT o.id, b.branch FROM organisation o JOIN below b ON o.superior = b.office
), tree AS (SELECT $1::integer AS office, $1::integer AS branch UNION ALL SELECT * FROM below)
"""
_OFFICES: Final = f"""
{_TREE} SELECT o.id, o.name FROM organisation o
WHERE o.id IN (SELECT branch FROM tree) ORDER BY o.id <> $1, o.name, o.id
"""  # noqa: S608 - constant text
_EVENTS: Final = f"""
{_TREE} SELECT t.branch, e.kind, e.name, e.workflow, e.from_state, e.to_state, count(*) AS amount
FROM event e JOIN case_file f ON f.id = e.stream JOIN tree t ON t.office = f.owner
WHERE e.recorded_at >= $2 AND e.recorded_at < $3
  AND e.workflow IN ('handling', 'referral', 'discipline')
GROUP BY 1, 2, 3, 4, 5, 6
"""  # noqa: S608 - constant text
# As it stood at the end: a deadline that was met or replaced afterwards had passed all the same.
_OVERDUE: Final = f"""
{_TREE} SELECT t.branch, count(*) AS amount
FROM clock c JOIN case_file f ON f.id = c.case_file JOIN tree t ON t.office = f.owner
WHERE c.due_at < $2
  AND EXISTS (SELECT FROM event s WHERE s.id = c.started_by AND s.recorded_at < $2)
  AND (c.ended_by IS NULL
       OR EXISTS (SELECT FROM event s WHERE s.id = c.ended_by AND s.recorded_at >= $2))
  AND (c.superseded_by IS NULL
       OR EXISTS (SELECT FROM event s WHERE s.id = c.superseded_by AND s.recorded_at >= $2))
GROUP BY 1
"""  # noqa: S608 - constant text


async def recap_page(actor: Actor, week: Week, now: datetime) -> RecapPage:
    """Return the recap of a week for the actor's office; three statements.

    It counts what the office and those below it own, whoever looks: an exclusion leaves no gap.
    Raises NotAllowed for who is no Bawaslu office, RuleBroken for a week that has not begun.
    """
    if actor.organisation_kind != _KIND:
        raise NotAllowed(words.NOT_OURS)
    begin, end = midnight(week.monday, actor.zone), midnight(week.moved(1).monday, actor.zone)
    if begin > now:
        raise RuleBroken(words.ahead(week), rule="recap.week")
    until = min(end, now)
    async with reading(EVERYTHING) as c:
        offices = await _amounts(c, actor.organisation, begin, until)
    (own_name, own), *below = offices
    total = own
    for _, amounts in below:
        total = total + amounts
    following = week.moved(1)
    return RecapPage(
        crumbs=(Crumb("Evaluasi", "/evaluasi"), Crumb(words.TITLE)),
        office=own_name,
        code=week.code,
        days=words.days(week),
        until=long_time(until) if until < end else None,
        earlier=_address(week.moved(-1)),
        later=_address(following) if until == end else None,
        lines=tuple(_line(code, own) for code in AMOUNTS),
        heads=tuple(words.HEADS[code] for code in AMOUNTS),
        offices=tuple(_office(name, amounts) for name, amounts in offices) if below else (),
        total=_office(words.SUM, total),
        which_day=words.WHICH_DAY,
        files=tuple(
            Link(label=f"Unduh {kind.upper()}", href=_address(week, f".{kind}"))
            for kind in ("pdf", "xlsx", "csv")
        ),
    )


async def _amounts(
    c: Connection, organisation: int, begin: datetime, until: datetime
) -> list[tuple[str, Amounts]]:
    """Return the amounts of the office, then of each next below it with all below that."""
    tallies: dict[int, list[Tally]] = {}
    for row in await c.fetch(_EVENTS, organisation, begin, until):
        tallies.setdefault(row["branch"], []).append(_tally(row))
    overdue = {row["branch"]: row["amount"] for row in await c.fetch(_OVERDUE, organisation, until)}
    return [
        (row["name"], amounts_of(tallies.get(row["id"], ()), overdue.get(row["id"], 0)))
        for row in await c.fetch(_OFFICES, organisation)
    ]


def _tally(row: Row) -> Tally:
    return Tally(
        kind=row["kind"],
        name=row["name"],
        workflow=row["workflow"],
        from_state=row["from_state"],
        to_state=row["to_state"],
        recommended=None,
        imposed=None,
        amount=row["amount"],
    )


def _line(code: str, own: Amounts) -> AmountLine:
    parts = ((words.SOURCE_WORDS[each], own.sources[each]) for each in SOURCES)
    return AmountLine(
        label=words.HEADS[code],
        sentence=words.SENTENCES[code],
        amount=own.of[code],
        parts=tuple(part for part in parts if part[1]) if code == "came_in" else (),
    )


def _office(name: str, amounts: Amounts) -> OfficeLine:
    return OfficeLine(name=name, amounts=tuple(amounts.of[code] for code in AMOUNTS))


def _address(week: Week, kind: str = "") -> str:
    return f"{PATH}{kind}?minggu={week.code}"

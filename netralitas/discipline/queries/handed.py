"""Each respondent handed to an office, by what is to be done next; fifty to a page."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from itertools import groupby
from typing import Final
from zoneinfo import ZoneInfo

from netralitas.access.domain import Actor
from netralitas.access.policy import Field, posts
from netralitas.cases.domain import Employment
from netralitas.cases.queries.steps import move_address
from netralitas.database.connection import Connection, Row
from netralitas.discipline.advice import Advice, route_for
from netralitas.discipline.dates import Clock, Dates, Meeting, dates_of
from netralitas.discipline.noted import Followed, fitting_end, notes_on
from netralitas.discipline.pages import FollowedUp, FollowUp, Stretch
from netralitas.discipline.places import Place, read_place, write_place
from netralitas.discipline.queries import rows as said
from netralitas.discipline.queries.arrivals import arrivals
from netralitas.discipline.queries.notes import followed
from netralitas.discipline.queries.rows import DETAILS, FOLLOWED, declared_of, seen_by
from netralitas.discipline.tasks import RECEIVABLE, STRETCHES, Task, task_of
from netralitas.web.parts import Pages
from netralitas.worklist.queries.lines import relation_to, rule_label

PAGE: Final = 50
HOME: Final = "/beranda"
PARAMETER: Final = "setelah"
_KEYS: Final = [state for stretch in STRETCHES for state in stretch.states]
_RANKS: Final = [rank for rank, stretch in enumerate(STRETCHES) for _ in stretch.states]
_REST: Final = len(STRETCHES)  # a state of an older version that no stretch names
_REST_TITLE: Final = "Lainnya"

_MINE: Final = f"""
WITH mine AS (
    SELECT w.proceeding, w.case_file, w.workflow, w.state, w.next_due,
           coalesce(place.rank, {_REST}) AS rank
    FROM worklist_item w
    JOIN proceeding p ON p.id = w.proceeding AND p.addressee = $1
    LEFT JOIN unnest($2::text[], $3::integer[]) AS place (key, rank)
        ON place.key = w.workflow || '.' || w.state
    WHERE w.organisation = $1 AND w.workflow IN {FOLLOWED} AND p.respondent IS NOT NULL
      AND w.workflow || '.' || w.state <> ALL ($4)
)
"""  # noqa: S608 - constant text
_PAGE: Final = f"""
{_MINE}, picked AS (
    SELECT * FROM mine
    WHERE (rank, coalesce(next_due, 'infinity'), proceeding)
        > ($5::integer, coalesce($6::timestamptz, 'infinity'), $7::bigint)
    ORDER BY rank, next_due, proceeding LIMIT $8
)
{DETAILS} ORDER BY w.rank, w.next_due, w.proceeding
"""  # noqa: S608 - constant text
_TOTALS: Final = f"""
{_MINE} SELECT rank, count(*) AS amount FROM mine GROUP BY rank
"""  # noqa: S608 - constant text

_CLOCKS: Final = """
SELECT proceeding, rule,
       CASE WHEN paused_by IS NULL THEN due_at END AS due_at,
       CASE WHEN paused_by IS NULL THEN problem ELSE 'Sedang dijeda.' END AS problem
FROM clock
WHERE proceeding = ANY ($1) AND ended_by IS NULL AND superseded_by IS NULL
ORDER BY clock.due_at NULLS LAST, id
"""
_SUMMONED: Final = """
SELECT DISTINCT ON (e.proceeding) e.proceeding, e.details ->> 'exam_on' AS meeting FROM event e
WHERE e.proceeding = ANY ($1) AND e.details ->> 'exam_on' IS NOT NULL
  AND NOT EXISTS (SELECT FROM event c WHERE c.corrects = e.id)
ORDER BY e.proceeding, e.id DESC
"""
_MEETINGS: Final = {
    "summoned": "Hari pemeriksaan",
    "summoned_again": "Hari pemeriksaan (panggilan kedua)",
    "ethics_summoned": "Hari sidang kode etik",
    "ethics_summoned_again": "Hari sidang kode etik (panggilan kedua)",
}


async def follow_up(
    c: Connection, actor: Actor, query: Mapping[str, str], now: datetime
) -> FollowUp:
    """Return what was handed to the actor's office: unreceived, and a page of what is in hand."""
    came, more = await arrivals(c, actor, now)
    mine = (actor.organisation, _KEYS, _RANKS, sorted(RECEIVABLE))
    after = read_place(query.get(PARAMETER)) or Place(rank=-1, due=None, proceeding=0)
    rows = await c.fetch(_PAGE, *mine, after.rank, after.due, after.proceeding, PAGE + 1)
    shown = [row for row in rows[:PAGE] if seen_by(actor, row)]
    totals = {row["rank"]: row["amount"] for row in await c.fetch(_TOTALS, *mine)}
    dates = await _dates(c, shown, now)
    noted = await followed(c, shown)
    return FollowUp(
        arrivals=came,
        arrivals_more=more,
        stretches=tuple(
            Stretch(
                title=STRETCHES[rank].title if rank < _REST else _REST_TITLE,
                total=totals.get(rank, 0),
                respondents=tuple(
                    _respondent(actor, row, now, dates[row["proceeding"]], noted[row["proceeding"]])
                    for row in alike
                ),
            )
            for rank, alike in groupby(shown, key=lambda row: row["rank"])
        ),
        pages=_pages(query, rows),
        total=sum(totals.values()),
    )


def _pages(query: Mapping[str, str], rows: list[Row]) -> Pages:
    if len(rows) <= PAGE:
        return Pages(earlier=HOME if query.get(PARAMETER) else None)
    last = rows[PAGE - 1]
    place = Place(rank=last["rank"], due=last["next_due"], proceeding=last["proceeding"])
    return Pages(
        earlier=HOME if query.get(PARAMETER) else None,
        later=f"{HOME}?{PARAMETER}={write_place(place)}#terlapor",
    )


async def _dates(c: Connection, rows: Iterable[Row], now: datetime) -> dict[int, Dates]:
    """Return the computed dates of each proceeding: the day it was summoned for, its clocks."""
    found = {row["proceeding"]: row for row in rows}
    clocks: dict[int, list[Row]] = defaultdict(list)
    for clock in await c.fetch(_CLOCKS, list(found)):
        clocks[clock["proceeding"]].append(clock)
    summoned = {
        row["proceeding"]: date.fromisoformat(row["meeting"])
        for row in await c.fetch(_SUMMONED, list(found))
    }
    return {
        identity: dates_of(
            [_clock(clock) for clock in clocks[identity]],
            _meeting(row, summoned.get(identity)),
            imposed=row["imposed_kind"],
            today=now.astimezone(ZoneInfo(row["zone"])).date(),
            zone=row["zone"],
        )
        for identity, row in found.items()
    }


def _clock(row: Row) -> Clock:
    return Clock(
        rule=row["rule"],
        label=rule_label(row["rule"]) or "Tenggat",
        due_at=row["due_at"],
        problem=row["problem"],
    )


def _meeting(row: Row, on: date | None) -> Meeting | None:
    label = _MEETINGS.get(row["state"])
    return None if label is None or on is None else Meeting(label=label, on=on)


def _respondent(
    actor: Actor, row: Row, now: datetime, computed: Dates, noted: Followed
) -> FollowedUp:
    declared, state = declared_of(row)
    seen = seen_by(actor, row)
    towards = relation_to(actor, row["owner"], row["addressee"], row["state"])
    advice = _advice(row)
    task = task_of(declared, state.code, posts(actor, towards), advice, fitting_end(noted.check))
    if computed.too_early:
        task = Task(label="Tunggu hari kerja ke-15")
    return FollowedUp(
        href=f"/perkara/{row['case_file']}",
        number=said.number_of(row),
        person=said.named(row, seen),
        state=state.label,
        waits=said.waits(row, actor, now),
        advice=advice,
        dates=computed.lines if Field.CLOCKS in seen else (),
        notes=notes_on(noted),
        recommended=said.recommended_of(row),
        imposed=said.imposed_of(row),
        pressure=said.pressure_of(row),
        next_label=task.label,
        next_href=_form(row, task),
    )


def _advice(row: Row) -> Advice | None:
    """Return the route that fits, until one is chosen."""
    if row["workflow"] != "discipline" or row["state"] != "received":
        return None
    return route_for(Employment(row["employment"]), said.level_of(row))


def _form(row: Row, task: Task) -> str | None:
    return move_address(row["case_file"], row["proceeding"], task.move.code) if task.move else None

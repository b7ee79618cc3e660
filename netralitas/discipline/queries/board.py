"""The page of the follow-up: the ageing board and the ledger."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from netralitas.access.domain import Actor
from netralitas.access.policy import Field
from netralitas.audit.domain import Precision
from netralitas.database.connection import Connection, Row
from netralitas.discipline.beside import BOARD, beside
from netralitas.discipline.board import (
    AGES,
    COLUMNS,
    STAGES,
    TITLES,
    Age,
    Column,
    Filters,
    age_of,
    read_filters,
    stood,
)
from netralitas.discipline.pages import BoardColumn, BoardPage, Card, Choice
from netralitas.discipline.queries import rows as said
from netralitas.discipline.queries.ledger import ledger
from netralitas.discipline.queries.rows import DETAILS, FOLLOWED, declared_of, seen_by
from netralitas.law.words import plain_day
from netralitas.web.parts import type_tone
from netralitas.workflow.domain import Holder
from netralitas.workflow_words import WORDS
from netralitas.worklist import words
from netralitas.worklist.domain import midnight
from netralitas.worklist.queries.lines import rule_label

NO_AGE: Final = "Umur tidak diketahui"
MOST: Final = 25
"""How many cards a column shows; its heading counts all of them."""
_DONE: Final = 10

_COUNTED: Final = 1000
"""How many of one holder are counted; beyond that the heading says that there are more."""
_RECENT: Final = timedelta(days=366)

_HELD: Final = ", ".join(
    f"('{holder.value}', '{column.value}')"
    for holder, column in COLUMNS.items()
    if holder is not Holder.NOBODY
)
_WANTED: Final = f"""
    w.organisation = $1 AND w.holder = h.holder AND w.workflow IN {FOLLOWED}
    AND ($2::integer IS NULL OR w.addressee = $2)
    AND ($3::timestamptz IS NULL OR w.since >= $3) AND ($4::timestamptz IS NULL OR w.since < $4)
    AND (NOT $5 OR w.next_due < $6)
    AND ($7::text[] IS NULL OR w.workflow || '.' || w.state = ANY ($7))
"""
# Of each holder the first few by age, and a count that ends somewhere: no column is read whole.
_OPEN: Final = f"""
WITH held (holder, place) AS (VALUES {_HELD}), first AS (
    SELECT h.place, w.* FROM held h CROSS JOIN LATERAL (
        SELECT w.proceeding, w.case_file, w.workflow, w.state, w.next_due, w.rule,
               w.since AS stood
        FROM worklist_item w WHERE {_WANTED} ORDER BY w.since, w.proceeding LIMIT {MOST}
    ) w
), amount AS (
    SELECT h.place, sum(c.counted) AS total, bool_or(c.counted > {_COUNTED}) AS more
    FROM held h CROSS JOIN LATERAL (
        SELECT count(*) AS counted
        FROM (SELECT FROM worklist_item w WHERE {_WANTED} LIMIT {_COUNTED + 1}) items
    ) c GROUP BY h.place
), picked AS (
    SELECT * FROM (
        SELECT first.*, amount.total, amount.more,
               row_number() OVER (PARTITION BY place ORDER BY stood, proceeding) AS position
        FROM first JOIN amount USING (place)
    ) o WHERE position <= {MOST}
)
{DETAILS} ORDER BY w.place, w.position
"""  # noqa: S608 - constant text

# A referral that was followed up ends where the follow-up begins: it is not finished. What follows
# a recent end is no older than that end: only recent follow-ups are looked through.
_ENDED: Final = f"""
WITH ended AS (
    SELECT p.id AS proceeding, p.case_file, p.workflow, p.state, p.since AS stood,
           NULL::timestamptz AS next_due, NULL AS rule, 'done' AS place
    FROM proceeding p
    JOIN declared_state s
        ON s.workflow = p.workflow AND s.version = p.workflow_version AND s.state = p.state
    WHERE s.final AND p.workflow IN {FOLLOWED} AND p.since >= $1
      AND ($2::integer IS NULL OR p.addressee = $2)
      AND ($3::timestamptz IS NULL OR p.since >= $3) AND ($4::timestamptz IS NULL OR p.since < $4)
      AND NOT EXISTS (SELECT FROM proceeding q WHERE q.respondent = p.respondent
                      AND q.workflow = 'discipline' AND q.id > p.id AND q.since >= $1)
      AND NOT (p.workflow = 'referral' AND p.state = 'rerouted')
    ORDER BY p.since DESC, p.id DESC LIMIT {_COUNTED + 1}
), picked AS (
    SELECT *, count(*) OVER () AS total, count(*) OVER () > {_COUNTED} AS more
    FROM ended ORDER BY stood DESC, proceeding DESC LIMIT {_DONE}
)
{DETAILS} ORDER BY w.stood DESC, w.proceeding DESC
"""  # noqa: S608 - constant text

# From office to office along the index: each is looked up once, however much it holds.
_OFFICES: Final = f"""
WITH RECURSIVE holding (office) AS (
    (SELECT w.addressee FROM worklist_item w
     WHERE w.organisation = $1 AND w.workflow IN {FOLLOWED} AND w.addressee IS NOT NULL
     ORDER BY w.addressee LIMIT 1)
    UNION ALL
    SELECT (SELECT w.addressee FROM worklist_item w
            WHERE w.organisation = $1 AND w.workflow IN {FOLLOWED} AND w.addressee > h.office
            ORDER BY w.addressee LIMIT 1)
    FROM holding h WHERE h.office IS NOT NULL
)
SELECT id, name FROM organisation
WHERE id IN (SELECT office FROM holding) OR id = $2 ORDER BY name, id
"""  # noqa: S608 - constant text

_TONES: Final[Mapping[Age, type_tone]] = {
    Age.FRESH: "neutral",
    Age.RECENT: "neutral",
    Age.OLD: "soon",
    Age.OLDEST: "late",
}


async def board_page(
    c: Connection, actor: Actor, query: Mapping[str, str], now: datetime
) -> BoardPage:
    """Return the board as the address filters it, and a page of the ledger."""
    wanted = read_filters(query)
    entries, pages = await ledger(c, actor, wanted, query.get("buku"))
    today = now.astimezone(ZoneInfo(actor.zone)).date()
    return BoardPage(
        beside=beside(actor, BOARD),
        today=today,
        filters=(await _receivers(c, actor, wanted), _stages(wanted), _ages(wanted)),
        late=wanted.late,
        filtered=wanted != Filters(),
        columns=await _columns(c, actor, wanted, now),
        ledger=entries,
        ledger_pages=pages,
        print_note=f"Menurut catatan sampai {plain_day(today)}",
    )


async def _columns(
    c: Connection, actor: Actor, wanted: Filters, now: datetime
) -> tuple[BoardColumn, ...]:
    today = now.astimezone(ZoneInfo(actor.zone)).date()
    span = stood(wanted.age, midnight(today, actor.zone))
    states = list(STAGES[wanted.stage]) if wanted.stage else None
    rows = await c.fetch(
        _OPEN,
        *(actor.organisation, wanted.receiver, span.after, span.until, wanted.late, now, states),
    )
    ended: list[Row] = []
    if not wanted.late and wanted.stage is None:
        since = now - _RECENT
        ended = await c.fetch(_ENDED, since, wanted.receiver, span.after, span.until)
    seen = [row for row in (*rows, *ended) if seen_by(actor, row)]
    return tuple(
        _column(column, [row for row in seen if row["place"] == column], actor, now)
        for column in Column
        if column is not Column.OTHER or any(row["place"] == column for row in seen)
    )


def _column(column: Column, rows: Sequence[Row], actor: Actor, now: datetime) -> BoardColumn:
    return BoardColumn(
        title=TITLES[column],
        total=int(rows[0]["total"]) if rows else 0,
        more=rows[0]["more"] if rows else False,
        cards=tuple(_card(row, actor, now) for row in rows),
    )


def _card(row: Row, actor: Actor, now: datetime) -> Card:
    _, state = declared_of(row)
    seen = seen_by(actor, row)
    still = age_of(said.age_in_days(row, actor, now))
    known = row["since_precision"] != Precision.UNKNOWN
    late = _late(row, actor, now) if Field.CLOCKS in seen else None
    return Card(
        href=f"/perkara/{row['case_file']}",
        number=said.number_of(row),
        name=said.name_of(row, seen),
        office=row["office"] or "",
        waits=state.label if state.final else said.waits(row, actor, now),
        age=said.ended(row, actor) if state.final else AGES[still] if known else NO_AGE,
        age_tone="done" if state.final else _TONES[still] if known else "soon",
        late=late,
        missed=rule_label(row["rule"]) if late else None,
        pressure=said.pressure_of(row),
    )


def _late(row: Row, actor: Actor, now: datetime) -> str | None:
    """Return by how much the next deadline was missed; None while it lies ahead."""
    left = words.left(row["next_due"], now, actor.zone)
    return left.words if left.tone == "late" else None


async def _receivers(c: Connection, actor: Actor, wanted: Filters) -> Choice:
    """Return the offices with which something is that the actor follows, and the chosen one."""
    offices = await c.fetch(_OFFICES, actor.organisation, wanted.receiver)
    return Choice(
        name="penerima",
        label="Penerima",
        options=(("", "Semua"), *((str(row["id"]), row["name"]) for row in offices)),
        chosen="" if wanted.receiver is None else str(wanted.receiver),
    )


def _stages(wanted: Filters) -> Choice:
    return Choice(
        name="tahap",
        label="Tahap",
        options=(("", "Semua"), *((stage, _stage(stage)) for stage in STAGES)),
        chosen=wanted.stage or "",
    )


def _stage(stage: str) -> str:
    workflow, phase = stage.split(".")
    said = WORDS[workflow]
    return said.phases[phase]


def _ages(wanted: Filters) -> Choice:
    return Choice(
        name="umur",
        label="Umur",
        options=(("", "Semua"), *((age.value, label) for age, label in AGES.items())),
        chosen=wanted.age.value if wanted.age else "",
    )

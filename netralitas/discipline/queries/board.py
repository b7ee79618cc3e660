"""The page of the follow-up: the ageing board, the ledger, how each receiver stands."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from netralitas.access.domain import Actor
from netralitas.access.policy import Field
from netralitas.database.connection import Connection, Row
from netralitas.discipline.board import (
    AGES,
    COLUMNS,
    TITLES,
    Age,
    Column,
    Filters,
    age_of,
    read_filters,
    stood,
)
from netralitas.discipline.pages import BoardColumn, BoardPage, Card, Choice, ReceiverRow
from netralitas.discipline.queries import rows as said
from netralitas.discipline.queries.ledger import ledger
from netralitas.discipline.queries.receivers import receivers
from netralitas.discipline.queries.rows import DETAILS, FOLLOWED, declared_of, seen_by
from netralitas.web.parts import type_tone
from netralitas.worklist import words
from netralitas.worklist.domain import midnight
from netralitas.worklist.queries.lines import rule_label

MOST: Final = 25
"""How many cards a column shows; its heading counts all of them."""
_DONE: Final = 10

_COLUMN: Final = " ".join(
    f"WHEN '{holder.value}' THEN '{column.value}'" for holder, column in COLUMNS.items()
)
_OPEN: Final = f"""
WITH open AS (
    SELECT w.proceeding, w.case_file, w.workflow, w.state, w.next_due, w.rule, w.since AS stood,
           CASE w.holder {_COLUMN} END AS place
    FROM worklist_item w JOIN proceeding p ON p.id = w.proceeding
    WHERE w.organisation = $1 AND w.workflow IN {FOLLOWED} AND p.respondent IS NOT NULL
      AND ($2::integer IS NULL OR p.addressee = $2)
      AND ($3::timestamptz IS NULL OR w.since >= $3) AND ($4::timestamptz IS NULL OR w.since < $4)
      AND (NOT $5 OR w.next_due < $6)
), picked AS (
    SELECT * FROM (
        SELECT *, count(*) OVER (PARTITION BY place) AS total,
               row_number() OVER (PARTITION BY place ORDER BY stood, proceeding) AS position
        FROM open
    ) o WHERE position <= $7
)
{DETAILS} ORDER BY w.place, w.position
"""  # noqa: S608 - constant text

# A referral that was followed up ends where the follow-up begins: it is not finished.
_ENDED: Final = f"""
WITH picked AS (
    SELECT p.id AS proceeding, p.case_file, p.workflow, p.state, p.since AS stood,
           NULL::timestamptz AS next_due, NULL AS rule, 'done' AS place,
           count(*) OVER () AS total
    FROM proceeding p
    JOIN declared_state s
        ON s.workflow = p.workflow AND s.version = p.workflow_version AND s.state = p.state
    WHERE s.final AND p.workflow IN {FOLLOWED} AND p.respondent IS NOT NULL
      AND ($1::integer IS NULL OR p.addressee = $1)
      AND ($2::timestamptz IS NULL OR p.since >= $2) AND ($3::timestamptz IS NULL OR p.since < $3)
      AND NOT EXISTS (SELECT FROM proceeding q WHERE q.respondent = p.respondent
                      AND q.workflow = 'discipline' AND q.id > p.id)
      AND NOT (p.workflow = 'referral' AND p.state = 'rerouted')
    ORDER BY p.since DESC, p.id DESC LIMIT $4
)
{DETAILS} ORDER BY w.stood DESC, w.proceeding DESC
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
    """Return the board as the address filters it, a page of the ledger, and the receivers."""
    wanted = read_filters(query)
    standing = await receivers(c, actor, now)
    entries, pages = await ledger(c, actor, wanted, query.get("buku"))
    today = now.astimezone(ZoneInfo(actor.zone)).date()
    return BoardPage(
        today=today,
        filters=(_receivers(wanted, standing), _ages(wanted)),
        late=wanted.late,
        filtered=wanted != Filters(),
        columns=await _columns(c, actor, wanted, now),
        ledger=entries,
        ledger_pages=pages,
        receivers=tuple(row for _, row in standing),
        print_note=f"Menurut catatan sampai {words.plain_day(today)}",
    )


async def _columns(
    c: Connection, actor: Actor, wanted: Filters, now: datetime
) -> tuple[BoardColumn, ...]:
    today = now.astimezone(ZoneInfo(actor.zone)).date()
    span = stood(wanted.age, midnight(today, actor.zone))
    rows = await c.fetch(
        _OPEN,
        *(actor.organisation, wanted.receiver, span.after, span.until, wanted.late, now, MOST),
    )
    ended: list[Row] = []
    if not wanted.late:
        ended = await c.fetch(_ENDED, wanted.receiver, span.after, span.until, _DONE)
    seen = [row for row in (*rows, *ended) if seen_by(actor, row)]
    return tuple(
        _column(column, [row for row in seen if row["place"] == column], actor, now)
        for column in Column
        if column is not Column.OTHER or any(row["place"] == column for row in seen)
    )


def _column(column: Column, rows: Sequence[Row], actor: Actor, now: datetime) -> BoardColumn:
    return BoardColumn(
        title=TITLES[column],
        total=rows[0]["total"] if rows else 0,
        cards=tuple(_card(row, actor, now) for row in rows),
    )


def _card(row: Row, actor: Actor, now: datetime) -> Card:
    _, state = declared_of(row)
    seen = seen_by(actor, row)
    still = age_of(said.age_in_days(row, actor, now))
    late = _late(row, actor, now) if Field.CLOCKS in seen else None
    return Card(
        href=f"/perkara/{row['case_file']}",
        number=said.number_of(row),
        name=said.name_of(row, seen),
        office=row["office"] or "",
        waits=state.label if state.final else said.waits(row, actor, now),
        age=said.ended(row, actor) if state.final else AGES[still],
        age_tone="done" if state.final else _TONES[still],
        late=late,
        missed=rule_label(row["rule"]) if late else None,
        pressure=said.pressure_of(row),
    )


def _late(row: Row, actor: Actor, now: datetime) -> str | None:
    """Return by how much the next deadline was missed; None while it lies ahead."""
    left = words.left(row["next_due"], now, actor.zone)
    return left.words if left.tone == "late" else None


def _receivers(wanted: Filters, standing: Sequence[tuple[int, ReceiverRow]]) -> Choice:
    return Choice(
        name="penerima",
        label="Penerima",
        options=(("", "Semua"), *((str(identity), row.name) for identity, row in standing)),
        chosen="" if wanted.receiver is None else str(wanted.receiver),
    )


def _ages(wanted: Filters) -> Choice:
    return Choice(
        name="umur",
        label="Umur",
        options=(("", "Semua"), *((age.value, label) for age, label in AGES.items())),
        chosen=wanted.age.value if wanted.age else "",
    )

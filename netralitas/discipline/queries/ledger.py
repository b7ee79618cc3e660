"""The ledger: recommended beside imposed for each follow-up, the latest first."""

from datetime import date
from typing import Final

from netralitas.access.domain import Actor
from netralitas.access.policy import Field
from netralitas.cases.domain import SanctionLevel
from netralitas.database.connection import Connection, Row
from netralitas.discipline.board import Filters, write_filters
from netralitas.discipline.pages import LedgerRow
from netralitas.discipline.places import Place, read_place, write_place
from netralitas.discipline.queries import rows as said
from netralitas.discipline.queries.rows import DETAILS, declared_of, seen_by
from netralitas.discipline.sanctions import compare
from netralitas.discipline.words import COMPARISONS, without_decision
from netralitas.web.parts import Pages

PAGE: Final = 50
NOT_YET: Final = "Belum ada keputusan"
_BEGINNING: Final = 2**62

_LEDGER: Final = f"""
WITH picked AS (
    SELECT p.id AS proceeding, p.case_file, p.workflow, p.state FROM proceeding p
    WHERE p.workflow = 'discipline' AND p.id < $1 AND ($2::integer IS NULL OR p.addressee = $2)
    ORDER BY p.id DESC LIMIT $3
), told AS ({DETAILS})
SELECT told.*, took.received_on, took.decided_on, letter.id AS letter FROM told
LEFT JOIN LATERAL (
    SELECT l.id FROM sanction s
    JOIN event e ON e.id = s.event
    JOIN letter l ON l.case_file = s.case_file AND l.event <= s.event AND l.direction = 'in'
    JOIN event first ON first.id = l.event AND first.name = e.name
    WHERE s.case_file = told.case_file AND s.respondent = told.respondent
      AND s.side = 'recommended' AND s.proceeding <= told.proceeding
    ORDER BY s.event DESC, l.event DESC LIMIT 1
) letter ON true
LEFT JOIN LATERAL (
    SELECT min(e.happened_on) FILTER (WHERE 'recommendation_received' = ANY (e.facts))
               AS received_on,
           min(e.happened_on) FILTER (WHERE e.facts && '{{decree_fixed,unit_decided,moral_stated}}')
               AS decided_on
    FROM event e
    WHERE e.proceeding = told.proceeding AND e.precision IN ('time', 'day')
      AND NOT EXISTS (SELECT FROM event c WHERE c.corrects = e.id)
) took ON true
ORDER BY told.proceeding DESC
"""  # noqa: S608 - constant text


async def ledger(
    c: Connection, actor: Actor, wanted: Filters, place: str | None
) -> tuple[tuple[LedgerRow, ...], Pages]:
    """Return a page of the ledger after a place in it, as far as the actor reads it."""
    after = read_place(place)
    begun = after.proceeding if after else _BEGINNING
    rows = await c.fetch(_LEDGER, begun, wanted.receiver, PAGE + 1)
    shown = rows[:PAGE]
    later = None
    if len(rows) > PAGE:
        last = Place(rank=0, due=None, proceeding=shown[-1]["proceeding"])
        later = f"{write_filters(wanted, buku=write_place(last))}#buku"
    pages = Pages(earlier=f"{write_filters(wanted)}#buku" if after else None, later=later)
    return tuple(_row(row, actor) for row in shown if seen_by(actor, row)), pages


def _row(row: Row, actor: Actor) -> LedgerRow:
    seen = seen_by(actor, row)
    return LedgerRow(
        href=f"/perkara/{row['case_file']}",
        number=said.number_of(row),
        name=said.name_of(row, seen),
        office=row["office"] or "",
        letter=_letter(row) if Field.LETTERS in seen else None,
        recommended=said.recommended_of(row) or "Tidak ada rekomendasi tercatat",
        imposed=said.imposed_of(row) or "Belum ada",
        verdict=_verdict(row),
        days=_days(row["received_on"], row["decided_on"]),
    )


def _letter(row: Row) -> str | None:
    """Return where the letter is that recommended it."""
    return f"/perkara/{row['case_file']}/surat/{row['letter']}" if row["letter"] else None


def _verdict(row: Row) -> str:
    """Return how the imposed stands to the recommended, or why there is nothing to compare."""
    _, state = declared_of(row)
    if without_decision(state.code):
        return state.label
    if row["imposed"] is None:
        return NOT_YET
    return COMPARISONS[compare(said.level_of(row), SanctionLevel(row["imposed"]))]


def _days(received: date | None, decided: date | None) -> int | None:
    """Return the days from the recommendation's receipt to the decree; None: one is unknown."""
    return None if received is None or decided is None else (decided - received).days

"""The ledger: recommended beside imposed for each follow-up, the latest first."""

from datetime import date
from typing import Final

from netralitas.access.domain import Actor
from netralitas.cases.domain import SanctionLevel
from netralitas.database.connection import Connection, Row
from netralitas.discipline.board import Filters, write_filters
from netralitas.discipline.pages import LedgerRow
from netralitas.discipline.places import Place, read_place, write_place
from netralitas.discipline.queries import rows as said
from netralitas.discipline.queries.rows import DETAILS, declared_of, seen_by
from netralitas.discipline.sanctions import compare, kind_of
from netralitas.discipline.words import COMPARISONS
from netralitas.web.parts import Pages

PAGE: Final = 50
NOT_YET: Final = "Belum ada keputusan"
_WITHOUT: Final = frozenset({"not_proven", "annulled", "respondent_gone", "respondent_moved"})
"""States that say themselves why nothing stands imposed."""
_BEGINNING: Final = 2**62

_LEDGER: Final = f"""
WITH picked AS (
    SELECT p.id AS proceeding, p.case_file, p.workflow, p.state FROM proceeding p
    WHERE p.workflow = 'discipline' AND p.id < $1 AND ($2::integer IS NULL OR p.addressee = $2)
    ORDER BY p.id DESC LIMIT $3
), told AS ({DETAILS})
SELECT told.*, took.received_on, took.decided_on FROM told
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
        recommended=said.recommended_of(row) or "Tidak ada rekomendasi tercatat",
        imposed=said.imposed_of(row) or "Belum ada",
        verdict=_verdict(row),
        days=_days(row["received_on"], row["decided_on"]),
    )


def _verdict(row: Row) -> str:
    """Return how the imposed stands to the recommended, or why there is nothing to compare."""
    _, state = declared_of(row)
    if state.code in _WITHOUT:
        return state.label
    if row["imposed"] is None:
        return NOT_YET
    recommended = SanctionLevel(row["recommended"]) if row["recommended"] else None
    return COMPARISONS[compare(recommended, kind_of(row["imposed"]).level)]


def _days(received: date | None, decided: date | None) -> int | None:
    """Return the days from the recommendation's receipt to the decree; None: one is unknown."""
    return None if received is None or decided is None else (decided - received).days

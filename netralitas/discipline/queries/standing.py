"""How offices stand: what each was handed, and how what was imposed compares, by two measures."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from netralitas.access.domain import Actor
from netralitas.cases.domain import SanctionLevel
from netralitas.cases.words import SANCTIONS
from netralitas.database.connection import Connection, Row
from netralitas.discipline.beside import RECEIVERS, beside
from netralitas.discipline.board import PATH, Filters, write_filters
from netralitas.discipline.pages import ComparedRow, StandingPage
from netralitas.discipline.queries.receivers import receivers
from netralitas.discipline.sanctions import ORDER, Comparison, compare, recommended_of
from netralitas.discipline.words import without_decision
from netralitas.law.words import plain_day

NOBODY: Final = "Tanpa rekomendasi instansi pengawas ASN"

# A follow-up that was handed on is counted where it went; what the authority said is the latest
# word on the respondent before the follow-up began.
_COMPARED: Final = """
SELECT p.addressee, o.name AS office, coalesce(o.employer, o.name) AS official,
       said.authority, a.name AS authority_name, p.state, said.recommended,
       imposed.level AS imposed, count(*) AS amount
FROM proceeding p
JOIN organisation o ON o.id = p.addressee
LEFT JOIN LATERAL (
    SELECT coalesce(s.kind, s.level) AS recommended, q.addressee AS authority
    FROM sanction s JOIN proceeding q ON q.id = s.proceeding
    WHERE s.case_file = p.case_file AND s.respondent = p.respondent AND s.side = 'recommended'
      AND s.proceeding <= p.id
    ORDER BY s.event DESC LIMIT 1
) said ON true
LEFT JOIN organisation a ON a.id = said.authority
LEFT JOIN LATERAL (
    SELECT level FROM sanction
    WHERE proceeding = p.id AND side = 'imposed' ORDER BY event DESC LIMIT 1
) imposed ON true
WHERE p.workflow = 'discipline' AND p.state <> 'passed_on'
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
"""


async def standing_page(c: Connection, actor: Actor, now: datetime) -> StandingPage:
    """Return what each receiver was handed, and how decisions compare by official and authority."""
    rows = await c.fetch(_COMPARED)
    today = now.astimezone(ZoneInfo(actor.zone)).date()
    return StandingPage(
        beside=beside(actor, RECEIVERS),
        receivers=tuple(row for _, row in await receivers(c, actor, now)),
        officials=_compared(rows, "official", "addressee"),
        authorities=_compared(rows, "authority_name", None),
        order=" < ".join(SANCTIONS[level] for level in ORDER),
        print_note=f"Menurut catatan sampai {plain_day(today)}",
    )


def _compared(rows: Iterable[Row], name: str, receiver: str | None) -> tuple[ComparedRow, ...]:
    """Return a row for each official or authority by name; the parts add up to the total."""
    counted: dict[tuple[str, int | None], Counter[Comparison | None]] = {}
    for row in rows:
        key = (row[name] or NOBODY, row[receiver] if receiver else None)
        counted.setdefault(key, Counter())[_verdict(row)] += row["amount"]
    return tuple(_row(key, counts) for key, counts in sorted(counted.items(), key=_by_name))


def _by_name(item: tuple[tuple[str, int | None], object]) -> tuple[str, int]:
    (name, receiver), _ = item
    return name, receiver or 0


def _verdict(row: Row) -> Comparison | None:
    """Return how the decision compares; None while there is none, or none was needed."""
    if row["imposed"] is None or without_decision(row["state"]):
        return None
    level = recommended_of(row["recommended"])[0] if row["recommended"] else None
    return compare(level, SanctionLevel(row["imposed"]))


def _row(key: tuple[str, int | None], counts: Counter[Comparison | None]) -> ComparedRow:
    name, receiver = key
    there = write_filters(Filters(receiver=receiver)) if receiver is not None else PATH
    return ComparedRow(
        name=name,
        href=f"{there}#buku",
        total=counts.total(),
        lighter=counts[Comparison.LIGHTER],
        equal=counts[Comparison.EQUAL],
        heavier=counts[Comparison.HEAVIER],
        none=counts[Comparison.NONE],
        unknown=counts[Comparison.UNKNOWN],
        undecided=counts[None],
    )

"""The register of letters of one office: filtered by the address, page by page, or whole."""

from collections.abc import Sequence
from typing import Final

from netralitas.access.domain import Actor, Role
from netralitas.access.policy import Permission, roles_for
from netralitas.cases.words import METHODS
from netralitas.correspondence.address import PATH, Wanted, pattern, write
from netralitas.correspondence.domain import Direction
from netralitas.correspondence.pages import Choice, Mark, RegisterLine, RegisterPage
from netralitas.correspondence.words import (
    CONDITIONS,
    NOT_PROVED,
    PROVED_SOME_DAY,
    UNNAMED,
    UNNUMBERED,
    WAY_FILTERS,
    WAYS,
    Condition,
    plain,
)
from netralitas.database.connection import Connection, Row
from netralitas.web.parts import Link, Pages
from netralitas.web.table_file import type_cell
from netralitas.worklist.words import NO_NUMBER

PAGE: Final = 50
WHOLE: Final = 20_000
"""The most letters that a file holds."""

# What waits for an answer: sent, not come back, not answered; an answer was asked for, or the
# matter is still with whom it was sent to. Whose matter is not accepted reads its letters only as
# one who may answer them.
_PICKED: Final = """
WITH own AS (
    SELECT l.*, (l.organisation = $1) = (l.direction = 'out') AS sent
    FROM letter l
    WHERE (l.organisation = $1 OR l.correspondent = $1) AND ($2::bigint IS NULL OR l.id < $2)
      AND ($5::text IS NULL OR l.printed ILIKE $5 OR l.subject ILIKE $5)
      AND (NOT $6 OR EXISTS (
          SELECT FROM proceeding p WHERE p.case_file = l.case_file AND p.addressee = $1
            AND p.state NOT IN ('forwarded', 'cancelled', 'arrived')))
), picked AS (
    SELECT * FROM own l
    WHERE ($3::boolean IS NULL OR l.sent = $3)
      AND CASE $4::text
          WHEN 'menunggu' THEN l.sent AND l.came_back_on IS NULL
              AND NOT EXISTS (SELECT FROM letter r WHERE r.reply_to = l.id)
              AND (l.answer_by IS NOT NULL OR EXISTS (
                  SELECT FROM proceeding p
                  JOIN declared_state s ON s.workflow = p.workflow
                      AND s.version = p.workflow_version AND s.state = p.state AND NOT s.final
                  WHERE p.case_file = l.case_file AND p.addressee = l.correspondent))
          WHEN 'belum-terbukti' THEN l.sent AND l.received_on IS NULL AND l.proof IS NULL
          WHEN 'kembali' THEN l.came_back_on IS NOT NULL
          ELSE true END
    ORDER BY l.id DESC LIMIT $7
)
SELECT l.id, l.case_file, l.direction, l.printed, l.dated_on, l.subject, l.method, l.sent_on,
       l.received_on, l.proof, l.came_back_on, l.answer_by, l.sent,
       CASE WHEN l.organisation = $1 THEN l.kept_at END AS kept_at,
       CASE WHEN l.organisation = l.correspondent THEN NULL
            WHEN l.organisation = $1 THEN other.name ELSE own.name END AS other,
       n.printed AS case_number, reply.printed AS reply, reply.dated_on AS replied_on,
       reply.id AS replied
FROM picked l
JOIN organisation own ON own.id = l.organisation
JOIN organisation other ON other.id = l.correspondent
LEFT JOIN LATERAL (
    SELECT r.id, r.printed, r.dated_on FROM letter r WHERE r.reply_to = l.id ORDER BY r.id LIMIT 1
) reply ON true
LEFT JOIN LATERAL (
    SELECT printed FROM case_number
    WHERE case_file = l.case_file AND kind IN ('register', 'receipt')
    ORDER BY kind = 'register' DESC, id DESC LIMIT 1
) n ON true
ORDER BY l.id DESC
"""

HEADS: Final = (
    *("Nomor", "Tanggal", "Perihal", "Arah", "Pihak lain", "Perkara", "Cara pengiriman"),
    *("Dikirim", "Diterima", "Penerimaan", "Kembali", "Jawaban diminta sampai", "Balasan"),
    "Tempat penyimpanan",
)


async def register_page(c: Connection, actor: Actor, wanted: Wanted) -> RegisterPage:
    """Return the page of the register that the address asks for."""
    rows = await _rows(c, actor, wanted, PAGE + 1)
    shown = rows[:PAGE]
    more = len(rows) > PAGE
    return RegisterPage(
        lines=tuple(_line(row) for row in shown),
        filters=_filters(wanted),
        words=wanted.words or "",
        filtered=wanted.filtered,
        pages=Pages(
            earlier=write(wanted) if wanted.after else None,
            later=write(wanted, after=shown[-1]["id"]) if more else None,
        ),
        files=tuple(
            Link(label=f"Unduh {kind.upper()}", href=write(wanted, f"{PATH}/data.{kind}"))
            for kind in ("csv", "xlsx")
        ),
    )


async def register_table(c: Connection, actor: Actor, wanted: Wanted) -> list[Sequence[type_cell]]:
    """Return the register as the address filters it as a table, its heads first."""
    rows = await _rows(c, actor, wanted, WHOLE)
    return [HEADS, *(_cells(row) for row in rows)]


async def _rows(c: Connection, actor: Actor, wanted: Wanted, most: int) -> list[Row]:
    sent = None if wanted.way is None else wanted.way is Direction.OUT
    return await c.fetch(
        _PICKED,
        *(actor.organisation, wanted.after, sent),
        wanted.condition.value if wanted.condition else None,
        *(pattern(wanted.words), _only_accepted(actor), most),
    )


def _only_accepted(actor: Actor) -> bool:
    """Say whether the actor reads letters only of what their office has accepted."""
    answering = roles_for(Permission.SEE_LETTERS) - {Role.AUDITOR}
    return actor.organisation_kind != "bawaslu" and not actor.roles & answering


def _line(row: Row) -> RegisterLine:
    return RegisterLine(
        href=f"/perkara/{row['case_file']}/surat/{row['id']}",
        number=row["printed"] or UNNUMBERED,
        numbered=bool(row["printed"]),
        dated_on=row["dated_on"],
        subject=row["subject"],
        way=_way(row),
        other=row["other"] or UNNAMED,
        case_number=row["case_number"] or NO_NUMBER,
        marks=tuple(_marks(row)),
    )


def _way(row: Row) -> str:
    return WAYS[Direction.OUT if row["sent"] else Direction.IN]


def _marks(row: Row) -> list[Mark]:
    """Return how the letter stands: its receipt, its way back, its answer."""
    found = []
    if row["received_on"]:
        found.append(Mark(text=f"Diterima {plain(row['received_on'])}", tone="done"))
    elif row["proof"]:
        found.append(Mark(text=PROVED_SOME_DAY, tone="done"))
    elif row["came_back_on"]:
        found.append(Mark(text=f"Kembali {plain(row['came_back_on'])}", tone="late"))
    elif row["sent"]:
        found.append(Mark(text=NOT_PROVED, tone="soon"))
    if row["replied"]:
        found.append(Mark(text="Dibalas", tone="done"))
    elif row["answer_by"] and row["sent"]:
        found.append(Mark(text=f"Jawaban diminta {plain(row['answer_by'])}", tone="waiting"))
    return found


def _cells(row: Row) -> Sequence[type_cell]:
    receipt = "terbukti" if row["received_on"] or row["proof"] else "belum terbukti"
    reply = (row["reply"] or UNNUMBERED) if row["replied"] else None
    return (
        *(row["printed"], _iso(row, "dated_on"), row["subject"], _way(row), row["other"]),
        *(row["case_number"], METHODS.get(row["method"] or "", ""), _iso(row, "sent_on")),
        *(_iso(row, "received_on"), receipt if row["sent"] else None),
        *(_iso(row, "came_back_on"), _iso(row, "answer_by"), reply, row["kept_at"]),
    )


def _iso(row: Row, column: str) -> str | None:
    return row[column].isoformat() if row[column] else None


def _filters(wanted: Wanted) -> tuple[Choice, ...]:
    ways = {way: word for word, way in WAY_FILTERS.items()}
    return (
        Choice(
            name="arah",
            label="Arah",
            options=(("", "Semua"), *((word, WAYS[way]) for word, way in WAY_FILTERS.items())),
            chosen=ways[wanted.way] if wanted.way else "",
        ),
        Choice(
            name="keadaan",
            label="Keadaan",
            options=(("", "Semua"), *((one.value, CONDITIONS[one]) for one in Condition)),
            chosen=wanted.condition.value if wanted.condition else "",
        ),
    )

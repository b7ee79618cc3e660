"""The paper of a pack: its sections as plain values for the template, charts drawn."""

from datetime import date
from typing import Final

from netralitas.charts.drawing import draw
from netralitas.charts.words import UNKNOWN
from netralitas.evaluation.packs.domain import Section, Table, type_cell, type_row
from netralitas.evaluation.packs.pages import Content
from netralitas.evaluation.packs.words import DRAFT
from netralitas.law.domain import Zone
from netralitas.law.words import day, moment
from netralitas.web.formats import number, plain_date

MOST_ROWS: Final = 150
"""So many rows of a table are printed; the annexes have all of them."""

_LINE: Final = 90  # letters that stand beside each other on a sheet, about


def paper_of(content: Content, sections: tuple[Section, ...]) -> dict[str, object]:
    """Return what the template of a pack prints; blocks while the charts are drawn."""
    record = content.record
    return {
        "title": record.title,
        "office": content.office,
        "letterhead": (),
        "footer": _footer(content),
        "mark": DRAFT if content.draft else None,
        "kind": record.kind,
        "cover": _cover(content),
        "sections": [_section(section) for section in sections],
        "signatures": [
            {"label": party, "name": ""} for party in (record.organiser, record.other_party)
        ],
    }


def _footer(content: Content) -> str:
    state = f"{DRAFT} · " if content.draft else ""
    return f"{state}Bahan {content.record.title}, {plain_date(content.record.day)}"


def _cover(content: Content) -> tuple[tuple[str, str], ...]:
    record, counted = content.record, content.counted
    facts = [
        ("Waktu", f"{day(record.day)} ({record.state.lower()})"),
        ("Tempat", record.place),
        ("Pihak", f"{record.organiser} dan {record.other_party}"),
        ("Dibaca oleh", content.office),
    ]
    if counted is not None:
        where = (
            f"posisi {number(counted.frozen.position)} catatan peristiwa, definisi"
            f" {counted.frozen.definition}"
        )
        frozen = "Belum dibekukan; dihitung" if content.draft else "Dibekukan"
        facts.append(("Angka", f"{frozen} {moment(content.as_of, Zone(content.zone))}, {where}"))
        facts.append(("Sidik angka", counted.frozen.digest))
    return tuple(facts)


def _section(section: Section) -> dict[str, object]:
    table = section.table if section.printed else None
    chart = section.chart if section.chart is not None and not section.chart.empty else None
    return {
        "title": section.title,
        "said": (*section.said, *_rest(table)),
        "facts": section.facts,
        "typed": section.typed,
        "chart": chart
        and {
            "svg": draw(chart),
            "question": chart.question,
            "description": chart.description,
        },
        "table": table and table.rows and _table(table),
        "begins_page": section.begins_page,
        "annex": not section.printed,
    }


def _rest(table: Table | None) -> tuple[str, ...]:
    if table is None or len(table.rows) <= MOST_ROWS:
        return ()
    return (
        f"Tercetak {MOST_ROWS} dari {number(len(table.rows))} baris; selebihnya dalam lampiran.",
    )


def _table(table: Table) -> dict[str, object]:
    rows = table.rows[:MOST_ROWS]
    columns = range(len(table.heads))
    numbers = [_is_number(rows, column) for column in columns]
    return {
        "heads": table.heads,
        "numbers": numbers,
        # What fills a line shares it by itself; else the first column of words takes the rest.
        "filling": None
        if sum(_longest(table, column) for column in columns) > _LINE
        else numbers.index(False),
        "rows": [_printed(row, above) for above, row in zip(((), *rows), rows, strict=False)],
    }


def _printed(row: type_row, above: type_row) -> list[str]:
    """Return a row in words; what the row above begins with as well is not said twice."""
    first = "" if above and isinstance(row[0], str) and row[0] == above[0] else _said(row[0])
    return [first, *(_said(cell) for cell in row[1:])]


def _is_number(rows: tuple[type_row, ...], column: int) -> bool:
    cells = [row[column] for row in rows if row[column] is not None]
    return bool(cells) and all(isinstance(cell, int) for cell in cells)


def _longest(table: Table, column: int) -> int:
    """Return the letters of the longest thing said in a column."""
    said = (len(_said(row[column])) for row in table.rows[:MOST_ROWS])
    return max(len(table.heads[column]), *said)


def _said(cell: type_cell) -> str:
    if cell is None:
        return UNKNOWN
    if isinstance(cell, int):
        return number(cell)
    return plain_date(cell) if isinstance(cell, date) else cell

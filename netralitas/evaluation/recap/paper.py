"""The weekly recap as a paper to sign and as rows of a table."""

from collections.abc import Sequence
from datetime import datetime

from netralitas.evaluation.recap import words
from netralitas.evaluation.recap.pages import OfficeLine, RecapPage
from netralitas.web.formats import number
from netralitas.web.table_file import type_cell

type_rows = list[Sequence[type_cell]]


async def recap_paper(page: RecapPage, at: datetime) -> bytes:
    """Return the recap as PDF; of a week that is over the same bytes whenever it is asked for."""
    from netralitas.documents.rendering import render  # noqa: PLC0415 - large, seldom needed

    return await render(
        "recap",
        {
            "title": f"{words.TITLE} {page.days}",
            "office": page.office,
            "letterhead": [],
            "footer": f"{words.TITLE} {page.office}, {page.days}",
            "facts": [
                ["Minggu", f"{page.days} ({page.code})"],
                ["Keadaan", page.until or "Minggu lengkap"],
                ["Cara menghitung", page.which_day],
            ],
            "lines": [
                [line.label, _said(line.sentence, line.parts), number(line.amount)]
                for line in page.lines
            ],
            "heads": ["Kantor", *page.heads],
            "offices": [_cells(line) for line in page.offices],
            "total": _cells(page.total),
            "signatures": [{"label": f"Disusun oleh,\n{page.office}", "name": ""}],
        },
        at,
    )


def recap_rows(page: RecapPage) -> type_rows:
    """Return a row for each office and one for their sum, heads first."""
    offices = page.offices or (OfficeLine(name=page.office, amounts=page.total.amounts),)
    rows: type_rows = [("Minggu", "Kantor", *page.heads)]
    rows += [(page.code, line.name, *line.amounts) for line in (*offices, page.total)]
    return rows


def _said(sentence: str, parts: Sequence[tuple[str, int]]) -> str:
    told = "; ".join(f"{label.lower()} {number(amount)}" for label, amount in parts)
    return f"{sentence} {told[:1].upper()}{told[1:]}." if told else sentence


def _cells(line: OfficeLine) -> list[str]:
    return [line.name, *map(number, line.amounts)]

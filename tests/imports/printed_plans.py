"""The work plans of the real agreements as spreadsheets: merged, numbered and headed as printed."""

import io
from typing import Any

import xlsxwriter

from netralitas.agreements.paper import Paper

type_merge = tuple[int, int, int, int, str]

BELITUNG_HEADS = (
    *("No.", "Program/Kegiatan", "Tahapan Kegiatan", "Lokasi", "Sumber Dana", "Jadwal"),
    *("Tugas dan Tanggungjawab", "", "Output", "Outcome"),
)
BELITUNG_NUMBERS = (*range(1, 7), *range(8, 12))
"""Column 7 is left out on the paper."""


def belitung(paper: Paper, *, broken: bool = True) -> bytes:
    """The plan of Belitung Timur: a head of two lines, a programme over three rows, bullets.

    `broken`: the first duties go on over a page, with the heads and the boxes of initials between.
    """
    rows: list[list[Any]] = [["RENCANA KERJA"], ["NOTA KESEPAKATAN"], []]
    heads = [list(BELITUNG_HEADS), [*[""] * 6, "PIHAK KESATU", "PIHAK KEDUA", "", ""]]
    rows += [*heads, list(BELITUNG_NUMBERS)]
    start = len(rows)
    for place, row in enumerate(paper.plan):
        duties = [[f"{d.number}. {d.text}" for d in row.duties if d.party == n] for n in (1, 2)]
        cells = [
            *(
                {0: "1.", 3: "2", 4: "3"}.get(place, ""),
                row.programme if place in {0, 3, 4} else "",
            ),
            f"{'abc'[place]}. {row.activity}" if place < 3 else row.activity,
            *(row.place, row.fund, row.schedule[0]),
            *(" ".join(each) for each in duties),
            *("\n".join(f"• {each.text}" for each in cell) for cell in (row.output, row.outcome)),
        ]
        if broken and place == 0:
            cells[6], cells[7] = " ".join(duties[0][:4]), " ".join(duties[1][:4])
            rows.append(cells)
            rows += [["PARAF", "PIHAK I"], ["", "PIHAK II"], *heads, list(BELITUNG_NUMBERS)]
            rows.append([*[""] * 6, " ".join(duties[0][4:]), " ".join(duties[1][4:]), "", ""])
        else:
            rows.append(cells)
    merges = [(3, 6, 3, 7, BELITUNG_HEADS[6])]
    if not broken:
        merges.append((start, 1, start + 2, 1, paper.plan[0].programme))
    return written(rows, merges)


def banjarnegara(paper: Paper) -> bytes:
    """The plan of Banjarnegara: years as columns, cells merged from the second year on."""
    rows: list[list[Any]] = [["RENCANA KERJA"], []]
    rows.append(["No.", "Kegiatan", "Pelaksana", "Sumber Dana", "Waktu Pelaksanaan"])
    rows[-1] += ["", "", "", "", "", "Indikator Capaian", ""]
    rows.append(["", "", "", "", *paper.years, "Output", "Outcome"])
    rows.append(list(range(1, 13)))
    merges: list[type_merge] = [
        (2, 4, 2, 9, "Waktu Pelaksanaan"),
        (2, 10, 2, 11, "Indikator Capaian"),
        *((2, place, 3, place, rows[2][place]) for place in range(4)),
    ]
    for number, row in enumerate(paper.plan, start=1):
        at = len(rows)
        years = [*row.schedule, *("" for _ in range(6 - len(row.schedule)))]
        ends = [row.output[0].text, row.outcome[0].text]
        rows.append([f"{number}.", row.programme, row.doers, row.fund, *years, *ends])
        last = 3 + len(row.schedule)
        merges.append((at, last, at, 9, row.schedule[-1]))
    return written(rows, merges)


def written(rows: list[list[Any]], merges: list[type_merge]) -> bytes:
    """A spreadsheet of these rows with these cells merged."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Rencana Kerja")
        for place, row in enumerate(rows):
            sheet.write_row(place, 0, row)
        for merge in merges:
            sheet.merge_range(*merge)
    return out.getvalue()


def commas(rows: list[list[Any]]) -> bytes:
    """The same rows as semicolons between quoted cells."""
    quoted = [";".join(f'"{cell}"' for cell in row) for row in rows]
    return "\n".join(quoted).encode()

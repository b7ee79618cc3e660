"""Tables of work plans as they are: the real ones, and what goes wrong with such tables."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netralitas.agreements.content import read
from netralitas.agreements.paper import Indicator, Paper, PlanRow
from netralitas.agreements.plan.joining import with_rows
from netralitas.imports.domain import FileNotTaken, Grid, type_cell
from netralitas.imports.plans.parts import duties_of
from netralitas.imports.plans.understanding import Understood, understand
from netralitas.imports.reading import read_grid
from tests.imports.printed_plans import banjarnegara, belitung, commas

DOCUMENT = Path(__file__).parents[1] / "agreements/documents/nota-kesepakatan-banjarnegara-2025.txt"
HEADS = ["No", "Program", "Kegiatan", "Sumber Dana", "2024", "2025", "Output", "Satuan", "Outcome"]


def understood(content: bytes) -> Understood:
    """What is understood of a file."""
    return understand(read_grid(content, longest=8000))


def texts(rows: tuple[PlanRow, ...]) -> list[tuple[object, ...]]:
    """What a plan says, without units that were read out of a sentence and white space."""
    return [
        (
            *(row.programme, row.activity, row.place, row.doers, row.fund, row.schedule),
            tuple((duty.party, duty.number, duty.text) for duty in row.duties),
            tuple(each.text for each in row.output),
            tuple(each.text for each in row.outcome),
        )
        for row in rows
    ]


@pytest.mark.parametrize("broken", [True, False])
def test_the_plan_of_belitung_timur_is_understood_whole(broken: bool) -> None:
    paper = read("belitung_timur")
    found = understood(belitung(paper, broken=broken))
    assert texts(found.rows) == texts(paper.plan)
    assert found.years == (2022, 2023, 2024, 2025)
    assert "Nomor kolom 7 dilompati pada tabel; kolom dibaca menurut judulnya." in found.doubts
    assert any("lanjutan baris 7" in doubt for doubt in found.doubts) is broken


def test_the_plan_of_banjarnegara_is_understood_whole_with_its_merged_years() -> None:
    paper = read("banjarnegara")
    found = understood(banjarnegara(paper))
    assert texts(found.rows) == texts(paper.plan)
    assert found.years == paper.years == (2025, 2026, 2027, 2028, 2029, 2030)
    assert [row.output for row in found.rows] == [row.output for row in paper.plan]
    assert any("dibaca sampai tahun 2030" in doubt for doubt in found.doubts)
    assert any("satuan “dokumen SOP” disimpulkan" in doubt for doubt in found.doubts)


def test_the_table_is_also_understood_as_the_text_of_the_document_has_it() -> None:
    """Cells are cut by the end of a page, and indicators slid to the left of merged years."""
    lines = DOCUMENT.read_text(encoding="utf-8").splitlines()
    table = "\n".join(line for line in lines if "\t" in line)
    found = understood(table.encode())
    assert texts(found.rows) == texts(read("banjarnegara").plan)
    assert any("kolom tahun 2027 dan 2028" in doubt for doubt in found.doubts)


def test_a_title_alone_names_the_group_of_the_rows_below() -> None:
    first = ["1", "", "Sosialisasi", "APBD", "Mei", "Mei", "Jumlah acara", "acara", "Paham"]
    second = ["2", "", "Lokakarya", *first[3:]]
    found = understood(commas([HEADS, ["A", "Pencegahan", *[""] * 7], first, second]))
    assert [(row.programme, row.activity) for row in found.rows] == [
        ("Pencegahan", "Sosialisasi"),
        ("Pencegahan", "Lokakarya"),
    ]
    assert "Baris 2: dibaca sebagai judul kelompok." in found.doubts


def test_a_table_without_merged_cells_says_what_was_put_back() -> None:
    rows = [
        ["Rencana kerja"],
        [
            "No.",
            "Kegiatan",
            "Pelaksana",
            "Sumber Dana",
            "2025",
            "2026",
            "2027",
            "Output",
            "Outcome",
        ],
        [
            "1.",
            "Sosialisasi",
            "KPU",
            "PARA PIHAK",
            "November",
            "Januari",
            "Jumlah kegiatan",
            "",
            "",
        ],
        ["", "", "dan Pemda", "", "", "", "", "", ""],
        ["", "Jumlah", "", "", "", "", "", "", ""],
    ]
    rows[2] = [
        "1.",
        "Sosialisasi",
        "KPU",
        "PARA PIHAK",
        "November",
        "Jumlah kegiatan",
        "Naik",
        "",
        "",
    ]
    found = understood(commas(rows))
    (row,) = found.rows
    assert (row.schedule, row.output[0].text, row.outcome[0].text, row.doers) == (
        *(("November",), "Jumlah kegiatan", "Naik", "KPU dan Pemda"),
    )
    for said in ("kolom tahun 2026 dan 2027", "Baris 5 adalah jumlah", "Baris 4 dibaca sebagai"):
        assert any(said in doubt for doubt in found.doubts), said


def test_targets_by_year_and_units_are_read_and_doubted_where_they_are_none() -> None:
    heads = [*HEADS, "Keterangan", "Target"]
    first = [
        "1",
        "Pencegahan",
        "a. Sosialisasi",
        "APBD",
        "4",
        "6",
        "Jumlah acara",
        "Kegiatan",
        "Paham",
    ]
    second = ["", "", "b. Lokakarya", "APBD", "1", "", "Jumlah acara", "Kegiatan", "Paham"]
    found = understood(commas([heads, [*first, "x", "10"], [*second, "", "banyak"]]))
    one, two = found.rows
    assert (one.programme, one.activity) == ("Pencegahan", "Sosialisasi")
    assert (two.programme, two.activity) == ("Pencegahan", "Lokakarya")
    assert one.output[0] == Indicator(
        text="Jumlah acara", unit="kegiatan", target=10, yearly=(4, 6)
    )
    assert two.output[0].yearly == (1, None)
    assert any("“Keterangan” tidak dikenal" in doubt for doubt in found.doubts)
    assert any("“banyak” bukan bilangan" in doubt for doubt in found.doubts)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([["Nama", "NIP"], ["Sari", "1"]], "Judul kolom rencana kerja tidak ditemukan"),
        ([HEADS], "tidak berisi satu baris"),
        ([HEADS, *([["1", "a"]] * 301)], "paling banyak 300"),
    ],
)
def test_a_table_that_is_no_plan_is_refused_in_a_sentence(rows: list[list[str]], said: str) -> None:
    with pytest.raises(FileNotTaken, match=said):
        understood(commas(rows))


@settings(max_examples=40)
@given(
    rows=st.lists(
        st.lists(
            st.one_of(st.none(), st.text(max_size=12), st.floats(), st.integers()), max_size=11
        ),
        max_size=8,
    )
)
def test_whatever_the_cells_hold_it_is_a_plan_or_a_refusal(rows: list[list[type_cell]]) -> None:
    grid = Grid(rows=[HEADS, *rows])
    try:
        found = understand(grid)
    except FileNotTaken:
        return
    assert len(found.rows) <= len(rows)
    assert all(len(row.schedule) <= 2 for row in found.rows)


def test_a_number_in_a_sentence_begins_no_duty() -> None:
    said = "1. Melatih 30 orang pada tahun 2024. 2. Hadir. 9. Bukan nomor berikutnya."
    assert duties_of(said) == [
        (1, "Melatih 30 orang pada tahun 2024."),
        (2, "Hadir. 9. Bukan nomor berikutnya."),
    ]
    assert duties_of("Hadir\nMenulis") == [(1, "Hadir"), (2, "Menulis")]


def test_rows_of_other_years_keep_their_cells_with_their_years() -> None:
    timed = (Indicator(text="x", unit="kegiatan", yearly=(1, 2)),)
    row = PlanRow(programme="p", fund="f", schedule=("Mei", "Juni"), output=timed)
    paper = Paper(kind=read("kudus").kind, title="t", place="p", parties=())
    first = with_rows(paper, (2025, 2026), (row,))
    both = with_rows(first, (2023, 2024), (row,))
    assert both.years == (2023, 2024, 2025, 2026)
    assert [each.output[0].yearly for each in both.plan] == [(None, None, 1, 2), (1, 2, None, None)]
    assert [each.schedule for each in both.plan] == [("", "", "Mei", "Juni"), ("Mei", "Juni", "")]

"""Each kind of bad row is refused with its row, its column and a sentence; good ones are read."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.imports.cells import read_cell
from netralitas.imports.checking import check_rows
from netralitas.imports.domain import (
    CellKind,
    Column,
    FileNotTaken,
    Grid,
    Heading,
    ImportKind,
    Schema,
    type_cell,
)
from netralitas.imports.headings import find_heading, guess
from netralitas.imports.schemas import STAFF
from netralitas.web.forms.given import Wrong
from tests.imports.tables import HEADS, NIPS, opened, people

DAY = Column(code="on", label="Tanggal", kind=CellKind.DAY)
DAYS = Schema(kind=ImportKind.STAFF, columns=(DAY,))

cells = (
    st.none()
    | st.text(max_size=30)
    | st.sampled_from([*NIPS, "=1+1", "#N/A", "PNS", "31/02/2010", "1.96712E+17", "(1)"])
    | st.integers()
    | st.floats()
    | st.booleans()
    | st.dates()
)


def faults(*rows: list[Any], heads: tuple[str, ...] = HEADS) -> list[tuple[int, str, str]]:
    table = opened([list(heads), *rows])
    checked = table.check(table.guessed())
    return [(fault.row, fault.column, fault.sentence) for fault in checked.refused]


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        (["", NIPS[0], "Camat", "Dinas"], "Nama", "kosong"),
        ([12, NIPS[0], "", ""], "Nama", "tidak memuat huruf"),
        (["=A1", NIPS[0], "", ""], "Nama", "berisi rumus"),
        (["#REF!", NIPS[0], "", ""], "Nama", "pesan galat lembar kerja (#REF!)"),
        (["a" * 201, NIPS[0], "", ""], "Nama", "paling panjang 200 huruf"),
        (["Si\u202eti", NIPS[0], "", ""], "Nama", "pembalik arah tulisan"),
        (["Siti", 198001012005011001, "", ""], "NIP", "tersimpan sebagai angka"),
        (["Siti", "1,98001E+17", "", ""], "NIP", "tersimpan sebagai angka"),
        (["Siti", date(1980, 1, 1), "", ""], "NIP", "hanya terdiri atas angka"),
        (["Siti", "19800101200501100", "", ""], "NIP", "terdiri atas 18 angka; yang Anda tulis 17"),
        (["Siti", "19800101200501100X", "", ""], "NIP", "hanya terdiri atas angka"),
        (["Siti", "198013012005011001", "", ""], "NIP", "harus tanggal lahir"),
        (["Siti", "198001012005131001", "", ""], "NIP", "bulan mulai bertugas"),
        (["Siti", "198001012005013001", "", ""], "NIP", "1 (laki-laki) atau 2 (perempuan)"),
    ],
)
def test_a_bad_cell_is_refused_with_row_column_and_sentence(
    row: list[Any], column: str, said: str
) -> None:
    found = faults(["Joko", "", "", ""], row)
    assert [(number, name) for number, name, _ in found] == [(3, column)]
    assert said in found[0][2]


def test_a_choice_that_is_not_known_names_those_that_are() -> None:
    found = faults(["Siti", "Pensiun"], heads=("Nama", "Status Pegawai"))
    assert found[0][:2] == (2, "Status kepegawaian")
    assert "“Pensiun” tidak dikenal" in found[0][2]
    assert "PPPK" in found[0][2]


def test_a_number_that_stands_twice_is_refused_the_second_time() -> None:
    found = faults(["Siti", NIPS[0], "", ""], ["Joko", "19800101 200501 1 001", "", ""])
    assert found == [(3, "NIP", "NIP sama dengan NIP pada baris 2.")]


def test_several_faults_of_a_row_are_told_at_once() -> None:
    found = faults(["", "123", "", ""])
    assert [(number, column) for number, column, _ in found] == [(2, "Nama"), (2, "NIP")]


def test_good_rows_are_read_as_they_are_meant() -> None:
    table = opened(
        [["Nama", "NIP", "Status", "Gol."], ["Siti  Rahayu", "'19820202 200602 2 002", "p3k", "-"]]
    )
    checked = table.check({"name": 0, "nip": 1, "employment": 2, "grade": 3})
    assert checked.refused == ()
    assert checked.good[0].values == {
        "name": "Siti Rahayu",
        "nip": NIPS[1],
        "employment": "pppk",
        "grade": None,
    }


def test_heads_are_found_under_a_title_and_the_row_that_counts_columns_is_left_out() -> None:
    rows = [["DAFTAR PEGAWAI"], [], *people(2)]
    rows.insert(3, ["(1)", "(2)", "(3)", "(4)"])
    table = opened(rows)
    checked = table.check(table.guessed())
    assert table.heading == Heading(row=3, cells=HEADS)
    assert [good.row for good in checked.good] == [5, 6]


def test_heads_nobody_knows_are_offered_to_be_said() -> None:
    grid = Grid(rows=[["Laporan"], ["Kolom A", "Kolom B"], ["Siti", "x"]])
    assert find_heading(grid, STAFF) == Heading(row=2, cells=("Kolom A", "Kolom B"))


def test_a_table_without_heads_says_what_to_do() -> None:
    with pytest.raises(FileNotTaken, match="Baris judul kolom tidak ditemukan"):
        find_heading(Grid(rows=[[1.0, 2.0], [3.0, 4.0]]), STAFF)


def test_what_is_remembered_of_a_source_comes_before_what_is_guessed() -> None:
    heads = ("Nama", "Nama Panggilan", "NIP")
    assert guess(heads, STAFF) == {"name": 0, "nip": 2}
    assert guess(heads, STAFF, {"name": "NAMA_PANGGILAN"}) == {"name": 1, "nip": 2}


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("03/02/2010", date(2010, 2, 3)),
        ("3-2-2010", date(2010, 2, 3)),
        ("2010-02-03", date(2010, 2, 3)),
        ("3 Februari 2010", date(2010, 2, 3)),
        (date(2010, 2, 3), date(2010, 2, 3)),
        ("", None),
        (None, None),
    ],
)
def test_days_are_read_in_every_usual_way(cell: type_cell, day: date | None) -> None:
    assert read_cell(DAY, cell) == day


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("31/02/2010", "tidak ada tanggal 31 Februari 2010"),
        ("02/03/10", "empat angka"),
        ("besok", "harus berupa tanggal"),
        (40_212.0, "tersimpan sebagai angka"),
        (date(1800, 1, 1), "antara 1900 dan 2100"),
    ],
)
def test_a_day_is_never_guessed(cell: type_cell, said: str) -> None:
    with pytest.raises(Wrong) as wrong:
        read_cell(DAY, cell)
    assert said in " ".join(wrong.value.sentences)


@given(rows=st.lists(st.lists(cells, max_size=10), max_size=12))
def test_whatever_the_cells_hold_every_row_is_taken_or_refused(rows: list[list[Any]]) -> None:
    heading = Heading(row=1, cells=("",) * 8)
    mapping = {column.code: place for place, column in enumerate(STAFF.columns)}
    checked = check_rows(Grid(rows=[[], *rows]), heading, mapping, STAFF)
    good, refused = {each.row for each in checked.good}, {each.row for each in checked.refused}
    assert not good & refused
    assert checked.rows == len(good | refused) <= len(rows)
    assert all(each.column and each.sentence for each in checked.refused)
    check_rows(Grid(rows=[[], *rows]), heading, {"on": 0}, DAYS)

"""CSV that no spreadsheet runs, and that reads back as it was."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.web.table_file import csv_file, safe

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)


def read_back(content: bytes) -> list[list[str]]:
    text = content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


@pytest.mark.parametrize(
    "text", ["=1+1", "+62", "-5", "@SUM(A1)", "\t=1", "\r=1", "|x", "  =1+1", "\uff1d1+1"]
)
def test_a_formula_becomes_text(text: str) -> None:
    assert safe(text) == f"'{text}"


def test_numbers_stay_numbers_and_nothing_is_empty() -> None:
    assert [safe(cell) for cell in (-5, 0, None, "Dinas")] == ["-5", "0", "", "Dinas"]


@given(rows=st.lists(st.lists(texts, min_size=1, max_size=4), min_size=1, max_size=5))
def test_every_cell_comes_back_and_none_begins_like_a_formula(rows: list[list[str]]) -> None:
    found = read_back(csv_file(rows))
    wanted = [[safe(cell) for cell in row] for row in rows]
    assert [row or [""] for row in found] == wanted
    assert not any(
        cell.lstrip(" ").startswith(("=", "+", "-", "@")) for row in found for cell in row
    )

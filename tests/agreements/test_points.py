"""The form of the points shows a paper and gives it back: nothing is lost on the way."""

import pytest
from msgspec.structs import replace

from netralitas.agreements.content import NAMES, read
from netralitas.agreements.forms import PlanRowForm, PointsForm, values_of


@pytest.mark.parametrize("name", NAMES)
def test_a_paper_comes_back_from_its_form_as_it_went_in(name: str) -> None:
    paper = read(name)
    shown = PointsForm.blank(values=values_of(paper))
    form = PointsForm.parse(shown.typed)
    assert form.errors == {}
    back = form.written(paper)
    assert replace(back, notices=()) == replace(paper, notices=())
    assert sorted(back.notices, key=str) == sorted(paper.notices, key=str)


def test_an_early_end_needs_its_unit() -> None:
    shown = PointsForm.blank(values={**values_of(read("belitung_timur")), "early_unit": None})
    form = PointsForm.parse({**shown.typed, "early_unit": [], "title": [""], "years": ["x"]})
    assert form.errors["early_unit"] == ["Pilih satuannya: hari atau bulan."]
    assert {"title", "years"} <= set(form.errors)


def test_years_out_of_order_and_fields_that_are_missing_are_said_together() -> None:
    form = PlanRowForm.parse({"first_year": ["2026"], "last_year": ["2024"]})
    assert form.errors["last_year"] == ["Tahun terakhir tidak boleh sebelum tahun pertama."]
    assert {"programme", "output", "version"} <= set(form.errors)

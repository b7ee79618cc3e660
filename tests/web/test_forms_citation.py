"""A citation: offered from the register, warned about once, confirmed by the person."""

from datetime import date

from netralitas.law.laws import load
from netralitas.legislation.words import citation_choices, stale_citation
from netralitas.web.forms import Citation, Form, optional
from netralitas.web.templates import environment

ON = date(2024, 9, 3)
OLD = "Pasal 3 PP 53/2010"


class BasisForm(Form):
    """A form with the basis of an act."""

    basis = Citation("Dasar")
    further = optional(Citation("Dasar lain"))


def parse(**typed: str) -> BasisForm:
    form = BasisForm.parse(typed, choices={"basis": citation_choices(load())})
    form.warn("basis", stale_citation(load(), form.read_value("basis"), ON))
    return form


def shown(form: BasisForm) -> str:
    source = "{% from 'macros/fields.html' import field %}{{ field(form.field('basis')) }}"
    return environment().from_string(source).render(form=form)


def test_a_law_in_force_is_taken_as_typed() -> None:
    form = parse(basis="PP 94/2021 Pasal 14")
    assert form.valid
    assert form.basis == "PP 94/2021 Pasal 14"
    assert form.further is None
    assert "memang yang dimaksud" not in shown(form)


def test_the_laws_of_the_register_are_offered_without_a_script() -> None:
    html = shown(BasisForm.blank(choices={"basis": citation_choices(load())}))
    assert 'list="basis-list"' in html
    assert '<datalist id="basis-list">' in html
    assert '<option value="PP 94/2021">' in html


def test_a_replaced_law_is_asked_about_and_can_be_confirmed() -> None:
    asked = parse(basis=OLD)
    assert not asked.valid
    assert "PP 53/2010 diganti PP 94/2021" in asked.errors["basis"][0]
    assert "memang yang dimaksud" in shown(asked)

    sure = parse(basis=OLD, **{"basis-sure": OLD})
    assert sure.valid
    assert sure.basis == OLD


def test_confirming_one_citation_does_not_confirm_another() -> None:
    form = parse(basis="PP 53/2010", **{"basis-sure": OLD})
    assert not form.valid
    assert "checked" not in shown(form)


def test_what_was_confirmed_stays_ticked_while_something_else_is_wrong() -> None:
    form = parse(basis=OLD, further="x" * 201, **{"basis-sure": OLD})
    assert list(form.errors) == ["further"]
    assert "checked" in shown(form)


def test_a_law_that_the_register_does_not_know_is_taken() -> None:
    assert parse(basis="Keputusan Bersama Contoh Nomor 9").valid


def test_an_empty_citation_is_missing_and_nothing_else() -> None:
    assert parse(basis=" ").errors == {"basis": ["Dasar wajib diisi."]}

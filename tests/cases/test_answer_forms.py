"""Every form that a declaration can ask for reads anything without a crash, and keeps it."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.cases.forms.acts import _form_class
from netralitas.cases.forms.answers import AnswerForm, answers_of, written_versions
from netralitas.cases.forms.parts import parts_of
from netralitas.workflow.domain import Ask
from netralitas.workflows import WORKFLOWS

TODAY = date(2026, 9, 4)
ANSWERED = tuple(ask for ask in Ask if ask is not Ask.REASON)
SHAPES = sorted(
    {(move.asks, move.may_ask) for workflow in WORKFLOWS for move in workflow.moves},
    key=str,
)
ASKED = st.lists(st.sampled_from(ANSWERED), unique=True, max_size=6)


def form_of(*required: Ask, reason: bool = False, overrides: bool = False) -> type[AnswerForm]:
    """The form that asks exactly this."""
    return _form_class(required, (), reason, False, overrides, False)


def filled(**more: Any) -> dict[str, Any]:  # noqa: ANN401 - what is typed, by input
    """What every form needs."""
    return {
        "happened-day": "2",
        "happened-month": "9",
        "happened-year": "2026",
        "versions": "4:7",
        **more,
    }


@given(required=ASKED, texts=st.data())
def test_no_input_is_a_crash_and_all_of_it_comes_back(required: list[Ask], texts: Any) -> None:  # noqa: ANN401 - hypothesis draws it
    form_class = form_of(*required, reason=True, overrides=True)
    inputs = [
        f"{name}-{part}" if part else name
        for name, field in form_class.fields.items()
        for part in field.parts
    ]
    data = {name: texts.draw(st.lists(st.text(max_size=40), max_size=2)) for name in inputs}
    form = form_class.parse(data, today=TODAY)
    for name, typed in form.typed.items():
        assert len(typed) == len(data[name])
    if form.valid:
        answers_of(form)


@pytest.mark.parametrize(("asks", "may_ask"), SHAPES)
def test_every_field_of_every_declared_move_stands_in_one_part(
    asks: tuple[Ask, ...], may_ask: tuple[Ask, ...]
) -> None:
    required = tuple(ask for ask in asks if ask is not Ask.REASON)
    form_class = _form_class(required, may_ask, True, True, True, True)
    some = [("1", "Pilihan")]
    offered = ("overrides", "letter_out_reply_to", "letter_in_reply_to")
    form = form_class.blank(today=TODAY, choices=dict.fromkeys(offered, some))
    shown = [name for part in parts_of(form) for name in part.fields]
    assert sorted(shown) == sorted(set(form.fields) - {"versions"})


def test_an_offered_letter_may_be_left_out_but_not_half_told() -> None:
    form_class = _form_class((), (Ask.LETTER_OUT,), False, False, False, False)
    assert form_class.parse(filled(), today=TODAY).valid
    half = form_class.parse(filled(letter_out_number="1/K/2026"), today=TODAY)
    assert set(half.errors) == {"letter_out_subject"}


def test_a_letter_of_which_no_number_and_no_day_is_known_is_a_letter() -> None:
    form = form_of(Ask.LETTER_IN).parse(filled(letter_in_subject="Rekomendasi"), today=TODAY)
    letter = answers_of(form).letter_in
    assert letter is not None
    assert (letter.printed, letter.dated_on) == ("", None)


def test_a_whole_letter_becomes_an_answer_with_its_number_as_printed() -> None:
    dated = {"letter_in_date-day": "1", "letter_in_date-month": "9", "letter_in_date-year": "2026"}
    typed = filled(letter_in_number="B-7/ V/2026", letter_in_subject="Jawaban", **dated)
    form = form_of(Ask.LETTER_IN).parse(typed, today=TODAY)
    letter = answers_of(form).letter_in
    assert letter is not None
    assert (letter.printed, letter.dated_on) == ("B-7/ V/2026", date(2026, 9, 1))


def test_an_override_without_reason_and_ground_is_refused_at_both() -> None:
    options = {"overrides": [("evidence_list", "Daftar bukti belum dilampirkan.")]}
    form_class = form_of(overrides=True)
    form = form_class.parse(filled(overrides="evidence_list"), today=TODAY, choices=options)
    assert set(form.errors) == {"reason", "override_basis"}


def test_what_was_filled_in_or_is_wrong_stands_open() -> None:
    form_class = form_of(Ask.LETTER_OUT, overrides=True)
    options = {"overrides": [("evidence_list", "Daftar bukti belum dilampirkan.")]}
    blank = form_class.blank(today=TODAY, choices=options)
    folded = {part.fold: part.unfolded for part in parts_of(blank)}
    assert not any(folded.values())
    typed = filled(letter_out_method="post")
    filled_in = form_class.parse(typed, today=TODAY, choices=options)
    assert [part.unfolded for part in parts_of(filled_in) if part.fold] == [True, False]
    refused = parts_of(blank, refused=True)
    assert [part.unfolded for part in refused if part.fold] == [False, True]


def test_versions_come_back_as_they_were_written() -> None:
    versions = {4: 7, 12: 1}
    form = form_of().parse(filled(versions=written_versions(versions)), today=TODAY)
    assert form.versions == versions


def test_a_reason_that_is_not_on_the_list_is_said_in_a_sentence() -> None:
    form_class = form_of(Ask.PUBLIC_REASON)
    alone = form_class.parse(filled(public_reason="other"), today=TODAY)
    assert set(alone.errors) == {"public_note"}
    said = form_class.parse(
        filled(public_reason="other", public_note="Surat yang dibaca keliru."), today=TODAY
    )
    answers = answers_of(said)
    assert (answers.public_reason, answers.public_note) == ("other", "Surat yang dibaca keliru.")
    assert form_class.parse(filled(public_reason="wrong_data"), today=TODAY).valid


def test_nothing_opens_before_it_was_published() -> None:
    typed = filled(**{"embargo-day": "1", "embargo-month": "9", "embargo-year": "2026"})
    assert set(form_of(Ask.EMBARGO).parse(typed, today=TODAY).errors) == {"embargo"}

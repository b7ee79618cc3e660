"""The form of a move or fact, made from what its declaration asks of this person."""

from datetime import date
from functools import cache
from typing import Any, Final

from netralitas.audit.domain import Precision
from netralitas.cases.forms.answers import AnswerForm, fields_of
from netralitas.cases.queries.acts import Act
from netralitas.web.forms import Choices, Field, Happened, Paragraph, optional
from netralitas.workflow.domain import Ask

ALL: Final = "semua"

_REASON_HINT: Final = "Tulis fakta dan dasarnya. Jangan menulis data pribadi yang tidak perlu."


def blank_form(act: Act, today: date, ticked: tuple[str, ...] = ()) -> AnswerForm:
    """Return the form as first shown: today; with `ALL` ticked, every other referral as well.

    What leaves the normal path is meant for one, until somebody ticks the others by hand.
    """
    made = _form_class(*_shape(act))
    filled: dict[str, object] = {
        "happened": Happened(precision=Precision.DAY, on=today),
        "versions": None,
    }
    people = [identity for identity, _ in act.choices.get("respondents", ())]
    if people:
        filled["respondents"] = tuple(p for p in people if p in ticked or len(people) == 1)
    leaves_the_path = act.move is not None and act.move.exceptional
    if act.others and ALL in ticked and not leaves_the_path:
        filled["others"] = tuple(identity for identity, _ in act.others)
    return made.blank(values=filled, choices=_choices(act), today=today)


def parsed_form(act: Act, data: object, today: date) -> AnswerForm:
    """Return the form with what arrived."""
    return _form_class(*_shape(act)).parse(data, choices=_choices(act), today=today)


def _shape(act: Act) -> tuple[tuple[Ask, ...], tuple[Ask, ...], bool, bool, bool]:
    """Return what decides which fields the form has; forms of one shape share a class."""
    return act.required, act.offered, act.needs_reason, bool(act.others), bool(act.overrides)


def _choices(act: Act) -> dict[str, Any]:
    return {**act.choices, "others": act.others, "overrides": act.overrides}


@cache
def _form_class(
    required: tuple[Ask, ...],
    offered: tuple[Ask, ...],
    needs_reason: bool,  # noqa: FBT001 - part of the shape
    others: bool,  # noqa: FBT001 - part of the shape
    overrides: bool,  # noqa: FBT001 - part of the shape
) -> type[AnswerForm]:
    """Return the form class of a shape, its fields in the order in which they are asked."""
    fields: dict[str, Field[Any]] = {}
    for ask in required:
        fields |= fields_of(ask, required=True)
    if others:
        fields["others"] = optional(Choices("Terapkan juga untuk"))
    for ask in offered:
        fields |= fields_of(ask, required=False)
    fields["reason"] = _reason(needs_reason=needs_reason)
    if overrides:
        fields["overrides"] = optional(Choices("Kesampingkan syarat", hint=_OVERRIDE_HINT))
    return type("ActForm", (AnswerForm,), fields)


_OVERRIDE_HINT: Final = "Hanya bila perlu, dengan alasan di atas. Pengecualian ini tercatat."


def _reason(*, needs_reason: bool) -> Field[Any]:
    if needs_reason:
        return Paragraph("Alasan", hint=_REASON_HINT, maximum=4000)
    return optional(Paragraph("Catatan", hint=_REASON_HINT, maximum=4000))

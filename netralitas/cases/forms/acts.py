"""The form of a move or fact, made from what its declaration asks of this person."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, Final

from netralitas.audit.domain import Precision
from netralitas.cases.forms import recommending
from netralitas.cases.forms.answers import AnswerForm, fields_of
from netralitas.cases.queries.acts import Act
from netralitas.web.forms import Choices, Field, Happened, Paragraph, Text, optional
from netralitas.workflow.domain import Ask

ALL: Final = "semua"

_REASON_HINT: Final = "Tulis fakta dan dasarnya. Jangan menulis data pribadi yang tidak perlu."


def blank_form(
    act: Act,
    today: date,
    ticked: tuple[str, ...] = (),
    suggested: Mapping[str, object] | None = None,
) -> AnswerForm:
    """Return the form as first shown: today; with `ALL` ticked, every other referral as well.

    `suggested` stands in its fields already. What leaves the normal path is meant for one, until
    somebody ticks the others by hand.
    """
    made = _form_class(*_shape(act))
    filled: dict[str, object] = {
        "happened": Happened(precision=Precision.DAY, on=today),
        "versions": None,
        **(suggested or {}),
    }
    people = [identity for identity, _ in act.choices.get("respondents", ())]
    if people:
        alone = len(people) == 1 and not act.decided
        filled["respondents"] = tuple(
            p for p in people if p in ticked or alone or p in act.proposed
        )
    leaves_the_path = act.move is not None and act.move.exceptional
    if act.others and ALL in ticked and not leaves_the_path:
        filled["others"] = tuple(identity for identity, _ in act.others)
    return made.blank(values=filled, choices=_choices(act), today=today)


def parsed_form(act: Act, data: object, today: date) -> AnswerForm:
    """Return the form with what arrived."""
    return _form_class(*_shape(act)).parse(data, choices=_choices(act), today=today)


def _shape(act: Act) -> tuple[tuple[Ask, ...], tuple[Ask, ...], bool, bool, bool, bool]:
    """Return what decides which fields the form has; forms of one shape share a class."""
    more = (bool(act.others), bool(act.overrides), bool(act.choices.get("evidence")))
    return (act.required, act.offered, act.needs_reason, *more)


def _choices(act: Act) -> dict[str, Any]:
    groups = dict.fromkeys((f"others_{group}" for group in recommending.GROUPS), act.others)
    return {**act.choices, **groups, "others": act.others, "overrides": act.overrides}


@cache
def _form_class(
    required: tuple[Ask, ...],
    offered: tuple[Ask, ...],
    needs_reason: bool,  # noqa: FBT001 - part of the shape
    others: bool,  # noqa: FBT001 - part of the shape
    overrides: bool,  # noqa: FBT001 - part of the shape
    evidence: bool,  # noqa: FBT001 - part of the shape
) -> type[AnswerForm]:
    """Return the form class of a shape, its fields in the order in which they are asked."""
    fields: dict[str, Field[Any]] = {}
    for ask in required:
        fields |= fields_of(ask, required=True)
    if others:
        fields["others"] = optional(Choices("Terapkan juga untuk"))
        if Ask.RECOMMENDED in (*required, *offered):
            fields |= dict(recommending.fields())
    for ask in offered:
        fields |= fields_of(ask, required=False)
    if evidence:
        fields["evidence"] = optional(Choices("Bukti yang ikut dikirim", hint=_EVIDENCE_HINT))
    fields["reason"] = _reason(needs_reason=needs_reason)
    if overrides:
        fields["overrides"] = optional(Choices("Kesampingkan syarat", hint=_OVERRIDE_HINT))
        basis = Text("Dasar mengesampingkan syarat", hint=_BASIS_HINT, maximum=200)
        fields["override_basis"] = optional(basis)
    return type("ActForm", (AnswerForm,), fields)


_EVIDENCE_HINT: Final = (
    "Kajian dan daftar bukti selalu ikut. Yang tidak dicentang tidak ikut dan disebut demikian."
    " Periksa isinya: bukti tidak boleh menyebut pelapor atau saksi."
)
_BASIS_HINT: Final = "Peraturan, surat, atau putusan yang membenarkannya."
_OVERRIDE_HINT: Final = "Hanya bila perlu, dengan alasan di atas. Pengecualian ini tercatat."


def _reason(*, needs_reason: bool) -> Field[Any]:
    if needs_reason:
        return Paragraph("Alasan", hint=_REASON_HINT, maximum=4000)
    return optional(Paragraph("Catatan", hint=_REASON_HINT, maximum=4000))

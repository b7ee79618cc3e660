"""Between JSON and our forms: what a form asks, and what was sent to it."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from netralitas.api.shapes.cases import Obstacle
from netralitas.api.shapes.forms import FieldShape, Filled, FormShape, Option
from netralitas.web.forms import Form
from netralitas.workflow.domain import Basis
from netralitas.workflow.domain import Obstacle as Against

_NOT_TYPED = frozenset({"version"})


@dataclass(frozen=True, slots=True)
class Sent:
    """A file as a form takes one."""

    filename: str
    file: BinaryIO


def described(
    form: Form, label: str, *, basis: Sequence[Basis] = (), blocked: Sequence[Against] = ()
) -> FormShape:
    """Return what a form asks for; versions are sent in other ways."""
    return FormShape(
        label=label,
        basis=tuple(one.code for one in basis),
        blocked=tuple(
            Obstacle(
                rule=one.rule, sentence=one.sentence, basis=one.basis.code if one.basis else None
            )
            for one in blocked
        ),
        fields=tuple(
            _field(form, name)
            for name, field in form.fields.items()
            if field.kind not in _NOT_TYPED
        ),
    )


def _field(form: Form, name: str) -> FieldShape:
    bound = form.field(name)
    return FieldShape(
        name=name,
        label=bound.label,
        hint=bound.hint,
        kind=bound.kind,
        required=bound.required,
        maximum=bound.maximum,
        inputs=tuple(form.input_name(name, part) for part in form.fields[name].parts),
        options=tuple(Option(value=value, label=str(said)) for value, said in bound.options),
    )


def sent_to_form(filled: Filled, **own: str) -> dict[str, object]:
    """Return what was sent as a form takes it; `own` are fields that nobody fills in."""
    files = {
        name: Sent(file.name or "berkas", io.BytesIO(file.content))
        for name, file in filled.files.items()
    }
    return {**filled.fields, **files, **own}

"""The forms of agreements: entering, writing, moving, extending, counting."""

from netralitas.agreements.forms.parties import PLACES, said_by, shown
from netralitas.agreements.forms.parts import PlanRowForm, ProvisionForm
from netralitas.agreements.forms.points import EnterForm, PointsForm, RewriteForm
from netralitas.agreements.forms.steps import (
    DutyForm,
    EndForm,
    ExtendForm,
    SignForm,
    StagesForm,
    StepForm,
)
from netralitas.agreements.forms.values import values_of

__all__ = [
    "PLACES",
    "DutyForm",
    "EndForm",
    "EnterForm",
    "ExtendForm",
    "PlanRowForm",
    "PointsForm",
    "ProvisionForm",
    "RewriteForm",
    "SignForm",
    "StagesForm",
    "StepForm",
    "said_by",
    "shown",
    "values_of",
]

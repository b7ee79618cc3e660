"""The forms of the desk: one page, three kinds of matter, people and evidence added at will."""

from netralitas.intake.forms.matter import (
    FORMS,
    FindingForm,
    InformationForm,
    MatterForm,
    ReportForm,
)
from netralitas.intake.forms.people import (
    EvidenceForm,
    InformantForm,
    ReporterForm,
    RespondentForm,
    WitnessForm,
)
from netralitas.intake.forms.whole import Group, Whole

__all__ = [
    "FORMS",
    "EvidenceForm",
    "FindingForm",
    "Group",
    "InformantForm",
    "InformationForm",
    "MatterForm",
    "ReportForm",
    "ReporterForm",
    "RespondentForm",
    "Whole",
    "WitnessForm",
]

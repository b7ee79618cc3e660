"""The forms of one case: moves, facts, corrections, deadlines, respondents, exclusions, papers."""

from netralitas.cases.forms.acts import blank_form, parsed_form
from netralitas.cases.forms.answers import AnswerForm, answers_of, written_versions
from netralitas.cases.forms.deadlines import (
    DeadlineForm,
    ExtensionForm,
    PauseForm,
    ResumptionForm,
)
from netralitas.cases.forms.others import (
    AttachForm,
    ConfirmForm,
    CorrectionForm,
    ExclusionForm,
    LiftingForm,
    MergeForm,
    RespondentForm,
    SplitForm,
    StaffSearchForm,
    UndoForm,
    filled_with,
    person_in,
)
from netralitas.cases.forms.parts import parts_of

__all__ = [
    "AnswerForm",
    "AttachForm",
    "ConfirmForm",
    "CorrectionForm",
    "DeadlineForm",
    "ExclusionForm",
    "ExtensionForm",
    "LiftingForm",
    "MergeForm",
    "PauseForm",
    "RespondentForm",
    "ResumptionForm",
    "SplitForm",
    "StaffSearchForm",
    "UndoForm",
    "answers_of",
    "blank_form",
    "filled_with",
    "parsed_form",
    "parts_of",
    "person_in",
    "written_versions",
]

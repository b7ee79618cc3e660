"""The forms of an activity: its plan and days, its record, what is put beside it, its outcome."""

from netralitas.prevention.forms.adding import LARGEST, FileForm, PostForm, ReachForm, SpeakerForm
from netralitas.prevention.forms.concluding import AchievedForm, ProofForm
from netralitas.prevention.forms.planning import AnnounceForm, CancelForm, MoveForm, PlanForm
from netralitas.prevention.forms.recording import (
    HeldForm,
    RecordForm,
    held_form,
    record_form,
    written,
)

__all__ = [
    "LARGEST",
    "AchievedForm",
    "AnnounceForm",
    "CancelForm",
    "FileForm",
    "HeldForm",
    "MoveForm",
    "PlanForm",
    "PostForm",
    "ProofForm",
    "ReachForm",
    "RecordForm",
    "SpeakerForm",
    "held_form",
    "record_form",
    "written",
]

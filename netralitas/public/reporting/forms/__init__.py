"""The questions of a report, each a form of its own."""

from netralitas.public.reporting.forms.base import Question
from netralitas.public.reporting.forms.days import KnownForm, WhenForm
from netralitas.public.reporting.forms.event import LinksForm, RegimeForm, StoryForm, WhereForm
from netralitas.public.reporting.forms.message import MessageForm
from netralitas.public.reporting.forms.people import LevelForm, ReporterForm, WhoForm, WitnessForm

__all__ = [
    "KnownForm",
    "LevelForm",
    "LinksForm",
    "MessageForm",
    "Question",
    "RegimeForm",
    "ReporterForm",
    "StoryForm",
    "WhenForm",
    "WhereForm",
    "WhoForm",
    "WitnessForm",
]

"""The forms that change the law; each gives the entries of its change."""

from netralitas.editions.forms.calendar import HolidayForm, WithdrawForm, YearForm
from netralitas.editions.forms.file import ImportForm
from netralitas.editions.forms.hours import HoursForm
from netralitas.editions.forms.rule import RuleForm
from netralitas.editions.forms.saving import SaveForm

__all__ = [
    "HolidayForm",
    "HoursForm",
    "ImportForm",
    "RuleForm",
    "SaveForm",
    "WithdrawForm",
    "YearForm",
]

"""What the pages of the administration show: one struct each, the whole context of its template."""

from netralitas.editions.pages.acting import FormPage, HoursPage, PreviewPage
from netralitas.editions.pages.looking import (
    AdministrationPage,
    CalendarPage,
    DayLine,
    EditionPage,
    HomePage,
    RulesPage,
)

__all__ = [
    "AdministrationPage",
    "CalendarPage",
    "DayLine",
    "EditionPage",
    "FormPage",
    "HomePage",
    "HoursPage",
    "PreviewPage",
    "RulesPage",
]

"""`/administrasi`: how an administrator changes the law, and what was changed."""

from netralitas.editions.routes.calendar import CalendarController, HolidayController
from netralitas.editions.routes.drafts import DraftController
from netralitas.editions.routes.files import ExportController, ImportController
from netralitas.editions.routes.home import AdministrationController, LawController
from netralitas.editions.routes.hours import HoursController
from netralitas.editions.routes.rules import RulesController

CONTROLLERS = (
    AdministrationController,
    LawController,
    CalendarController,
    HolidayController,
    RulesController,
    HoursController,
    ImportController,
    ExportController,
    DraftController,
)

__all__ = ["CONTROLLERS"]

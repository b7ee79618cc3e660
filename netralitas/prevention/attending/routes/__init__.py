"""The pages of attendance of one activity."""

from netralitas.prevention.attending.routes.doors import DoorController
from netralitas.prevention.attending.routes.listing import ListController
from netralitas.prevention.attending.routes.quizzes import QuizController
from netralitas.prevention.attending.routes.showing import AttendanceController

CONTROLLERS = (AttendanceController, ListController, DoorController, QuizController)

__all__ = ["CONTROLLERS"]

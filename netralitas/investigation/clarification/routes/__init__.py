"""The pages of the clarification, a controller for each noun."""

from netralitas.investigation.clarification.routes.calendar import SessionCalendarController
from netralitas.investigation.clarification.routes.noting import (
    AbsenceController,
    CancellationController,
    InvitationReceiptController,
    RecordingController,
)
from netralitas.investigation.clarification.routes.people import (
    ClarificationController,
    InvitationController,
)
from netralitas.investigation.clarification.routes.sessions import (
    ClosingController,
    SessionController,
)

CONTROLLERS = (
    SessionCalendarController,
    ClarificationController,
    InvitationController,
    SessionController,
    ClosingController,
    InvitationReceiptController,
    AbsenceController,
    CancellationController,
    RecordingController,
)

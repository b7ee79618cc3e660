"""Commands on the clarification of a case. All or nothing."""

from netralitas.investigation.clarification.commands.inviting import invite
from netralitas.investigation.clarification.commands.listing import add_person
from netralitas.investigation.clarification.commands.noting import (
    attach_recording,
    cancel,
    note_absence,
    note_receipt,
)
from netralitas.investigation.clarification.commands.sitting import (
    add_answer,
    change_answer,
    close_session,
)

__all__ = [
    "add_answer",
    "add_person",
    "attach_recording",
    "cancel",
    "change_answer",
    "close_session",
    "invite",
    "note_absence",
    "note_receipt",
]

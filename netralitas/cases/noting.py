"""An event on a case that moves nothing and says no more than its name: that a message was sent."""

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission
from netralitas.audit.domain import Recorded
from netralitas.cases.change import Change
from netralitas.cases.dossier import lock_case
from netralitas.cases.events import case_event
from netralitas.cases.presence import hold
from netralitas.cases.record import enter
from netralitas.database.connection import Connection


async def note(connection: Connection, actor: Actor, case: int, name: str) -> Recorded:
    """Record the event `name` on the case, inside the caller's transaction; what follows is told.

    For who records facts on its handling. Raises NotVisible, NotAllowed.
    """
    dossier = await lock_case(connection, case)
    handling = dossier.handling()
    hold(actor, dossier, Permission.RECORD_FACT, handling)
    event = case_event(actor, dossier, handling.readers, name)
    recorded, _ = await enter(connection, dossier.head, [Change(event=event)])
    return recorded[0]

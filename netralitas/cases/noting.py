"""An event on a case that moves nothing and says no more than its name: that a message was sent."""

from collections.abc import Mapping
from dataclasses import replace

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission
from netralitas.audit.domain import Recorded
from netralitas.cases.answers import Answers, Paper
from netralitas.cases.change import Change
from netralitas.cases.dossier import lock_case
from netralitas.cases.events import case_event
from netralitas.cases.moving import MoveRequest
from netralitas.cases.papers import file_papers
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


async def tell(  # noqa: PLR0913 - an event of a case, whole
    connection: Connection,
    actor: Actor,
    case: int,
    name: str,
    readers: tuple[int, ...],
    details: Mapping[str, object],
    *,
    said: str | None = None,
    papers: tuple[Paper, ...] = (),
) -> Recorded:
    """Record the event `name` with its coded `details` for these readers, inside the transaction.

    `said` is its note; the `papers` are filed by it, for the same readers. Who may is for the
    caller to hold. Raises NotVisible.
    """
    dossier = await lock_case(connection, case)
    event = replace(case_event(actor, dossier, readers, name), details=details, note=said)
    changes = [Change(event=event)]
    recorded, _ = await enter(connection, dossier.head, changes)
    if papers:
        answers = Answers(papers=papers)
        request = MoveRequest(
            case=case, targets=(), move=name, happened=event.happened, answers=answers
        )
        await file_papers(connection, dossier, request, changes, recorded, None, keepers=readers)
    return recorded[0]

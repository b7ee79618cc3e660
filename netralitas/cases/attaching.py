"""Papers that come without a move: evidence, a draft of the study, others; each is an event."""

from dataclasses import replace

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission
from netralitas.cases.answers import Answers, Paper
from netralitas.cases.change import Change
from netralitas.cases.dossier import lock_case
from netralitas.cases.events import case_event
from netralitas.cases.moving import MoveRequest
from netralitas.cases.papers import describe, file_papers
from netralitas.cases.presence import hold
from netralitas.cases.record import enter
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing


async def attach_paper(actor: Actor, case: int, paper: Paper) -> int:
    """Attach a paper to the case and return the id of its event; no proceeding moves by it.

    Whoever reads the handling reads the paper. Raises NotVisible, NotAllowed.
    """
    async with writing(actor) as connection:
        return await attach_papers_in(connection, actor, case, (paper,))


async def attach_papers_in(
    connection: Connection, actor: Actor, case: int, papers: tuple[Paper, ...]
) -> int:
    """Attach the papers by one event inside the caller's transaction, and return its id."""
    dossier = await lock_case(connection, case)
    handling = dossier.handling()
    hold(actor, dossier, Permission.ATTACH, handling)
    answers = Answers(papers=papers)
    # Without a proceeding: a new paper makes nobody's open form stale.
    event = replace(
        case_event(actor, dossier, handling.readers, "case.document_attached"),
        details=describe(answers, None),
    )
    changes = [Change(event=event)]
    recorded, _ = await enter(connection, dossier.head, changes)
    request = MoveRequest(
        case=case, targets=(), move=event.name, happened=event.happened, answers=answers
    )
    await file_papers(connection, dossier, request, changes, recorded, None)
    return recorded[0].id

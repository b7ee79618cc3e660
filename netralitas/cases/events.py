"""Events that move nothing: on a proceeding that keeps its state, or on the case as a whole."""

from netralitas.access.domain import Actor
from netralitas.audit.domain import Event, EventKind, Moment
from netralitas.cases.dossier import Dossier, LockedProceeding


def staying_event(
    actor: Actor, dossier: Dossier, target: LockedProceeding, kind: EventKind, name: str
) -> Event:
    """Return an event of now on a proceeding, which keeps its state and gets a new version."""
    return Event(
        stream=dossier.id,
        kind=kind,
        name=name,
        actor=actor.officer,
        organisation=actor.organisation,
        readers=target.readers,
        happened=Moment.time(dossier.head.now, dossier.zone),
        workflow=target.workflow,
        workflow_version=target.workflow_version,
        proceeding=target.id,
        from_state=target.state,
        to_state=target.state,
    )


def case_event(actor: Actor, dossier: Dossier, readers: tuple[int, ...], name: str) -> Event:
    """Return an event of now on the case alone: it makes nobody's open form stale."""
    return Event(
        stream=dossier.id,
        kind=EventKind.FACT,
        name=name,
        actor=actor.officer,
        organisation=actor.organisation,
        readers=readers,
        happened=Moment.time(dossier.head.now, dossier.zone),
    )

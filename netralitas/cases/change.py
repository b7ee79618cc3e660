"""What a command wants recorded: an event and everything that follows from it. Values only."""

from dataclasses import dataclass

from netralitas.audit.domain import Event
from netralitas.cases.clocks import NewClock
from netralitas.workflow.domain import Holder


@dataclass(frozen=True, slots=True, kw_only=True)
class ProceedingChange:
    """The state of a proceeding after its event; `opens`: the proceeding begins with it."""

    id: int
    case_file: int
    workflow: str
    workflow_version: int
    state: str
    holder: Holder
    readers: tuple[int, ...]
    opens: bool = False
    respondent: int | None = None
    addressee: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One event with its consequences: the new state, clocks that begin, rules whose clocks end.

    `replaces` names clocks (by id) that a correction supersedes; `starts` then holds their heirs.
    `pauses` names those that stand still from now on. `over` are rules whose clocks ended before,
    at a time that nobody recorded.
    """

    event: Event
    proceeding: ProceedingChange | None = None
    starts: tuple[NewClock, ...] = ()
    ends: tuple[str, ...] = ()
    replaces: tuple[int, ...] = ()
    pauses: tuple[int, ...] = ()
    over: tuple[str, ...] = ()

"""The shape that all threads share: one open state, events, and an end for each outcome."""

from dataclasses import dataclass
from typing import Final

from netralitas.workflow.domain import (
    Ask,
    Basis,
    FactDeclaration,
    Holder,
    Move,
    RunsOn,
    State,
    Workflow,
)
from netralitas.workflow.posts import COMMISSIONER, INVESTIGATOR

_BY: Final = (INVESTIGATOR, COMMISSIONER)
PRACTICE: Final = (Basis(code="Praktik penanganan", certainty="M"),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a thread can end: the state, its button, and the sentence of the timeline."""

    code: str
    label: str
    button: str
    done: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """What tells one thread from another; `outcomes` are the ends it can come to."""

    code: str
    label: str
    running: str
    button: str
    done: str
    basis: tuple[Basis, ...]
    outcomes: tuple[Outcome, ...]


def declared(thread: Thread) -> Workflow:
    """Return the workflow of a thread: one open state, and an end for each outcome."""
    running = State(code="opened", label=thread.running, phase="elsewhere", holder=Holder.OTHER)
    return Workflow(
        code=thread.code,
        version=1,
        label=thread.label,
        runs_on=RunsOn.EITHER,
        by_hand=("open",),
        states=(running, *(_end(outcome) for outcome in thread.outcomes)),
        moves=(
            _opening(thread),
            *(_ending(thread, outcome) for outcome in thread.outcomes),
            _reopening(thread),
        ),
        facts=_FACTS,
    )


def _end(outcome: Outcome) -> State:
    return State(
        code=outcome.code, label=outcome.label, phase="ended", holder=Holder.NOBODY, final=True
    )


def _opening(thread: Thread) -> Move:
    return Move(
        code="open",
        label=thread.button,
        done=thread.done,
        sources=frozenset(),
        target="opened",
        by=_BY,
        basis=thread.basis,
        may_ask=(Ask.RESPONDENTS, Ask.LETTER_OUT, Ask.LETTER_IN, Ask.FOREIGN_NUMBER),
        facts=("opened",),
    )


def _ending(thread: Thread, outcome: Outcome) -> Move:
    return Move(
        code=f"end_{outcome.code}",
        label=outcome.button,
        done=outcome.done,
        sources=frozenset({"opened"}),
        target=outcome.code,
        by=_BY,
        basis=thread.basis,
        may_ask=(Ask.LETTER_IN,),
        facts=("ended",),
        not_before=frozenset({"opened"}),
    )


def _reopening(thread: Thread) -> Move:
    return Move(
        code="reopen",
        label="Buka kembali proses di lembaga lain",
        done="Proses di lembaga lain dibuka kembali.",
        sources=frozenset(outcome.code for outcome in thread.outcomes),
        target="opened",
        by=_BY,
        basis=PRACTICE,
        may_ask=(Ask.LETTER_IN,),
        facts=("reopened",),
        exceptional=True,
    )


_FACTS: Final = (
    FactDeclaration(
        code="developed",
        label="Perkembangan di lembaga lain",
        done="Ada perkembangan di lembaga lain.",
        by=_BY,
        basis=PRACTICE,
        asks=(Ask.REASON,),
        when=frozenset({"opened"}),
    ),
    FactDeclaration(
        code="foreign_number_recorded",
        label="Nomor di lembaga lain",
        done="Nomor perkara di lembaga lain dicatat.",
        by=_BY,
        basis=PRACTICE,
        asks=(Ask.FOREIGN_NUMBER,),
    ),
)

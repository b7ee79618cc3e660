"""A last look before saving: what the move or fact will bring about, counted from today."""

from datetime import date
from typing import Final

import msgspec

from netralitas import workflow_words
from netralitas.audit.domain import Moment
from netralitas.cases import clocks
from netralitas.cases.queries.acts import Act
from netralitas.database.connection import Connection
from netralitas.law import words as law_words
from netralitas.law.domain import Zone
from netralitas.workflow.domain import Ask, ClockDeclaration, Workflow
from netralitas.workflow.engine import clocks as clocks_by
from netralitas.workflows import current

_OFFICES: Final = frozenset({Ask.ADDRESSEE, Ask.FOLLOW_UP_OFFICE})
_RUNNING = """
SELECT DISTINCT rule FROM clock
WHERE proceeding = $1 AND ended_by IS NULL AND superseded_by IS NULL
"""


class Outlook(msgspec.Struct, frozen=True, kw_only=True):
    """What will hold afterwards, a sentence each."""

    state: str
    holder: str | None
    opens: str | None
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    readers: tuple[str, ...]


async def outlook(connection: Connection, act: Act) -> Outlook:
    """Return what the act brings about, as if it happened today."""
    workflow = act.workflow
    going = act.proceeding.id if act.proceeding else 0
    running = {row["rule"] for row in await connection.fetch(_RUNNING, going)}
    addressee = act.proceeding.addressee_kind if act.proceeding else None
    starts, ends = clocks_by(workflow, act.facts, _target(act), addressee)
    ended = (clocks.rule_code(clock.rule, act.view.dossier.regime) for clock in ends)
    return Outlook(
        state=_state(act, workflow),
        holder=_holder(act, workflow),
        opens=_opens(act),
        starts=tuple(_start(act, clock) for clock in starts if _exists(act, clock)),
        ends=tuple(_label(act, code) for code in dict.fromkeys(ended) if code in running),
        readers=_readers(act),
    )


def _target(act: Act) -> str:
    moved = act.move.target if act.move is not None else None
    if moved is not None or act.proceeding is None:
        return moved or ""
    return act.proceeding.state


def _state(act: Act, workflow: Workflow) -> str:
    after = workflow.state(_target(act))
    if act.proceeding is None:
        return f"{workflow.label} dibuka pada tahap “{after.label}”."
    before = workflow.state(act.proceeding.state)
    if before.code == after.code:
        return f"Tahap tetap “{after.label}”."
    return f"Tahap berubah dari “{before.label}” menjadi “{after.label}”."


def _holder(act: Act, workflow: Workflow) -> str | None:
    state = workflow.state(_target(act))
    if state.final:
        return None
    office = None
    if act.proceeding is not None and act.proceeding.addressee is not None:
        office = act.view.file.organisation(act.proceeding.addressee)
    holder = workflow_words.holder(workflow.code, state, office)
    return f"Giliran berikutnya: {holder}."


def _opens(act: Act) -> str | None:
    if act.move is None or not act.move.opens:
        return None
    opened = []
    for consequence in act.move.opens:
        declared = current(consequence.workflow)
        label = declared.state(declared.move(consequence.move).target or "").label
        opened.append(f"{declared.label.lower()} pada tahap “{label}”")
    whom = "tiap terlapor yang dipilih" if Ask.RESPONDENTS in act.asked else "terlapor yang sama"
    return f"Untuk {whom} dibuka {' dan '.join(opened)}."


def _exists(act: Act, clock: ClockDeclaration) -> bool:
    return clocks.rule_code(clock.rule, act.view.dossier.regime) in act.view.book.codes()


def _start(act: Act, clock: ClockDeclaration) -> str:
    zone = Zone(act.view.dossier.zone)
    happened = Moment.time(act.view.now, act.view.dossier.zone)
    started = clocks.start(clock, act.view.dossier.regime, happened, act.view.book)
    code = clocks.rule_code(clock.rule, act.view.dossier.regime)
    if started is None or started.due_at is None:
        problem = (started.problem if started else None) or "tidak dapat dihitung"
        return f"{_label(act, code)}: {problem}"
    return (
        f"{_label(act, code)} paling lambat"
        f" {law_words.day(started.due_at.astimezone(zone.tz).date())}, bila terjadi hari ini."
    )


def _label(act: Act, code: str) -> str:
    return act.view.book.versions(code)[-1].label


def _readers(act: Act) -> tuple[str, ...]:
    """Return the offices that will read it, by name; the addressee is named on the form."""
    if act.proceeding is None:
        readers: tuple[int, ...] = (act.view.actor.organisation,)
    else:
        readers = act.view.file.course(act.proceeding.id).readers
    if act.move is not None and act.move.internal:
        readers = (act.view.actor.organisation,)
    names = [act.view.file.organisation(reader) for reader in readers]
    if act.move is not None and act.move.opens and _OFFICES.intersection(act.asked):
        names.append("instansi yang dipilih")
    if act.move is not None and act.move.tells and act.proceeding and act.proceeding.addressee:
        names.append(act.view.file.organisation(act.proceeding.addressee))
    return tuple(names)


def today_of(act: Act) -> date:
    """Return today at the place of the case, as its form first shows it."""
    return act.view.today

"""A last look before saving: what the move or fact will bring about, counted from today."""

from datetime import date

import msgspec

from netralitas.audit.domain import Moment
from netralitas.cases import clocks
from netralitas.cases.queries.acts import Act
from netralitas.cases.queries.file import declared
from netralitas.database.connection import Connection
from netralitas.investigation.words import HOLDERS as HANDLING_HOLDERS
from netralitas.law import words as law_words
from netralitas.law.domain import Zone
from netralitas.referral.words import HOLDERS as REFERRAL_HOLDERS
from netralitas.workflow.domain import Ask, ClockDeclaration, Workflow
from netralitas.workflow.engine import clocks as clocks_by
from netralitas.workflows import current

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
    workflow = declared(act.proceeding)
    running = {row["rule"] for row in await connection.fetch(_RUNNING, act.proceeding.id)}
    starts, ends = clocks_by(workflow, act.facts, _target(act))
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
    return moved or act.proceeding.state


def _state(act: Act, workflow: Workflow) -> str:
    before = workflow.state(act.proceeding.state)
    after = workflow.state(_target(act))
    if before.code == after.code:
        return f"Tahap tetap “{after.label}”."
    return f"Tahap berubah dari “{before.label}” menjadi “{after.label}”."


def _holder(act: Act, workflow: Workflow) -> str | None:
    state = workflow.state(_target(act))
    if state.final:
        return None
    if workflow.code == "referral":
        holder = REFERRAL_HOLDERS[state.holder]
        if state.holder == "authority":
            holder = act.view.file.organisation(act.proceeding.addressee)
    else:
        holder = HANDLING_HOLDERS[state.holder]
    return f"Giliran berikutnya: {holder}."


def _opens(act: Act) -> str | None:
    if act.move is None or act.move.opens is None or act.move.opens_with is None:
        return None
    opened = current(act.move.opens)
    label = opened.state(opened.move(act.move.opens_with).target or "").label
    whom = "tiap terlapor yang dipilih" if Ask.RESPONDENTS in act.asked else "terlapor yang sama"
    return f"Untuk {whom} dibuka penerusan pada tahap “{label}”."


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
    course = act.view.file.course(act.proceeding.id)
    names = [act.view.file.organisation(reader) for reader in course.readers]
    if Ask.ADDRESSEE in act.asked and act.move is not None and act.move.opens:
        names.append("instansi penerima yang dipilih")
    return tuple(names)


def today_of(act: Act) -> date:
    """Return today at the place of the case, as its form first shows it."""
    return act.view.today

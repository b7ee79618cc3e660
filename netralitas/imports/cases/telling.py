"""What a happening of a line says of its proceeding, as far as it can be placed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import msgspec

from netralitas.audit.domain import Moment
from netralitas.cases.as_found.domain import FoundProceeding
from netralitas.imports.cases import words
from netralitas.imports.cases.line import HANDLING, CaseLine, HappeningLine
from netralitas.imports.cases.moments import moment_of
from netralitas.imports.cases.report import Report
from netralitas.workflow.as_found import may_state
from netralitas.workflow.domain import Workflow
from netralitas.workflows import current

_ACCORDING: Final = "Menurut: "


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """A line being placed at a moment, with its proceedings: the handling first."""

    line: CaseLine
    now: datetime
    zone: str
    proceedings: tuple[FoundProceeding, ...]
    report: Report

    @property
    def places(self) -> dict[str, int]:
        """Return the place of each proceeding by its name in the line."""
        refs = (HANDLING, *(each.ref for each in self.line.proceedings))
        return {ref: at for at, ref in enumerate(refs)}

    @property
    def letters(self) -> dict[str, int]:
        """Return the place of each letter by its name in the line."""
        return {each.ref: at for at, each in enumerate(self.line.letters)}

    def declared(self, place: int) -> Workflow:
        """Return the declaration on which a proceeding is opened now."""
        return current(self.proceedings[place].workflow)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A happening that can be placed: its path, its proceeding, what it says of the state."""

    path: str
    place: int
    line: HappeningLine
    happened: Moment
    state: str | None
    facts: tuple[str, ...]


def told_of(placing: Placing, each: HappeningLine, path: str) -> Iterator[Told]:
    """Yield the happening where something of it can be placed; the rest is reported."""
    report = placing.report
    place = placing.places.get(each.of)
    if place is None:
        report.refuse(f"{path}.of", words.NO_REFERENCE.format(ref=each.of))
        return
    for ref in each.letters:
        if ref not in placing.letters:
            report.refuse(f"{path}.letters", words.NO_REFERENCE.format(ref=ref))
    declared = placing.declared(place)
    state, stated = _of_step(declared, each, f"{path}.step", report)
    every = tuple(dict.fromkeys((*stated, *each.facts, *_answered(declared, each))))
    facts = tuple(code for code in every if code in may_state(declared))
    if state is None and not facts:
        report.keep(path, _as_written(placing, each), words.NOTHING_SAID)
        return
    strange = [code for code in every if code not in facts]
    if strange:
        said = words.NO_FACT.format(fact=", ".join(strange), workflow=declared.code)
        report.keep(f"{path}.facts", strange, said)
    happened = moment_of(each.when, placing.zone)
    yield Told(path=path, place=place, line=each, happened=happened, state=state, facts=facts)


def _as_written(placing: Placing, each: HappeningLine) -> object:
    """Return a happening as JSON values, its refs by place as in the normal form."""
    place = placing.places[each.of]
    renamed = msgspec.structs.replace(
        each,
        of=f"P{place}" if place else HANDLING,
        letters=tuple(f"S{placing.letters[r] + 1}" for r in each.letters if r in placing.letters),
    )
    return msgspec.json.decode(msgspec.json.encode(renamed))


def _of_step(
    declared: Workflow, each: HappeningLine, path: str, report: Report
) -> tuple[str | None, tuple[str, ...]]:
    """Return the state and the facts of the declared move that a happening names, if any."""
    if each.step is None:
        return each.state, ()
    try:
        move = declared.move(each.step)
    except KeyError:
        report.refuse(path, words.NO_STEP.format(step=each.step, workflow=declared.code))
        return each.state, ()
    if each.state is not None and move.target not in {None, each.state}:
        said = words.STEP_LEADS.format(step=each.step, target=move.target, state=each.state)
        report.refuse(path, said)
    return move.target or each.state, move.facts


def _answered(declared: Workflow, each: HappeningLine) -> Iterator[str]:
    """Yield the facts that a letter's deadline states, as the form of the move would."""
    named = [f"deadline_{each.deadline.kind}"] if each.deadline else []
    if each.answer_by is not None:
        named.append("answer_awaited")
    yield from (code for code in named if code in may_state(declared))


def note_of(note: str | None, said_by: str | None) -> str | None:
    """Return the words that are kept with an event: what was noted, and according to whom."""
    by = f"{_ACCORDING}{said_by}" if said_by else None
    return "\n".join(part for part in (note, by) if part) or None


def parted(note: str | None) -> tuple[str | None, str | None]:
    """Return what was noted and according to whom, from the words kept with an event."""
    *front, last = (note or "").split("\n")
    if not last.startswith(_ACCORDING):
        return note, None
    return "\n".join(front) or None, last.removeprefix(_ACCORDING)

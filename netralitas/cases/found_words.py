"""How the timeline tells of what an old register says."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from netralitas.cases.words import FOUND, sentence
from netralitas.workflow.domain import FactDeclaration, Move, Workflow
from netralitas.workflow.replay import AS_FOUND
from netralitas.workflow_words import WORDS
from netralitas.workflows import workflow

RECEIVED: Final = "Perkara diterima."


def is_found(name: str) -> bool:
    """Say whether an event of this name entered what an old register says."""
    return name.endswith(f".{AS_FOUND}")


def told(
    name: str, version: int | None, facts: Sequence[str], details: Mapping[str, object]
) -> str:
    """Return an event of the timeline as a sentence.

    Of a register the facts are told, by the act that states them and leads where it was found;
    without any, the state itself, or that the case came in.
    """
    if not is_found(name):
        return sentence(name, version)
    if details.get("reception"):
        return RECEIVED
    declared = workflow(name.partition(".")[0], version or 1)
    found = details.get("found")
    if facts:
        return " ".join(dict.fromkeys(_fact(declared, code, found) for code in facts))
    label = next((state.label for state in declared.states if state.code == found), None)
    return f"Tahap menurut register lama: {label}." if label else FOUND


def _fact(declared: Workflow, code: str, found: object) -> str:
    """Return the sentence of the only act that fits, or the fact itself where several would."""
    fitting = {act.done for act in _acts(declared, code, found)}
    if len(fitting) == 1:
        return fitting.pop()
    said = WORDS[declared.code].facts.get(code, code)
    return f"{said[:1].upper()}{said[1:]}."


def _acts(declared: Workflow, code: str, found: object) -> Iterator[Move | FactDeclaration]:
    if found is None:
        yield from (fact for fact in declared.facts if fact.code == code)
        yield from (m for m in declared.moves if m.target is None and code in m.facts)
    else:
        leading = [move for move in declared.moves if move.target == found]
        yield from (m for m in leading if code in (*m.facts, *m.may_state))

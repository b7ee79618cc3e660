"""Declarations as Mermaid diagrams and Markdown tables, for the documentation."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from netralitas.workflow import words
from netralitas.workflow.domain import Ask, Basis, Move, RunsOn, Workflow

MANY: Final = 6
"""A move from more states than this is drawn from one node that stands for all of them."""

EXCEPTIONAL: Final = "✱"
"""The mark of a move outside the normal path, in diagrams and tables."""

_CONCERNED: Final = {
    RunsOn.CASE: "case",
    RunsOn.RESPONDENT: "respondent",
    RunsOn.EITHER: "case or respondent",
}


def render(text: str, workflows: Iterable[Workflow]) -> str:
    """Return `text` with what stands between the markers of each workflow generated anew.

    The markers are `<!-- begin CODE -->` and `<!-- end CODE -->`. Of several versions the last
    one is drawn. ValueError when a workflow has no markers.
    """
    for workflow in {workflow.code: workflow for workflow in workflows}.values():
        begin, end = f"<!-- begin {workflow.code} -->", f"<!-- end {workflow.code} -->"
        pattern = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
        if not pattern.search(text):
            raise ValueError(f"the text has no markers for {workflow.code}")
        before, after = pattern.split(text, maxsplit=1)
        text = f"{before}{begin}\n\n{document(workflow)}\n\n{end}{after}"
    return text


def document(workflow: Workflow) -> str:
    """Return the workflow as Markdown: the diagram, then tables of all that is declared."""
    parts = (
        f"Version {workflow.version}, one for each {_CONCERNED[workflow.runs_on]}.",
        f"```mermaid\n{diagram(workflow)}\n```",
        _table(("State", "Label", "Phase", "Holder", "Final"), _states(workflow)),
        _table(
            ("Move", "Button", "From", "To", "Who", "Requires", "Asks", "States", "Basis"),
            _moves(workflow),
        ),
        _table(("Requirement", "Sentence", "May be overridden", "Basis"), _requirements(workflow)),
        _table(("Fact", "Label", "When", "Who", "Asks", "Basis"), _facts(workflow)),
        _table(("Clock", "Starts on", "Starts in", "Runs for", "Ends on"), _clocks(workflow)),
    )
    return "\n\n".join(parts)


def diagram(workflow: Workflow) -> str:
    """Return the states and moves as a Mermaid state diagram; moves that stay are left out."""
    lines = ["stateDiagram-v2", "    direction TB"]
    lines += [f'    state "{state.label}" as {state.code}' for state in workflow.states]
    for move in workflow.moves:
        lines += [f"    {line}" for line in _edges(move)]
    lines += [f"    {state.code} --> [*]" for state in workflow.states if state.final]
    return "\n".join(lines)


def _edges(move: Move) -> Iterator[str]:
    if move.target is None:
        return
    label = f"{move.label} {EXCEPTIONAL}" if move.exceptional else move.label
    if len(move.sources) > MANY:
        yield f'state "beberapa tahap, lihat tabel" as from_{move.code}'
        yield f"from_{move.code} --> {move.target} : {label}"
        return
    for source in sorted(move.sources) or ["[*]"]:
        yield f"{source} --> {move.target} : {label}"


def _states(workflow: Workflow) -> Iterator[tuple[str, ...]]:
    for state in workflow.states:
        final = "yes" if state.final else ""
        if state.retired:
            final = f"{final} retired".strip()
        yield (f"`{state.code}`", state.label, state.phase, state.holder.value, final)


def _moves(workflow: Workflow) -> Iterator[tuple[str, ...]]:
    for move in workflow.moves:
        mark = f" {EXCEPTIONAL}" if move.exceptional else ""
        opened = "".join(f"; opens {c.workflow} by `{c.move}`" for c in move.opens)
        opened += "".join(f"; brings `{c.move}` of {c.workflow}" for c in move.brings)
        yield (
            f"`{move.code}`{mark}",
            move.label,
            _sources(workflow, move.sources),
            f"`{move.target}`{opened}" if move.target else f"stays{opened}",
            words.who(move.by) or "brought by another move",
            _codes(move.requires),
            _asks(move),
            _codes((*move.facts, *(f"({fact})" for fact in move.may_state))),
            _basis(move.basis),
        )


def _sources(workflow: Workflow, sources: frozenset[str]) -> str:
    if sources == {state.code for state in workflow.states if not state.final}:
        return "every open state"
    return _codes(sorted(sources)) or "opens"


def _asks(move: Move) -> str:
    parts = [ask.value for ask in move.asks]
    if move.exceptional and Ask.REASON not in move.asks:
        parts.append(Ask.REASON.value)
    parts += [f"({ask.value})" for ask in move.may_ask]
    parts += [f"{ask.value} on behalf" for ask in move.on_behalf if ask not in move.asks]
    return ", ".join(parts)


def _requirements(workflow: Workflow) -> Iterator[tuple[str, ...]]:
    for item in workflow.requirements:
        overridable = "with a reason" if item.overridable else "no"
        yield (f"`{item.code}`", item.missing, overridable, _basis(item.basis))


def _facts(workflow: Workflow) -> Iterator[tuple[str, ...]]:
    for fact in workflow.facts:
        yield (
            f"`{fact.code}`",
            fact.label,
            _codes(sorted(fact.when)) or "always",
            words.who(fact.by),
            ", ".join(ask.value for ask in fact.asks),
            _basis(fact.basis),
        )


def _clocks(workflow: Workflow) -> Iterator[tuple[str, ...]]:
    for clock in workflow.clocks:
        places = _codes(sorted(clock.starts_in)) or "every open state"
        offices = _codes(sorted(clock.runs_for)) or "any office"
        ends = _codes(sorted(clock.ends_on))
        yield (f"`{clock.rule}`", f"`{clock.starts_on}`", places, offices, ends)


def _basis(basis: tuple[Basis, ...]) -> str:
    return "; ".join(f"{article.code} [{article.certainty}]" for article in basis)


def _codes(codes: Iterable[str]) -> str:
    return ", ".join(f"`{code}`" for code in codes)


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, tuple("---" for _ in heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)

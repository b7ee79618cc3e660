"""All declarations by code and version; old versions stay, for the proceedings that run on them."""

from collections.abc import Iterable, Iterator

from netralitas.workflow.domain import Move, Workflow


class Registry:
    """The declarations of the product; each (code, version) once, each without a fault."""

    def __init__(self, workflows: Iterable[Workflow]) -> None:
        """Keep the workflows; ValueError on a doublet or a declaration that contradicts itself."""
        self._workflows: dict[tuple[str, int], Workflow] = {}
        for workflow in workflows:
            key = (workflow.code, workflow.version)
            if key in self._workflows:
                raise ValueError(f"{workflow.code} {workflow.version} is declared twice")
            self._workflows[key] = workflow
        found = [
            fault for workflow in self for fault in (*faults(workflow), *self._dangling(workflow))
        ]
        if found:
            raise ValueError("; ".join(found))

    def __iter__(self) -> Iterator[Workflow]:
        """Yield every declaration, in the order in which they were given."""
        return iter(self._workflows.values())

    def workflow(self, code: str, version: int) -> Workflow:
        """Return the declaration a proceeding runs on; KeyError when there is none."""
        return self._workflows[code, version]

    def current(self, code: str) -> Workflow:
        """Return the newest version, on which new proceedings open; KeyError when there is none."""
        versions = [version for (named, version) in self._workflows if named == code]
        if not versions:
            raise KeyError(code)
        return self._workflows[code, max(versions)]

    def _dangling(self, workflow: Workflow) -> Iterator[str]:
        for move in workflow.moves:
            if move.opens is not None and not self._opened(move):
                yield f"{workflow.code}.{move.code} opens {move.opens} by no opening move of it"

    def _opened(self, move: Move) -> bool:
        return any(
            opening.code == move.opens_with and not opening.sources
            for workflow in self
            if workflow.code == move.opens
            for opening in workflow.moves
        )


def faults(workflow: Workflow) -> tuple[str, ...]:
    """Return what is wrong with a declaration in itself: doublets and names that lead nowhere."""
    return (
        *_doublets(workflow),
        *(
            f"{workflow.code}.{move.code}: {fault}"
            for move in workflow.moves
            for fault in _move_faults(workflow, move)
        ),
        *_fact_faults(workflow),
    )


def _doublets(workflow: Workflow) -> Iterator[str]:
    for kind in ("states", "moves", "requirements", "facts"):
        codes = [item.code for item in getattr(workflow, kind)]
        for code in sorted({code for code in codes if codes.count(code) > 1}):
            yield f"{workflow.code}: {code} stands twice among the {kind}"


def _move_faults(workflow: Workflow, move: Move) -> Iterator[str]:
    states = {state.code for state in workflow.states}
    named = move.sources | ({move.target} if move.target else set())
    for code in sorted(named - states):
        yield f"unknown state {code}"
    for code in sorted(set(move.requires) - {item.code for item in workflow.requirements}):
        yield f"unknown requirement {code}"
    if not move.sources and move.target is None:
        yield "opens the proceeding in no state"
    if (move.opens is None) != (move.opens_with is None):
        yield "opens and opens_with belong together"
    if set(move.asks) & set(move.may_ask):
        yield "asks for the same answer twice"


def _fact_faults(workflow: Workflow) -> Iterator[str]:
    stated = {fact for move in workflow.moves for fact in move.facts}
    stated |= {fact.code for fact in workflow.facts}
    for clock in workflow.clocks:
        for code in sorted({clock.starts_on, *clock.ends_on} - stated):
            yield f"{workflow.code}: the clock {clock.rule} names {code}, which nothing states"
    states = {state.code for state in workflow.states}
    for clock in workflow.clocks:
        for code in sorted(clock.starts_in - states):
            yield f"{workflow.code}: the clock {clock.rule} names the unknown state {code}"
    for fact in workflow.facts:
        for code in sorted(fact.when - states):
            yield f"{workflow.code}: the fact {fact.code} names the unknown state {code}"

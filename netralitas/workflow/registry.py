"""All declarations by code and version; old versions stay, for the proceedings that run on them."""

from collections.abc import Iterable, Iterator

from netralitas.workflow.domain import Consequence, Move, Workflow
from netralitas.workflow.replay import AS_FOUND


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
            for opened in move.opens:
                if not any(not found.sources for found in self._named(opened)):
                    yield f"{workflow.code}.{move.code} opens {opened.workflow} by no opening move"
            for brought in move.brings:
                if not any(found.sources for found in self._named(brought)):
                    yield f"{workflow.code}.{move.code} brings no move of {brought.workflow}"

    def _named(self, consequence: Consequence) -> Iterator[Move]:
        for workflow in self:
            if workflow.code == consequence.workflow:
                yield from (move for move in workflow.moves if move.code == consequence.move)


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
        *_state_faults(workflow),
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
    if move.code == AS_FOUND:
        yield "is the step of old registers, which nobody makes"
    if not move.sources and move.target is None:
        yield "opens the proceeding in no state"
    if set(move.asks) & set(move.may_ask):
        yield "asks for the same answer twice"


def _fact_faults(workflow: Workflow) -> Iterator[str]:
    stated = {fact for move in workflow.moves for fact in (*move.facts, *move.may_state)}
    stated |= {fact.code for fact in workflow.facts}
    for clock in workflow.clocks:
        for code in sorted({clock.starts_on, *clock.ends_on} - stated):
            yield f"{workflow.code}: the clock {clock.rule} names {code}, which nothing states"
    for move in workflow.moves:
        for code in sorted(move.not_before - stated):
            yield f"{workflow.code}.{move.code} may not precede {code}, which nothing states"


def _state_faults(workflow: Workflow) -> Iterator[str]:
    states = {state.code for state in workflow.states}
    for clock in workflow.clocks:
        for code in sorted(clock.starts_in - states):
            yield f"{workflow.code}: the clock {clock.rule} names the unknown state {code}"
    for fact in workflow.facts:
        for code in sorted(fact.when - states):
            yield f"{workflow.code}: the fact {fact.code} names the unknown state {code}"
        for code in sorted(set(fact.requires) - {item.code for item in workflow.requirements}):
            yield f"{workflow.code}: the fact {fact.code} names the unknown requirement {code}"
    opening = {move.code for move in workflow.moves if not move.sources and move.by}
    for code in sorted(set(workflow.by_hand) - opening):
        yield f"{workflow.code}: {code}, which is made by hand, opens nothing"

"""From a case as it was found to the changes that enter it, each from those before. Pure."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from netralitas.access.domain import Actor
from netralitas.audit.domain import Event, EventKind
from netralitas.cases import clocks
from netralitas.cases.as_found.domain import SHARED, FoundCase, FoundStep
from netralitas.cases.change import Change, ProceedingChange
from netralitas.cases.dossier import Dossier
from netralitas.cases.when import check_moment
from netralitas.law.book import RuleBook
from netralitas.workflow.as_found import AS_FOUND, AsFound, Found, as_found
from netralitas.workflow.domain import Workflow
from netralitas.workflows import current


@dataclass(frozen=True, slots=True)
class Entering:
    """What the changes of a case are made from; `ids` and `people` are drawn already."""

    actor: Actor
    dossier: Dossier
    book: RuleBook
    found: FoundCase
    chain: tuple[int, ...]
    ids: Sequence[int]
    people: Sequence[int]

    def changes(self) -> list[Change]:
        """Return one change for each step, in order; each follows from those before."""
        states: dict[int, str] = {}
        running: dict[int, set[str]] = defaultdict(set)
        made = []
        for step in self.found.steps:
            declared = current(self.found.proceedings[step.proceeding].workflow)
            check_moment(
                step.happened, self.dossier.head.now, self.dossier.act_on, facts=step.facts
            )
            said = Found(state=step.state, facts=step.facts, dated=step.happened.starts_clocks)
            kind = self.found.proceedings[step.proceeding].addressee_kind
            decided = as_found(declared, states.get(step.proceeding), said, kind)
            states[step.proceeding] = decided.to_state
            made.append(self._change(step, declared, decided, running[step.proceeding]))
        return made

    def _change(
        self, step: FoundStep, declared: Workflow, decided: AsFound, running: set[str]
    ) -> Change:
        """Return the change of a step; `running` are the rules whose clocks run, before and after.

        Nothing else can run: the case did not exist before this transaction.
        """
        proceeding = self.found.proceedings[step.proceeding]
        readers = _readers(self.found, step.proceeding, self.chain)
        moves = decided.from_state != decided.to_state
        regime = self.dossier.regime
        begun = (
            clocks.start(each, regime, step.happened, self.book, fixed=step.fixed)
            for each in decided.starts
        )
        starts = tuple(clock for clock in begun if clock is not None)
        ends = tuple(rule for rule in _coded(decided.ends, regime) if rule in running)
        over = tuple(rule for rule in _coded(decided.over, regime) if rule in running)
        running.difference_update(ends, over)
        running.update(clock.rule for clock in starts)
        return Change(
            event=self._event(step, declared, decided, readers),
            proceeding=ProceedingChange(
                id=self.ids[step.proceeding],
                case_file=self.dossier.id,
                workflow=declared.code,
                workflow_version=declared.version,
                state=decided.to_state,
                holder=declared.state(decided.to_state).holder,
                readers=readers,
                opens=decided.from_state is None,
                respondent=self._respondent(proceeding.respondent),
                addressee=proceeding.addressee,
            )
            if moves
            else None,
            starts=starts,
            ends=ends,
            over=over,
        )

    def _event(
        self, step: FoundStep, declared: Workflow, decided: AsFound, readers: tuple[int, ...]
    ) -> Event:
        """Return the event: marked, said by this office, its note kept by it and those above."""
        moves = decided.from_state != decided.to_state
        details = {"imported": True, "exceptional": True, **step.details}
        if moves:
            details["found"] = decided.to_state
        if declared.code == "handling" and decided.from_state is None:
            details["respondents"] = list(self.people)
        letters = [_named(self.found, place) for place in step.letters]
        if letters:
            details["letters"] = letters
        return Event(
            stream=self.dossier.id,
            kind=EventKind.MOVE if moves else EventKind.FACT,
            name=f"{declared.code}.{AS_FOUND}",
            actor=self.actor.officer,
            organisation=self.actor.organisation,
            readers=readers,
            happened=step.happened,
            workflow=declared.code,
            workflow_version=declared.version,
            proceeding=self.ids[step.proceeding],
            from_state=decided.from_state,
            to_state=decided.to_state,
            facts=decided.facts,
            details=details,
            note=step.note,
            note_readers=self.chain if step.note else None,
        )

    def _respondent(self, place: int | None) -> int | None:
        return None if place is None else self.people[place]


def _coded(rules: Sequence[str], regime: str) -> Iterator[str]:
    return (clocks.rule_code(rule, regime) for rule in rules)


def _named(found: FoundCase, place: int) -> dict[str, object]:
    """Return how an event refers to a letter; `place` finds it among those of the case."""
    letter = found.letters[place]
    return {
        "direction": letter.direction,
        "printed": letter.printed,
        "dated": letter.dated_on.isoformat() if letter.dated_on else None,
        "place": place,
    }


def _readers(found: FoundCase, place: int, chain: tuple[int, ...]) -> tuple[int, ...]:
    """Return who reads a proceeding: the owner, those above, the offices it was handed over to."""
    proceeding = found.proceedings[place]
    if proceeding.workflow not in SHARED:
        return chain
    handed = [
        each.addressee
        for each in found.proceedings[: place + 1]
        if each.workflow in SHARED and each.respondent == proceeding.respondent and each.addressee
    ]
    return tuple(dict.fromkeys((*chain, *handed)))

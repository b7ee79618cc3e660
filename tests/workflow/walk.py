"""A proceeding on its way: each step is decided by the engine and kept."""

from dataclasses import dataclass, field

import pytest

from netralitas.access.domain import Post
from netralitas.workflow.decision import Decision, Statement
from netralitas.workflow.domain import Ask, Intent, Standing, Workflow
from netralitas.workflow.engine import decide, decide_fact, follow, leads_on
from netralitas.workflow.refusals import MoveRefused


@dataclass
class Walk:
    """A proceeding of `workflow` with everything present that moves require, unless said."""

    workflow: Workflow
    state: str | None = None
    addressee: str | None = "authority"
    absent: frozenset[str] = frozenset()
    history: list[tuple[str, str | None, str]] = field(default_factory=list)
    running: set[str] = field(default_factory=set)

    def step(
        self,
        post: Post,
        move: str,
        *given: Ask,
        reason: str | None = None,
        states: frozenset[str] = frozenset(),
    ) -> Decision:
        everything = frozenset(item.code for item in self.workflow.requirements)
        standing = Standing(
            state=self.state,
            posts=frozenset({post}),
            present=everything - self.absent,
            addressee=self.addressee,
        )
        intent = Intent(move=move, given=frozenset(given), states=states, reason=reason)
        return self._keep(decide(self.workflow, standing, intent))

    def be_brought(self, move: str) -> Decision:
        """Follow along with a move of another proceeding."""
        declared = self.workflow.move(move)
        assert leads_on(declared, self.state)
        standing = Standing(state=self.state, posts=frozenset(), addressee=self.addressee)
        return self._keep(follow(self.workflow, standing, declared, Intent(move=move)))

    def tell(self, post: Post, fact: str, *given: Ask, reason: str | None = None) -> Statement:
        """Record a fact, which changes no state."""
        everything = frozenset(item.code for item in self.workflow.requirements)
        standing = Standing(
            state=self.state,
            posts=frozenset({post}),
            present=everything - self.absent,
            addressee=self.addressee,
        )
        statement = decide_fact(self.workflow, standing, fact, frozenset(given), reason)
        self._wind(statement)
        return statement

    def _keep(self, decision: Decision) -> Decision:
        self.history.append((decision.move.code, decision.from_state, decision.to_state))
        self.state = decision.to_state
        self._wind(decision)
        return decision

    def _wind(self, what: Decision | Statement) -> None:
        self.running -= {clock.rule for clock in what.ends}
        self.running |= {clock.rule for clock in what.starts}

    def refused(
        self, post: Post, move: str, *given: Ask, reason: str | None = None
    ) -> tuple[str, ...]:
        return self.refusal(post, move, *given, reason=reason).rules

    def refusal(self, post: Post, move: str, *given: Ask, reason: str | None = None) -> MoveRefused:
        with pytest.raises(MoveRefused) as caught:
            self.step(post, move, *given, reason=reason)
        return caught.value

"""A proceeding on its way: each step is decided by the engine and kept."""

from dataclasses import dataclass, field

import pytest

from netralitas.access.domain import Post
from netralitas.workflow.domain import Ask, Decision, Intent, Standing, Workflow
from netralitas.workflow.engine import decide
from netralitas.workflow.refusals import MoveRefused


@dataclass
class Walk:
    """A proceeding of `workflow` with everything present that moves require, unless said."""

    workflow: Workflow
    state: str | None = None
    absent: frozenset[str] = frozenset()
    history: list[tuple[str, str | None, str]] = field(default_factory=list)
    running: set[str] = field(default_factory=set)

    def step(self, post: Post, move: str, *given: Ask, reason: str | None = None) -> Decision:
        everything = frozenset(item.code for item in self.workflow.requirements)
        standing = Standing(
            state=self.state, posts=frozenset({post}), present=everything - self.absent
        )
        intent = Intent(move=move, given=frozenset(given), reason=reason)
        decision = decide(self.workflow, standing, intent)
        self.history.append((move, decision.from_state, decision.to_state))
        self.state = decision.to_state
        self.running -= {clock.rule for clock in decision.ends}
        self.running |= {clock.rule for clock in decision.starts}
        return decision

    def refused(
        self, post: Post, move: str, *given: Ask, reason: str | None = None
    ) -> tuple[str, ...]:
        return self.refusal(post, move, *given, reason=reason).rules

    def refusal(self, post: Post, move: str, *given: Ask, reason: str | None = None) -> MoveRefused:
        with pytest.raises(MoveRefused) as caught:
            self.step(post, move, *given, reason=reason)
        return caught.value

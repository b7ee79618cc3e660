"""The refusal of a move: every rule that stands against it, as values and in one sentence."""

from collections.abc import Sequence

from netralitas.refusals import RuleBroken
from netralitas.workflow.domain import Obstacle


class MoveRefused(RuleBroken):
    """The workflow does not allow the move; `obstacles` names every rule that says no.

    `reason` joins their sentences, `rule` is the article behind the first of them, or its code
    where no article stands behind it.
    """

    def __init__(self, obstacles: Sequence[Obstacle]) -> None:
        first = obstacles[0]
        super().__init__(
            " ".join(obstacle.sentence for obstacle in obstacles),
            rule=first.basis.code if first.basis else first.rule,
        )
        self.obstacles = tuple(obstacles)

    @property
    def rules(self) -> tuple[str, ...]:
        """Return the codes of the rules that say no, in the order in which they were asked."""
        return tuple(obstacle.rule for obstacle in self.obstacles)

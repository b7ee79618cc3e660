"""What the engine answers: what follows from a move or a fact, and what may be done. Values."""

from dataclasses import dataclass

from netralitas.workflow.domain import ClockDeclaration, FactDeclaration, Move, Obstacle


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What follows from an allowed move."""

    move: Move
    from_state: str | None
    to_state: str
    facts: tuple[str, ...]
    starts: tuple[ClockDeclaration, ...]
    ends: tuple[ClockDeclaration, ...]
    overrides: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What follows from a recorded fact: the clocks it starts and ends; the state stays."""

    fact: FactDeclaration
    starts: tuple[ClockDeclaration, ...]
    ends: tuple[ClockDeclaration, ...]
    overrides: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A move that leads on from the present state; without obstacles it can be made."""

    move: Move
    obstacles: tuple[Obstacle, ...] = ()

    @property
    def possible(self) -> bool:
        """Say whether nothing stands in the way."""
        return not self.obstacles

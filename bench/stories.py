"""How generated cases go: lists of moves, and what the declarations say follows from each.

Nothing is decided here: requirements (papers, letters) are taken as met. States, facts, articles
and clocks are those of the declarations, so that a replay of the events agrees with them.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Final

from netralitas.audit.domain import Moment
from netralitas.cases.clocks import NewClock, rule_code, start
from netralitas.cases.domain import Source
from netralitas.law import book
from netralitas.workflow.domain import Ask, Holder
from netralitas.workflow.engine import basis_in, clocks
from netralitas.workflows import current


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A way that cases go: moves in order, those on referrals by `referral.`, days between them."""

    share: int
    source: Source
    moves: tuple[str, ...]
    days_between: int = 2

    @property
    def days(self) -> int:
        """Return how long the story takes."""
        return (len(self.moves) - 1) * self.days_between


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What a move does to a proceeding of one regime on one day."""

    name: str
    workflow: str
    workflow_version: int
    from_state: str | None
    to_state: str
    holder: Holder
    final: bool
    facts: tuple[str, ...]
    basis: tuple[str, ...]
    starts: tuple[NewClock, ...]
    ends: frozenset[str]
    exceptional: bool
    reason: bool
    registers: bool


_INTO_STUDY: Final = (
    *("receive_report", "start_preliminary_study", "finish_preliminary_study", "register"),
    *("start_clarification", "finish_clarification"),
)
_FORWARDED: Final = (
    *_INTO_STUDY,
    *("submit_to_plenary", "decide_other_law", "forward", "referral.send"),
)
_ENDED: Final = (
    Story(
        share=45,
        source=Source.REPORT,
        moves=(*_INTO_STUDY[:3], "refuse_registration", "notify_status"),
    ),
    Story(share=15, source=Source.REPORT, moves=("receive_report", "withdraw")),
    Story(
        share=20,
        source=Source.INFORMATION,
        moves=("receive_information", "start_tracing", "stop_tracing"),
    ),
    Story(
        share=10,
        source=Source.REPORT,
        moves=(
            *_INTO_STUDY,
            *("submit_to_plenary", "decide_not_violation", "announce_status", "close"),
        ),
    ),
    Story(
        share=10,
        source=Source.REPORT,
        moves=(
            *_FORWARDED,
            *("referral.receive", "referral.recommend", "announce_status", "close"),
        ),
    ),
)
WAITING: Final = Story(
    share=15, source=Source.INFORMATION, moves=("receive_information", "start_tracing")
)
"""A case whose next move asks for no paper: it ends one clock and starts another."""

_OPEN: Final = (
    Story(share=20, source=Source.REPORT, moves=_INTO_STUDY[:1]),
    Story(share=20, source=Source.REPORT, moves=_INTO_STUDY[:2]),
    Story(share=15, source=Source.REPORT, moves=_INTO_STUDY[:4]),
    Story(share=15, source=Source.REPORT, moves=_INTO_STUDY[:5]),
    Story(share=15, source=Source.REPORT, moves=_FORWARDED),
    WAITING,
)
OPEN_PERCENT: Final = 10
_PAST_DAYS: Final = 8 * 365


def choose(chance: Random, today: date) -> tuple[Story, date]:
    """Return a story and the day on which it begins: nine of ten ended long ago."""
    is_open = chance.randrange(100) < OPEN_PERCENT
    told = _OPEN if is_open else _ENDED
    (story,) = chance.choices(told, [one.share for one in told])
    ago = chance.randrange(1, 20) if is_open else chance.randrange(40, _PAST_DAYS)
    return story, today - timedelta(days=story.days + ago)


@cache
def step(move: str, state: str | None, regime: str, on: date, zone: str) -> Step:
    """Return what the move does in a state; KeyError for a move that is not declared."""
    code, _, name = move.rpartition(".")
    declared = current(code or "handling")
    found = declared.move(name)
    reached = found.target or state or ""
    starts, ends = clocks(declared, found.facts, reached)
    happened = Moment.day(on, zone)
    begun = (start(one, regime, happened, book.load()) for one in starts)
    return Step(
        name=f"{declared.code}.{found.code}",
        workflow=declared.code,
        workflow_version=declared.version,
        from_state=state,
        to_state=reached,
        holder=declared.state(reached).holder,
        final=declared.state(reached).final,
        facts=found.facts,
        basis=tuple(article.code for article in basis_in(found.basis, regime)),
        starts=tuple(clock for clock in begun if clock is not None),
        ends=frozenset(rule_code(one.rule, regime) for one in ends),
        exceptional=found.exceptional,
        reason=found.exceptional or Ask.REASON in found.asks,
        registers=Ask.REGISTER_NUMBER in found.asks,
    )

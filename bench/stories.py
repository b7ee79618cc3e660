"""How generated cases go: lists of moves, and what the declarations say follows from each.

Nothing is decided here: requirements (papers, letters) are taken as met. States, facts, articles,
clocks and what a move opens are those of the declarations, so that a replay agrees with them.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from random import Random
from typing import Final

from netralitas.audit.domain import Moment
from netralitas.cases.clocks import NewClock, rule_code, start
from netralitas.cases.domain import Employment, Side, Source
from netralitas.discipline.sanctions import CATALOGUE
from netralitas.law import book
from netralitas.workflow.domain import Ask, Consequence, Holder
from netralitas.workflow.engine import basis_in, clocks
from netralitas.workflows import current


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A way that cases go: moves in order, of `handling` where they name no other, days between."""

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
    tells: bool
    says: Side | None
    opens: tuple[Consequence, ...]
    brings: tuple[Consequence, ...]


_INTO_STUDY: Final = (
    *("receive_report", "start_preliminary_study", "finish_preliminary_study", "register"),
    *("start_clarification", "finish_clarification"),
)
_FORWARDED: Final = (*_INTO_STUDY, "submit_to_plenary", "decide_other_law", "forward")
_RECOMMENDED: Final = (*_FORWARDED, "referral.receive", "referral.recommend")
_FOLLOWED_UP: Final = (
    *_RECOMMENDED,
    *("discipline.receive", "discipline.choose_discipline", "discipline.summon"),
    *("discipline.examine", "discipline.report_exam", "discipline.fix_decree"),
    *("discipline.deliver", "discipline.enter_into_force", "discipline.report_back"),
    *("announce_status", "close"),
)
_RELEASED: Final = (
    *("publication.draft", "publication.check", "publication.approve_first"),
    *("publication.approve_second", "publication.notify", "publication.publish"),
)
PUBLISHED: Final = Story(share=2, source=Source.REPORT, moves=(*_FOLLOWED_UP, *_RELEASED))
"""A case that was followed up to its end, and a release about it."""

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
    Story(share=8, source=Source.REPORT, moves=_FOLLOWED_UP),
    PUBLISHED,
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
    Story(share=7, source=Source.REPORT, moves=_FORWARDED),
    Story(share=4, source=Source.REPORT, moves=_RECOMMENDED),
    Story(share=4, source=Source.REPORT, moves=_FOLLOWED_UP[: len(_RECOMMENDED) + 3]),
    WAITING,
)
LEVELS: Final = tuple(
    (kind.level.value, kind.code)
    for kind in CATALOGUE
    if kind.in_force and Employment.PNS in kind.persons
)
"""What is recommended and imposed, drawn without looking: level, and the kind of that level."""

_ENDED_PART: Final = 0.9
_EARLIEST: Final = 8 * 365  # days ago
_LATEST: Final = 40
_STEPS_KEPT: Final = 20_000  # more than all steps of the days that one batch of cases concerns


def choose(chance: Random, today: date, place: float) -> tuple[Story, date]:
    """Return a story and the day on which it begins.

    `place` says how many of all cases were told before, from 0 to 1: nine of ten ended long ago and
    are told in the order of their days; the others are open and began within the last weeks.
    """
    ended = place < _ENDED_PART
    told: tuple[Story, ...] = _ENDED if ended else _OPEN
    (story,) = chance.choices(told, [one.share for one in told])
    if ended:
        ago = _LATEST + round((1 - place / _ENDED_PART) * (_EARLIEST - _LATEST))
    else:
        ago = chance.randrange(1, 20)
    return story, today - timedelta(days=story.days + ago)


_SAYS: Final = {Ask.RECOMMENDED: Side.RECOMMENDED, Ask.IMPOSED: Side.IMPOSED}


@lru_cache(maxsize=_STEPS_KEPT)
def step(move: str, state: str | None, regime: str, on: date, zone: str) -> Step:
    """Return what the move does in a state; KeyError for a move that is not declared."""
    code, _, name = move.rpartition(".")
    declared = current(code or "handling")
    found = declared.move(name)
    reached = found.target or state or ""
    given = {*found.asks, *found.may_ask}
    facts = (*found.facts, *found.may_state[:1])
    starts, ends = clocks(declared, facts, reached, "authority")
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
        facts=facts,
        basis=tuple(article.code for article in basis_in(found.basis, regime)),
        starts=tuple(clock for clock in begun if clock is not None),
        ends=frozenset(rule_code(one.rule, regime) for one in ends),
        exceptional=found.exceptional,
        reason=found.exceptional or Ask.REASON in found.asks,
        registers=Ask.REGISTER_NUMBER in found.asks,
        tells=found.tells,
        says=next((side for ask, side in _SAYS.items() if ask in given), None),
        opens=found.opens,
        brings=found.brings,
    )

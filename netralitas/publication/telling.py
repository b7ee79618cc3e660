"""What a code is told of a matter, made of what was read of it, in the language spoken. Pure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from netralitas.cases.domain import Source
from netralitas.language import LANGUAGES, SOURCE, speaking
from netralitas.publication import status_words as words
from netralitas.publication import step_words
from netralitas.publication.domain import Outcome, Stage, Step, Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """A fact of a matter and the state it led to; `on` where the day is known."""

    fact: str
    state: str | None
    source: Source
    on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """That an identity was opened; without a reason where that names somebody."""

    on: date | None
    reason: str | None
    witnesses_only: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What was read of a matter, without words.

    `handling` is its status while Bawaslu handles it. `merged`: it goes on in another case.
    """

    source: Source
    state: str
    handling: str
    outcomes: tuple[Outcome, ...]
    since: date
    happenings: tuple[Happening, ...]
    due: date | None
    openings: tuple[Opening, ...]
    merged: bool = False

    @property
    def stage(self) -> Stage:
        """Return the stage of the whole matter."""
        return whole_stage(self.outcomes)


def told_of(matter: Matter) -> Told:
    """Return what is told of a matter."""
    said = words.SAID.get(matter.stage) or words.said_in_handling(
        matter.state, matter.handling, matter.source
    )
    return Told(
        status=_status(matter),
        sentence=f"{words.MERGED} {said.sentence}" if matter.merged else str(said.sentence),
        since=matter.since,
        steps=_steps(matter.happenings),
        next=str(said.follows) if said.follows else None,
        next_by=matter.due if said.follows else None,
        openings=tuple(
            Step(
                on=one.on,
                sentence=step_words.opened(one.on, one.reason, witnesses_only=one.witnesses_only),
            )
            for one in matter.openings
        ),
    )


def told_of_refused(office: str, reason: str, sent: date, refused: date) -> Told:
    """Return what is told of a report that an office did not take in."""
    return Told(
        status=str(step_words.REFUSED),
        sentence=step_words.refused(office, reason),
        since=refused,
        steps=(
            Step(on=sent, sentence=str(step_words.SENT)),
            Step(on=refused, sentence=str(step_words.REFUSED_STEP)),
        ),
    )


def told_in_each_language(compose: Callable[[], Told]) -> dict[str, Any]:
    """Return what stands behind a code: what is told in Indonesian, and under `en` in English."""
    found: dict[str, Any] = {}
    for each in LANGUAGES:
        with speaking(each):
            told = msgspec.to_builtins(compose())
        found |= told if each == SOURCE else {each: told}
    return found


def told_in(language: str, content: Mapping[str, Any]) -> tuple[str, Told]:
    """Return in which language something is told behind a code, and what: in this one if it is.

    What was written before there were several languages is in Indonesian. Raises ValidationError
    for what the worker did not write.
    """
    if language != SOURCE and language in content:
        return language, msgspec.convert(content[language], Told)
    return SOURCE, msgspec.convert(content, Told)


def whole_stage(outcomes: Sequence[Outcome]) -> Stage:
    """Return the stage of a whole matter: what is still open of it, before what is over."""
    stages = {outcome.stage for outcome in outcomes}
    for stage in (Stage.FOLLOWED_UP, Stage.FORWARDED):
        if stage in stages:
            return stage
    if stages == {Stage.NOT_VIOLATION}:
        return Stage.NOT_VIOLATION
    return Stage.CONCLUDED if Stage.CONCLUDED in stages else Stage.IN_HANDLING


def _status(matter: Matter) -> str:
    """Return the status in the safe words; a closed statement of ethics says only that it ended."""
    stage = matter.stage
    if stage is Stage.IN_HANDLING:
        return str(matter.handling)
    ended = [outcome for outcome in matter.outcomes if outcome.stage is Stage.CONCLUDED]
    if stage is not Stage.CONCLUDED or any(outcome.closed for outcome in ended):
        return str(words.STAGES[stage])
    levels = {words.LEVELS[outcome.level] for outcome in ended if outcome.level is not None}
    said = "; ".join(str(level) for level in sorted(levels))
    return f"{words.STAGES[stage]}: {said}" if said else str(words.STAGES[stage])


def _steps(happenings: Sequence[Happening]) -> tuple[Step, ...]:
    """Return what happened, day by day, each thing once, the oldest first."""
    found = (
        Step(on=one.on, sentence=step_words.step(one.fact, one.state, one.source))
        for one in happenings
    )
    return tuple(dict.fromkeys(found))

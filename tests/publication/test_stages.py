"""How far a matter has come, as the public is told: never before it was forwarded."""

from datetime import date

import pytest

from netralitas.cases.domain import SanctionLevel
from netralitas.publication.domain import Level, Stage
from netralitas.publication.policy import Course, is_closed, level_of, stage_of

SENT = date(2024, 11, 12)
HANDED = date(2024, 12, 2)
ENDED = date(2025, 2, 17)

STAGES = [
    (Course(handling="study"), Stage.IN_HANDLING, None),
    (Course(handling="plenary"), Stage.IN_HANDLING, None),
    (Course(handling="not_violation", outcome="not_violation"), Stage.IN_HANDLING, None),
    (Course(handling="status_announced", outcome="not_violation"), Stage.NOT_VIOLATION, None),
    (Course(handling="closed", outcome="other_law_violation"), Stage.IN_HANDLING, None),
    (Course(handling="closed", outcome="passed_on"), Stage.FORWARDED, None),
    (Course(handling="forwarded", referral="forwarded"), Stage.FORWARDED, None),
    (Course(handling="forwarded", referral="returned"), Stage.FORWARDED, None),
    (Course(handling="forwarded", referral="cancelled"), Stage.IN_HANDLING, None),
    (Course(handling="closed", referral="not_proven"), Stage.CONCLUDED, Level.NOT_PROVEN),
    (Course(handling="closed", referral="rejected"), Stage.CONCLUDED, Level.NO_DECISION),
    (Course(handling="closed", referral="recommended"), Stage.FOLLOWED_UP, None),
    (Course(handling="closed", referral="taken_up", discipline="arrived"), Stage.FOLLOWED_UP, None),
    (
        Course(handling="closed", discipline="objection", imposed=SanctionLevel.HEAVY),
        Stage.FOLLOWED_UP,
        None,
    ),
    (
        Course(handling="closed", discipline="in_force", imposed=SanctionLevel.MEDIUM),
        Stage.CONCLUDED,
        Level.MEDIUM,
    ),
    (
        Course(
            handling="closed",
            discipline="reported",
            imposed=SanctionLevel.HEAVY,
            facts=frozenset({"annulled"}),
        ),
        Stage.CONCLUDED,
        Level.ANNULLED,
    ),
    (
        Course(handling="closed", discipline="reported", facts=frozenset({"not_proven"})),
        Stage.CONCLUDED,
        Level.NOT_PROVEN,
    ),
    (Course(handling="closed", discipline="reported"), Stage.CONCLUDED, Level.NO_DECISION),
    (Course(handling="closed", discipline="respondent_gone"), Stage.CONCLUDED, Level.NO_DECISION),
]


@pytest.mark.parametrize(("course", "stage", "level"), STAGES)
def test_the_stage_and_what_became_of_it(course: Course, stage: Stage, level: Level | None) -> None:
    assert stage_of(course) is stage
    assert level_of(course) is level


@pytest.mark.parametrize("imposed", sorted({*SanctionLevel} - {SanctionLevel.EXAMINE}))
def test_every_level_that_can_be_imposed_has_a_published_one(imposed: SanctionLevel) -> None:
    course = Course(handling="closed", discipline="reported", imposed=imposed)
    assert isinstance(level_of(course), Level)
    assert is_closed(course) is (imposed is SanctionLevel.MORAL_CLOSED)


def test_a_closed_statement_that_was_annulled_is_no_closed_statement() -> None:
    course = Course(
        handling="closed",
        discipline="reported",
        imposed=SanctionLevel.MORAL_CLOSED,
        facts=frozenset({"annulled"}),
    )
    assert not is_closed(course)


def test_days_are_counted_from_forwarding_to_the_end_alone() -> None:
    ended = Course(handling="closed", discipline="reported", forwarded_on=SENT, concluded_on=ENDED)
    assert (ended.days, ended.since) == (97, None)
    unknown = Course(handling="closed", discipline="reported", concluded_on=ENDED)
    assert (unknown.days, unknown.since) == (None, None)


def test_an_answer_is_waited_for_since_it_was_handed_over() -> None:
    waiting = Course(handling="closed", discipline="received", forwarded_on=SENT, handed_on=HANDED)
    assert (waiting.days, waiting.since) == (None, HANDED)
    sent = Course(handling="forwarded", referral="forwarded", forwarded_on=SENT)
    assert (sent.days, sent.since) == (None, SENT)

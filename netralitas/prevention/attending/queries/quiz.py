"""What a test shows, and its questions."""

from collections.abc import Iterable
from typing import Final

import msgspec

from netralitas.database.connection import Connection, Row
from netralitas.prevention.attending.domain import Phase, Question, Sitting, TestResult

_QUESTIONS: Final = "SELECT questions FROM quiz WHERE activity = $1"
_RESULTS: Final = """
SELECT phase, people, points, questions, correct FROM quiz_result WHERE activity = $1 ORDER BY id
"""


async def questions_of(c: Connection, activity: int) -> tuple[Question, ...]:
    """Return the questions of an activity's test; none where it has no test."""
    return questions_in(await c.fetchval(_QUESTIONS, activity))


def questions_in(kept: object) -> tuple[Question, ...]:
    """Return the questions as their column keeps them; none for NULL."""
    return msgspec.convert(kept, tuple[Question, ...]) if kept else ()


async def test_result(c: Connection, activity: int) -> TestResult | None:
    """Return what the test of an activity shows; None while nobody took it.

    Say it of two groups of answers: who answered before need not be who answered after. One
    statement.
    """
    rows = await c.fetch(_RESULTS, activity)
    if not rows:
        return None
    return TestResult(
        questions=rows[0]["questions"],
        before=sitting(row for row in rows if row["phase"] == Phase.BEFORE),
        after=sitting(row for row in rows if row["phase"] == Phase.AFTER),
    )


def sitting(rows: Iterable[Row]) -> Sitting | None:
    """Return a group's answers added up, None of none; the mean is rounded half up."""
    found = list(rows)
    people = sum(row["people"] for row in found)
    if not people:
        return None
    reachable = sum(row["people"] * row["questions"] for row in found)
    points = sum(row["points"] for row in found)
    counted = [row for row in found if row["correct"] is not None]
    return Sitting(
        people=people,
        mean=(200 * points + reachable) // (2 * reachable),
        by_phone=sum(row["people"] for row in counted),
        right=tuple(sum(each) for each in zip(*(row["correct"] for row in counted), strict=True)),
    )

"""The rows of lists of presence, of pages for phones and of tests; on the caller's transaction."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from netralitas.database.connection import Connection
from netralitas.prevention.attending.domain import NewAttendee, Papers, Phase, Question, Way
from netralitas.prevention.attending.policy import Known, name_key
from netralitas.prevention.domain import Activity, Unit
from netralitas.refusals import NotVisible

LARGEST_ID: Final = 2**63 - 1

_PEOPLE: Final = "SELECT nip_digest, name, unit FROM attendee WHERE activity = $1 ORDER BY id"
_PRESENT: Final = "SELECT unit, present FROM attendance WHERE activity = $1 ORDER BY unit"
_ADD: Final = """
INSERT INTO attendee (activity, unit, name, origin, position, nip_digest, nip_last, way, noted_at,
                      readers)
SELECT $1, said.unit, said.name, said.origin, said.position, said.nip_digest, said.nip_last, $2, $3,
       $4
FROM unnest($5::integer[], $6::text[], $7::text[], $8::text[], $9::bytea[], $10::text[])
     AS said (unit, name, origin, position, nip_digest, nip_last)
"""
_RAISE: Final = """
INSERT INTO attendance (activity, unit, present)
SELECT $1, * FROM unnest($2::integer[], $3::integer[])
ON CONFLICT (activity, unit) DO UPDATE SET present = excluded.present
"""
_REMOVE: Final = "DELETE FROM attendee WHERE id = $2 AND activity = $1 RETURNING unit"
_NOBODY: Final = "DELETE FROM attendance WHERE activity = $1 AND unit = $2"
_DOOR: Final = """
INSERT INTO attendance_door (activity, token, opens_at, closes_at, readers)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (activity) DO UPDATE
SET opens_at = excluded.opens_at, closes_at = excluded.closes_at
"""
_CLOSE: Final = """
UPDATE attendance_door SET closes_at = $2 WHERE activity = $1 AND opens_at < $2 AND closes_at > $2
"""
_NOT_YET: Final = """
UPDATE attendance_door SET opens_at = $2::timestamptz - interval '1 second', closes_at = $2
WHERE activity = $1 AND opens_at >= $2
"""
_QUIZ: Final = """
INSERT INTO quiz (activity, questions, readers) VALUES ($1, $2, $3)
ON CONFLICT (activity) DO UPDATE SET questions = excluded.questions
"""
_ANSWERED: Final = "SELECT EXISTS (SELECT FROM quiz_result WHERE activity = $1)"
_PAPERS: Final = """
INSERT INTO quiz_result (activity, phase, people, points, questions, noted_at, readers)
VALUES ($1, $2, $3, $4, $5, $6, $7)
"""
_NO_PAPERS: Final = """
DELETE FROM quiz_result WHERE activity = $1 AND phase = $2 AND correct IS NULL
"""
_BY_PHONE: Final = """
SELECT id, people, points, correct FROM quiz_result
WHERE activity = $1 AND phase = $2 AND correct IS NOT NULL FOR UPDATE
"""
_FIRST_BY_PHONE: Final = """
INSERT INTO quiz_result (activity, phase, people, points, questions, correct, noted_at, readers)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
"""
_MORE_BY_PHONE: Final = """
UPDATE quiz_result SET people = $2, points = $3, correct = $4, noted_at = $5 WHERE id = $1
"""


async def known(c: Connection, activity: int, units: Iterable[Unit]) -> Known:
    """Return what stands on the list of an activity, and how many of each unit are counted."""
    return Known(
        units={unit.id: unit for unit in units},
        people=[
            (row["nip_digest"], name_key(row["name"]), row["unit"])
            for row in await c.fetch(_PEOPLE, activity)
        ],
        present=await present(c, activity),
    )


async def present(c: Connection, activity: int) -> dict[int, int]:
    """Return how many of each unit are counted as present."""
    return {row["unit"]: row["present"] for row in await c.fetch(_PRESENT, activity)}


async def add_people(
    c: Connection, activity: Activity, way: Way, people: Sequence[NewAttendee], at: datetime
) -> None:
    """Put people on the list of an activity, in one round trip."""
    nips = [one.nip for one in people]
    await c.execute(
        _ADD,
        *(activity.id, way, at, list(activity.readers)),
        *([one.unit for one in people], [one.name for one in people]),
        *([one.origin for one in people], [one.position for one in people]),
        [nip.digest if nip else None for nip in nips],
        [nip.last if nip else None for nip in nips],
    )


async def count(c: Connection, activity: int, counts: Mapping[int, int]) -> None:
    """Hold that so many of these units are counted as present."""
    await c.execute(_RAISE, activity, list(counts), list(counts.values()))


async def count_nobody(c: Connection, activity: int, unit: int) -> None:
    """Hold that nobody of a unit is counted as present."""
    await c.execute(_NOBODY, activity, unit)


async def remove(c: Connection, activity: int, person: int) -> int | None:
    """Take somebody off the list and return their unit, None for a guest; NotVisible for none."""
    row = await c.fetchrow(_REMOVE, activity, person) if 0 < person <= LARGEST_ID else None
    if row is None:
        raise NotVisible
    unit: int | None = row["unit"]
    return unit


async def set_door(
    c: Connection, activity: Activity, token: str, opens_at: datetime, closes_at: datetime
) -> None:
    """Hold that the page for phones is open between two moments; it keeps the token it has."""
    await c.execute(_DOOR, activity.id, token, opens_at, closes_at, list(activity.readers))


async def close_door(c: Connection, activity: int, now: datetime) -> bool:
    """Return whether the page for phones was still to be open, and is not any more."""
    for statement in (_CLOSE, _NOT_YET):
        if (await c.execute(statement, activity, now)).endswith(" 1"):
            return True
    return False


async def set_questions(c: Connection, activity: Activity, questions: Sequence[Question]) -> None:
    """Hold that these are the questions of the activity's test."""
    written: list[dict[str, Any]] = [
        {"text": one.text, "choices": list(one.choices), "right": one.right} for one in questions
    ]
    await c.execute(_QUIZ, activity.id, written, list(activity.readers))


async def is_answered(c: Connection, activity: int) -> bool:
    """Say whether anything came of the activity's test yet."""
    return bool(await c.fetchval(_ANSWERED, activity))


async def replace_papers(
    c: Connection, activity: Activity, phase: Phase, said: Papers, at: datetime
) -> None:
    """Hold that the papers of a phase, added up, say this and nothing else."""
    await remove_papers(c, activity.id, phase)
    counted = (said.people, said.points, said.questions)
    await c.execute(_PAPERS, activity.id, phase, *counted, at, list(activity.readers))


async def remove_papers(c: Connection, activity: int, phase: Phase) -> bool:
    """Return whether there were papers of a phase, which are gone now."""
    return not (await c.execute(_NO_PAPERS, activity, phase)).endswith(" 0")


async def add_answers(
    c: Connection, activity: Activity, phase: Phase, answers: Sequence[Sequence[int]], at: datetime
) -> None:
    """Add answers by phone to the one line of their phase, in which nobody is apart.

    Each of `answers` has 1 for every question answered rightly, else 0.
    """
    row = await c.fetchrow(_BY_PHONE, activity.id, phase)
    before = [row["correct"]] if row else []
    correct = [sum(each) for each in zip(*(*before, *answers), strict=True)]
    points = sum(correct)
    if row:
        people = row["people"] + len(answers)
        await c.execute(_MORE_BY_PHONE, row["id"], people, points, correct, at)
        return
    await c.execute(
        _FIRST_BY_PHONE,
        *(activity.id, phase, len(answers), points, len(correct), correct, at),
        list(activity.readers),
    )

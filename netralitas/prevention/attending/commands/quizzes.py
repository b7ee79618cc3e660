"""A test: its questions, fixed once somebody answered; results on paper, added up."""

from collections.abc import Sequence
from typing import Final
from zoneinfo import ZoneInfo

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.database.transactions import writing
from netralitas.jobs.queue import enqueue
from netralitas.prevention.attending import policy, store
from netralitas.prevention.attending.commands.doors import SHOW
from netralitas.prevention.attending.commands.telling import opened, tell
from netralitas.prevention.attending.domain import Papers, Phase, Question
from netralitas.prevention.attending.queries.quiz import questions_of
from netralitas.refusals import Invalid, NotVisible, RuleBroken

_FIXED: Final = "Soal tidak dapat diubah lagi karena sudah ada yang menjawabnya."
_NO_TEST: Final = "Kegiatan ini belum mempunyai soal tes. Tulis soalnya lebih dahulu."


async def write_questions(actor: Actor, activity: int, questions: Sequence[Question]) -> None:
    """Hold that these are the questions of the activity's test.

    Raises NotVisible, NotAllowed, RuleBroken (cancelled, answered already), Invalid.
    """
    may(actor, Permission.RECORD_ACTIVITY)
    problems = policy.question_problems(questions)
    if problems:
        raise Invalid({"": problems})
    async with writing(actor) as c:
        found, head = await opened(c, actor, activity)
        if await store.is_answered(c, found.id):
            raise RuleBroken(_FIXED, rule="test.answered")
        await store.set_questions(c, found, questions)
        details = {"questions": len(questions)}
        await tell(c, actor, found, head, "activity.test_written", details)
        await enqueue(c, SHOW, {"activity": found.id})


async def note_papers(actor: Actor, activity: int, phase: Phase, people: int, points: int) -> None:
    """Hold that the papers of a phase, added up, are of so many people with so many right answers.

    Raises NotVisible, NotAllowed, RuleBroken (cancelled, its day has not come, no questions),
    Invalid by field.
    """
    may(actor, Permission.RECORD_ACTIVITY)
    async with writing(actor) as c:
        found, head = await opened(c, actor, activity)
        policy.hold_day_come(found, clock.today(ZoneInfo(actor.zone)))
        questions = len(await questions_of(c, found.id))
        if not questions:
            raise RuleBroken(_NO_TEST, rule="test.none")
        problems = policy.papers_problems(people, points, questions)
        if problems:
            raise Invalid(problems)
        papers = Papers(people=people, points=points, questions=questions)
        await store.replace_papers(c, found, phase, papers, head.now)
        details = {"phase": phase.value, "people": people, "points": points}
        await tell(c, actor, found, head, "activity.test_papers", details)


async def remove_papers(actor: Actor, activity: int, phase: Phase) -> None:
    """Hold that there is no result of papers of a phase; NotVisible where there was none."""
    may(actor, Permission.RECORD_ACTIVITY)
    async with writing(actor) as c:
        found, head = await opened(c, actor, activity)
        if not await store.remove_papers(c, found.id, phase):
            raise NotVisible
        details = {"phase": phase.value}
        await tell(c, actor, found, head, "activity.test_papers_removed", details)

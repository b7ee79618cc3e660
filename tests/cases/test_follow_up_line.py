"""The line after a recommendation: what one move brings along, who reads it, and in which order."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.audit.domain import Moment
from netralitas.cases.answers import Answers, DeadlineKind, LetterDeadline
from netralitas.cases.commands import open_by_hand
from netralitas.cases.moving import MoveRequest
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.documents.domain import DocumentKind
from netralitas.law import book
from netralitas.refusals import NotVisible, RuleBroken
from netralitas.workflow.domain import Ask
from netralitas.workflow.refusals import MoveRefused
from netralitas.workflows import current
from tests.make import (
    ZONE,
    Town,
    days_ago,
    forwarded_case,
    letter,
    move,
    paper,
    person,
    proceedings,
)


async def recommended_case(town: Town, *people: Any) -> int:  # noqa: ANN401 - respondents
    """A case whose respondents BKN recommended to punish, and BKPSDM is to follow up."""
    sent = Moment.day(days_ago(60), ZONE)
    case = (await forwarded_case(town, *people, sent=sent, received=70)).id
    answers = Answers(
        recommended="discipline_medium",
        letter_in=letter("Rekomendasi"),
        follow_up_office=town.offices["bkpsdm"],
    )
    happened = Moment.day(days_ago(50), ZONE)
    await move(
        town.maya, case, "recommend", workflow="referral", happened=happened, answers=answers
    )
    return case


async def follow(
    actor: Actor,
    case: int,
    code: str,
    days: int,
    note: str | None = None,
    **answers: Any,  # noqa: ANN401 - fields by name
) -> None:
    """Make a move of the follow-up so many days ago."""
    happened = Moment.day(days_ago(days), ZONE)
    await move(
        actor,
        case,
        code,
        workflow="discipline",
        happened=happened,
        note=note,
        answers=Answers(**answers),
    )


async def rows(statement: str, *values: object) -> list[Any]:
    async with reading(EVERYTHING) as c:
        return await c.fetch(statement, *values)


async def seen_by(actor: Actor, statement: str, *values: object) -> list[Any]:
    async with reading(actor) as c:
        return await c.fetch(statement, *values)


async def states(case: int) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in await proceedings(case):
        found.setdefault(row["workflow"], []).append(row["state"])
    return found


DEFAULT = LetterDeadline(kind=DeadlineKind.DEFAULT)


async def to_the_report(town: Town, case: int) -> None:
    await follow(town.dewa, case, "receive", 45, letter_deadline=DEFAULT)
    await follow(town.dewa, case, "choose_discipline", 44)
    summons = letter("Panggilan")
    await follow(town.dewa, case, "summon", 43, letter_out=summons, exam_on=days_ago(34))
    await follow(town.dewa, case, "examine", 34, papers=(paper(DocumentKind.EXAM_MINUTES),))
    await follow(town.dewa, case, "report_exam", 30, note="CATATAN RAHASIA PEMERIKSAAN")


async def test_a_recommendation_opens_the_follow_up_and_its_pressure_line(town: Town) -> None:
    case = await recommended_case(town, person(1), person(2))
    assert await states(case) == {
        "handling": ["forwarded"],
        "referral": ["recommended"] * 2,
        "discipline": ["arrived"] * 2,
        "compliance": ["watching"] * 2,
    }
    said = await rows("SELECT side, level, kind FROM sanction WHERE case_file = $1", case)
    assert [tuple(row) for row in said] == [("recommended", "discipline_medium", None)] * 2
    addressed = await rows(
        "SELECT workflow, addressee FROM proceeding WHERE case_file = $1 AND workflow <> 'handling'"
        " GROUP BY 1, 2",
        case,
    )
    assert dict(map(tuple, addressed)) == {
        "referral": town.offices["bkn"],
        "discipline": town.offices["bkpsdm"],
        "compliance": town.offices["bkn"],
    }


async def test_the_office_sees_what_was_handed_to_it_and_nothing_before(town: Town) -> None:
    case = await recommended_case(town)
    seen = await seen_by(town.dewa, "SELECT DISTINCT workflow FROM event WHERE stream = $1", case)
    assert {row[0] for row in seen} == {"discipline", "compliance"}
    assert await seen_by(town.dewa, "SELECT 1 FROM respondent WHERE case_file = $1", case)
    assert await seen_by(town.dewa, "SELECT 1 FROM sanction WHERE case_file = $1", case)
    assert not await seen_by(town.lain, "SELECT 1 FROM event WHERE stream = $1", case)


@pytest.mark.parametrize(
    ("named", "rules"),
    [
        (DEFAULT, ["asn.ppk_followup"]),
        (
            LetterDeadline(kind=DeadlineKind.EXAM_FINAL),
            ["asn.ppk_exam_report", "asn.ppk_final_report"],
        ),
        (LetterDeadline(kind=DeadlineKind.FIXED, on=days_ago(10)), ["asn.ppk_fixed_date"]),
    ],
)
async def test_the_letter_says_which_deadlines_run(
    town: Town, named: LetterDeadline, rules: list[str]
) -> None:
    case = await recommended_case(town)
    await follow(town.dewa, case, "receive", 45, letter_deadline=named)
    clocks = await rows("SELECT rule, due_at FROM clock WHERE case_file = $1 ORDER BY rule", case)
    running = [row for row in clocks if row["rule"].startswith("asn.ppk")]
    assert [row["rule"] for row in running] == rules
    assert all(row["due_at"] is not None for row in running)
    if named.on is not None:
        assert running[0]["due_at"].astimezone(clock.now().tzinfo).date() >= named.on


async def test_working_papers_and_notes_stay_with_the_office(town: Town) -> None:
    case = await recommended_case(town)
    await to_the_report(town, case)
    kinds = "SELECT kind FROM document WHERE case_file = $1 AND kind = 'exam_minutes'"
    assert await seen_by(town.dewa, kinds, case)
    assert not await seen_by(town.rina, kinds, case)
    notes = "SELECT text FROM event_note WHERE case_file = $1 AND text LIKE 'CATATAN RAHASIA%'"
    assert await seen_by(town.dewa, notes, case)
    assert not await seen_by(town.rina, notes, case)
    reached = "SELECT 1 FROM event WHERE stream = $1 AND name = 'discipline.report_exam'"
    assert await seen_by(town.rina, reached, case)


async def test_a_decree_before_the_examination_is_refused_with_both_days(town: Town) -> None:
    case = await recommended_case(town)
    await follow(town.dewa, case, "receive", 45, letter_deadline=DEFAULT)
    await follow(town.dewa, case, "choose_discipline", 44)
    decree = {"decree_number": "SK-1", "imposed": "post_lowered"}
    with pytest.raises(MoveRefused):
        await follow(town.dewa, case, "fix_decree", 40, **decree)
    await follow(town.dewa, case, "summon", 43, letter_out=letter(), exam_on=days_ago(34))
    await follow(town.dewa, case, "examine", 34)
    await follow(town.dewa, case, "report_exam", 30)
    with pytest.raises(RuleBroken, match="tidak boleh bertanggal sebelum") as refused:
        await follow(town.dewa, case, "fix_decree", 35, **decree)
    assert refused.value.rule
    assert (await states(case))["discipline"] == ["exam_reported"]


async def test_reporting_back_ends_the_pressure_line_in_the_same_moment(town: Town) -> None:
    case = await recommended_case(town)
    await to_the_report(town, case)
    await follow(town.dewa, case, "fix_decree", 28, decree_number="SK-1", imposed="post_lowered")
    await follow(town.dewa, case, "deliver", 26)
    await follow(town.dewa, case, "enter_into_force", 2)
    await follow(town.dewa, case, "report_back", 1)
    reached = await states(case)
    assert (reached["discipline"], reached["compliance"]) == (["reported"], ["ended"])
    told = "SELECT side, level, kind FROM sanction WHERE case_file = $1 ORDER BY id"
    assert [row["side"] for row in await seen_by(town.rina, told, case)] == [
        *("recommended", "imposed")
    ]
    moments = await rows(
        "SELECT DISTINCT recorded_at FROM event WHERE stream = $1 AND name IN"
        " ('discipline.report_back', 'compliance.end')",
        case,
    )
    assert len(moments) == 1


async def test_a_thread_is_opened_by_hand_and_read_by_the_owner_alone(town: Town) -> None:
    case = await recommended_case(town)
    happened = Moment.time(clock.now() - timedelta(minutes=1), ZONE)
    request = MoveRequest(case=case, targets=(), move="open", happened=happened)
    asked = current("criminal").move("open").asks
    answers = Answers(
        letter_out=letter() if Ask.LETTER_OUT in asked else None,
        addressee=town.offices["bkn"] if Ask.ADDRESSEE in asked else None,
    )
    await open_by_hand(town.rina, replace(request, answers=answers), "criminal", book=book.load())
    read = "SELECT respondent FROM proceeding WHERE case_file = $1 AND workflow = 'criminal'"
    assert [row[0] for row in await seen_by(town.rina, read, case)] == [None]
    assert not await seen_by(town.dewa, read, case)


async def test_what_is_not_opened_by_hand_does_not_exist_there(town: Town) -> None:
    case = await recommended_case(town)
    happened = Moment.time(clock.now(), ZONE)
    for workflow, code in (("referral", "send"), ("discipline", "arrive"), ("nothing", "open")):
        request = MoveRequest(case=case, targets=(), move=code, happened=happened)
        with pytest.raises(NotVisible):
            await open_by_hand(town.rina, request, workflow, book=book.load())

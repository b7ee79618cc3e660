"""A plenary decides cases one by one: with a quorum, by others than drafted, without conflicts."""

import pytest

from netralitas.access.domain import Actor
from netralitas.cases.answers import Answers
from netralitas.cases.domain import ExclusionGround
from netralitas.cases.exclusions import exclude
from netralitas.database.context import EVERYTHING
from netralitas.database.transactions import reading
from netralitas.documents.domain import DocumentKind
from netralitas.evidence.storage import Storage
from netralitas.investigation.plenary.commands import (
    decide_in_plenary,
    lay_on_table,
    set_quorum,
    take_off_table,
)
from netralitas.investigation.plenary.domain import Cast, Decided, Outcome, Vote
from netralitas.investigation.study.commands import read_second, save_version, submit
from netralitas.investigation.study.domain import Finding, Verdict
from netralitas.refusals import NotAllowed, NotVisible, RuleBroken, Stale
from netralitas.workflow.refusals import MoveRefused
from tests.investigation.writing import (
    BOOK,
    all_for,
    decided,
    respondents,
    ruling,
    sitting,
    submitted,
    to_study,
    whole,
)
from tests.make import Town, make_case, move, paper, person, proceedings

THREE = ("sari", "tono", "ratih")


async def _state(case: int) -> str:
    return str((await proceedings(case))[0]["state"])


async def _rows(actor: Actor, table: str, case: int) -> list[dict[str, object]]:
    async with reading(actor) as c:
        rows = await c.fetch(f"SELECT * FROM {table} WHERE case_file = $1 ORDER BY id", case)
    return [dict(row) for row in rows]


async def test_a_decision_is_minutes_a_move_findings_and_votes_at_once(
    town: Town, storage: Storage
) -> None:
    case = (await make_case(town, person(1), person(2))).id
    await submitted(town, case, storage)
    first, second = await respondents(case)
    await decided(
        town,
        case,
        storage,
        decided=(
            Decided(respondent=first, findings=(Finding.OTHER_LAW, Finding.CRIMINAL)),
            Decided(respondent=second, findings=(Finding.NOT_VIOLATION,)),
        ),
    )
    assert await _state(case) == "other_law_violation"
    findings = await _rows(town.sari, "respondent_decision", case)
    assert [(row["respondent"], row["finding"]) for row in findings] == [
        (first, "other_law"),
        (first, "criminal"),
        (second, "not_violation"),
    ]
    assert len(await _rows(town.sari, "plenary_vote", case)) == 3
    async with reading(EVERYTHING) as c:
        names = await c.fetch("SELECT name FROM event WHERE stream = $1 ORDER BY id", case)
    told = [row["name"] for row in names]
    assert told.count("handling.decide_other_law") == 1
    assert told.count("handling.parallel_violation") == 1
    kinds = [row["kind"] for row in await _rows(town.sari, "document", case)]
    assert kinds.count("minutes") == 1


async def test_without_a_quorum_nothing_is_decided(town: Town, storage: Storage) -> None:
    case = (await make_case(town)).id
    await submitted(town, case, storage)
    meeting = await sitting(town, "sari", case=case)
    asked = await ruling(town, meeting, case, "sari")
    with pytest.raises(RuleBroken) as refused:
        await decide_in_plenary(town.sari, asked, book=BOOK, storage=storage)
    assert refused.value.rule == "plenary.quorum"
    assert await _state(case) == "plenary"
    assert await _rows(town.sari, "official_paper", case) != []
    assert await _rows(town.sari, "respondent_decision", case) == []


async def test_the_office_sets_its_own_quorum(town: Town, storage: Storage) -> None:
    case = (await make_case(town)).id
    await submitted(town, case, storage)
    with pytest.raises(NotAllowed):
        await set_quorum(town.rina, 1)
    await set_quorum(town.sari, 3)
    meeting = await sitting(town, "sari", "tono", case=case)
    asked = await ruling(town, meeting, case, "sari", "tono")
    with pytest.raises(RuleBroken) as refused:
        await decide_in_plenary(town.sari, asked, book=BOOK, storage=storage)
    assert refused.value.rule == "plenary.quorum"
    await set_quorum(town.sari, 2)
    await decide_in_plenary(town.sari, asked, book=BOOK, storage=storage)
    assert await _state(case) == "other_law_violation"


async def test_who_read_the_study_as_the_second_does_not_record_the_decision(
    town: Town, storage: Storage
) -> None:
    case = (await make_case(town)).id
    await to_study(town, case)
    number = await save_version(town.rina, case, await whole(case), base=0, book=BOOK)
    await read_second(town.tono, case, number, Verdict.APPROVED, None, book=BOOK)
    await submit(town.rina, case, number, book=BOOK, storage=storage)
    meeting = await sitting(town, *THREE, case=case)
    asked = await ruling(town, meeting, case, *THREE)
    with pytest.raises(RuleBroken) as refused:
        await decide_in_plenary(town.tono, asked, book=BOOK, storage=storage)
    assert refused.value.rule == "plenary.two_persons"
    minutes = Answers(papers=(paper(DocumentKind.MINUTES),))
    with pytest.raises(MoveRefused) as by_hand:
        await move(town.tono, case, "decide_other_law", answers=minutes)
    assert [each.rule for each in by_hand.value.obstacles] == ["two_persons"]
    await decide_in_plenary(town.sari, asked, book=BOOK, storage=storage)


async def test_investigators_decide_nothing(town: Town, storage: Storage) -> None:
    case = (await make_case(town)).id
    await submitted(town, case, storage)
    meeting = await sitting(town, *THREE, case=case)
    asked = await ruling(town, meeting, case, *THREE)
    with pytest.raises(NotAllowed):
        await decide_in_plenary(town.bagas, asked, book=BOOK, storage=storage)


async def test_who_is_in_conflict_neither_sees_the_case_nor_counts(
    town: Town, storage: Storage
) -> None:
    case = (await make_case(town)).id
    await submitted(town, case, storage)
    await exclude(town.sari, case, town.tono.officer, ExclusionGround.RELATED, "Kerabat.")
    meeting = await sitting(town, *THREE, case=case)
    assert await _rows(town.tono, "plenary_item", case) == []
    asked = await ruling(town, meeting, case, "sari", "ratih")
    with pytest.raises(NotVisible):
        await decide_in_plenary(town.tono, asked, book=BOOK, storage=storage)
    all_three = await ruling(town, meeting, case, *THREE)
    with pytest.raises(RuleBroken) as refused:
        await decide_in_plenary(town.sari, all_three, book=BOOK, storage=storage)
    assert refused.value.rule == "plenary.votes"
    await decide_in_plenary(town.sari, asked, book=BOOK, storage=storage)
    assert len(await _rows(town.sari, "plenary_vote", case)) == 2


async def test_a_dissent_is_read_by_the_owner_alone(town: Town, storage: Storage) -> None:
    case = (await make_case(town)).id
    await submitted(town, case, storage)
    votes = (
        *all_for(town, "sari", "tono"),
        Cast(officer=town.ratih.officer, vote=Vote.DISSENT, reason="Unsur tidak terpenuhi."),
    )
    await decided(town, case, storage, votes=votes)
    (dissent,) = [r for r in await _rows(town.rina, "plenary_vote", case) if r["reason"]]
    assert dissent["reason"] == "Unsur tidak terpenuhi."
    assert await _rows(town.galih, "plenary_vote", case) == []
    assert len(await _rows(town.galih, "respondent_decision", case)) == 1
    for other in (town.maya, town.dewa, town.lain):
        assert await _rows(other, "respondent_decision", case) == []


async def test_a_case_is_sent_back_with_a_reason_and_studied_further(
    town: Town, storage: Storage
) -> None:
    case = (await make_case(town)).id
    await submitted(town, case, storage)
    meeting = await sitting(town, *THREE, case=case)
    bare = await ruling(town, meeting, case, *THREE, outcome=Outcome.RETURNED, decided=())
    with pytest.raises(RuleBroken):
        await decide_in_plenary(town.sari, bare, book=BOOK, storage=storage)
    told = await ruling(
        town, meeting, case, *THREE, outcome=Outcome.RETURNED, decided=(), reason="Lengkapi."
    )
    await decide_in_plenary(town.sari, told, book=BOOK, storage=storage)
    assert await _state(case) == "study"
    assert await save_version(town.rina, case, await whole(case), base=1, book=BOOK) == 2


async def test_a_preliminary_study_is_approved_in_the_same_meeting(
    town: Town, storage: Storage
) -> None:
    case = (await make_case(town)).id
    await move(town.rina, case, "start_preliminary_study")
    study = Answers(papers=(paper(DocumentKind.PRELIMINARY_STUDY),))
    await move(town.rina, case, "finish_preliminary_study", answers=study)
    await move(town.rina, case, "submit_preliminary_study")
    await decided(town, case, storage, outcome=Outcome.APPROVED, decided=())
    assert await _state(case) == "preliminary_study_approved"


async def test_a_form_that_was_overtaken_decides_nothing(town: Town, storage: Storage) -> None:
    case = (await make_case(town)).id
    await submitted(town, case, storage)
    meeting = await sitting(town, *THREE, case=case)
    asked = await ruling(town, meeting, case, *THREE, version=1)
    with pytest.raises(Stale):
        await decide_in_plenary(town.sari, asked, book=BOOK, storage=storage)


async def test_a_meeting_to_come_decides_nothing(town: Town, storage: Storage) -> None:
    case = (await make_case(town)).id
    await submitted(town, case, storage)
    with pytest.raises(RuleBroken) as refused:
        await sitting(town, *THREE, case=case, ago=-1)
    assert refused.value.rule == "plenary.date"


async def test_a_meeting_before_the_case_came_to_it_decides_nothing(
    town: Town, storage: Storage
) -> None:
    case = (await make_case(town)).id
    await submitted(town, case, storage)
    meeting = await sitting(town, *THREE, case=case, ago=1)
    asked = await ruling(town, meeting, case, *THREE)
    with pytest.raises(RuleBroken) as refused:
        await decide_in_plenary(town.sari, asked, book=BOOK, storage=storage)
    assert refused.value.rule == "plenary.date"


async def test_a_case_is_decided_once_at_a_meeting(town: Town, storage: Storage) -> None:
    case = (await make_case(town)).id
    await submitted(town, case, storage)
    meeting = await decided(town, case, storage)
    asked = await ruling(town, meeting, case, *THREE)
    with pytest.raises(RuleBroken) as refused:
        await decide_in_plenary(town.sari, asked, book=BOOK, storage=storage)
    assert refused.value.rule == "plenary.decided"
    with pytest.raises(NotVisible):
        await take_off_table(town.rina, meeting, case, book=BOOK)


async def test_only_what_waits_for_a_plenary_is_laid_on_its_table(town: Town) -> None:
    case = (await make_case(town)).id
    meeting = await sitting(town, *THREE)
    with pytest.raises(RuleBroken):
        await lay_on_table(town.rina, meeting, case, book=BOOK)
    with pytest.raises(NotVisible):
        await lay_on_table(town.lain, meeting, case, book=BOOK)

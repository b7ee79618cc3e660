"""When a number on a letter is asked about: another body, or another day of the same year."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from netralitas.cases.answers import Answers, LetterAnswer
from netralitas.workflow.refusals import MoveRefused
from tests.correspondence.letterbox import letters, sent_letter
from tests.make import Town, letter, move


async def send_again(town: Town, case: int, answer: LetterAnswer) -> None:
    await move(town.maya, case, "return", workflow="referral", note="Berkas kurang.")
    answers = Answers(letter_out=answer)
    await move(town.rina, case, "forward_again", workflow="referral", answers=answers)


async def test_one_body_uses_a_number_again_only_in_another_year(town: Town) -> None:
    case, _, _ = await sent_letter(town)
    known = (await letters(case))[0]
    january = known["dated_on"].replace(month=1, day=1)
    answer = replace(letter(), printed=known["printed"], dated_on=january)
    await move(town.maya, case, "return", workflow="referral", note="Berkas kurang.")
    again: dict[str, Any] = {"workflow": "referral", "answers": Answers(letter_out=answer)}
    with pytest.raises(MoveRefused, match="juga tercatat pada surat Bawaslu"):
        await move(town.rina, case, "forward_again", **again)
    before = replace(answer, dated_on=january - timedelta(days=1))
    again["answers"] = Answers(letter_out=before)
    await move(town.rina, case, "forward_again", **again)
    assert [row["dated_on"] for row in await letters(case)][1:] == [before.dated_on]


async def test_the_same_letter_may_be_told_of_in_several_cases(town: Town) -> None:
    first, _, _ = await sent_letter(town)
    case, _, _ = await sent_letter(town)
    known = (await letters(first))[0]
    answer = replace(letter(), printed=known["printed"], dated_on=known["dated_on"])
    await send_again(town, case, answer)
    assert (await letters(case))[-1]["printed"] == known["printed"]


async def test_numbers_that_are_not_known_are_never_the_same(town: Town) -> None:
    case, _, _ = await sent_letter(town)
    unknown = replace(letter(), printed="", dated_on=None)
    await send_again(town, case, unknown)
    await send_again(town, case, unknown)
    assert [row["printed"] for row in await letters(case)][1:] == ["", ""]

"""The months of the service: counted from events, whole months only, small ones not told."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.cases.answers import Answers
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.documents.domain import DocumentKind
from netralitas.public.service import words
from netralitas.service.commands import answer
from netralitas.service.domain import Month, Span
from netralitas.service.queries import months_before
from netralitas.service.queries.figures import _back
from tests.intake.letterbox import OFFICE
from tests.make import Town, days_ago, make_case, move, paper
from tests.service.complaining import Desk

AGO = 35  # days: never in the present month


def after(day: date) -> date:
    """The first day of the month after that of a day."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


async def months(today: date) -> dict[date, Month]:
    async with reading(EVERYTHING) as c:
        return {told.month: told for told in await months_before(c, today)}


async def test_a_month_of_five_tells_its_number_and_times_and_one_of_four_nothing(
    town: Town,
) -> None:
    month = days_ago(AGO).replace(day=1)
    for number in range(5):
        case = await make_case(town, received=AGO)
        await move(town.rina, case.id, "start_preliminary_study")
        study = Answers(papers=(paper(DocumentKind.PRELIMINARY_STUDY),))
        await move(town.rina, case.id, "finish_preliminary_study", answers=study)
        if number == 3:
            told = (await months(days_ago(0)))[month]
            assert (told.received, told.receipt.median, told.study.met) == (None, None, None)
    told = (await months(days_ago(0)))[month]
    assert told.received == 5
    assert told.receipt.median == pytest.approx(AGO * 24, abs=1)
    assert (told.study.measured, told.study.met) == (5, 0)
    assert told.study.median == pytest.approx(AGO * 24, abs=25)
    assert (words.amount(told.received), words.in_time(told.study)) == ("5", "0%")


async def test_the_present_month_is_not_told_and_complaints_count_when_they_are_over(
    desk: Desk, town: Town
) -> None:
    sent = await desk.complain()
    for _ in range(4):
        await desk.complain()
    await answer(town.sari, sent.id, "Loket dibuka kembali.", keys=OFFICE)
    await answer(town.sari, sent.id, "Dan jadwalnya dipasang.", keys=OFFICE)
    month = days_ago(0).replace(day=1)
    assert month not in await months(days_ago(0))
    told = (await months(after(days_ago(0))))[month]
    assert (told.complaints, told.answered) == (5, None)
    assert words.amount(told.answered) == "kurang dari 5"


@given(st.dates(min_value=date(2001, 1, 1), max_value=date(2100, 12, 31)))
def test_the_twelve_months_before_follow_one_another(day: date) -> None:
    end = day.replace(day=1)
    found = [_back(end, number) for number in range(13)]
    assert found[0] == end
    assert all(after(found[place + 1]) == found[place] for place in range(12))


@pytest.mark.parametrize(
    ("span", "said"),
    [
        (Span(median=None, measured=0), "tidak ada"),
        (Span(median=None, measured=3), "tidak disebut"),
        (Span(median=0.2, measured=9), "12 menit"),
        (Span(median=20.0, measured=9), "20 jam"),
        (Span(median=49.0, measured=9), "2 hari"),
    ],
)
def test_a_time_is_said_in_the_unit_that_fits(span: Span, said: str) -> None:
    assert words.lasted(span) == said

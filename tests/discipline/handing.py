"""Recommendations that reached BKPSDM, made through the product's own commands, on any day."""

from netralitas.audit.domain import Moment
from netralitas.cases.answers import Answers, DeadlineKind, LetterDeadline
from netralitas.cases.domain import Employment, Person
from tests.make import (
    ZONE,
    Town,
    days_ago,
    forward_as_usual,
    forwarded_case,
    letter,
    make_case,
    move,
    person,
)


def on(days: int) -> Moment | None:
    """The day so many days ago; None for now."""
    return Moment.day(days_ago(days), ZONE) if days else None


async def handed_over(
    town: Town, *people: Person, days: int = 0, level: str = "discipline_medium"
) -> int:
    """A case whose respondents BKN recommended to BKPSDM so many days ago."""
    opened = await forwarded_case(town, *(people or (person(),)), sent=on(days), received=days)
    answers = Answers(
        recommended=level, follow_up_office=town.offices["bkpsdm"], letter_in=letter("Rekomendasi")
    )
    await move(
        town.maya, opened.id, "recommend", workflow="referral", happened=on(days), answers=answers
    )
    return opened.id


async def in_hand(
    town: Town, *people: Person, days: int = 0, level: str = "discipline_medium"
) -> int:
    """A case whose recommendation BKPSDM received so many days ago, in a letter without a date."""
    case = await handed_over(town, *people, days=days, level=level)
    named = Answers(letter_deadline=LetterDeadline(kind=DeadlineKind.DEFAULT))
    await follow(town, case, "receive", days=days, answers=named)
    return case


async def follow(
    town: Town, case: int, code: str, *, days: int = 0, answers: Answers | None = None
) -> None:
    """Make a move of the follow-up on everybody, so many days ago."""
    given = answers or Answers()
    await move(town.dewa, case, code, workflow="discipline", happened=on(days), answers=given)


async def remind(town: Town, case: int) -> None:
    """Ask the office, in the name of Bawaslu, what it has done."""
    answers = Answers(letter_out=letter("Permintaan keterangan"))
    await move(town.rina, case, "remind", workflow="compliance", answers=answers)


async def handed_straight(town: Town) -> int:
    """A case whose respondent, on contract, was forwarded straight to BKPSDM."""
    opened = await make_case(town, person(1, employment=Employment.CONTRACT))
    await forward_as_usual(town, opened.id, to="bkpsdm")
    return opened.id

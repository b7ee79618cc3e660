"""What the form of a move or fact offers about its letters: which one it answers, what to pass."""

from dataclasses import replace
from typing import Final

from netralitas.access.policy import Field
from netralitas.cases.letter_words import SAME_NUMBER, SAME_NUMBER_SAID
from netralitas.cases.queries.acts import Act
from netralitas.correspondence.domain import Direction
from netralitas.correspondence.queries import Letter, letters_of
from netralitas.database.connection import Connection
from netralitas.law.words import day
from netralitas.workflow.domain import Ask

_ANSWERS: Final = {Ask.LETTER_OUT: Direction.IN, Ask.LETTER_IN: Direction.OUT}
_MOST: Final = 200


async def with_letters(connection: Connection, act: Act) -> Act:
    """Return the act with the letters that its own may answer, the latest first.

    It offers as well to pass over that a number stands on another letter; the form keeps that away
    until the command has asked.
    """
    asked = [ask for ask in _ANSWERS if ask in act.asked]
    if not asked:
        return act
    known = await letters_of(connection, act.view.dossier.id) if _reads(act) else []
    choices = {
        f"{ask.value}_reply_to": tuple(
            (str(letter.id), letter_in_words(letter))
            for letter in reversed(known[-_MOST:])
            if letter.direction == _ANSWERS[ask]
        )
        for ask in asked
    }
    return replace(
        act,
        overrides=(*act.overrides, (SAME_NUMBER, SAME_NUMBER_SAID)),
        choices={**act.choices, **choices},
    )


def letter_in_words(letter: Letter) -> str:
    """Return a letter as a line to pick from: its number, its day, what it is about."""
    number = letter.printed or "Nomor tidak diketahui"
    dated = f" tanggal {day(letter.dated_on).split(', ', 1)[1]}" if letter.dated_on else ""
    return f"{number}{dated}: {letter.subject}"


def _reads(act: Act) -> bool:
    return Field.LETTERS in act.view.seen

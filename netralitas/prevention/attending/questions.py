"""Questions of a test as people write them in a text, and back. Pure.

A question is a line, its choices the lines below it, the right one marked by an asterisk; an empty
line begins the next question. Numbers and letters in front ("1.", "a)", "-") are left out.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from netralitas.prevention.attending.domain import Question
from netralitas.prevention.attending.policy import question_problems

LONGEST: Final = 300
"""How long a question or a choice is at most, in characters."""

_NUMBER: Final = re.compile(r"^[0-9]{1,2}[.)]\s+")
_LETTER: Final = re.compile(r"^(?:[A-Ea-e][.)]|[-\u2013\u2022])\s+")
_MARK: Final = "*"
_NO_RIGHT: Final = -1


def read_questions(text: str) -> tuple[tuple[Question, ...], tuple[str, ...]]:
    """Return the questions of a text, and a sentence for each thing that is wrong with them."""
    blocks = [[line.strip() for line in block] for block in _blocks(text)]
    questions = tuple(map(_question, blocks))
    faults = (
        f"Pertanyaan {number}: {said}"
        for number, block in enumerate(blocks, start=1)
        for said in _wrong_with(block)
    )
    return questions, (*question_problems(questions), *faults)


def as_text(questions: Iterable[Question]) -> str:
    """Return questions as the text that `read_questions` reads as them."""
    return "\n\n".join(_written(number, one) for number, one in enumerate(questions, start=1))


def _blocks(text: str) -> Iterable[list[str]]:
    return (block.splitlines() for block in re.split(r"\n\s*\n", text.strip()) if block.strip())


def _question(block: Sequence[str]) -> Question:
    choices = [_choice(line) for line in block[1:]]
    right = [place for place, (_, marked) in enumerate(choices) if marked]
    return Question(
        text=_NUMBER.sub("", block[0]),
        choices=tuple(text for text, _ in choices),
        right=right[0] if right else _NO_RIGHT,
    )


def _choice(line: str) -> tuple[str, bool]:
    """Return the words of a choice, and whether it is marked: before or behind them."""
    inner = _LETTER.sub("", line.lstrip(_MARK).strip()).strip()
    marked = any((line.startswith(_MARK), inner.startswith(_MARK), inner.endswith(_MARK)))
    return inner.strip(_MARK).strip(), marked


def _wrong_with(block: Sequence[str]) -> Iterable[str]:
    marked = sum(right for _, right in map(_choice, block[1:]))
    if marked > 1:
        yield f"hanya satu jawaban yang benar; yang bertanda bintang ada {marked}."
    if any(len(line) > LONGEST for line in block):
        yield f"satu baris paling banyak {LONGEST} karakter."


def _written(number: int, question: Question) -> str:
    lines = [f"{number}. {question.text}"]
    for letter, place in zip("abcde", range(len(question.choices)), strict=False):
        mark = f" {_MARK}" if place == question.right else ""
        lines.append(f"{letter}. {question.choices[place]}{mark}")
    return "\n".join(lines)

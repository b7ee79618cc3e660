"""The form below a preview: what the administrator confirms before the change is saved."""

from collections.abc import Iterable
from itertools import groupby
from typing import Final

from netralitas.editions import policy
from netralitas.editions.domain import Question
from netralitas.web.forms import Choices, Form, Version, optional

EVERY_QUESTION: Final = {"confirmed": tuple((code, code) for code in policy.QUESTIONS)}
"""Whatever can be confirmed, for reading what was sent."""


class SaveForm(Form):
    """The edition that was looked at, and the questions that were said yes to."""

    previewed = Version()
    confirmed = optional(Choices("Yang perlu Anda pastikan"))

    @property
    def answered(self) -> frozenset[str]:
        """Return the questions that were said yes to."""
        return frozenset(self.confirmed or ())


def to_confirm(questions: Iterable[Question]) -> tuple[tuple[str, str], ...]:
    """Return one box for each kind of question, with all that it confirms."""
    ordered = sorted(questions, key=lambda question: question.code)
    grouped = groupby(ordered, key=lambda question: question.code)
    return tuple(
        (code, f"{' '.join(each.sentence for each in alike)} Ini memang dimaksud.")
        for code, alike in grouped
    )

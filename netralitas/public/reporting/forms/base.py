"""What every question of a report is: a form that knows its part of the answers."""

from abc import abstractmethod
from collections.abc import Mapping
from typing import Self

from netralitas.intake.door import Answers
from netralitas.web.forms import (
    Form,
)


class Question(Form):
    """A form that is filled in from the answers, and puts what it read among them."""

    @classmethod
    def of(cls, answers: Answers, **context: object) -> Self:
        """Return the form with what was answered before."""
        return cls.blank(values=cls.values(answers), **context)

    @classmethod
    @abstractmethod
    def values(cls, answers: Answers) -> Mapping[str, object]:
        """Return what each field holds of the answers."""

    @abstractmethod
    def put(self, answers: Answers) -> Answers:
        """Return the answers with what was read; Invalid while something is wrong."""

"""What is filled in on a phone: who is present, and the answers to a test."""

from collections.abc import Sequence
from typing import Any, Final

from netralitas.prevention.attending.domain import Phase
from netralitas.prevention.attending.door import NAME_LONGEST, Answers, Asked, Present, Shown
from netralitas.public.attending import words
from netralitas.web.forms import Choice, Form, Hidden, Nip, Text, optional

GUEST: Final = "tamu"
_NUMBER_LONGEST: Final = 64


class NumberedForm(Form):
    """A form with a number of its own, so that what is sent twice counts once."""

    number = optional(Hidden("Nomor isian", maximum=_NUMBER_LONGEST))


class PresentForm(NumberedForm):
    """Who is present."""

    name = Text(words.NAME, minimum=2, maximum=NAME_LONGEST)
    unit = Choice(words.UNIT, missing=words.UNIT_MISSING)
    origin = optional(Text(words.ORIGIN, hint=words.ORIGIN_HINT, maximum=NAME_LONGEST))
    position = optional(Text(words.POSITION, maximum=NAME_LONGEST))
    nip = optional(Nip(words.NIP, hint=words.NIP_HINT))

    def check(self) -> None:
        """Hold that a guest says from where."""
        if self.read_value("unit") == GUEST and not self.read_value("origin"):
            self.refuse("origin", words.ORIGIN_MISSING)

    def said(self) -> Present:
        """Return what was filled in; Invalid when the form has errors."""
        guest = self.unit == GUEST
        return Present(
            name=self.name,
            unit=None if guest else int(self.unit),
            origin=self.origin if guest else None,
            position=self.position,
            nip=self.nip,
        )


def unit_options(shown: Shown) -> dict[str, Sequence[tuple[str, str]]]:
    """Return the units of the room as they can be picked; a guest comes last."""
    units = [(str(number), name) for number, name in shown.units]
    return {"unit": [*units, (GUEST, words.GUEST)]}


class AnswersForm(NumberedForm):
    """The answers to a test; its further fields are the questions."""

    def said(self, phase: Phase) -> Answers:
        """Return what was chosen; Invalid when the form has errors."""
        chosen = (self.value_of(name) for name in self.fields if name.startswith(_QUESTION))
        return Answers(phase=phase, chosen=tuple(int(str(place)) for place in chosen))


def answers_form(questions: Sequence[Asked]) -> type[AnswersForm]:
    """Return the form that asks these questions."""
    fields: dict[str, Any] = {
        f"{_QUESTION}{number}": Choice(
            f"{number}. {asked.text}",
            [(str(place), choice) for place, choice in enumerate(asked.choices)],
            missing=words.answer_missing(number),
        )
        for number, asked in enumerate(questions, start=1)
    }
    return type("QuestionsForm", (AnswersForm,), {**fields, "__doc__": AnswersForm.__doc__})


_QUESTION: Final = "soal_"

"""When it happened, and since when it was known."""

from collections.abc import Mapping
from typing import ClassVar

from msgspec.structs import replace

from netralitas.intake.door import Answers
from netralitas.language import phrase
from netralitas.public.reporting import words
from netralitas.public.reporting.forms.base import Question
from netralitas.web.forms import (
    DateField,
    Form,
    Happened,
    HappenedField,
    Ticked,
    optional,
)


class RoughDay(HappenedField):
    """A day of which perhaps only the month or the year is known."""

    kind: ClassVar[str] = "date"
    parts: ClassVar[tuple[str, ...]] = ("", "day", "month", "year")


class WhenForm(Question):
    """When it happened."""

    marks_optional = False

    act = optional(
        RoughDay(
            phrase("Tanggal kejadian"),
            hint=phrase(
                "Misalnya 31 8 2024. Bila hanya tahu bulan atau tahunnya, kosongkan yang lain."
            ),
        )
    )
    unknown = Ticked(phrase("Saya tidak tahu kapan terjadinya"))

    def check(self) -> None:
        """Hold that there is a day, or that none is known."""
        _one_of(self, "act")

    @classmethod
    def values(cls, answers: Answers) -> Mapping[str, object]:
        """Return the day, as exactly as it is known."""
        if answers.act_on is None:
            return {"unknown": "kapan" in answers.done or None}
        return {"act": Happened(precision=answers.act_precision, on=answers.act_on)}

    def put(self, answers: Answers) -> Answers:
        """Return the answers with the day."""
        act = None if self.unknown else self.act
        happened = act or Happened(precision=Answers().act_precision)
        return replace(answers, act_on=happened.on, act_precision=happened.precision)


class KnownForm(Question):
    """When the reporter came to know of it: from then the time to report runs."""

    marks_optional = False

    known_on = optional(
        DateField(phrase("Tanggal Anda mengetahuinya"), past=True, hint=phrase("Misalnya 1 9 2024"))
    )
    unknown = Ticked(phrase("Saya tidak ingat tanggalnya"))

    def check(self) -> None:
        """Hold that there is a day, or that none is known."""
        _one_of(self, "known_on")

    def check_after(self, answers: Answers) -> None:
        """Refuse a day before the act, which was answered on another page."""
        known = self.read_value("known_on")
        if known and answers.act_on and known < answers.act_on:
            self.refuse("known_on", words.known_before(answers.act_on))

    @classmethod
    def values(cls, answers: Answers) -> Mapping[str, object]:
        """Return the day."""
        unknown = answers.known_on is None and "diketahui" in answers.done
        return {"known_on": answers.known_on, "unknown": unknown or None}

    def put(self, answers: Answers) -> Answers:
        """Return the answers with the day."""
        return replace(answers, known_on=None if self.unknown else self.known_on)


def _one_of(form: Form, name: str) -> None:
    """Refuse neither and both of a day and "I do not know"."""
    given, unknown = form.read_value(name), form.read_value("unknown")
    if not given and not unknown and name not in form.errors:
        form.refuse(name, words.WHEN_IS_IT)
    if given and unknown:
        form.refuse("unknown", words.WHEN_IS_BOTH)

"""The pages of the forms of attendance, and how a refusal comes back into a form."""

from typing import Any

import msgspec

from netralitas.prevention.attending.address import crumbs
from netralitas.prevention.attending.domain import LONGEST_OPEN, here, row_key
from netralitas.prevention.attending.forms import (
    ROWS,
    DoorForm,
    PapersForm,
    PeopleForm,
    QuizForm,
)
from netralitas.prevention.queries.opened import Opened
from netralitas.web.parts import Crumb

ROW_PARTS = ("name", "unit", "position", "nip", "origin")


class FormPage(msgspec.Struct, frozen=True, kw_only=True):
    """What the forms of attendance share: of which activity, where it is sent, the way back."""

    subject: str
    action: str
    back: str
    crumbs: tuple[Crumb, ...]


class ListPage(FormPage, frozen=True, kw_only=True):
    """Ten rows of people; `rows` are the names of their fields."""

    form: PeopleForm
    rows: tuple[tuple[str, ...], ...]


class DoorPage(FormPage, frozen=True, kw_only=True):
    """The hours of the page for phones; `lasting` is the longest that it is open, in hours."""

    form: DoorForm
    lasting: int


class QuizPage(FormPage, frozen=True, kw_only=True):
    """The questions of a test, as text."""

    form: QuizForm


class PapersPage(FormPage, frozen=True, kw_only=True):
    """The results of a test on paper; `questions` is how many there are."""

    form: PapersForm
    questions: int


def list_page(form: PeopleForm, opened: Opened) -> ListPage:
    """Return the page on which people are typed."""
    return ListPage(
        **_around(opened, "tulis", "Tulis nama"),
        form=form,
        rows=tuple(tuple(row_key(part, row) for part in ROW_PARTS) for row in ROWS),
    )


def door_page(form: DoorForm, opened: Opened) -> DoorPage:
    """Return the page that opens the page for phones."""
    return DoorPage(**_around(opened, "halaman-hp", "Halaman HP"), form=form, lasting=LONGEST_OPEN)


def quiz_page(form: QuizForm, opened: Opened) -> QuizPage:
    """Return the page on which a test is written."""
    return QuizPage(**_around(opened, "tes", "Soal tes"), form=form)


def papers_page(form: PapersForm, opened: Opened, questions: int) -> PapersPage:
    """Return the page on which results on paper are noted."""
    around = _around(opened, "tes/kertas", "Hasil tes di kertas")
    return PapersPage(**around, form=form, questions=questions)


def _around(opened: Opened, step: str, title: str) -> dict[str, Any]:
    tab = here(opened.activity.id)
    return {
        "subject": opened.title,
        "action": f"{tab}/{step}",
        "back": tab,
        "crumbs": crumbs(opened, title),
    }

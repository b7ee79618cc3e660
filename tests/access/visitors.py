"""Who walks the access matrix, through which phases, and how one of its rows is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

PHASES: Final = (
    *("intake", "preliminary", "registered", "study"),
    *("plenary", "decided", "referred", "closed"),
)

STRANGER: Final = "stranger"
VISITORS: Final = (
    STRANGER,  # nobody is signed in
    "investigator",  # of the owner
    "commissioner",  # of the owner
    "supervisor",  # of the owner, in the field
    "auditor",  # of the owner
    "publisher",  # of the owner
    "secretary",  # of the owner
    "administrator",  # of the owner
    "excluded",  # investigator of the owner, excluded from every case
    "superior",  # commissioner of the office above
    "liaison",  # of the receiver that accepted the first respondent
    "asked",  # liaison of the receiver that has not yet accepted the second respondent
    "outsider",  # investigator of another office
)
OFFICERS: Final = VISITORS[1:]

type_status = int | tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One route with the expected answers; `about` says that it lies on a case."""

    method: str
    path: str
    answers: Mapping[str, type_status] = field(default_factory=dict)
    about: bool = True

    def expected(self, visitor: str, phase: int) -> int:
        """Return the status that a visitor gets on a case in a phase."""
        found = self.answers.get(visitor, 303 if visitor == STRANGER else 404)
        return found if isinstance(found, int) else found[phase]


def on_case(method: str, path: str, **answers: type_status) -> Row:
    """A route that lies on one case."""
    return Row(method=method, path=path, answers=answers)


def form(path: str, **answers: type_status) -> tuple[Row, Row]:
    """A form on one case: shown, and sent without a single field.

    Who is shown the form (200) is told what is missing in it (422); who is not gets the same answer
    to both methods.
    """
    sent = {visitor: _sent(answer) for visitor, answer in answers.items()}
    return on_case("GET", path, **answers), on_case("POST", path, **sent)


def nowhere(path: str) -> tuple[Row, Row]:
    """A form that is on no case: nobody finds it, whoever they are."""
    answers: dict[str, type_status] = dict.fromkeys(OFFICERS, 404)
    return (
        Row(method="GET", path=path, answers=answers, about=False),
        Row(method="POST", path=path, answers=answers, about=False),
    )


def anywhere(method: str, path: str, status: int, **others: int) -> Row:
    """A route that concerns no single case: one answer for every officer but the named."""
    answers = {**dict.fromkeys(OFFICERS, status), **others}
    return Row(method=method, path=path, answers=answers, about=False)


def until_registered(status: int, later: int = 404) -> tuple[int, ...]:
    """For the supervisor, who follows a case in detail only until it is registered."""
    return (status,) * 2 + (later,) * 6


def from_decision(status: int) -> tuple[int, ...]:
    """For the publisher: before the outcome the case does not exist."""
    return (404,) * 5 + (status,) * 3


def handed_over(status: int) -> tuple[int, ...]:
    """For receivers, and for the proceedings of a hand-over: before it there is neither."""
    return (404,) * 6 + (status,) * 2


def _sent(answer: type_status) -> type_status:
    if isinstance(answer, int):
        return 422 if answer == 200 else answer
    return tuple(422 if status == 200 else status for status in answer)

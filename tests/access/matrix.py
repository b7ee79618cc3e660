"""The access matrix, written by hand: who gets which answer, on every route, in every phase.

A row names a route, and for each visitor the expected status: one number for all phases, or eight,
in the order of PHASES. A visitor who is not named gets the default: strangers are sent to sign in
(303), to everybody else a case does not exist (404). An allowed POST is sent without a single field
and so answers 422: the form is theirs, and it is empty.

`{case}`, `{handling}`, `{move}` and so on are filled in by the world of `tests/access/world.py`.
A route of the application without a row fails, and so does a row without a route.
"""

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


def anywhere(method: str, path: str, status: int, **others: int) -> Row:
    """A route that concerns no single case: one answer for every officer but the named."""
    answers = {**dict.fromkeys(OFFICERS, status), **others}
    return Row(method=method, path=path, answers=answers, about=False)


def handed_over(status: int) -> tuple[int, ...]:
    """For receivers: before the hand-over the case does not exist."""
    return (404, 404, 404, 404, 404, 404, status, status)


# Handling: the move that the world offers in each phase is the investigator's, but for the decision
# of the plenary and the reopening of a closed case, which are the commissioner's.
_INVESTIGATORS: Final = (200, 200, 200, 200, 403, 200, 200, 403)
_COMMISSIONERS: Final = (403, 403, 403, 403, 200, 200, 403, 200)
_INVESTIGATORS_POST: Final = (422, 422, 422, 422, 403, 422, 422, 403)
_COMMISSIONERS_POST: Final = (403, 403, 403, 403, 422, 422, 403, 422)
_ONCE_WRITTEN: Final = (404, 404, 200, 200, 200, 200, 200, 200)

ROWS: Final = (
    # Open to everybody.
    anywhere("GET", "/masuk", 303, stranger=200),
    anywhere("POST", "/masuk", 422, stranger=422),
    anywhere("POST", "/keluar", 303),
    anywhere("GET", "/sehat", 200, stranger=200),
    anywhere("GET", "/siap", 200, stranger=200),
    anywhere("GET", "/static/{release}/{file}", 200, stranger=200),
    anywhere("GET", "/", 303),
    # Of the signed-in person.
    anywhere("GET", "/meja", 200),
    anywhere("POST", "/meja", 422),
    anywhere("GET", "/beranda", 200),
    # Lists: rows of other offices are not in them; administrators do not read cases at all.
    anywhere("GET", "/perkara", 200, administrator=403),
    anywhere("GET", "/perkara/cari", 200, administrator=403),
    anywhere("GET", "/tenggat", 200, administrator=403),
    # Taking in: investigators and supervisors of a Bawaslu office.
    anywhere(
        *("GET", "/perkara/baru", 403),
        investigator=200,
        supervisor=200,
        excluded=200,
        outsider=200,
    ),
    anywhere(
        *("POST", "/perkara/baru", 403),
        investigator=422,
        supervisor=422,
        excluded=422,
        outsider=422,
    ),
    # One case.
    on_case(
        *("GET", "/perkara/{case}"),
        investigator=200,
        commissioner=200,
        supervisor=200,
        auditor=200,
        superior=200,
        liaison=handed_over(200),
        asked=handed_over(200),
    ),
    on_case(
        *("GET", "/perkara/{case}/langkah/{handling}/{move}"),
        investigator=_INVESTIGATORS,
        commissioner=_COMMISSIONERS,
        supervisor=403,
        auditor=403,
        superior=403,
    ),
    on_case(
        *("POST", "/perkara/{case}/langkah/{handling}/{move}"),
        investigator=_INVESTIGATORS_POST,
        commissioner=_COMMISSIONERS_POST,
        supervisor=403,
        auditor=403,
        superior=403,
    ),
    on_case(
        *("GET", "/perkara/{case}/fakta/{handling}/{fact}"),
        investigator=200,
        commissioner=403,
        supervisor=403,
        auditor=403,
        superior=403,
    ),
    on_case(
        *("POST", "/perkara/{case}/fakta/{handling}/{fact}"),
        investigator=422,
        commissioner=403,
        supervisor=403,
        auditor=403,
        superior=403,
    ),
    on_case(
        *("GET", "/perkara/{case}/koreksi/{event}"),
        investigator=200,
        commissioner=200,
        supervisor=403,
        auditor=403,
        superior=403,
    ),
    on_case(
        *("POST", "/perkara/{case}/koreksi/{event}"),
        investigator=422,
        commissioner=422,
        supervisor=403,
        auditor=403,
        superior=403,
    ),
    # The preliminary study: there from registration on, and not in the package of a hand-over.
    on_case(
        *("GET", "/perkara/{case}/dokumen/{document}"),
        investigator=_ONCE_WRITTEN,
        commissioner=_ONCE_WRITTEN,
        auditor=_ONCE_WRITTEN,
        superior=_ONCE_WRITTEN,
        supervisor=(404, 404, 403, 403, 403, 403, 403, 403),
    ),
    on_case(
        *("GET", "/perkara/{case}/terlapor"),
        investigator=200,
        commissioner=403,
        supervisor=403,
        auditor=403,
        superior=403,
        liaison=handed_over(403),
        asked=handed_over(403),
    ),
    on_case(
        *("POST", "/perkara/{case}/terlapor"),
        investigator=422,
        commissioner=403,
        supervisor=403,
        auditor=403,
        superior=403,
        liaison=handed_over(403),
        asked=handed_over(403),
    ),
    on_case(
        *("GET", "/perkara/{case}/pengecualian"),
        investigator=200,
        commissioner=200,
        supervisor=200,
        auditor=403,
        superior=200,
        liaison=handed_over(403),
        asked=handed_over(403),
    ),
    on_case(
        *("POST", "/perkara/{case}/pengecualian"),
        investigator=422,
        commissioner=422,
        supervisor=422,
        auditor=403,
        superior=422,
        liaison=handed_over(403),
        asked=handed_over(403),
    ),
    # The demo and development alone: here there is neither.
    anywhere("POST", "/demo/orang", 404, stranger=404),
)

VARIANTS: Final = (
    # The referral of the first respondent, accepted by its receiver: the other one's is not theirs.
    on_case(
        *("GET", "/perkara/{case}/langkah/{accepted}/start_verification"),
        investigator=handed_over(200),
        commissioner=handed_over(403),
        supervisor=handed_over(403),
        auditor=handed_over(403),
        superior=handed_over(403),
        liaison=handed_over(200),
    ),
    # The referral of the second respondent, not accepted yet: accepting it is a move.
    on_case(
        *("GET", "/perkara/{case}/langkah/{waiting}/receive"),
        investigator=handed_over(200),
        commissioner=handed_over(403),
        supervisor=handed_over(403),
        auditor=handed_over(403),
        superior=handed_over(403),
        asked=handed_over(200),
    ),
    on_case(
        *("POST", "/perkara/{case}/langkah/{waiting}/receive"),
        investigator=handed_over(422),
        commissioner=handed_over(403),
        supervisor=handed_over(403),
        auditor=handed_over(403),
        superior=handed_over(403),
        asked=handed_over(422),
    ),
    # A case that is not there answers like one that must not be seen.
    on_case("GET", "/perkara/999999"),
    on_case("GET", "/perkara/999999/langkah/{handling}/{move}"),
)
"""Further visits to routes that have a row: the same route, another thing."""

DEMO_ONLY: Final = frozenset({"/styleguide"})
"""Where nothing is served outside the demo, so that these routes are not there to be walked."""

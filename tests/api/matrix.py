"""The access matrix of the API, written by hand: what each system is answered on each operation.

Every system has all scopes; it is its office and roles that tell. Without a token the answer is
401, with one of another scope 403, wherever a row does not say `open`. A write is sent without a
single field: 422 for who may make it. An operation without a row fails, and so does a row without
an operation.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from netralitas.access.domain import Role

SYSTEMS: Final[Mapping[str, tuple[str, Role]]] = {
    "investigator": ("kab", Role.INVESTIGATOR),
    "auditor": ("kab", Role.AUDITOR),
    "secretary": ("kab", Role.SECRETARY),
    "follow_up": ("bkpsdm", Role.FOLLOW_UP),
    "outsider": ("lain", Role.INVESTIGATOR),
}
"""Office and role of each system; the case is Bawaslu's and has not been handed over. The package
is one of another case, for the office that follows up.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An operation with the expected answers; `open` to a token of any scope."""

    method: str
    path: str
    answers: Mapping[str, int] = field(default_factory=dict)
    open: bool = False


def on_case(path: str, **answers: int) -> Row:
    """An operation on a case: whoever does not see it is told that it is not there."""
    given = {**dict.fromkeys(SYSTEMS, 200), "follow_up": 404, "outsider": 404, **answers}
    return Row(method="GET", path=f"/cases/{{case}}{path}", answers=given)


def sent(path: str, **answers: int) -> Row:
    """A write on a case."""
    given = {
        "investigator": 422,
        **dict.fromkeys(("auditor", "secretary"), 403),
        **dict.fromkeys(("follow_up", "outsider"), 404),
        **answers,
    }
    return Row(method="POST", path=f"/cases/{{case}}{path}", answers=given)


def anywhere(method: str, path: str, status: int, **others: int) -> Row:
    """An operation that concerns no case."""
    return Row(method=method, path=path, answers={**dict.fromkeys(SYSTEMS, status), **others})


_ONE: Final = "/proceedings/{proceeding}"
_LOOKS_ON: Final = dict.fromkeys(("auditor", "secretary"), 403)
_NO_EVIDENCE: Final = {"secretary": 404}

ROWS: Final = (
    Row(method="GET", path="/token", answers=dict.fromkeys(SYSTEMS, 200), open=True),
    anywhere("GET", "/cases", 200),
    on_case(""),
    on_case("/respondents"),
    on_case("/deadlines"),
    on_case("/letters"),
    on_case("/events"),
    on_case("/papers"),
    on_case("/papers/{paper}/content", secretary=404),
    on_case("/proceedings"),
    on_case(_ONE),
    on_case(f"{_ONE}/moves/{{code}}", **_LOOKS_ON),
    on_case(f"{_ONE}/facts/{{code}}", **_LOOKS_ON),
    sent(f"{_ONE}/moves/{{code}}"),
    sent(f"{_ONE}/facts/{{code}}"),
    on_case("/evidence", **_NO_EVIDENCE),
    on_case("/evidence/form", **_LOOKS_ON),
    on_case("/evidence/{ordinal}/content", **_NO_EVIDENCE),
    sent("/evidence"),
    anywhere("GET", "/packages", 403, follow_up=200),
    anywhere("GET", "/packages/{package}", 403, follow_up=200),
    anywhere("GET", "/packages/{package}/papers/{sha256}", 403, follow_up=200),
    anywhere("GET", "/activities", 200),
    anywhere("GET", "/activities/{activity}", 200, outsider=404),
    anywhere("GET", "/activities/form", 200, auditor=403),
    anywhere("POST", "/activities", 422, auditor=403),
    anywhere("GET", "/agreements", 200),
    anywhere("GET", "/agreements/{agreement}", 200, outsider=404),
    anywhere("GET", "/indicators", 200, auditor=403, follow_up=403),
    anywhere("GET", "/publications", 200),
)

"""Which of the drawn cases have something beside their handling."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from netralitas.cases.domain import Source
from netralitas.demo.plans import Plan, Side

_SIDES: Final = (
    *((Side(workflow="criminal", way=way)) for way in ("proven", "not_proven", "stopped")),
    *((Side(workflow="organiser_ethics", way=way)) for way in ("sanctioned", "not_proven")),
    Side(workflow="organiser_ethics", way="stopped"),
    *(
        Side(workflow="litigation", way=way, respondent=1)
        for way in ("granted", "rejected", "withdrawn", "opened")
    ),
    *(Side(workflow="identity_access", way=way) for way in ("refused", "closed")),
    *(Side(workflow=workflow, way="opened") for workflow in ("criminal", "organiser_ethics")),
)
_ASKED_NOW: Final = tuple(
    Side(workflow="identity_access", way=way) for way in ("requested", "approved", "opened_now")
)
_RELEASES: Final = (
    *(("published",), ("objected",), ("corrected", "published"), ("silence",)),
    *(("withdrawn",), ("abandoned",), ("published",), ("embargoed",), ("notified",)),
    *(("approved",), ("approved_once",), ("checked",), ("drafted",)),
)
_BY_OFFICE: Final = (
    *(("published",), ("notified",), ("approved",), ("approved_once",), ("checked",)),
    *(("drafted",), ("corrected",), ("withdrawn",), ("abandoned",)),
)
_FIRST_BY_OFFICE: Final = 6
"""The office publishes later than Bawaslu began to: not of the first cases that are told."""
_FIRST_YEAR: Final = 2023
"""Of which cases the public is told: those since the parties agreed to tell it."""


def with_threads(plans: Iterable[Plan]) -> Iterator[Plan]:
    """Yield every plan, with what was opened beside it: each thread and release once."""
    sides, asked, releases = list(_SIDES), list(_ASKED_NOW), list(_RELEASES)
    by_office = [()] * _FIRST_BY_OFFICE + list(_BY_OFFICE)
    for plan in plans:
        side = _first(sides if plan.received else asked, plan)
        told = _can_be_told(plan)
        yield replace(
            plan,
            sides=(side,) if side else (),
            releases=releases.pop(0) if releases and told else (),
            by_office=by_office.pop(0) if by_office and told else (),
        )


def _first(deck: list[Side], plan: Plan) -> Side | None:
    """Take the first of the deck that suits the plan."""
    for side in deck:
        if _suits(plan, side):
            deck.remove(side)
            return side
    return None


def _suits(plan: Plan, side: Side) -> bool:
    if plan.written_down is not None:
        return False
    if side.workflow == "identity_access":
        return plan.source is Source.REPORT and plan.until != "information_received"
    if side.workflow == "litigation":
        followed = plan.courses[0].followed if plan.courses else None
        return followed in {"discipline", "objection_upheld", "appeal_upheld"}
    return plan.decided is not None


def _can_be_told(plan: Plan) -> bool:
    """Say whether all of a case is over, and none of it a closed statement."""
    if plan.received is None or plan.received.year < _FIRST_YEAR or not plan.courses:
        return False
    return all(
        course.followed not in {None, "moved", "passed_on"}
        and course.imposed != "moral_closed"
        and course.office == "bkpsdm"
        for course in plan.courses
    )

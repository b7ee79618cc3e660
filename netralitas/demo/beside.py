"""What officers open beside the handling: threads at other bodies, identities, releases."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final

from netralitas.demo import paths
from netralitas.demo.pacing import Pace
from netralitas.demo.plans import Plan, Side
from netralitas.demo.scripts import Line, Step

_OPENED_BY: Final = {"identity_access": "request"}
_UNDER_WAY: Final = frozenset(
    {
        *("drafted", "checked", "approved_once", "approved", "notified", "embargoed"),
        *("requested", "opened_now"),
    }
)
"""Ways that are not over: their last step was a day or two ago."""
_SOON: Final = 3  # working days
_EMBARGO: Final = timedelta(days=14)  # from today
_SUMMARY: Final = (
    "Penanganan selesai dan tindak lanjut dilaporkan; keterangan rinci tidak dipublikasikan."
)


def beside(plan: Plan, last: datetime, today: date, pace: Pace) -> list[Line]:
    """Return the lines of everything beside the handling, which came to its end at `last`."""
    lines: list[Line] = []
    for side in plan.sides:
        lines += _side(side, last, today, pace)
    for way in plan.releases:
        begun = max((line.at for line in lines if line.workflow == "publication"), default=last)
        lines += _release(plan, way, begun, today, pace)
    for way in plan.by_office:
        lines += _release_of_office(plan, way, last, today, pace)
    return lines


def _side(side: Side, last: datetime, today: date, pace: Pace) -> Iterator[Line]:
    steps = paths.SIDE[side.workflow][side.way]
    opening = Step(code=_OPENED_BY.get(side.workflow, "open"))
    at = _begin(side.way, steps, last, today, pace)
    yield Line(
        at=at,
        step=opening,
        workflow=side.workflow,
        chosen=() if side.respondent is None else (side.respondent,),
        by_hand=True,
    )
    for moment, step in pace.lay(at, steps, pace.gaps(steps)):
        yield Line(at=moment, step=step, workflow=side.workflow, respondent=side.respondent)


def _release(plan: Plan, way: str, last: datetime, today: date, pace: Pace) -> Iterator[Line]:
    steps = paths.RELEASED[way]
    if way == "embargoed":
        until = {"embargo": today + _EMBARGO}
        steps = (*steps[:-1], replace(steps[-1], answers=until))
    at = _begin(way, steps, last, today, pace)
    yield Line(
        at=at,
        step=Step(code="draft", answers={"summary": _SUMMARY}),
        workflow="publication",
        chosen=tuple(range(1, len(plan.people) + 1)),
        by_hand=True,
    )
    for moment, step in pace.lay(at, steps, pace.gaps(steps)):
        yield Line(at=moment, step=step, workflow="publication")


def _release_of_office(
    plan: Plan, way: str, last: datetime, today: date, pace: Pace
) -> Iterator[Line]:
    """Yield a release of the office that followed up, on the last of its respondents."""
    steps = paths.RELEASED_BY_OFFICE[way]
    at = _begin(way, steps, last, today, pace)
    yield Line(
        at=at,
        step=Step(code="draft", who="dewa"),
        workflow="office_publication",
        chosen=(len(plan.people),),
        by_hand=True,
    )
    for moment, step in pace.lay(at, steps, pace.gaps(steps)):
        yield Line(at=moment, step=step, workflow="office_publication")


def _begin(way: str, steps: tuple[Step, ...], last: datetime, today: date, pace: Pace) -> datetime:
    if way not in _UNDER_WAY:
        return pace.morning_after(last.date(), _SOON)
    days = sum(step.most for step in steps) + 1
    return max(last, pace.morning(pace.calendar.workday_before(today, days)))

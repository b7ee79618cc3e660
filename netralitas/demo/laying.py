"""From the plan of a case to its script: every step on its day, and what the forms say."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from netralitas.audit.domain import Moment, Precision
from netralitas.cases.answers import DeadlineKind, LetterDeadline
from netralitas.cases.domain import Channel, NewCase, Source
from netralitas.demo import paths
from netralitas.demo.beside import beside
from netralitas.demo.matters import INFORMANT, REPORTERS, description, subject
from netralitas.demo.pacing import Pace
from netralitas.demo.plans import Course, Plan
from netralitas.demo.regency import DISTRICTS
from netralitas.demo.scripts import Line, Script, Step
from netralitas.workflows import current

_OPENING: Final = {
    Source.REPORT: "report_received",
    Source.FINDING: "finding_submitted",
    Source.INFORMATION: "information_received",
}
_CHANNELS: Final = {
    Source.REPORT: Channel.DESK,
    Source.FINDING: Channel.SUPERVISION,
    Source.INFORMATION: Channel.TELEPHONE,
}
_FORWARDS: Final = frozenset({"forward", "forward_straight"})
_PASSED_TO: Final = {"organiser_ethics": "kpu", "criminal": "gakkumdu"}
_FIXED_AFTER: Final = timedelta(days=75)


def cut(workflow: str, state: str, steps: Sequence[Step], until: str | None) -> tuple[Step, ...]:
    """Return the steps from `state` on up to the one that first reaches `until`, with it."""
    if until is None:
        return tuple(steps)
    if state == until:
        return ()
    declared = current(workflow)
    for taken, step in enumerate(steps, start=1):
        if not step.fact:
            state = declared.move(step.code).target or state
        if state == until:
            return tuple(steps[:taken])
    raise LookupError(f"{workflow} does not come to {until} this way")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gone:
    """What a respondent's course consists of, its days drawn: `days` from the forwarding on."""

    course: Course
    referred: tuple[Step, ...]
    followed: tuple[Step, ...]
    gaps: tuple[int, ...]

    @property
    def days(self) -> int:
        return sum(self.gaps)


class Layer:
    """Lays plans on days."""

    def __init__(self, pace: Pace, elections: dict[str, int], today: date) -> None:
        """`elections` are ids by code; what is open is counted back from `today`."""
        self._pace = pace
        self._elections = elections
        self._today = today

    def script(self, plan: Plan) -> Script:
        """Return the script of a plan."""
        handling = self._handling(plan)
        gaps = self._pace.gaps(handling)
        courses = [self._gone(course) for course in plan.courses]
        begun = plan.received or self._begun(plan, handling, gaps, courses)
        lines = [*self._lines(plan, begun, handling, gaps, courses)]
        last = max((line.at for line in lines), default=begun)
        lines += beside(plan, last, self._today, self._pace)
        if plan.written_down is not None:
            lines = [_late(line, at) for line, at in self._later(plan.written_down, lines)]
        reporter = INFORMANT if plan.source is Source.INFORMATION else REPORTERS[plan.reporter]
        return Script(
            keeper=plan.keeper,
            taken_by="wulan" if plan.source is Source.FINDING else plan.keeper,
            new=self._matter(plan, begun),
            reporter=None if plan.source is Source.FINDING else reporter,
            lines=tuple(sorted(lines, key=lambda line: line.at)),
            taken_in=plan.written_down or begun,
        )

    def _handling(self, plan: Plan) -> tuple[Step, ...]:
        steps = {**paths.TO_PLENARY, **paths.UNREGISTERED, "straight": paths.STRAIGHT}[plan.way]
        if plan.decided is not None:
            steps = (*steps, *paths.DECIDED[plan.decided])
        return cut("handling", _OPENING[plan.source], steps, plan.until)

    def _gone(self, course: Course) -> _Gone:
        referred = cut(
            "referral", "forwarded", paths.REFERRED[course.referred], course.referred_until
        )
        followed: tuple[Step, ...] = ()
        if course.followed is not None:
            whole = paths.FOLLOWED[course.followed]
            followed = cut("discipline", "arrived", whole, course.followed_until)
        gaps = self._pace.gaps((*referred, *followed))
        if course.stall and len(followed) > 2:
            gaps[len(referred) + 2] += course.stall
        return _Gone(course=course, referred=referred, followed=followed, gaps=tuple(gaps))

    def _begun(
        self, plan: Plan, handling: Sequence[Step], gaps: Sequence[int], gone: Sequence[_Gone]
    ) -> datetime:
        """Return when an open case was received: so long ago that its last step was as planned."""
        days = sum(gaps) + plan.age
        places = [at for at, step in enumerate(handling) if step.code in _FORWARDS]
        for place in places:
            since = max((each.days + each.course.age for each in gone), default=plan.age)
            days = sum(gaps[: place + 1]) + max(since, sum(gaps[place + 1 :]) + plan.age)
        on = self._pace.calendar.workday_before(self._today, days + 1, inclusive=True)
        return self._pace.morning(on)

    def _lines(
        self,
        plan: Plan,
        begun: datetime,
        handling: Sequence[Step],
        gaps: Sequence[int],
        gone: Sequence[_Gone],
    ) -> Iterator[Line]:
        for at, step in self._pace.lay(begun, handling, gaps):
            if step.code in _FORWARDS:
                yield from self._forwarded(plan, at, step, gone)
            else:
                yield Line(at=at, step=_handled(plan, step))

    def _forwarded(
        self, plan: Plan, at: datetime, step: Step, gone: Sequence[_Gone]
    ) -> Iterator[Line]:
        """Yield a hand-over to each receiver, and what became of each respondent there."""
        receivers = list(dict.fromkeys(each.course.to for each in gone))
        for place, receiver in enumerate(receivers):
            chosen = [n for n, each in enumerate(gone, start=1) if each.course.to == receiver]
            sent = at + timedelta(minutes=10 * place)
            code = step.code if place == 0 else "forward_more"
            named = replace(step, code=code, answers={"addressee": receiver})
            yield Line(at=sent, step=named, chosen=tuple(chosen))
        for ordinal, each in enumerate(gone, start=1):
            yield from self._followed(plan, at, ordinal, each)

    def _followed(self, plan: Plan, at: datetime, ordinal: int, gone: _Gone) -> Iterator[Line]:
        """Yield the lines of one respondent; while it is open, the receiver was slow at first."""
        course, gaps = gone.course, list(gone.gaps)
        if plan.received is None and gaps:
            slack = self._pace.calendar.workdays_between(at.date(), self._today)
            gaps[0] += max(0, slack - gone.days - course.age)
        laid = list(self._pace.lay(at, (*gone.referred, *gone.followed), gaps))
        referred, followed = laid[: len(gone.referred)], laid[len(gone.referred) :]
        for moment, step in referred:
            yield Line(
                at=moment,
                step=_referred(course, step),
                workflow="referral",
                respondent=ordinal,
            )
        for moment, step in followed:
            yield Line(
                at=moment,
                step=_decided(course, step, moment),
                workflow="discipline",
                respondent=ordinal,
            )
        if course.followed is not None:
            handed = referred[-1][0]
            closed = followed[-1][0] if course.followed_until is None else None
            yield from self._pressed(course, handed, closed, ordinal)

    def _pressed(
        self, course: Course, handed: datetime, closed: datetime | None, ordinal: int
    ) -> Iterator[Line]:
        steps = paths.PRESSED[course.pressed]
        for moment, step in self._pace.lay(handed, steps, self._pace.gaps(steps)):
            if closed is None or moment < closed:
                yield Line(at=moment, step=step, workflow="compliance", respondent=ordinal)

    def _matter(self, plan: Plan, begun: datetime) -> NewCase:
        first, (code, name) = plan.people[0], DISTRICTS[plan.district]
        post = (first.position or "Pegawai").split(" Ahli")[0].split(" Terampil")[0]
        said = subject(post if first.name else "Orang tak dikenal berseragam", plan.act)
        act_on = begun.date() - timedelta(days=self._pace.rng.randint(1, 4))
        election = None if plan.election is None else self._elections[plan.election]
        known = plan.written_down is None
        return NewCase(
            source=plan.source,
            channel=_CHANNELS[plan.source],
            regime=plan.regime,
            theme=plan.theme,
            region=code,
            subject=said,
            description=description(said, f"Kecamatan {name}"),
            received=Moment.time(begun) if known else Moment.day(begun.date()),
            act_on=act_on if known else act_on.replace(day=1),
            act_precision=Precision.DAY if known else Precision.MONTH,
            known_on=begun.date() - timedelta(days=1) if known else None,
            place=f"Kecamatan {name}",
            election=election,
            respondents=plan.people,
        )

    def _later(self, written: datetime, lines: Sequence[Line]) -> Iterator[tuple[Line, datetime]]:
        ordered = sorted(lines, key=lambda line: line.at)
        for place, line in enumerate(ordered, start=1):
            yield line, written + timedelta(minutes=7 * place)


def _late(line: Line, written: datetime) -> Line:
    """Return a line that was written down later, when no more than its month was known."""
    month = line.at.date().replace(day=1)
    happened = Moment(precision=Precision.MONTH, on=month)
    return replace(line, at=written, happened=happened, dated=line.at)


def _handled(plan: Plan, step: Step) -> Step:
    if step.code == "transfer":
        return replace(step, answers={"addressee": "panwascam"})
    if step.code == "pass_on":
        return replace(step, answers={"addressee": _PASSED_TO[plan.decided or ""]})
    return step


def _referred(course: Course, step: Step) -> Step:
    if step.code != "recommend":
        return step
    said = {"recommended": course.recommended.value, "follow_up_office": course.office}
    return replace(step, answers=said)


def _decided(course: Course, step: Step, at: datetime) -> Step:
    if step.code == "receive":
        fixed = course.deadline is DeadlineKind.FIXED
        on = (at + _FIXED_AFTER).date() if fixed else None
        return replace(
            step, answers={"letter_deadline": LetterDeadline(kind=course.deadline, on=on)}
        )
    if step.code in {"fix_decree", "state_moral"}:
        return replace(step, answers={"imposed": course.imposed})
    if step.code == "decide_objection_lightened":
        return replace(step, answers={"imposed": "promotion_delayed"})
    return step

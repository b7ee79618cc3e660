"""Draws the cases that no hand has told: by weights, from one chance, the same each time."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from random import Random
from typing import Final, TypeVar

from netralitas.cases.answers import DeadlineKind
from netralitas.cases.domain import (
    Employment,
    Person,
    PositionClass,
    SanctionLevel,
    Source,
    Theme,
)
from netralitas.demo import open_deck, seasons
from netralitas.demo.cast import Cast
from netralitas.demo.matters import ACTS, OFFICE_WEIGHTS, REPORTERS
from netralitas.demo.pacing import ZONE, Pace, dealt
from netralitas.demo.plans import Course, Plan
from netralitas.demo.regency import DISTRICTS, KASN_ENDS
from netralitas.demo.seasons import SEASONS, Season
from netralitas.law.domain import Regime

_WRITTEN_DOWN: Final = datetime(2022, 9, 5, 9, tzinfo=ZONE)
"""When the files of before the product were written down, one each working day."""
_NOW: Final = "tl-pemilihan-ulang"
_BESIDES: Final = (Employment.PPPK, Employment.CONTRACT, Employment.VILLAGE_HEAD)
_MORAL: Final = frozenset({SanctionLevel.MORAL_OPEN, SanctionLevel.MORAL_CLOSED})
_RULES_OF_2021: Final = 2022

_Drawn = TypeVar("_Drawn")


class Drawing:
    """Makes plans: of every season that is over, and one for each state of today."""

    def __init__(self, pace: Pace, cast: Cast) -> None:
        """`pace` holds the chance and the calendar, `cast` invents the people."""
        self._pace = pace
        self._rng = pace.rng
        self._cast = cast
        self._posts: list[str] = []
        self._acts: list[str] = []
        self._count = 0

    def plans(self) -> Iterator[Plan]:
        """Yield all plans, the oldest season first."""
        for season in SEASONS:
            yield from self._season(season)
        yield from self._handled()
        yield from self._followed()

    def _season(self, season: Season) -> Iterator[Plan]:
        sources = dealt(self._rng, seasons.SOURCES, season.cases)
        if season.regime is Regime.OUTSIDE:
            sources = [Source.REPORT] * season.cases
        ways = {
            source: dealt(self._rng, seasons.WAYS[source], sources.count(source))
            for source in Source
            if source in seasons.WAYS
        }
        decisions = dealt(self._rng, seasons.DECISIONS, season.cases)
        days = sorted(self._pace.workday(season.first, season.last) for _ in sources)
        for place, (on, source) in enumerate(zip(days, sources, strict=True)):
            way = ways[source].pop()
            received = self._pace.morning(on)
            written = _WRITTEN_DOWN + timedelta(days=7 * place) if place < season.late else None
            yield self._past(season, source, way, decisions.pop(), received, written)

    def _past(
        self,
        season: Season,
        source: Source,
        way: str,
        decision: str,
        received: datetime,
        written: datetime | None,
    ) -> Plan:
        outside = season.regime is Regime.OUTSIDE
        decided = decision if way in _DECIDABLE and not outside else None
        forwarded = outside or decided == "other_law"
        amount = self._dealt_amount() if forwarded else 1
        people = tuple(self._person(decided) for _ in range(amount))
        courses = tuple(self._course(person, received) for person in people) if forwarded else ()
        return self._plan(
            source,
            people,
            regime=season.regime,
            election=season.election,
            way="straight" if outside else way,
            decided=decided,
            courses=courses,
            received=received,
            written_down=written,
        )

    def _plan(self, source: Source, people: tuple[Person, ...], **more: object) -> Plan:
        self._count += 1
        theme = Theme.NEUTRALITY if self._count % 12 else Theme.MONEY_POLITICS
        values = {"regime": Regime.PEMILIHAN, "election": _NOW, **more}
        return Plan(
            source=source,
            people=people,
            act=self._act(),
            theme=theme,
            keeper=("rina", "bagas")[self._count % 2],
            district=self._rng.randrange(len(DISTRICTS)),
            reporter=self._rng.randrange(len(REPORTERS)),
            **values,  # type: ignore[arg-type]  # fields of a plan by name
        )

    def _handled(self) -> Iterator[Plan]:
        for source, way, decided, until in open_deck.HANDLED:
            age = 0 if until in _FRESH else self._rng.randint(1, 2)
            yield self._plan(
                source, (self._person(decided),), way=way, decided=decided, until=until, age=age
            )

    def _followed(self) -> Iterator[Plan]:
        for place, (name, courses) in enumerate(open_deck.FOLLOWED.items()):
            closed = name in open_deck.CLOSED
            until = None if closed else ("forwarded", "status_announced")[place % 2]
            people = tuple(self._cast.civil_servant(PositionClass(self._post())) for _ in courses)
            yield self._plan(
                *((Source.FINDING, Source.REPORT)[place % 2], people),
                way=("finding", "report")[place % 2],
                decided="other_law",
                until=until,
                courses=courses,
            )
        kinds = (*_BESIDES, Employment.MILITARY)
        yield self._plan(
            Source.FINDING,
            tuple(self._cast.employed(kind) for kind in kinds),
            way="finding",
            decided="other_law",
            until="status_announced",
            courses=open_deck.BESIDES,
        )

    def _course(self, person: Person, received: datetime) -> Course:
        """Return what became of somebody whose matter is over."""
        to = "kasn" if received.date() < KASN_ENDS else "bkn"
        if person.employment in {Employment.CONTRACT, Employment.VILLAGE_HEAD}:
            office = "setda" if person.employment is Employment.VILLAGE_HEAD else "bkpsdm"
            return Course(
                to=office,
                referred="taken_up",
                followed="unit",
                office=office,
                imposed="unit_sanction",
            )
        referral = _drawn(self._rng, seasons.REFERRALS)
        if referral != "recommended":
            return Course(to=to, referred=referral)
        return self._recommended(person, to, received)

    def _recommended(self, person: Person, to: str, received: datetime) -> Course:
        old = received.year < _RULES_OF_2021
        level = _drawn(self._rng, seasons.OLD_LEVELS if old else seasons.LEVELS)
        followed, imposed = self._decided(person, level)
        slow = self._rng.random() < 0.2
        return Course(
            to=to,
            referred=to,
            followed=followed,
            recommended=level,
            imposed=imposed,
            office="inspektorat" if self._rng.random() < 0.06 else "bkpsdm",
            deadline=_deadline(to, followed),
            stall=self._rng.randint(18, 34) if slow else 0,
            pressed=self._rng.choice(("reminded", "reminded", "unblocked")) if slow else "watching",
        )

    def _decided(self, person: Person, level: SanctionLevel) -> tuple[str, str]:
        if person.employment is Employment.PPPK:
            return "pppk", "agreement_sanction"
        imposed = self._rng.choice(seasons.KINDS[level])
        if level in _MORAL:
            return self._rng.choice(("ethics", "ethics", "ethics", "ethics_absent")), imposed
        if level is SanctionLevel.DISMISSAL:
            return "dismissal", imposed
        followed = _drawn(self._rng, seasons.DISCIPLINED)
        return followed, "honourable_dismissal" if followed == "appeal_upheld" else imposed

    def _person(self, decided: str | None) -> Person:
        if decided == "organiser_ethics":
            return self._cast.employed(Employment.ORGANISER)
        post = self._post(besides=True)
        if post == "besides":
            return self._cast.employed(self._rng.choice(_BESIDES))
        return self._cast.civil_servant(PositionClass(post))

    def _post(self, *, besides: bool = False) -> str:
        while True:
            if not self._posts:
                self._posts = dealt(self._rng, OFFICE_WEIGHTS, 50)
            post = self._posts.pop()
            if besides or post != "besides":
                return post

    def _act(self) -> str:
        if not self._acts:
            self._acts = dealt(self._rng, {act.code: act.weight for act in ACTS}, 50)
        code = self._acts.pop()
        return self._rng.choice(next(act.subjects for act in ACTS if act.code == code))

    def _dealt_amount(self) -> int:
        return _drawn(self._rng, seasons.RESPONDENTS)


_DECIDABLE: Final = frozenset({"report", "completed", "finding", "information"})
_FRESH: Final = frozenset({"information_received", "finding_submitted", "incomplete"})


def _drawn(rng: Random, weights: Mapping[_Drawn, int]) -> _Drawn:
    """Return one of these things by chance."""
    (drawn,) = rng.choices(list(weights), list(weights.values()))
    return drawn


def _deadline(to: str, followed: str) -> DeadlineKind:
    if to != "bkn":
        return DeadlineKind.DEFAULT
    examined = followed.startswith(("discipline", "objection", "appeal", "not_proven"))
    return DeadlineKind.EXAM_FINAL if examined else DeadlineKind.FIXED

"""An invented season of a regency and what two dates publish of it, by whatever protection."""

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from netralitas.cases.domain import PositionClass, Source, Theme
from netralitas.law.domain import Regime
from netralitas.publication.domain import Group, Level, Outcome, ProtectedOutcome, Stage
from netralitas.publication.policy import OWN, PARENTS, THRESHOLD, path, protect
from tests.publication.adversary import KNOWN

type_staff = Mapping[PositionClass, int]
type_shown = Mapping[PositionClass, Group]
type_protection = Callable[[type_staff], type_shown]

LEVELS = (Level.MORAL, Level.MEDIUM, Level.HEAVY)
FEW_HOLDERS = {
    PositionClass.JPT_MADYA: (0, 1),
    PositionClass.JPT_PRATAMA: (7, 33),
    PositionClass.ADMINISTRATOR: (3, 160),
    PositionClass.DISTRICT_HEAD: (4, 17),
    PositionClass.SUPERVISOR: (6, 430),
    PositionClass.WARD_HEAD: (0, 12),
    PositionClass.STAFF: (200, 900),
    PositionClass.FUNCTIONAL: (900, 2500),
    PositionClass.VILLAGE_HEAD: (0, 40),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """What one date shows of one respondent, and by which names at that date whom was meant.

    `date` is 0 for the first one, 1 for the second.
    """

    respondent: int
    date: int
    record: ProtectedOutcome
    means: Mapping[Group, frozenset[PositionClass]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """A regency: its staff at two dates, and what became of each respondent."""

    then: type_staff
    now: type_staff
    outcomes: tuple[Outcome, ...]
    first: int
    corrected: frozenset[int]

    @property
    def most(self) -> type_staff:
        """The most who ever worked in a class."""
        return {one: max(self.then[one], self.now[one]) for one in KNOWN}


def season(chance: random.Random) -> Season:
    """Invent a regency; between the dates a few people came or went in every class."""
    then = {
        one: chance.randint(*chance.choice([(low, min(low + 9, high)), (low, high)]))
        for one, (low, high) in FEW_HOLDERS.items()
    }
    now = {one: max(0, count + chance.randint(-3, 3)) for one, count in then.items()}
    held = [one for one in KNOWN if min(then[one], now[one])]
    outcomes = tuple(_outcome(chance, chance.choice(held)) for _ in range(chance.randint(2, 15)))
    first = chance.randint(1, len(outcomes))
    corrected = frozenset(one for one in range(first) if chance.random() < 0.5)
    return Season(then=then, now=now, outcomes=outcomes, first=first, corrected=corrected)


def _outcome(chance: random.Random, position: PositionClass) -> Outcome:
    return Outcome(
        year=chance.choice((2023, 2024)),
        regime=chance.choice((Regime.PEMILU, Regime.PEMILIHAN)),
        source=chance.choice((Source.REPORT, Source.FINDING)),
        theme=Theme.NEUTRALITY,
        position=position,
        stage=Stage.CONCLUDED,
        level=chance.choice(LEVELS),
        closed=chance.random() < 0.1,
    )


def releases(found: Season, protection: type_protection) -> Iterator[Released]:
    """Yield what each date publishes: first some, later the others and what was corrected."""
    for number, one in enumerate(found.outcomes):
        if one.closed:
            continue
        dates = (0, 1) if number in found.corrected else (int(number >= found.first),)
        for date in dates:
            shown = protection((found.then, found.now)[date])
            (kept,) = protect([one], found.most, 1)
            yield Released(
                respondent=number,
                date=date,
                record=replace(kept, group=shown[one.position]),
                means=_meanings(shown),
            )


def _meanings(shown: type_shown) -> Mapping[Group, frozenset[PositionClass]]:
    """Whom each name means when one knows how many work where: ASN may be anybody."""
    every = {
        group: frozenset(one for one in KNOWN if shown[one] is group) for group in shown.values()
    }
    return {**every, Group.ASN: frozenset(KNOWN)}


def apart(staff: type_staff) -> type_shown:
    """Broken: every class by its own name."""
    return {one: OWN.get(one, Group.ASN) for one in (*PositionClass, *staff)}


def alone(staff: type_staff) -> type_shown:
    """Broken: a small class takes the name above it, its neighbours keep theirs."""
    return {
        one: PARENTS[OWN[one]] if one in OWN and staff.get(one, 0) < THRESHOLD else own
        for one, own in apart(staff).items()
    }


def by_size(staff: type_staff) -> type_shown:
    """Broken over two dates: small ones take along the next smallest, whoever that is then."""
    shown = dict(apart(staff))
    for above in (Group.LEADERS, Group.ADMINISTRATORS, Group.SUPERVISORS, Group.STRUCTURAL):
        below = {shown[one] for one in KNOWN if above in path(shown[one])}
        size = {name: sum(staff[one] for one in KNOWN if shown[one] is name) for name in below}
        merged: list[Group] = []
        for name in sorted(below, key=lambda name: (size[name], name)):
            short = merged and sum(size[one] for one in merged) < THRESHOLD
            if size[name] < THRESHOLD or short:
                merged.append(name)
        shown |= {one: above for one in KNOWN if shown[one] in merged}
    return shown

"""From a package to the case that it becomes here: what is not known stays unknown. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from netralitas.audit.domain import Moment, Precision
from netralitas.cases.as_found.domain import (
    SHARED,
    FoundCase,
    FoundLetter,
    FoundNumber,
    FoundProceeding,
    FoundStep,
)
from netralitas.cases.domain import (
    Channel,
    Employment,
    NewCase,
    NumberKind,
    Person,
    Source,
    Theme,
)
from netralitas.law.domain import Regime, Zone
from netralitas.partners import words
from netralitas.partners.wire import Handed, Package
from netralitas.referral.packages.domain import Manifest, PersonSaid
from netralitas.workflows import current

FORWARDED: Final = "forwarded"
"""The state of a handling of which the receiver is told no more."""

_ANSWER_BY: Final = "answer_awaited"
_LONGEST: Final = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """The office that receives: its id and kind, and the region of the office that sends.

    `numbers` are those that cases of the office that sends bear here already, each with its kind.
    """

    id: int
    kind: str
    region: str
    numbers: frozenset[tuple[str, str]] = frozenset()


def handed(package: Package, manifest: Manifest) -> tuple[Handed, ...]:
    """Return the proceedings that come with a package, about respondents whom it names."""
    known = {said.ordinal for said in manifest.respondents}
    return tuple(
        one for one in package.proceedings if one.workflow in SHARED and one.respondent in known
    )


def placed(package: Package, manifest: Manifest, office: Office, now: datetime) -> FoundCase:
    """Return the case as it is entered, its respondents in the order of the manifest.

    ValueError for a code that is not known here.
    """
    places = {said.ordinal: at for at, said in enumerate(manifest.respondents)}
    coming = handed(package, manifest)
    happened = moment(package, now)
    letters = (_letter(package, manifest, office),) if manifest.letter else ()
    return FoundCase(
        new=_new_case(package, manifest, office, now),
        proceedings=(
            FoundProceeding(workflow="handling"),
            *(
                FoundProceeding(
                    workflow=one.workflow,
                    respondent=places[one.respondent],
                    addressee=office.id,
                    addressee_kind=office.kind,
                )
                for one in coming
            ),
        ),
        steps=(
            FoundStep(proceeding=0, happened=happened, state=package.handling_state or FORWARDED),
            *_steps(package, coming, happened, with_letter=bool(letters)),
        ),
        numbers=tuple(_numbers(manifest, office)),
        letters=letters,
    )


def moment(package: Package, now: datetime) -> Moment:
    """Return when it was handed over, by the clock of the sender but never after ours."""
    return Moment.time(min(package.frozen_at, now), Zone(package.about.zone).value)


def _new_case(package: Package, manifest: Manifest, office: Office, now: datetime) -> NewCase:
    about = package.about
    zone = Zone(about.zone).value
    received = (
        Moment.time(min(about.received_at, now), zone)
        if about.received_at
        else Moment(precision=Precision.UNKNOWN, on=None, zone=zone)
    )
    subject = about.subject or (manifest.letter.subject if manifest.letter else "")
    return NewCase(
        source=Source(about.source),
        channel=Channel(about.channel) if about.channel else Channel.UNKNOWN,
        regime=Regime(about.regime),
        theme=Theme(about.theme or Theme.NEUTRALITY),
        region=about.region or office.region,
        place=about.place,
        subject=(subject or words.NO_SUBJECT)[:_LONGEST],
        description=about.description or "",
        received=received,
        act_on=about.act_on,
        act_precision=Precision(about.act_precision) if about.act_precision else Precision.UNKNOWN,
        known_on=about.known_on,
        respondents=tuple(map(_person, manifest.respondents)),
    )


def _person(said: PersonSaid) -> Person:
    """Return a respondent as the package names them; of the NIP only the office knows the rest."""
    return Person(
        name=said.name,
        employment=Employment(said.employment),
        position=said.position,
        unit=said.unit,
        employer=said.employer,
    )


def _steps(
    package: Package, coming: tuple[Handed, ...], happened: Moment, *, with_letter: bool
) -> Iterator[FoundStep]:
    for at, one in enumerate(coming, start=1):
        facts = opening_facts(one)
        awaited = _awaited(package, one)
        yield FoundStep(
            proceeding=at,
            happened=happened,
            state=one.state,
            facts=(*facts, *((_ANSWER_BY,) if awaited else ())),
            fixed=awaited,
            details={"package": package.digest} if one.handed else {},
            letters=(0,) if with_letter and one.handed else (),
        )


def opening_facts(one: Handed) -> tuple[str, ...]:
    """Return what the hand-over itself says, for a proceeding that stands where it begins."""
    opening = (move for move in current(one.workflow).moves if not move.sources)
    return next((move.facts for move in opening if move.target == one.state), ())


def _awaited(package: Package, one: Handed) -> date | None:
    """Return until when an answer is awaited, where that is counted."""
    counted = one.workflow == "referral" and one.handed and one.state == FORWARDED
    return package.answer_by if counted else None


def _numbers(manifest: Manifest, office: Office) -> Iterator[FoundNumber]:
    """Yield the numbers of the sender that none of its cases here bears yet."""
    for kind, printed in dict.fromkeys((said.kind, said.printed) for said in manifest.numbers):
        if (kind, printed) not in office.numbers:
            yield FoundNumber(kind=NumberKind(kind), printed=printed)


def _letter(package: Package, manifest: Manifest, office: Office) -> FoundLetter:
    said = manifest.letter
    if said is None:
        raise ValueError("no letter")
    return FoundLetter(
        direction="out",
        printed=said.printed[:_LONGEST],
        dated_on=said.dated_on,
        subject=said.subject[:_LONGEST],
        correspondent=office.id,
        answer_by=package.answer_by,
    )

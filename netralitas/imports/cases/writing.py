"""From a case as it stands back to a line: normal form, in which nothing is lost or invented.

Refs are given anew by place (T1, P1, S1), a declared step is written as its state and facts, and
what no field of a case holds stands where the line had it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from netralitas.audit.domain import Moment
from netralitas.cases.as_found.domain import FoundCase, FoundLetter, FoundSanction, FoundStep
from netralitas.cases.domain import Person, Side
from netralitas.imports.cases import words
from netralitas.imports.cases.happenings import RECEPTION
from netralitas.imports.cases.line import (
    HANDLING,
    CaseLine,
    DeadlineLine,
    ExternalLine,
    HappeningLine,
    LetterLine,
    NumberLine,
    ProceedingLine,
    RelatedLine,
    RespondentLine,
    SanctionLine,
)
from netralitas.imports.cases.moments import written
from netralitas.imports.cases.placed import Placed
from netralitas.imports.cases.putting_back import put_back
from netralitas.imports.cases.telling import parted

type_json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """How offices and elections are called in a file, by their ids; `region` is the office's."""

    organisations: Mapping[int, str]
    elections: Mapping[int, str]
    region: str | None


def written_line(placed: Placed, codes: Codes) -> type_json:
    """Return the line of a case in normal form, as JSON values."""
    line: type_json = msgspec.json.decode(msgspec.json.encode(_line(placed, codes)))
    put_back(line, placed.unplaced)
    return line


def _line(placed: Placed, codes: Codes) -> CaseLine:
    found, new = placed.found, placed.found.new
    return CaseLine(
        key=placed.key,
        regime=new.regime,
        subject=None if new.subject == words.UNSAID else new.subject,
        description=new.description,
        source=new.source,
        channel=new.channel,
        theme=new.theme,
        election=codes.elections.get(new.election or 0),
        region=None if new.region == codes.region else new.region,
        place=new.place,
        act=_act(found),
        known=_day(new.known_on),
        received=written(new.received),
        numbers=tuple(
            NumberLine(kind=n.kind, printed=n.printed, issued=_day(n.issued_on))
            for n in found.numbers
        ),
        respondents=tuple(_person(at, one) for at, one in enumerate(new.respondents, start=1)),
        proceedings=tuple(_proceedings(found, codes)),
        letters=tuple(_letter(at, one, codes) for at, one in enumerate(found.letters, start=1)),
        happenings=tuple(_happening(step) for step in _told(found)),
        external=tuple(_external(placed)),
        related=tuple(RelatedLine(kind=one.kind, key=one.key) for one in placed.related),  # type: ignore[arg-type]  # the closed list of RelatedLine, which placed it
    )


def _told(found: FoundCase) -> tuple[FoundStep, ...]:
    """Return the steps that are told as happenings: the reception is what `received` says."""
    reception, *others = found.steps
    usual = RECEPTION[found.new.source]
    plain = (reception.state, reception.facts) == usual and not reception.letters
    return tuple(others) if plain else found.steps


def _act(found: FoundCase) -> str | None:
    new = found.new
    return written(Moment(precision=new.act_precision, on=new.act_on))


def _person(at: int, person: Person) -> RespondentLine:
    return RespondentLine(
        ref=f"T{at}",
        name=person.name,
        employment=person.employment,
        position_class=person.position_class,
        position=person.position,
        unit=person.unit,
        employer=person.employer,
        grade=person.grade,
    )


def _proceedings(found: FoundCase, codes: Codes) -> Iterator[ProceedingLine]:
    for at, one in enumerate(found.proceedings[1:], start=1):
        yield ProceedingLine(
            ref=f"P{at}",
            workflow=one.workflow,  # type: ignore[arg-type]  # one of those that a line can name
            respondent=None if one.respondent is None else f"T{one.respondent + 1}",
            addressee=codes.organisations.get(one.addressee or 0),
        )


def _letter(at: int, letter: FoundLetter, codes: Codes) -> LetterLine:
    said = {
        "ref": f"S{at}",
        "direction": letter.direction,
        "number": letter.printed,
        "dated": _day(letter.dated_on),
        "subject": letter.subject,
        "counterpart": codes.organisations.get(letter.correspondent or 0),
        "method": letter.method,
        "sent": _day(letter.sent_on),
        "received": _day(letter.received_on),
        "proof": letter.proof,
        "answer_by": _day(letter.answer_by),
        "came_back": _day(letter.came_back_on),
        "kept_at": letter.kept_at,
        "reply_to": None if letter.reply_to is None else f"S{letter.reply_to + 1}",
        "copies": letter.copies,
    }
    return msgspec.convert(said, LetterLine)


def _happening(step: FoundStep) -> HappeningLine:
    note, said_by = parted(step.note)
    details = step.details
    sanctions = {one.side: _sanction(one) for one in step.sanctions}
    deadline = details.get("letter_deadline")
    return HappeningLine(
        when=written(step.happened),
        of=f"P{step.proceeding}" if step.proceeding else HANDLING,
        state=step.state,
        facts=step.facts,
        said_by=said_by,
        note=note,
        letters=tuple(f"S{place + 1}" for place in step.letters),
        recommended=sanctions.get(Side.RECOMMENDED),
        imposed=sanctions.get(Side.IMPOSED),
        deadline=msgspec.convert(deadline, DeadlineLine | None),
        **{
            name: _text(details.get(name))
            for name in ("answer_by", "exam_on", "foreign_number", "decree_number")
        },
    )


def _sanction(sanction: FoundSanction) -> SanctionLine:
    return SanctionLine(level=sanction.level, kind=sanction.kind)


def _external(placed: Placed) -> Iterator[ExternalLine]:
    for one in placed.external:
        yield ExternalLine(
            respondent=f"T{one.respondent + 1}",
            system=one.word.system,
            number=one.word.number,
            standing=one.word.standing,
            said=one.word.said,
            as_of=written(one.word.as_of),
            according_to=one.word.according_to,
        )


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _day(on: date | None) -> str | None:
    return None if on is None else on.isoformat()

"""From the rows of a case in the database to what was found: values, place by place. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from netralitas.audit.domain import Moment, Precision
from netralitas.cases.as_found.domain import FoundLetter, FoundSanction, FoundStep
from netralitas.cases.domain import (
    Channel,
    Employment,
    NewCase,
    Person,
    PositionClass,
    SanctionLevel,
    Side,
    Source,
    Theme,
)
from netralitas.database.connection import Row
from netralitas.imports.cases.placed import FoundExternal
from netralitas.law.domain import Regime
from netralitas.referral.external.domain import ExternalStanding, ExternalSystem, ExternalWord

_SAID: Final = frozenset(
    {"letter_deadline", "answer_by", "exam_on", "foreign_number", "decree_number"}
)


def opened_of(rows: Sequence[Row]) -> list[Row]:
    """Return the proceedings with the handling first, the others in the order of their opening."""
    return sorted(rows, key=lambda row: (row["workflow"] != "handling", row["id"]))


def new_case_of(row: Row, people: Sequence[Row], steps: Sequence[FoundStep]) -> NewCase:
    """Return the case of a row with its people, received when the first step says."""
    received = Moment(precision=Precision.UNKNOWN, on=None, zone=row["zone"])
    return NewCase(
        source=Source(row["source"]),
        channel=Channel(row["channel"]),
        regime=Regime(row["regime"]),
        theme=Theme(row["theme"]),
        region=row["region"],
        subject=row["subject"],
        description=row["description"],
        received=steps[0].happened if steps else received,
        act_on=row["act_on"],
        act_precision=Precision(row["act_precision"]),
        known_on=row["known_on"],
        place=row["place"],
        election=row["election"],
        respondents=tuple(
            Person(
                name=person["name"],
                employment=Employment(person["employment"]),
                position_class=PositionClass(person["position_class"]),
                position=person["position"],
                unit=person["unit"],
                employer=person["employer"],
                grade=person["grade"],
            )
            for person in people
        ),
    )


def steps_of(
    events: Sequence[Row],
    places: Mapping[int, int],
    letters: Sequence[Row],
    sanctions: Sequence[Row],
    zone: str,
) -> Iterator[FoundStep]:
    """Yield each event as a step, dated as it was last corrected."""
    corrected = {event["corrects"]: event for event in events if event["corrects"]}
    for event in events:
        if event["corrects"]:
            continue
        dated = event
        while dated["id"] in corrected:
            dated = corrected[dated["id"]]
        moves = event["from_state"] != event["to_state"]
        details = event["details"]
        said = details.get("letters", ())
        named = tuple(each["place"] for each in said if "place" in each)
        filed = tuple(at for at, one in enumerate(letters) if one["event"] == event["id"])
        yield FoundStep(
            proceeding=places[event["proceeding"]],
            happened=_moment(dated, zone),
            state=event["to_state"] if moves or not event["facts"] else None,
            facts=tuple(event["facts"]),
            note=event["note"],
            details={name: value for name, value in details.items() if name in _SAID},
            letters=named if details.get("imported") else filed,
            sanctions=tuple(
                FoundSanction(
                    side=Side(one["side"]), level=SanctionLevel(one["level"]), kind=one["kind"]
                )
                for one in sanctions
                if one["event"] == event["id"]
            ),
        )


def _moment(row: Row, zone: str) -> Moment:
    return Moment(
        precision=Precision(row["precision"]),
        on=row["happened_on"],
        at=row["happened_at"],
        zone=zone,
    )


def letters_of(rows: Sequence[Row], owner: int) -> Iterator[FoundLetter]:
    """Yield the letters as the office of the case has them: to itself is to nobody that we know."""
    places = {row["id"]: at for at, row in enumerate(rows)}
    for row in rows:
        own = row["organisation"] == owner
        other = row["correspondent"] if own else row["organisation"]
        yield FoundLetter(
            direction=row["direction"] if own else "in",
            printed=row["printed"],
            dated_on=row["dated_on"],
            subject=row["subject"],
            correspondent=None if other == owner else other,
            method=row["method"],
            sent_on=row["sent_on"],
            received_on=row["received_on"],
            proof=row["proof"],
            answer_by=row["answer_by"],
            came_back_on=row["came_back_on"],
            kept_at=row["kept_at"],
            reply_to=places.get(row["reply_to"]),
            copies=tuple(row["copies"]),
        )


def external_of(row: Row, people: Mapping[int, int], zone: str) -> FoundExternal:
    """Return what another system says; `people` leads from a respondent to their place."""
    return FoundExternal(
        respondent=people[row["respondent"]],
        word=ExternalWord(
            system=ExternalSystem(row["system"]),
            number=row["number"],
            standing=ExternalStanding(row["standing"]),
            said=row["said"],
            as_of=Moment(precision=Precision(row["as_of_precision"]), on=row["as_of"], zone=zone),
            according_to=row["according_to"],
        ),
    )

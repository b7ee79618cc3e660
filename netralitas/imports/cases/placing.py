"""From a `CaseLine` to a case as it is entered: what has no place is kept, nothing is invented."""

from collections.abc import Iterator

from netralitas.cases.as_found.domain import (
    FoundCase,
    FoundNumber,
    FoundProceeding,
)
from netralitas.cases.domain import NewCase, Person
from netralitas.imports.cases import words
from netralitas.imports.cases.happenings import steps_of
from netralitas.imports.cases.known import Known, day_known, office_of
from netralitas.imports.cases.letters import letters_of
from netralitas.imports.cases.line import HANDLING, CaseLine
from netralitas.imports.cases.moments import moment_of
from netralitas.imports.cases.placed import FoundExternal, Placed, Related
from netralitas.imports.cases.report import Report
from netralitas.imports.cases.telling import Placing
from netralitas.referral.external.domain import ExternalWord
from netralitas.workflow.domain import RunsOn
from netralitas.workflows import current


def place(line: CaseLine, known: Known, report: Report) -> Placed | None:
    """Return the case of a line; None where it is refused, and `report` says why."""
    refs = {each.ref: at for at, each in enumerate(line.respondents)}
    report.hold_unique("respondents", (each.ref for each in line.respondents))
    report.hold_unique("proceedings", (HANDLING, *(each.ref for each in line.proceedings)))
    report.hold_unique("letters", (each.ref for each in line.letters))
    proceedings = _proceedings(line, known, refs, report)
    letters = letters_of(line, known, report)
    new = _new_case(line, known, report)
    if new is None or report.refused():
        return None
    placing = Placing(
        line=line, now=known.now, zone=known.zone, proceedings=proceedings, report=report
    )
    steps = steps_of(placing, new)
    found = FoundCase(
        new=new,
        proceedings=proceedings,
        steps=steps,
        numbers=tuple(
            FoundNumber(kind=n.kind, printed=n.printed, issued_on=day_known(n.issued))
            for n in line.numbers
        ),
        letters=letters,
    )
    placed = Placed(
        line=report.line,
        key=line.key,
        found=found,
        external=tuple(_external(line, known, refs, report)),
        related=tuple(Related(kind=each.kind, key=each.key) for each in line.related),
        unplaced=tuple(report.unplaced),
    )
    return None if report.refused() else placed


def _external(
    line: CaseLine, known: Known, refs: dict[str, int], report: Report
) -> Iterator[FoundExternal]:
    for at, each in enumerate(line.external):
        place = refs.get(each.respondent)
        if place is None:
            path = f"external[{at}].respondent"
            report.refuse(path, words.NO_REFERENCE.format(ref=each.respondent))
            continue
        yield FoundExternal(
            respondent=place,
            word=ExternalWord(
                system=each.system,
                number=each.number,
                standing=each.standing,
                said=each.said,
                as_of=moment_of(each.as_of, known.zone),
                according_to=each.according_to,
            ),
        )


def _new_case(line: CaseLine, known: Known, report: Report) -> NewCase | None:
    region = line.region
    if region is not None and region not in known.regions:
        report.keep("region", region, words.NO_REGION.format(code=region))
        region = None
    region = region or known.region
    if region is None:
        report.refuse("region", words.required(["region"]))
        return None
    election = known.elections.get(line.election) if line.election else None
    if line.election and election is None:
        report.keep("election", line.election, words.NO_ELECTION.format(code=line.election))
    act = moment_of(line.act, known.zone)
    return NewCase(
        source=line.source,
        channel=line.channel,
        regime=line.regime,
        theme=line.theme,
        region=region,
        subject=line.subject or words.UNSAID,
        description=line.description,
        received=moment_of(line.received, known.zone),
        act_on=act.on,
        act_precision=act.precision,
        known_on=day_known(line.known),
        place=line.place,
        election=election,
        respondents=tuple(
            Person(
                name=each.name,
                employment=each.employment,
                position_class=each.position_class,
                position=each.position,
                unit=each.unit,
                employer=each.employer,
                grade=each.grade,
            )
            for each in line.respondents
        ),
    )


def _proceedings(
    line: CaseLine, known: Known, refs: dict[str, int], report: Report
) -> tuple[FoundProceeding, ...]:
    """Return the handling, and the proceedings of the line in its order."""
    found = [FoundProceeding(workflow=HANDLING)]
    for at, each in enumerate(line.proceedings):
        path = f"proceedings[{at}]"
        office = office_of(known, each.addressee, f"{path}.addressee", report)
        runs_on = current(each.workflow).runs_on
        if each.respondent is None and runs_on is RunsOn.RESPONDENT:
            report.refuse(path, words.NO_RESPONDENT)
        if each.respondent is not None and each.respondent not in refs:
            said = words.NO_REFERENCE.format(ref=each.respondent)
            report.refuse(f"{path}.respondent", said)
        found.append(
            FoundProceeding(
                workflow=each.workflow,
                respondent=refs.get(each.respondent or ""),
                addressee=office.id if office else None,
                addressee_kind=office.kind.value if office else None,
            )
        )
    return tuple(found)

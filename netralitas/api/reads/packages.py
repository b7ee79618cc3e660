"""Packages for the system of their receiver."""

from collections.abc import Sequence

from netralitas.access.policy import Field
from netralitas.api.shapes import packages as shapes
from netralitas.cases.queries import CaseView
from netralitas.referral.packages.queries.handed import Handed, HandedLine


def package_list(lines: Sequence[HandedLine], before: str | None) -> shapes.HandedPackageList:
    """Return a page; where nothing more is there, the place that was asked for stands again."""
    return shapes.HandedPackageList(
        items=tuple(
            shapes.HandedPackageLine(
                id=line.id,
                case=line.case,
                digest=line.digest,
                sender=line.sender,
                frozen_at=line.frozen_at,
                answer_by=line.answer_by,
            )
            for line in lines
        ),
        next=str(lines[-1].position + 1) if lines else before,
    )


def package(view: CaseView, handed: Handed) -> shapes.HandedPackage:
    """Return one package with the case as its receiver reads it."""
    found = handed.package
    ordinals = {one.id: one.ordinal for one in view.dossier.respondents}
    states = [one.state for one in view.dossier.proceedings if one.workflow == "handling"]
    letter = handed.letter
    return shapes.HandedPackage(
        id=found.id,
        case=found.case_file,
        digest=found.digest,
        manifest=found.manifest.decode(),
        frozen_at=found.frozen_at,
        answer_by=found.answer_by,
        about=_about(view, handed.region),
        handling_state=states[0] if states else None,
        proceedings=tuple(
            shapes.HandedProceeding(
                id=one.id,
                respondent=ordinals[one.respondent or 0],
                workflow=one.workflow,
                workflow_version=one.workflow_version,
                state=one.state,
                version=one.version,
                handed=one.id in found.proceedings,
            )
            for one in handed.proceedings
        ),
        letter=(
            shapes.HandedLetterShape(id=letter.id, method=letter.method, sent_on=letter.sent_on)
            if letter
            else None
        ),
    )


def _about(view: CaseView, region: str) -> shapes.CaseAbout:
    """Return of the case what its page says to the same reader."""
    file = view.file
    told = Field.SUMMARY in view.seen
    return shapes.CaseAbout(
        source=file.source,
        channel=file.channel if Field.INTAKE in view.seen else None,
        regime=file.regime,
        theme=file.theme if told else None,
        region=region if told else None,
        place=file.place if told else None,
        subject=file.subject if told else None,
        description=file.description if told else None,
        act_on=file.act_on if told else None,
        act_precision=file.act_precision.value if told else None,
        known_on=file.known_on if told else None,
        received_at=file.received_at if told and file.received_precision is not None else None,
        zone=file.zone,
    )

"""What one version of a study says, its stale citations flagged."""

from datetime import date

from netralitas.documents.queries import Document
from netralitas.investigation.study import words
from netralitas.investigation.study.domain import Content
from netralitas.investigation.study.pages import (
    CitedLine,
    ConclusionLine,
    ElementLine,
    PieceLine,
    Said,
)
from netralitas.investigation.study.queries.writing import Writing
from netralitas.law.laws import Register, State

_TITLE = "Kajian dugaan pelanggaran"
_STALE = frozenset({State.REPLACED, State.AMENDED})
_SECTIONS = tuple((each.value, said) for each, said in words.SECTIONS.items())


def said_of(found: Writing, content: Content, laws: Register) -> Said:
    """Return what a version says, its stale citations flagged."""
    pieces = {each.id: each for each in found.evidence}
    concluded = {each.respondent: each for each in content.conclusions}

    def cited(text: str) -> CitedLine:
        return CitedLine(text=text, stale=stale_in(laws, text, found.act_on))

    return Said(
        facts=content.facts,
        pieces=tuple(_piece(found, one, pieces.get(one)) for one in content.evidence),
        evidence_said=content.evidence_said,
        elements=tuple(
            ElementLine(cited=cited(e.article), element=e.element, analysis=e.analysis)
            for e in content.elements
        ),
        citations=tuple(map(cited, content.citations)),
        conclusions=tuple(
            ConclusionLine(
                called=one.called,
                post=one.post,
                findings=words.findings_said(concluded[one.id].findings)
                if one.id in concluded
                else "",
                reason=concluded[one.id].reason if one.id in concluded else "",
            )
            for one in found.people
        ),
    )


def stale_in(laws: Register, text: str, on: date) -> str | None:
    """Return what replaced or amended the laws cited in the text by the day `on`, or None."""
    standings = (laws.standing(law.id, on) for law in laws.cited(text))
    said = [each.sentence for each in standings if {each.state, each.perhaps} & _STALE]
    return "; ".join(said) or None


def _piece(found: Writing, identity: int, piece: Document | None) -> PieceLine:
    if piece is None:
        return PieceLine(title=f"Berkas {identity} (tidak dapat Anda baca)", href=None)
    return PieceLine(title=piece.title, href=f"{found.base}/dokumen/{identity}")

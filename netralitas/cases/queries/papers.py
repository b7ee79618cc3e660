"""The documents and letters of a case, as far as its reader may see them."""

from datetime import date

import msgspec

from netralitas.access.policy import Field, Permission
from netralitas.cases import words
from netralitas.cases.queries.file import CaseView, hold_possible
from netralitas.correspondence.domain import Direction
from netralitas.correspondence.queries import Letter, letters_of
from netralitas.database.connection import Connection
from netralitas.documents.domain import DocumentKind
from netralitas.documents.queries import Document, document, documents_of
from netralitas.refusals import NotVisible

SHOWN_WITH = {
    DocumentKind.STUDY_DRAFT: Field.STUDY_DRAFT,
    DocumentKind.PRELIMINARY_STUDY: Field.DECISION,
    DocumentKind.STUDY: Field.DECISION,
    DocumentKind.MINUTES: Field.DECISION,
    DocumentKind.EVIDENCE_LIST: Field.EVIDENCE,
    DocumentKind.EVIDENCE: Field.EVIDENCE,
    DocumentKind.TEAM_DECREE: Field.LETTERS,
    DocumentKind.EXAM_MINUTES: Field.LETTERS,
    DocumentKind.EXAM_REPORT: Field.LETTERS,
    DocumentKind.DECREE: Field.LETTERS,
    DocumentKind.DELIVERY_RECEIPT: Field.LETTERS,
    DocumentKind.LETTER: Field.LETTERS,
    DocumentKind.PROOF: Field.LETTERS,
    DocumentKind.OTHER: Field.EVIDENCE,
}
"""Which part of the case each kind of paper belongs to."""

_DIGEST_SHOWN = 12
_EVIDENCE_SHOWN = 10


class PaperLine(msgspec.Struct, frozen=True, kw_only=True):
    """A paper in the list of its case; evidence has a page, every other paper is its file."""

    kind: str
    title: str
    size: int
    digest: str
    href: str
    is_file: bool


class LetterLine(msgspec.Struct, frozen=True, kw_only=True):
    """A letter in the list of its case; number as printed."""

    href: str
    direction: str
    printed: str
    subject: str
    dated_on: date | None
    way: str


class Papers(msgspec.Struct, frozen=True, kw_only=True):
    """The papers of a case; of much evidence the latest, and where all of it is listed."""

    lines: tuple[PaperLine, ...]
    evidence: int
    all_evidence: str | None


async def papers_of(connection: Connection, view: CaseView) -> Papers:
    """Return the papers of the case that the reader may open; one statement."""
    found = await documents_of(connection, view.dossier.id)
    seen = [paper for paper in found if may_open(view, paper)]
    evidence = [paper for paper in seen if paper.ordinal is not None]
    left_out = {paper.id for paper in evidence[:-_EVIDENCE_SHOWN]}
    return Papers(
        lines=tuple(_paper(paper) for paper in seen if paper.id not in left_out),
        evidence=len(evidence),
        all_evidence=f"/perkara/{view.dossier.id}/bukti" if evidence else None,
    )


async def paper_of(connection: Connection, view: CaseView, wanted: int) -> Document:
    """Return the paper to download; NotVisible when the reader may not open it."""
    hold_possible(wanted)
    paper = await document(connection, view.dossier.id, wanted)
    if not may_open(view, paper):
        raise NotVisible
    return paper


async def correspondence_of(connection: Connection, view: CaseView) -> tuple[LetterLine, ...]:
    """Return the letters in and out that the reader may see."""
    if Field.LETTERS not in view.seen:
        return ()
    case = view.dossier.id
    return tuple(_letter(case, letter) for letter in await letters_of(connection, case))


def address_of(paper: Document) -> str:
    """Return where a paper is: evidence has a page of its own, with the log of who used it."""
    base = f"/perkara/{paper.case_file}"
    return (
        f"{base}/dokumen/{paper.id}" if paper.ordinal is None else f"{base}/bukti/{paper.ordinal}"
    )


def may_open(view: CaseView, paper: Document) -> bool:
    """Say whether the reader reads papers, and this kind belongs to what they see of the case."""
    if not view.may(Permission.READ_DOCUMENT):
        return False
    return SHOWN_WITH[DocumentKind(paper.kind)] in view.seen


def _paper(paper: Document) -> PaperLine:
    return PaperLine(
        kind=words.PAPERS[DocumentKind(paper.kind)],
        title=paper.title,
        size=paper.size,
        digest=paper.digest[:_DIGEST_SHOWN],
        href=address_of(paper),
        is_file=paper.ordinal is None,
    )


def _letter(case: int, letter: Letter) -> LetterLine:
    out = letter.direction == Direction.OUT
    other = f"{'kepada' if out else 'dari'} {letter.correspondent}"
    if letter.correspondent == letter.organisation:
        other = ""
    known = [other, words.METHODS.get(letter.method or "", "").lower()]
    return LetterLine(
        href=f"/perkara/{case}/surat/{letter.id}",
        direction="Surat keluar" if out else "Surat masuk",
        printed=letter.printed,
        subject=letter.subject,
        dated_on=letter.dated_on,
        way=", ".join(text for text in known if text),
    )

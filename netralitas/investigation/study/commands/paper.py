"""What the paper of a study says: plain text, section by section."""

from netralitas.cases.queries import CaseView, title
from netralitas.database.connection import Connection
from netralitas.documents.official.commands import Block, Content, Signature
from netralitas.investigation.study import words
from netralitas.investigation.study.domain import Conclusion, Section, Study
from netralitas.investigation.study.queries.people import People, evidence_of


async def content_of(
    c: Connection, view: CaseView, study: Study, people: tuple[People, ...]
) -> Content:
    """Return the paper of the last version: who wrote it signs, and the second reader."""
    said = study.versions[-1].content
    titles = {each.id: each.title for each in await evidence_of(c, view.dossier.id)}
    concluded = {each.respondent: each for each in said.conclusions}
    pieces = tuple(titles[one] for one in said.evidence if one in titles)
    body = (
        Block(heading=words.SECTIONS[Section.FACTS], text=_paragraphs(said.facts)),
        Block(
            heading=words.SECTIONS[Section.EVIDENCE],
            text=_paragraphs(said.evidence_said),
            items=pieces,
        ),
        Block(
            heading=words.SECTIONS[Section.ELEMENTS],
            pairs=tuple((f"{e.article}: {e.element}", e.analysis) for e in said.elements),
        ),
        Block(heading="Dasar hukum", items=said.cited),
        Block(
            heading=words.SECTIONS[Section.CONCLUSIONS],
            pairs=tuple(
                (one.called, _concluded(concluded[one.id])) for one in people if one.id in concluded
            ),
        ),
    )
    return Content(
        subject="Kajian dugaan pelanggaran",
        facts=(
            ("Nomor perkara", title(view)),
            (
                "Terlapor",
                "; ".join(", ".join(filter(None, (one.called, one.post))) for one in people),
            ),
            ("Versi", str(study.number)),
        ),
        body=tuple(block for block in body if block.text or block.pairs or block.items),
        signatures=_signatures(study),
    )


def _concluded(found: Conclusion) -> str:
    return f"{words.findings_said(found.findings)}. {found.reason}"


def _signatures(study: Study) -> tuple[Signature, ...]:
    """Return who signs: every author, and who approved the last version."""
    authors = tuple(dict.fromkeys(each.author for each in study.versions))
    read = [each.reader for each in study.readings if each.version == study.number]
    return (
        *(Signature(label="Penyusun", name=name) for name in authors),
        *(Signature(label="Pembaca kedua", name=name) for name in read[-1:]),
    )


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())

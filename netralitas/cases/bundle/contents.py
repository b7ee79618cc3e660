"""What goes into the bundle of a case: all that its reader may see, and the proof of it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

import msgspec

from netralitas.access.policy import Field, Permission
from netralitas.cases import words as case_words
from netralitas.cases.bundle import words
from netralitas.cases.bundle.bag import PAYLOAD, Member, made
from netralitas.cases.bundle.proof import Proof, events_of, proof_of
from netralitas.cases.queries import CaseView, page_of
from netralitas.cases.queries.page import CasePage
from netralitas.cases.queries.papers import may_open
from netralitas.cases.queries.people import Standing
from netralitas.cases.queries.timeline import Wanted, may_see
from netralitas.database.connection import Connection
from netralitas.documents.domain import DocumentKind
from netralitas.documents.queries import Document, documents_of
from netralitas.documents.rendering import render
from netralitas.evidence.domain import extension
from netralitas.language import as_source
from netralitas.law.domain import Zone
from netralitas.law.words import moment

TEMPLATE: Final = "bundle"
_WHOLE: Final = frozenset({Field.HANDLING, Field.NOTES, Field.EXCLUSIONS, Field.LETTERS})
_ALL: Final = 100_000  # events; no case has as many


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """A paper or piece of evidence in the list of contents."""

    path: str
    kind: str
    title: str
    classification: str
    size: int
    sha256: str


class Happened(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of the timeline, in words."""

    when: str
    recorded: str | None
    sentence: str
    who: str
    details: tuple[str, ...]
    concerned: tuple[str, ...]
    note: str | None


class Contents(msgspec.Struct, frozen=True, kw_only=True):
    """The list of contents as it is printed and as a machine reads it."""

    title: str
    office: str
    footer: str
    letterhead: tuple[str, ...]
    classification: str
    facts: tuple[tuple[str, str], ...]
    about: tuple[str, ...]
    description: str
    respondents: tuple[tuple[str, str, str], ...]
    papers: tuple[Listed, ...]
    timeline: tuple[Happened, ...]


class Gathered(msgspec.Struct, frozen=True, kw_only=True):
    """What was read in one moment: the contents, the kept files behind them, the proof."""

    contents: Contents
    files: tuple[Document, ...]
    proof: Proof


async def gather(connection: Connection, view: CaseView, purpose: str) -> Gathered:
    """Return everything that the reader of the view may take along; NotAllowed: no papers at all.

    `purpose` is what the bundle is for, in words.
    """
    view.hold(Permission.READ_DOCUMENT)
    page = await page_of(connection, view, Wanted(most=_ALL))
    papers = await documents_of(connection, view.dossier.id)
    files = tuple(paper for paper in papers if may_open(view, paper))
    rows = await events_of(connection, view.dossier.id)
    seen = [row for row in rows if may_see(view, row["name"], row["about"])]
    proof = await proof_of(connection, seen, whole=view.seen >= _WHOLE)
    return Gathered(contents=_contents(view, page, files, purpose), files=files, proof=proof)


async def payload(gathered: Gathered, at: datetime) -> tuple[Member, ...]:
    """Return the files of the bag: what was made of the contents, then the originals."""
    contents = gathered.contents
    text = await render(TEMPLATE, contents, at)
    files = zip(contents.papers, gathered.files, strict=True)
    return (
        made(f"{PAYLOAD}daftar-isi.pdf", text),
        made(f"{PAYLOAD}daftar-isi.json", _json(contents)),
        made(f"{PAYLOAD}jejak-audit.json", _json(gathered.proof)),
        *(
            Member(path=f"{PAYLOAD}{listed.path}", size=paper.size, sha256=paper.digest)
            for listed, paper in files
        ),
    )


def _json(content: msgspec.Struct) -> bytes:
    return msgspec.json.format(msgspec.json.encode(content, enc_hook=as_source), indent=1)


def _contents(view: CaseView, page: CasePage, files: Sequence[Document], purpose: str) -> Contents:
    return Contents(
        title=words.TITLE,
        office=view.actor.organisation_name,
        footer=f"{words.TITLE} {page.number} · {words.CLASSIFICATION}",
        letterhead=(),
        classification=words.CLASSIFICATION,
        facts=_facts(view, page, purpose),
        about=words.ABOUT,
        description=page.description or "",
        respondents=tuple(
            (person.name, person.position or "", " · ".join(_stands(person.standings)))
            for person in page.respondents
        ),
        papers=tuple(map(_listed, files)),
        timeline=tuple(
            Happened(
                when=entry.when,
                recorded=entry.recorded,
                sentence=entry.sentence,
                who=entry.who,
                details=entry.details,
                concerned=tuple(each.name for each in entry.subjects if each.name),
                note=entry.note,
            )
            for entry in reversed(page.timeline.entries)
        ),
    )


def _stands(standings: Sequence[Standing]) -> list[str]:
    return [f"{standing.title}: {standing.state}" for standing in standings]


def _facts(view: CaseView, page: CasePage, purpose: str) -> tuple[tuple[str, str], ...]:
    numbers = page.numbers or ()
    subject = (("Perihal", page.subject),) if page.subject else ()
    return (
        ("Perkara", page.number),
        *((figure.label, figure.value) for figure in numbers),
        ("Jenis", page.caption),
        *subject,
        *((figure.label, figure.value) for figure in page.summary),
        ("Klasifikasi", words.CLASSIFICATION),
        ("Tujuan", purpose),
        ("Dibuat oleh", f"{view.actor.name}, {view.actor.organisation_name}"),
        ("Dibuat pada", moment(view.now, Zone(view.dossier.zone))),
    )


def _listed(paper: Document) -> Listed:
    kind = paper.kind.replace("_", "-")
    folder = "bukti" if paper.kind == DocumentKind.EVIDENCE else "naskah"
    return Listed(
        path=f"{folder}/{paper.id:06}-{kind}.{extension(paper.media_type)}",
        kind=case_words.PAPERS[DocumentKind(paper.kind)],
        title=paper.title,
        classification=words.CLASSIFICATION,
        size=paper.size,
        sha256=paper.digest,
    )

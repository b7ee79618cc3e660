"""One letter of a case: what stands on it, its way, its replies, what it brought about."""

from collections.abc import Iterator, Sequence
from typing import Final

from netralitas.access.policy import Field, Permission
from netralitas.audit.domain import Moment, Precision
from netralitas.cases import words as case_words
from netralitas.cases.queries import CaseView, title
from netralitas.cases.queries.papers import may_open
from netralitas.cases.queries.timeline import may_see
from netralitas.correspondence.domain import AddressKind, Direction
from netralitas.correspondence.pages import Copy, Fact, LetterPage, Related
from netralitas.correspondence.queries import Letter, letters_of
from netralitas.correspondence.queries.became import answer_of, receipt_of, standings_of
from netralitas.correspondence.words import (
    ADDRESSES,
    PROOFS,
    UNDATED,
    UNNAMED,
    UNNUMBERED,
    WHOLE_WAYS,
    plain,
)
from netralitas.database.connection import Connection, Row
from netralitas.documents.domain import DocumentKind
from netralitas.documents.queries import Document, documents_of
from netralitas.law.words import day
from netralitas.refusals import NotVisible
from netralitas.web.parts import Crumb, Link

UNKNOWN: Final = "Tidak diketahui"

_EVENT: Final = """
SELECT e.name, e.workflow_version, e.precision, e.happened_on, e.happened_at, e.zone
FROM event e WHERE e.stream = $1 AND e.id = $2
"""
_COPIES: Final = "SELECT name, organisation FROM letter_copy WHERE letter = $1 ORDER BY id"
_REACHED: Final = """
SELECT kind, value FROM office_address
WHERE organisation = $1 AND kind IN ('postal', 'email')
  AND valid_from <= $2 AND (valid_to IS NULL OR $2 < valid_to)
ORDER BY kind = 'email', id
"""


async def letter_of(
    connection: Connection, view: CaseView, wanted: int
) -> tuple[Letter, list[Letter]]:
    """Return the letter and every letter of its case; NotVisible when the reader sees no such."""
    if Field.LETTERS not in view.seen:
        raise NotVisible
    known = await letters_of(connection, view.dossier.id)
    for letter in known:
        if letter.id == wanted:
            return letter, known
    raise NotVisible


async def letter_page(
    connection: Connection, view: CaseView, wanted: int, *, done: bool
) -> LetterPage:
    """Return the page of a letter; NotVisible for who does not read it."""
    letter, known = await letter_of(connection, view, wanted)
    standings = await standings_of(connection, view, letter)
    event = await connection.fetchrow(_EVENT, view.dossier.id, letter.event)
    papers = await documents_of(connection, view.dossier.id)
    copies = await connection.fetch(_COPIES, letter.id)
    replies = [other for other in known if other.reply_to == letter.id]
    seen = event is not None and may_see(view, event["name"], None)
    number = letter.printed or UNNUMBERED
    return LetterPage(
        crumbs=(
            Crumb("Surat", "/surat"),
            Crumb(title(view), f"/perkara/{view.dossier.id}"),
            Crumb(number),
        ),
        title=number,
        caption=f"{way_of(view, letter)} · {title(view)}",
        done=done,
        answer=answer_of(view, letter, replies, standings),
        standings=standings if len(standings) > 1 else (),
        mark=receipt_of(letter),
        on_it=tuple(_on_it(letter)),
        way=(*_way(view, letter), *await _reached(connection, view, letter)),
        copies=tuple(
            Copy(name=row["name"], known=row["organisation"] is not None) for row in copies
        ),
        chain=chain_of(view, letter, known),
        papers=tuple(_papers(view, letter, papers)),
        brought=case_words.sentence(event["name"], event["workflow_version"]) if seen else None,
        brought_when=_when(event) if seen else "",
        proceedings=f"/perkara/{view.dossier.id}",
        acts=tuple(acts_on(view, letter, known)),
    )


def way_of(view: CaseView, letter: Letter) -> str:
    """Return which way the letter went, as the reader's office sees it."""
    way = Direction(letter.direction)
    if view.actor.organisation == letter.other != letter.own:
        way = Direction.IN if way is Direction.OUT else Direction.OUT
    return WHOLE_WAYS[way]


def _on_it(letter: Letter) -> Iterator[Fact]:
    out = letter.direction == Direction.OUT
    other = UNNAMED if letter.own == letter.other else letter.correspondent
    yield Fact(label="Nomor", value=letter.printed or UNNUMBERED)
    yield Fact(label="Tanggal surat", value=day(letter.dated_on) if letter.dated_on else UNDATED)
    yield Fact(label="Perihal", value=letter.subject)
    yield Fact(label="Dari", value=letter.organisation if out else other)
    yield Fact(label="Kepada", value=other if out else letter.organisation)
    if letter.answer_by:
        yield Fact(label="Jawaban diminta sampai", value=day(letter.answer_by))


def _way(view: CaseView, letter: Letter) -> Iterator[Fact]:
    method = case_words.METHODS.get(letter.method or "", UNKNOWN)
    yield Fact(label="Cara pengiriman", value=method)
    yield Fact(label="Dikirim", value=day(letter.sent_on) if letter.sent_on else UNKNOWN)
    if letter.came_back_on:
        yield Fact(label="Kembali", value=day(letter.came_back_on))
    yield Fact(label="Diterima", value=day(letter.received_on) if letter.received_on else UNKNOWN)
    if letter.proved:
        proof = PROOFS.get(letter.proof or "", "Tidak dicatat")
        paper = f"/perkara/{view.dossier.id}/dokumen/{letter.proof_document}"
        yield Fact(
            label="Bukti penerimaan", value=proof, href=paper if letter.proof_document else None
        )
    if view.actor.organisation == letter.own:
        yield Fact(label="Tempat penyimpanan", value=letter.kept_at or "Belum dicatat")


async def _reached(connection: Connection, view: CaseView, letter: Letter) -> list[Fact]:
    """Return where the other side was reached on the day of the letter, as far as that is known."""
    if letter.direction != Direction.OUT or letter.own == letter.other:
        return []
    on = letter.sent_on or letter.dated_on or view.today
    rows = await connection.fetch(_REACHED, letter.other, on)
    return [
        Fact(label=f"{ADDRESSES[AddressKind(row['kind'])]} penerima saat itu", value=row["value"])
        for row in rows
    ]


def chain_of(view: CaseView, letter: Letter, known: Sequence[Letter]) -> tuple[Related, ...]:
    """Return the letters that answer one another around this one, from the first on."""
    by_id = {one.id: one for one in known}
    first, met = letter, {letter.id}
    while first.reply_to in by_id and first.reply_to not in met:
        first = by_id[first.reply_to]
        met.add(first.id)
    found = list(_below(view, letter, first, known, 0, frozenset()))
    return tuple(found) if len(found) > 1 else ()


def _below(
    view: CaseView,
    here: Letter,
    at: Letter,
    known: Sequence[Letter],
    depth: int,
    met: frozenset[int],
) -> Iterator[Related]:
    yield Related(
        href=f"/perkara/{view.dossier.id}/surat/{at.id}",
        label=at.printed or UNNUMBERED,
        detail=", ".join(
            (
                way_of(view, at),
                plain(at.dated_on) if at.dated_on else UNDATED.lower(),
                at.subject,
            )
        ),
        here=at.id == here.id,
        depth=min(depth, 4),
    )
    for other in known:
        if other.reply_to == at.id and other.id not in met:
            yield from _below(view, here, other, known, depth + 1, met | {at.id})


def _papers(view: CaseView, letter: Letter, papers: Sequence[Document]) -> Iterator[Related]:
    """Yield what was filed with the letter or for it, as far as the reader may open it."""
    for paper in papers:
        belongs = paper.letter == letter.id or paper.event == letter.event
        kind = case_words.PAPERS[DocumentKind(paper.kind)]
        if (belongs or paper.id == letter.proof_document) and may_open(view, paper):
            yield Related(
                href=f"/perkara/{view.dossier.id}/dokumen/{paper.id}",
                label=paper.title,
                detail="" if paper.title == kind else kind,
            )


def _when(event: Row) -> str:
    return case_words.when(
        Moment(
            precision=Precision(event["precision"]),
            on=event["happened_on"],
            at=event["happened_at"],
            zone=event["zone"],
        )
    )


def acts_on(view: CaseView, letter: Letter, known: Sequence[Letter]) -> Iterator[Link]:
    """Yield what the reader may do about the letter: the office of the letter, or its receiver."""
    own = view.actor.organisation == letter.own
    if not view.may(Permission.RECORD_FACT):
        return
    here = f"/perkara/{view.dossier.id}/surat/{letter.id}"
    if not letter.proved and (own or view.actor.organisation == letter.other):
        yield Link(label="Buktikan penerimaan", href=f"{here}/penerimaan")
    if not own:
        return
    if not letter.proved and not letter.came_back_on and letter.direction == Direction.OUT:
        yield Link(label="Catat surat kembali", href=f"{here}/kembali")
    if letter.reply_to is None and any(one.direction != letter.direction for one in known):
        yield Link(label="Catat sebagai balasan", href=f"{here}/balasan")
    yield Link(label="Tambah tembusan", href=f"{here}/tembusan")
    yield Link(label="Catat tempat penyimpanan", href=f"{here}/penyimpanan")

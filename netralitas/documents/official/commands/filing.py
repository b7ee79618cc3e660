"""A paper issued from its form, and its signed scan: each one event of the case."""

from netralitas.access.domain import Actor
from netralitas.cases.answers import Paper
from netralitas.cases.commands import tell_in
from netralitas.database.transactions import writing
from netralitas.documents.domain import DocumentKind
from netralitas.documents.official import store
from netralitas.documents.official.catalogue import CATALOGUE
from netralitas.documents.official.commands.issuing import issue_in
from netralitas.documents.official.content import Issue, Issued
from netralitas.documents.official.queries import Standing
from netralitas.documents.official.verifying import code_digest
from netralitas.documents.official.words import NO_SCAN, SCANNED
from netralitas.evidence.commands import add_in
from netralitas.evidence.domain import Stored
from netralitas.evidence.storage import Storage
from netralitas.refusals import Invalid, RuleBroken

ISSUED = "case.paper_issued"
SIGNED = "case.paper_signed"


async def issue_paper(actor: Actor, issue: Issue, *, storage: Storage) -> Issued:
    """Issue the paper and file it as a document of its case, by one event; or do nothing at all.

    The caller holds that the actor may. Raises as `issue_in` does.
    """
    async with writing(actor) as c:
        issued = await issue_in(c, actor, issue, storage=storage)
        readers = await store.readers_of(c, issued.id)
        paper = Paper(kind=issued.kind, title=issued.title, stored=issued.pdf)
        details = {"paper": issue.paper, "paper_id": issued.id, "number": issued.number}
        told = {name: value for name, value in details.items() if value is not None}
        await tell_in(c, actor, issue.case, ISSUED, readers, told, papers=(paper,))
    return issued


async def attach_scan(actor: Actor, paper: Standing, scan: Stored) -> None:
    """Hold that the signed paper is with the one issued, and can be verified like it.

    Raises RuleBroken for a paper whose signature shows who reported or testified, Invalid where a
    scan is there already.
    """
    known = CATALOGUE[paper.paper]
    if not known.scannable:
        raise RuleBroken(NO_SCAN)
    async with writing(actor) as c:
        digest = await add_in(c, scan)
        if not await store.set_scan(c, paper.id, digest):
            raise Invalid({"scan": [SCANNED]})
        await store.publish_scan(c, code_digest(paper.code), digest)
        title = f"{known.title} {paper.number or ''} (ditandatangani)"
        filed = Paper(kind=DocumentKind.PROOF, title=" ".join(title.split()), stored=scan)
        details = {"paper": paper.paper, "paper_id": paper.id}
        await tell_in(c, actor, paper.case_file, SIGNED, paper.readers, details, papers=(filed,))

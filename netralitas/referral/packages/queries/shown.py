"""One package for its page: what it holds, how it stands, what has changed since."""

from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from netralitas.access.policy import Field, Permission
from netralitas.cases.queries import CaseView, LockedProceeding, title
from netralitas.cases.queries.file import hold_possible, state_of
from netralitas.cases.queries.papers import may_open
from netralitas.cases.queries.steps import chosen_steps
from netralitas.cases.queries.strips import waiting
from netralitas.database.connection import Connection
from netralitas.documents.queries import Document, documents_of
from netralitas.law.domain import Zone
from netralitas.law.words import day, moment
from netralitas.referral.packages import store, words
from netralitas.referral.packages.domain import Manifest, Package, PersonSaid
from netralitas.referral.packages.manifests import (
    digest_of,
    held_line,
    letter_line,
    paper_line,
    person_line,
    read_manifest,
)
from netralitas.referral.packages.pages import (
    Fact,
    Held,
    Outside,
    PackagePage,
    PaperLine,
    Person,
)
from netralitas.referral.packages.queries.since import happened_since
from netralitas.referral.packages.queries.standing import confirmed_by, receipt_of, running_for
from netralitas.refusals import NotVisible
from netralitas.web.parts import Crumb, NextStep

ANSWERS: Final = frozenset({"receive", "take_up", "return", "reject"})
"""The moves by which a receiver answers a package."""

_CODE: Final = "SELECT code_digest FROM package WHERE id = $1"
_EVENT: Final = "SELECT details ->> 'package' AS digest FROM event WHERE id = $1"


async def package_of(connection: Connection, view: CaseView, package: int) -> Package:
    """Return a package of the case; NotVisible where the reader does not follow hand-overs."""
    hold_possible(package)
    if Field.REFERRAL not in view.seen:
        raise NotVisible
    return await store.package_in(connection, view.dossier.id, package, view.now)


async def code_of(connection: Connection, package: int) -> bytes | None:
    """Return the keyed digest of the code that confirms the receipt."""
    found: bytes | None = await connection.fetchval(_CODE, package)
    return found


async def package_page(connection: Connection, view: CaseView, package: Package) -> PackagePage:
    """Return the page of a package."""
    manifest = read_manifest(package.manifest)
    papers = await documents_of(connection, view.dossier.id)
    told = await connection.fetchval(_EVENT, package.event)
    here = f"/perkara/{view.dossier.id}"
    return PackagePage(
        crumbs=(
            Crumb("Perkara", "/perkara"),
            Crumb(title(view), here),
            Crumb(words.TITLE),
        ),
        title=f"{words.TITLE} untuk {package.receiver_name}",
        caption=title(view),
        facts=_facts(view, package, manifest),
        people=_people(view, package, manifest),
        papers=_papers(view, manifest, papers),
        held=tuple(Held(line=held_line(each), reason=each.reason) for each in manifest.held_back),
        digest=package.digest,
        whole=digest_of(package.manifest) == package.digest and told in (package.digest, None),
        check=f"{here}/berkas/{package.id}?periksa=ya" if manifest.papers else None,
        running=await running_for(connection, view, package),
        answering=(
            words.ANSWER if package.receiver == view.actor.organisation else words.ON_BEHALF
        ),
        steps=_steps(view, package),
        since=await happened_since(connection, view, package, manifest, papers),
        receipt=await receipt_of(connection, view, package),
        confirmed_by=await confirmed_by(connection, view, package),
        outside=_outside(view, package),
    )


def with_verdicts(page: PackagePage, verdicts: Mapping[str, str]) -> PackagePage:
    """Return the page with what re-reading said of each paper, by its digest."""
    papers = tuple(
        msgspec.structs.replace(
            paper,
            verdict=verdicts[paper.digest],
            whole=verdicts[paper.digest] == words.MATCHES,
        )
        for paper in page.papers
    )
    return msgspec.structs.replace(page, papers=papers)


def _facts(view: CaseView, package: Package, manifest: Manifest) -> tuple[Fact, ...]:
    zone = Zone(view.dossier.zone)
    said = [
        (words.SENDER, manifest.sender),
        (words.RECEIVER, manifest.receiver),
        (words.LETTER, letter_line(manifest)),
        ("Perihal", manifest.letter.subject if manifest.letter else None),
        ("Dibekukan", moment(package.frozen_at, zone)),
        ("Jawaban diminta sampai", day(package.answer_by) if package.answer_by else None),
    ]
    seen = Field.LETTERS in view.seen
    return tuple(
        Fact(label=label, value=value)
        for label, value in said
        if value and (seen or label != "Perihal")
    )


def _people(view: CaseView, package: Package, manifest: Manifest) -> tuple[Person, ...]:
    """Return the respondents of the package with how each stands; by number where none is named."""
    ordinals = {known.id: known.ordinal for known in view.dossier.respondents}
    standing = {
        ordinals.get(found.respondent or 0): found
        for found in view.dossier.proceedings
        if found.id in package.proceedings
    }
    return tuple(_person(view, said, standing.get(said.ordinal)) for said in manifest.respondents)


def _person(view: CaseView, said: PersonSaid, found: LockedProceeding | None) -> Person:
    if found is None:  # they went on in another case
        return Person(line=_named(view, said), state=words.ELSEWHERE, waiting="")
    return Person(
        line=_named(view, said), state=state_of(found).label, waiting=waiting(view, found)
    )


def _named(view: CaseView, said: PersonSaid) -> str:
    if Field.RESPONDENTS not in view.seen:
        return f"Terlapor {said.ordinal}"
    return f"{said.ordinal}. {person_line(said)}"


def _papers(
    view: CaseView, manifest: Manifest, papers: Sequence[Document]
) -> tuple[PaperLine, ...]:
    opened = {
        paper.digest: f"/perkara/{paper.case_file}/dokumen/{paper.id}"
        for paper in papers
        if may_open(view, paper)
    }
    return tuple(
        PaperLine(
            line=paper_line(said),
            digest=said.sha256,
            href=opened.get(said.sha256),
        )
        for said in manifest.papers
    )


def _steps(view: CaseView, package: Package) -> tuple[NextStep, ...]:
    """Return how the reader may answer the package: each step once, on all who stand alike."""
    found: dict[str, NextStep] = {}
    for proceeding in view.dossier.proceedings:
        if proceeding.id in package.proceedings:
            for step in chosen_steps(view, proceeding, ANSWERS):
                found.setdefault(step.label, step)
    return tuple(found.values())


def _outside(view: CaseView, package: Package) -> Outside | None:
    if not package.outside or package.receiver == view.actor.organisation:
        return None
    keeps_letters = Field.LETTERS in view.seen and view.may(Permission.RECORD_FACT)
    makes = keeps_letters and package.sender == view.actor.organisation
    here = f"/perkara/{view.dossier.id}/berkas/{package.id}"
    codes = makes and package.letter is not None and package.confirmed_at is None
    return Outside(
        sealed_at=package.sealed_at,
        sealed_digest=package.sealed_digest,
        has_code=package.has_code,
        confirmed_at=package.confirmed_at,
        seal=f"{here}/segel" if makes else None,
        code=f"{here}/tanda-terima" if codes else None,
        no_code=words.WITHOUT_LETTER if makes and package.letter is None else None,
    )

"""Packages as the system of their receiver asks for them: in the order of the log, and whole.

An office that was handed a package has all of it, as one outside has with the sealed file: the
evidence that the sender chose too, before the hand-over is accepted.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from netralitas.access.domain import Actor
from netralitas.access.policy import Field, Permission, part_of
from netralitas.cases.queries import CaseView, LockedProceeding
from netralitas.cases.queries.file import hold_possible
from netralitas.database.connection import Connection
from netralitas.documents.queries import Document, documents_of
from netralitas.referral.packages.domain import Manifest, Package
from netralitas.referral.packages.manifests import read_manifest
from netralitas.referral.packages.queries.shown import package_of
from netralitas.refusals import NotVisible

_LINES: Final = """
SELECT leaf.position, k.id, k.case_file AS case, encode(k.digest, 'hex') AS digest,
       s.name AS sender, k.frozen_at, k.answer_by
FROM package k JOIN log_leaf leaf ON leaf.event = k.event JOIN organisation s ON s.id = k.sender
WHERE k.receiver = $1 AND leaf.position >= $2 ORDER BY leaf.position LIMIT $3
"""
_CASE: Final = "SELECT case_file FROM package WHERE id = $1 AND receiver = $2"
_REGION: Final = "SELECT region FROM case_file WHERE id = $1"
_LETTER: Final = "SELECT id, method, sent_on FROM letter WHERE id = $1"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedLine:
    """A package in the list; `position` is its place in the log."""

    position: int
    id: int
    case: int
    digest: str
    sender: str
    frozen_at: datetime
    answer_by: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedLetter:
    """The letter that a package came with: its id, and how it was sent where that is known."""

    id: int
    method: str | None
    sent_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """A package with what its receiver reads of the case.

    `proceedings` are those that the package is about, and those on the same respondents that are
    with the receiver since. `region` is the code of the place.
    """

    package: Package
    manifest: Manifest
    region: str
    letter: HandedLetter | None
    proceedings: tuple[LockedProceeding, ...]


async def handed_to(
    c: Connection, actor: Actor, position: int, most: int
) -> tuple[HandedLine, ...]:
    """Return packages handed to the office of the actor from that place in the log on, in order."""
    rows = await c.fetch(_LINES, actor.organisation, position, most)
    return tuple(HandedLine(**dict(row)) for row in rows)


async def case_of_package(c: Connection, actor: Actor, package: int) -> int:
    """Return the case of a package handed to the office of the actor; NotVisible for another."""
    hold_possible(package)
    case: int | None = await c.fetchval(_CASE, package, actor.organisation)
    if case is None:
        raise NotVisible
    return case


async def handed_package(c: Connection, view: CaseView, package: int) -> Handed:
    """Return a package of the case; NotVisible for who does not follow hand-overs."""
    found = await package_of(c, view, package)
    manifest = read_manifest(found.manifest)
    ordinals = frozenset(person.ordinal for person in manifest.respondents)
    return Handed(
        package=found,
        manifest=manifest,
        region=await c.fetchval(_REGION, view.dossier.id),
        letter=await _letter(c, view, found),
        proceedings=tuple(_concerned(view, found, ordinals)),
    )


async def handed_paper(c: Connection, view: CaseView, package: int, sha256: str) -> Document:
    """Return a paper of the package's manifest by its SHA-256; NotVisible for any other."""
    found = await package_of(c, view, package)
    if not view.may(Permission.READ_DOCUMENT):
        raise NotVisible
    inside = {paper.sha256 for paper in read_manifest(found.manifest).papers}
    papers = await documents_of(c, view.dossier.id) if sha256 in inside else []
    for paper in papers:
        if paper.digest == sha256:
            return paper
    raise NotVisible


async def _letter(c: Connection, view: CaseView, package: Package) -> HandedLetter | None:
    if package.letter is None or Field.LETTERS not in view.seen:
        return None
    row = await c.fetchrow(_LETTER, package.letter)
    return HandedLetter(**dict(row)) if row is not None else None


def _concerned(
    view: CaseView, package: Package, ordinals: frozenset[int]
) -> Sequence[LockedProceeding]:
    """Return the proceedings of the package, and what the receiver has of its respondents since."""
    theirs = {one.id for one in view.dossier.respondents if one.ordinal in ordinals}
    return [
        found
        for found in view.dossier.proceedings
        if part_of(found.workflow) in view.seen
        and found.respondent in theirs
        and (found.id in package.proceedings or found.addressee == package.receiver)
    ]

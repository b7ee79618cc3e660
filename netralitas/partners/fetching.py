"""A package brought over and held against its digests; its papers are kept, and nothing entered."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

import msgspec

from netralitas.cases.answers import Paper
from netralitas.documents.domain import DocumentKind
from netralitas.evidence.domain import FileRefused, Stored
from netralitas.evidence.storage import Storage
from netralitas.partners.calling import Caller
from netralitas.partners.domain import Problem
from netralitas.partners.wire import MOST_PAPERS, FailedError, Line, Package, read
from netralitas.referral.packages.domain import Manifest, PaperSaid
from netralitas.referral.packages.manifests import FORM, canonical, read_manifest

_LONGEST_TITLE: Final = 300
_SENT: Final = frozenset({"study", "preliminary_study", "evidence_list", "evidence"})
_HEXADECIMAL: Final = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A package whose every byte is what its manifest says."""

    package: Package
    manifest: Manifest
    content: bytes
    papers: tuple[Paper, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetching:
    """Brings packages of one partner over; files larger than `largest` bytes are not taken.

    `alive` is called before each file: the lease is held.
    """

    caller: Caller
    storage: Storage
    largest: int
    alive: Callable[[], Awaitable[None]]

    async def fetch(self, line: Line) -> Fetched:
        """Return a package of the list, whole; FailedError says what is wrong with it."""
        answer = await self.caller.get(f"/packages/{line.id}")
        package = read(answer.body, Package)
        content = package.manifest.encode()
        digest = sha256(content).hexdigest()
        if (package.id, package.case, package.digest) != (line.id, line.case, line.digest):
            raise FailedError(Problem.MANIFEST)
        if digest != line.digest:
            raise FailedError(Problem.MANIFEST)
        manifest = _manifest(content)
        papers = {said.sha256: said for said in manifest.papers}
        kept = [await self._paper(line.id, said) for said in papers.values()]
        return Fetched(package=package, manifest=manifest, content=content, papers=tuple(kept))

    async def _paper(self, package: int, said: PaperSaid) -> Paper:
        if said.kind not in _SENT or len(said.sha256) != 64 or not {*said.sha256} <= _HEXADECIMAL:
            raise FailedError(Problem.MANIFEST)
        if said.size > self.largest:
            raise FailedError(Problem.TOO_LARGE, about=said.sha256)
        await self.alive()
        stored = await self._kept(f"/packages/{package}/papers/{said.sha256}", said)
        return Paper(kind=DocumentKind(said.kind), title=said.title[:_LONGEST_TITLE], stored=stored)

    async def _kept(self, path: str, said: PaperSaid) -> Stored:
        """Return a file after it was kept; one that is not what was said leaves nothing."""
        file, place = self.storage.new_file()
        try:
            with file:
                try:
                    digest = await self.caller.take(path, file, said.size)
                except FailedError as failed:
                    failed.about = said.sha256
                    if failed.problem is Problem.TOO_LARGE:
                        failed.problem = Problem.PAPER
                    raise
            if digest != said.sha256:
                raise FailedError(Problem.PAPER, about=said.sha256)
            return await self.storage.adopt(place, self.largest)
        except FileRefused as refused:
            raise FailedError(
                Problem.PAPER_REFUSED, sentence=refused.reason, about=said.sha256
            ) from refused
        finally:
            place.unlink(missing_ok=True)


def _manifest(content: bytes) -> Manifest:
    """Return what a manifest says; FailedError for one of another form, or too much in it.

    It is kept as it is and read by the database too, which knows no character of number 0.
    """
    try:
        manifest = read_manifest(content)
        same = canonical(manifest) == content and rb"\u0000" not in content
    except (msgspec.MsgspecError, RecursionError, ValueError) as error:
        raise FailedError(Problem.MANIFEST) from error
    if not same:
        raise FailedError(Problem.MANIFEST)
    if manifest.form != FORM or len(manifest.papers) > MOST_PAPERS or not manifest.respondents:
        raise FailedError(Problem.MANIFEST)
    return manifest

"""A package as its sender and its receiver read it."""

from collections.abc import Mapping
from typing import Final

from litestar import Controller, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from netralitas import clock
from netralitas.cases.queries import view_case
from netralitas.database.transactions import reading
from netralitas.evidence.domain import Verdict
from netralitas.evidence.storage import Storage
from netralitas.law.book import RuleBook
from netralitas.referral.packages import words
from netralitas.referral.packages.domain import Package
from netralitas.referral.packages.manifests import read_manifest
from netralitas.referral.packages.queries.shown import package_of, package_page, with_verdicts
from netralitas.web.visit import Visit

_VERDICTS: Final = {
    Verdict.WHOLE: words.MATCHES,
    Verdict.CHANGED: words.DIFFERS,
    Verdict.LOST: words.LOST,
}
_CHECKED: Final = "periksa"


class PackageController(Controller):
    """One package of a case."""

    path = "/perkara/{case:int}/berkas/{package:int}"
    include_in_schema = False

    @get()
    async def show(
        self,
        case: FromPath[int],
        package: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        storage: NamedDependency[Storage],
    ) -> Response[str]:
        """Show the package; when asked, every paper of it is read again and compared."""
        async with reading(visit.actor) as connection:
            now = clock.now()
            view = await view_case(connection, visit.actor, case, now=now, book=book)
            found = await package_of(connection, view, package)
            content = await package_page(connection, view, found)
        if _CHECKED in visit.asked:  # the disk is read without holding the database
            content = with_verdicts(content, await _verdicts(found, storage))
        return await visit.page("referral/package.html", content)


async def _verdicts(package: Package, storage: Storage) -> Mapping[str, str]:
    """Return what re-reading every paper says of it, by its digest."""
    return {
        paper.sha256: _VERDICTS[await storage.verify(paper.sha256)]
        for paper in read_manifest(package.manifest).papers
    }

"""`/api/v1/packages`: what was handed to the office of a token, for another installation."""

from typing import Annotated, Final

import structlog
from litestar import Controller, Response, get
from litestar.di import NamedDependency
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import FromPath, PathParameter
from litestar.response import Stream

from netralitas.access.policy import Permission, may
from netralitas.api.call import Call, Paged
from netralitas.api.domain import Scope
from netralitas.api.frame import by
from netralitas.api.reads import packages as reads
from netralitas.api.shapes import packages as shapes
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.documents.queries import Document
from netralitas.evidence.exhibits.commands import use_in
from netralitas.evidence.exhibits.domain import Purpose, Use
from netralitas.evidence.exhibits.queries.found import as_exhibit, handed_row
from netralitas.evidence.storage import Storage
from netralitas.referral.packages.queries.handed import (
    case_of_package,
    handed_package,
    handed_paper,
    handed_to,
)
from netralitas.refusals import NotVisible
from netralitas.web.headers import to_keep

_log = structlog.get_logger("netralitas.api")
_FILE: Final = {200: ResponseSpec(bytes, media_type="*/*")}
_DIGEST: Final = "^[0-9a-f]{64}$"


class PackagesController(Controller):
    """Packages that were handed to the office of the token; those of others are not there."""

    path = "/packages"
    tags = ("Packages",)
    opt = by(Scope.PACKAGES_READ)

    @get(summary="List packages handed to this office", operation_id="listPackages")
    async def list(
        self, call: NamedDependency[Call], paging: Paged
    ) -> Response[shapes.HandedPackageList]:
        """Return packages in the order of the log, the oldest first.

        To follow them, keep `next` and ask with it again later: an order by number would miss what
        is committed late, the place in the log misses nothing and repeats nothing. A new package is
        listed as soon as the log has it, a moment after it was handed over.
        """
        may(call.actor, Permission.RECEIVE_PACKAGES)
        lines = await call.read(
            lambda c: handed_to(c, call.actor, paging.before or 0, paging.limit)
        )
        known = None if paging.before is None else str(paging.before)
        return call.answer(reads.package_list(lines, known))

    @get("/{package:int}", summary="Get one package", operation_id="getPackage")
    async def show(
        self, call: NamedDependency[Call], package: FromPath[int]
    ) -> Response[shapes.HandedPackage]:
        """Return a package with its manifest, and how its proceedings stand at the sender's now."""
        may(call.actor, Permission.RECEIVE_PACKAGES)

        async def find(c: Connection) -> shapes.HandedPackage:
            view = await call.view(c, await case_of_package(c, call.actor, package))
            return reads.package(view, await handed_package(c, view, package))

        return call.answer(await call.read(find))

    @get(
        "/{package:int}/papers/{sha256:str}",
        summary="Get the file of a paper of a package",
        operation_id="getPackagePaper",
        responses=_FILE,
        opt={"as_it_is": True},
    )
    async def paper(
        self,
        call: NamedDependency[Call],
        storage: NamedDependency[Storage],
        package: FromPath[int],
        sha256: Annotated[str, PathParameter(pattern=_DIGEST)],
    ) -> Stream:
        """Return the file of a paper that the manifest names; of evidence, once that is on record.

        Its ETag is the SHA-256 of the whole file, which the client can check.
        """
        may(call.actor, Permission.RECEIVE_PACKAGES)
        found = await _taken(call, package, sha256)
        headers = to_keep(f"paket-{package}-{sha256[:12]}", found.size)
        headers["ETag"] = f'"{found.digest}"'
        content = await storage.open(found.digest)
        return Stream(content, media_type=found.media_type, headers=headers)


async def _taken(call: Call, package: int, sha256: str) -> Document:
    """Return the paper, its log saying that it was taken; NotVisible as the queries say."""
    async with writing(call.actor) as c:
        view = await call.view(c, await case_of_package(c, call.actor, package))
        found = await handed_paper(c, view, package, sha256)
        if found.ordinal is not None:
            row = await handed_row(c, view, found.ordinal)
            if row["scan"] == "infected":
                raise NotVisible
            await use_in(c, view, as_exhibit(row), Use.DOWNLOADED, Purpose.REFERRAL)
    _log.info(
        "package_paper_downloaded", package=package, document=found.id, officer=call.actor.officer
    )
    return found

"""What is made of a package for a receiver outside, and fetched with what was shown once."""

import hmac

import structlog
from litestar import Controller, Response, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Stream

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.cases.queries import CaseView, title, view_case
from netralitas.database.transactions import reading
from netralitas.documents.rendering import render
from netralitas.evidence.storage import Storage
from netralitas.intake import codes
from netralitas.law.book import RuleBook
from netralitas.referral.packages import words
from netralitas.referral.packages.commands.sealing import (
    Made,
    digest_under,
    hold_maker,
    make_code,
    seal_package,
)
from netralitas.referral.packages.domain import Package
from netralitas.referral.packages.forms import SecretForm
from netralitas.referral.packages.queries.shown import code_of, package_of
from netralitas.referral.packages.sealing import sealed
from netralitas.referral.packages.sheet import TEMPLATE, sheet
from netralitas.refusals import RuleBroken
from netralitas.settings import Settings
from netralitas.web.parts import Crumb
from netralitas.web.secret_page import SHOWN_ONCE, SecretPage
from netralitas.web.streams import in_thread
from netralitas.web.visit import Visit

_log = structlog.get_logger("netralitas.referral")


class MakingController(Controller):
    """Sealed files and sheets of one package."""

    path = "/perkara/{case:int}/berkas/{package:int}"
    include_in_schema = False

    @post("/segel", status_code=200)
    async def seal(
        self,
        case: FromPath[int],
        package: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        storage: NamedDependency[Storage],
    ) -> Response[str]:
        """Make a sealed file and show its password, this once."""
        view, found = await _making(visit.actor, case, package, book)
        made = await seal_package(visit.actor, found, storage)
        return await visit.page(SHOWN_ONCE, _sealed(view, found, made))

    @post("/segel.zip", status_code=200)
    async def fetch_sealed(
        self,
        case: FromPath[int],
        package: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        storage: NamedDependency[Storage],
    ) -> Stream:
        """Send the sealed file of this password, if it is the one that was made last."""
        _, found = await _making(visit.actor, case, package, book)
        password = await _secret(visit)
        if await digest_under(found, storage, password) != found.sealed_digest:
            raise RuleBroken(words.NOT_THE_LAST_FILE, rule="package.password")
        _log.info("package_fetched", case=case, package=package, officer=visit.actor.officer)
        pieces = sealed(found.manifest, found.digest, found.frozen_at, storage, password)
        name = f"paket-{found.id}.zip"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return Stream(in_thread(pieces), media_type="application/zip", headers=headers)

    @post("/tanda-terima", status_code=200)
    async def code(
        self,
        case: FromPath[int],
        package: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        settings: NamedDependency[Settings],
    ) -> Response[str]:
        """Make a code and show it, this once; the code before confirms nothing any more."""
        view, found = await _making(visit.actor, case, package, book)
        made = await make_code(visit.actor, found, settings.secret("receipt"))
        return await visit.page(SHOWN_ONCE, _coded(view, found, made))

    @post("/tanda-terima.pdf", status_code=200)
    async def fetch_sheet(
        self,
        case: FromPath[int],
        package: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        settings: NamedDependency[Settings],
    ) -> Response[bytes]:
        """Send the sheet with this code, if it is the one that was made last."""
        _, found = await _making(visit.actor, case, package, book)
        code = await _secret(visit)
        async with reading(visit.actor) as connection:
            kept = await code_of(connection, found.id)
        digest = codes.package_digest(code, settings.secret("receipt"))
        if not hmac.compare_digest(kept or b"", digest):
            raise RuleBroken(words.NOT_THE_LAST_SHEET, rule="package.code")
        content = sheet(found, codes.in_groups(code), settings.public_address)
        body = await render(TEMPLATE, content, found.frozen_at)
        name = f"tanda-terima-paket-{found.id}.pdf"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return Response(content=body, media_type="application/pdf", headers=headers)


async def _making(
    actor: Actor, case: int, package: int, book: RuleBook
) -> tuple[CaseView, Package]:
    """Return the package for who may make something of it for outside; refusals as they raise."""
    async with reading(actor) as connection:
        view = await view_case(connection, actor, case, now=clock.now(), book=book)
        found = await package_of(connection, view, package)
    hold_maker(view, found)
    return view, found


async def _secret(visit: Visit) -> str:
    form = SecretForm.parse(await visit.typed())
    return form.secret if form.valid else ""


def _crumbs(view: CaseView, package: Package, last: str) -> tuple[Crumb, ...]:
    here = f"/perkara/{view.dossier.id}"
    return (
        Crumb("Perkara", "/perkara"),
        Crumb(title(view), here),
        Crumb(words.TITLE, f"{here}/berkas/{package.id}"),
        Crumb(last),
    )


def _sealed(view: CaseView, package: Package, made: Made) -> SecretPage:
    here = f"/perkara/{view.dossier.id}/berkas/{package.id}"
    return SecretPage(
        crumbs=_crumbs(view, package, words.SEALED),
        title=words.SEALED,
        lead=words.SEALED_LEAD,
        label=words.KEY,
        secret=made.secret,
        digest=made.digest,
        digest_label=words.SEALED_DIGEST,
        action=f"{here}/segel.zip",
        button="Unduh berkas tersegel (ZIP)",
        back=here,
        back_label=words.BACK,
    )


def _coded(view: CaseView, package: Package, made: Made) -> SecretPage:
    here = f"/perkara/{view.dossier.id}/berkas/{package.id}"
    return SecretPage(
        crumbs=_crumbs(view, package, words.SHEET),
        title=words.SHEET,
        lead=words.SHEET_LEAD,
        label=words.CODE,
        secret=made.secret,
        action=f"{here}/tanda-terima.pdf",
        button="Unduh lembar tanda terima (PDF)",
        back=here,
        back_label=words.BACK,
    )

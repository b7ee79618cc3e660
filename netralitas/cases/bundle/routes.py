"""`/perkara/{id}/bundel`: the case as one file, for those who read its papers."""

import structlog
from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Stream

from netralitas.access.policy import Permission
from netralitas.cases.bundle import words
from netralitas.cases.bundle.commands import make_bundle
from netralitas.cases.bundle.forms import BundleForm
from netralitas.cases.pages import FormPage
from netralitas.cases.queries import CaseView
from netralitas.cases.routes.desk import DESK, Desk
from netralitas.cases.routes.small import crumbs, look, shown
from netralitas.database.connection import Connection
from netralitas.evidence.storage import Storage
from netralitas.web.streams import in_thread

_log = structlog.get_logger("netralitas.cases")


class BundleController(Controller):
    """The bundle of one case."""

    path = "/perkara/{case:int}/bundel"
    dependencies = DESK
    include_in_schema = False

    @get()
    async def ask(self, case: FromPath[int], desk: NamedDependency[Desk]) -> Response[str]:
        """Show the form that asks what the bundle is for."""
        view, _ = await look(desk, case, _readable)
        return await shown(_page(view, BundleForm.blank()), desk)

    @post(status_code=200)
    async def make(
        self,
        case: FromPath[int],
        desk: NamedDependency[Desk],
        storage: NamedDependency[Storage],
    ) -> Response[str] | Stream:
        """Record the bundle and send it as a ZIP, piece by piece."""
        form = BundleForm.parse(await desk.typed())
        if not form.valid:
            view, _ = await look(desk, case, _readable)
            return await shown(_page(view, form), desk, status=422)
        made = await make_bundle(desk.actor, case, form.purpose, book=desk.book, storage=storage)
        _log.info("bundle_made", case=case, officer=desk.actor.officer)
        headers = {"Content-Disposition": f'attachment; filename="{made.name}.zip"'}
        pieces = in_thread(made.pieces(storage))
        return Stream(pieces, media_type="application/zip", headers=headers)


async def _readable(_: Connection, view: CaseView) -> None:
    view.hold(Permission.READ_DOCUMENT)


def _page(view: CaseView, form: BundleForm) -> FormPage:
    here = f"/perkara/{view.dossier.id}"
    return FormPage(
        crumbs=crumbs(view, words.TITLE),
        title=words.TITLE,
        lead=words.LEAD,
        action=f"{here}/bundel",
        back=here,
        button=words.BUTTON,
        form=form,
        fields=tuple(form.fields),
    )

"""`/perkara/{id}/koreksi/…`: a wrong time is corrected in the open, by two persons."""

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas.cases.corrections import CorrectionRequest, confirm_correction, propose_correction
from netralitas.cases.forms import ConfirmForm, CorrectionForm
from netralitas.cases.moving import Target
from netralitas.cases.pages import FormPage
from netralitas.cases.queries import (
    CaseView,
    Correctable,
    correctable,
    proposal_on,
)
from netralitas.cases.routes.desk import DESK, Desk, type_request
from netralitas.cases.routes.small import changed_since, crumbs, done_or_refused, look, shown
from netralitas.refusals import Stale
from netralitas.web.forms import Form
from netralitas.web.fragments import see_other

type_answer = Response[str] | Redirect

LEAD = (
    "Waktu yang lama tetap terbaca. Koreksi berlaku setelah disetujui orang kedua; tenggat yang"
    " bergantung padanya lalu dihitung ulang secara terbuka."
)


class CorrectionController(Controller):
    """Proposals of corrections, and their agreement."""

    path = "/perkara/{case:int}/koreksi/{event:int}"
    dependencies = DESK
    include_in_schema = False

    @get()
    async def ask(
        self,
        case: FromPath[int],
        event: FromPath[int],
        desk: NamedDependency[Desk],
    ) -> Response[str]:
        """Show the form that proposes another time for an event."""
        view, found = await look(desk, case, lambda c, view: correctable(c, view, event))
        form = CorrectionForm.blank(values={"version": found.version})
        return await shown(_page(view, found, form), desk)

    @post()
    async def propose(
        self,
        request: type_request,
        case: FromPath[int],
        event: FromPath[int],
        desk: NamedDependency[Desk],
    ) -> type_answer:
        """Record the proposal; it counts once somebody else agrees."""
        view, found = await look(desk, case, lambda c, view: correctable(c, view, event))
        form = CorrectionForm.parse(await request.form(), today=view.today)
        if not form.valid:
            return await shown(_page(view, found, form), desk, status=422)
        try:
            answer = await _proposed(view, found, form)
        except Stale:
            changed = await changed_since(view, found.proceeding, form.version)
            return await shown(_page(view, found, form, changed=changed), desk, status=409)
        return answer or await shown(_page(view, found, form), desk, status=422)

    @post("/persetujuan")
    async def confirm(
        self,
        request: type_request,
        case: FromPath[int],
        event: FromPath[int],
        desk: NamedDependency[Desk],
    ) -> Redirect:
        """Let the proposal `event` count, agreed by a second person."""
        view, on = await look(desk, case, lambda c, view: proposal_on(c, view, event))
        target = Target(id=on, version=ConfirmForm.parse(await request.form()).version)
        try:
            await confirm_correction(desk.actor, case, target, event, book=desk.book)
        except Stale:
            changed = await changed_since(view, target.id, target.version)
            raise Stale(changed=changed) from None
        return see_other(f"/perkara/{case}#kronologi")


async def _proposed(view: CaseView, found: Correctable, form: CorrectionForm) -> Redirect | None:
    """Return the way on after the proposal; None when a rule said no, which is in the form."""
    doing = propose_correction(view.actor, _request(view, found, form))
    return await done_or_refused(form, doing, f"/perkara/{view.dossier.id}#kronologi")


def _request(view: CaseView, found: Correctable, form: CorrectionForm) -> CorrectionRequest:
    return CorrectionRequest(
        case=view.dossier.id,
        target=Target(id=found.proceeding, version=form.version),
        event=found.id,
        happened=form.happened.moment(view.dossier.zone),
        reason=form.reason,
    )


def _page(
    view: CaseView, found: Correctable, form: Form, *, changed: tuple[str, ...] | None = None
) -> FormPage:
    stale = changed is not None
    return FormPage(
        crumbs=crumbs(view, "Usulkan koreksi waktu"),
        title="Usulkan koreksi waktu",
        lead=LEAD,
        action=f"/perkara/{view.dossier.id}/koreksi/{found.id}",
        back=f"/perkara/{view.dossier.id}#kronologi",
        button="Usulkan koreksi",
        form=form,
        fields=("happened", "reason"),
        hidden={"version": str(found.version) if stale else form.field("version").value},
        event=found,
        changed=changed or (),
        stale=stale,
    )

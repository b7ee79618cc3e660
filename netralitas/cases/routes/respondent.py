"""`/perkara/{id}/terlapor`: respondents are added and identified at any time."""

from collections.abc import Awaitable, Callable
from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas.access.policy import Permission
from netralitas.cases.domain import Person
from netralitas.cases.forms import RespondentForm, filled_with, person_in
from netralitas.cases.nip import NipSealer
from netralitas.cases.pages import FormPage
from netralitas.cases.people import add_respondent, identify_respondent
from netralitas.cases.queries import CaseView, masked, person_of
from netralitas.cases.routes.desk import DESK, Desk, type_request
from netralitas.cases.routes.small import changed_since, crumbs, done_or_refused, look, shown
from netralitas.database.connection import Connection
from netralitas.refusals import Stale

type_answer = Response[str] | Redirect

LEAD = "Isi keadaan terlapor pada waktu kejadian. Yang belum diketahui boleh dikosongkan."


class RespondentController(Controller):
    """The respondents of a case."""

    path = "/perkara/{case:int}/terlapor"
    dependencies = DESK
    include_in_schema = False

    @get()
    async def ask(
        self,
        case: FromPath[int],
        desk: NamedDependency[Desk],
    ) -> Response[str]:
        """Show the empty form of a respondent."""
        view, _ = await look(desk, case, _nobody)
        return await shown(_page(view, RespondentForm.blank(values=_values(view, Person()))), desk)

    @post()
    async def add(
        self,
        request: type_request,
        case: FromPath[int],
        desk: NamedDependency[Desk],
        sealer: NamedDependency[NipSealer],
    ) -> type_answer:
        """Add a respondent to the case."""
        view, _ = await look(desk, case, _nobody)
        form = RespondentForm.parse(await request.form())
        if not form.valid:
            return await shown(_page(view, form), desk, status=422)
        doing = add_respondent(desk.actor, case, person_in(form, sealer))
        answer = await done_or_refused(form, doing, f"/perkara/{case}#terlapor")
        return answer or await shown(_page(view, form), desk, status=422)

    @get("/{respondent:int}")
    async def show(
        self,
        case: FromPath[int],
        respondent: FromPath[int],
        desk: NamedDependency[Desk],
    ) -> Response[str]:
        """Show the form of a known respondent."""
        view, person = await look(desk, case, _whom(respondent))
        form = RespondentForm.blank(values=_values(view, person))
        return await shown(_page(view, form, respondent, person), desk)

    @post("/{respondent:int}")
    async def identify(
        self,
        request: type_request,
        case: FromPath[int],
        respondent: FromPath[int],
        desk: NamedDependency[Desk],
        sealer: NamedDependency[NipSealer],
    ) -> type_answer:
        """Write down who the respondent is."""
        view, known = await look(desk, case, _whom(respondent))
        form = RespondentForm.parse(await request.form())
        if not form.valid:
            return await shown(_page(view, form, respondent, known), desk, status=422)
        person = person_in(form, sealer, known.nip)
        doing = identify_respondent(desk.actor, case, respondent, person, version=form.version)
        try:
            answer = await done_or_refused(form, doing, f"/perkara/{case}#terlapor")
        except Stale:
            changed = await changed_since(view, view.dossier.handling().id, form.version)
            again = _page(view, form, respondent, known, changed=changed)
            return await shown(again, desk, status=409)
        return answer or await shown(_page(view, form, respondent, known), desk, status=422)


def _values(view: CaseView, person: Person) -> dict[str, Any]:
    """Return what the form begins with: the person as known, and what of the case was seen."""
    return {**filled_with(person), "version": view.dossier.handling().version}


async def _nobody(_: Connection, view: CaseView) -> None:
    view.hold(Permission.ADD_RESPONDENT)


def _whom(respondent: int) -> Callable[[Connection, CaseView], Awaitable[Person]]:
    """Return the reading of one respondent, for those who may change them."""

    async def read(c: Connection, view: CaseView) -> Person:
        person = await person_of(c, view, respondent)
        view.hold(Permission.ADD_RESPONDENT)
        return person

    return read


def _page(
    view: CaseView,
    form: RespondentForm,
    respondent: int | None = None,
    known: Person | None = None,
    *,
    changed: tuple[str, ...] | None = None,
) -> FormPage:
    stale = changed is not None
    present = str(view.dossier.handling().version)
    adding = respondent is None
    base = f"/perkara/{view.dossier.id}/terlapor"
    title = "Tambah terlapor" if adding else "Ubah data terlapor"
    nip = masked(known.nip.last4) if known is not None and known.nip is not None else None
    kept = f" NIP yang tersimpan: {nip}; kosongkan isian NIP untuk mempertahankannya."
    return FormPage(
        crumbs=crumbs(view, title),
        title=title,
        lead=LEAD + (kept if nip else ""),
        action=base if adding else f"{base}/{respondent}",
        back=f"/perkara/{view.dossier.id}#terlapor",
        button="Tambahkan terlapor" if adding else "Simpan data terlapor",
        form=form,
        fields=tuple(name for name in form.fields if name != "version"),
        selects=("employment", "position_class"),
        hidden={"version": present if stale else form.field("version").value},
        changed=changed or (),
        stale=stale,
    )

"""`/alamat`: the register of addresses, and the form for one more."""

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency

from netralitas.access.policy import Permission, may
from netralitas.evidence.web.commands import add_address
from netralitas.evidence.web.forms import EntryForm
from netralitas.evidence.web.queries import register_page
from netralitas.evidence.web.queries.lines import CRUMBS, PATH
from netralitas.evidence.web.routes.sending import type_answer
from netralitas.refusals import Invalid
from netralitas.web.form_page import FORM_PAGE, FormPage, refused_on
from netralitas.web.fragments import see_other
from netralitas.web.parts import Crumb
from netralitas.web.visit import Visit


class RegisterController(Controller):
    """The register of the oversight of internet content."""

    path = PATH
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show the page of the register that the address asks for."""
        return await visit.show(
            Permission.SEE_WEB_REGISTER,
            "web_evidence/register.html",
            lambda c: register_page(c, visit.actor, visit.asked),
        )

    @get("/baru")
    async def ask(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show the form of an address."""
        may(visit.actor, Permission.KEEP_WEB_REGISTER)
        values = {"seen_on": visit.today, "finder": "bawaslu"}
        return await visit.page(FORM_PAGE, _page(EntryForm.blank(values=values)))

    @post("/baru")
    async def add(self, visit: NamedDependency[Visit]) -> type_answer:
        """Enter an address, or say what is wrong and keep what was typed."""
        may(visit.actor, Permission.KEEP_WEB_REGISTER)
        form = EntryForm.parse(await visit.typed(), today=visit.today)
        try:
            number = await add_address(visit.actor, form.new())
        except Invalid as refused:
            return await visit.page(FORM_PAGE, _page(form), status=refused_on(form, refused))
        return see_other(f"{PATH}/{number}?tercatat=masuk")


def _page(form: EntryForm) -> FormPage:
    return FormPage(
        crumbs=(*CRUMBS, Crumb("Alamat baru")),
        title="Catat alamat",
        lead="Catat halaman yang ditemukan dalam pengawasan konten internet. Isi halamannya"
        " ditangkap sesudah alamat ini tercatat.",
        action=f"{PATH}/baru",
        back=PATH,
        button="Catat alamat",
        form=form,
        fields=tuple(form.fields),
        selects=("platform", "category", "finder"),
    )

"""`/naskah`: how an office words its papers, as versions."""

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas import clock
from netralitas.access.policy import Permission, may
from netralitas.database.transactions import reading
from netralitas.documents.official.commands import NewTemplate, change_template
from netralitas.documents.official.forms import TemplateForm
from netralitas.documents.official.queries import template_of
from netralitas.documents.official.sheet import as_pdf
from netralitas.documents.official.template_showing import (
    PATH,
    sample,
    template_in,
    template_page,
    templates_page,
    written,
)
from netralitas.web.fragments import see_other
from netralitas.web.visit import Visit

_HEADERS = {"Content-Disposition": 'attachment; filename="konsep-templat.pdf"'}


class TemplateController(Controller):
    """The templates of the actor's office."""

    path = PATH
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show every paper with its version."""
        return await visit.show(
            Permission.KEEP_TEMPLATES,
            "documents/templates.html",
            lambda c: templates_page(c, visit.actor),
        )

    @get("/{code:str}")
    async def ask(self, code: FromPath[str], visit: NamedDependency[Visit]) -> Response[str]:
        """Show the template of one paper."""
        may(visit.actor, Permission.KEEP_TEMPLATES)
        async with reading(visit.actor) as c:
            form = TemplateForm.blank(values=written(await template_of(c, visit.actor, code)))
            content = await template_page(c, visit.actor, code, form)
        return await visit.page("documents/template.html", content)

    @post("/{code:str}")
    async def change(
        self, code: FromPath[str], visit: NamedDependency[Visit]
    ) -> Response[str] | Response[bytes] | Redirect:
        """Make a new version, or show how a paper would look."""
        may(visit.actor, Permission.KEEP_TEMPLATES)
        typed = await visit.typed()
        form = TemplateForm.parse(typed)
        async with reading(visit.actor) as c:
            content = await template_page(c, visit.actor, code, form)
        if not form.valid:
            return await visit.page("documents/template.html", content, status=422)
        template = template_in(form)
        if typed.get("lihat"):
            sheet = sample(visit.actor, code, template, clock.now().replace(microsecond=0))
            draft = await as_pdf(sheet)
            return Response(draft, media_type="application/pdf", headers=_HEADERS)
        new = NewTemplate(paper=code, after=form.after, template=template)
        await change_template(visit.actor, new)
        return see_other(f"{PATH}/{code}")

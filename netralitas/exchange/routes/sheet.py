"""What the forms on requests share: how they look, how they come back."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from litestar import Response
from litestar.response import Redirect

from netralitas.refusals import Invalid, RuleBroken, Stale
from netralitas.web.form_page import FORM_PAGE, FormPage, refused_on
from netralitas.web.forms import Form
from netralitas.web.fragments import see_other
from netralitas.web.parts import Crumb
from netralitas.web.visit import Visit

type_answer = Response[str] | Redirect
type_choices = dict[str, list[tuple[str, str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """How a form looks: its words, where it stands, where it goes, what is chosen from a list."""

    title: str
    lead: str
    button: str
    action: str
    back: str
    crumbs: tuple[Crumb, ...] = ()
    version: int | None = None
    selects: tuple[str, ...] = ()
    uploads: bool = False
    without: tuple[str, ...] = ()

    def at(self, version: int) -> "Sheet":
        """Return it for a form that was opened on this version."""
        return replace(self, version=version)

    def around(self, form: Form) -> FormPage:
        """Return the page of a form."""
        return FormPage(
            wide=True,
            crumbs=self.crumbs,
            title=self.title,
            lead=self.lead,
            action=self.action,
            back=self.back,
            button=self.button,
            form=form,
            fields=tuple(name for name in form.fields if name not in {"version", *self.without}),
            version=self.version,
            selects=self.selects,
            uploads=self.uploads,
        )


async def shown(visit: Visit, sheet: Sheet, form: Form) -> Response[str]:
    """Return the page of a form as it is first shown."""
    return await visit.page(FORM_PAGE, sheet.around(form))


async def answered(
    visit: Visit, sheet: Sheet, form: Form, doing: Callable[[], Awaitable[str]]
) -> type_answer:
    """Return the way to the address that `doing` returns, or the form with what is wrong."""
    status = 422
    if form.valid:
        try:
            return see_other(await doing())
        except (Invalid, RuleBroken, Stale) as refused:
            status = refused_on(form, refused)
    return await visit.page(FORM_PAGE, sheet.around(form), status=status)

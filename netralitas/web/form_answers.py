"""How a page that is one form is first shown, and how it comes back with what is wrong."""

from collections.abc import Awaitable, Callable
from typing import Protocol

from litestar import Response
from litestar.response import Redirect

from netralitas.refusals import Invalid, RuleBroken, Stale
from netralitas.web.form_page import FORM_PAGE, FormPage, refused_on
from netralitas.web.forms import Form
from netralitas.web.fragments import see_other
from netralitas.web.visit import Visit

type_answer = Response[str] | Redirect


class Around(Protocol):
    """What stands around a form: its words, where it stands, where it goes."""

    def around(self, form: Form) -> FormPage:
        """Return the page of a form."""


async def shown(visit: Visit, sheet: Around, form: Form) -> Response[str]:
    """Return the page of a form as it is first shown."""
    return await visit.page(FORM_PAGE, sheet.around(form))


async def answered(
    visit: Visit, sheet: Around, form: Form, doing: Callable[[], Awaitable[str]]
) -> type_answer:
    """Return the way to the address that `doing` returns, or the form with what is wrong."""
    status = 422
    if form.valid:
        try:
            return see_other(await doing())
        except (Invalid, RuleBroken, Stale) as refused:
            status = refused_on(form, refused)
    return await visit.page(FORM_PAGE, sheet.around(form), status=status)

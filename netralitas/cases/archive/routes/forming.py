"""What the forms of a hand-over share: the page around them, and how they come back."""

from collections.abc import Awaitable

from litestar import Response
from litestar.response import Redirect

from netralitas.access.policy import Permission, may
from netralitas.cases.archive import words
from netralitas.cases.archive.pages import HOME, crumbs
from netralitas.cases.archive.queries import handover_in
from netralitas.cases.pages import FormPage
from netralitas.cases.routes.small import done_or_refused
from netralitas.database.transactions import reading
from netralitas.web.forms import Form
from netralitas.web.visit import Visit

type_answer = Response[str] | Redirect


async def seen(visit: Visit, handover: int) -> None:
    """Hold that the visitor may change this hand-over at all; NotVisible, NotAllowed."""
    may(visit.actor, Permission.KEEP_ARCHIVE)
    async with reading(visit.actor) as c:
        await handover_in(c, handover)


async def done(form: Form, doing: Awaitable[object], handover: int) -> Redirect | None:
    """Return the way back after `doing`; None when a rule said no: the form has its sentence."""
    return await done_or_refused(form, doing, f"{HOME}/{handover}")


async def shown(visit: Visit, content: FormPage, *, status: int = 200) -> Response[str]:
    """Return the page of a form."""
    return await visit.page("cases/form.html", content, status=status)


def page(
    said: words.Said, back: str, place: str, form: Form, *, blocked: str | None = None
) -> FormPage:
    """Return what stands around a form that is sent to a `place` below the page it goes back to.

    Its title is also what its button says.
    """
    return FormPage(
        crumbs=crumbs(said.title),
        title=said.title,
        lead=said.lead,
        action=f"{back}/{place}",
        back=back,
        button=said.title,
        form=form,
        fields=tuple(form.fields),
        uploads=any(field.kind == "file" for field in form.fields.values()),
        blocked=blocked,
    )

"""What the forms of a hand-over share: the page around them, and how they come back."""

from collections.abc import Awaitable

from litestar import Response
from litestar.response import Redirect

from netralitas.access.policy import Permission, may
from netralitas.cases.archive.pages import HOME, crumbs
from netralitas.cases.archive.queries import handover_in
from netralitas.cases.pages import FormPage
from netralitas.cases.routes.small import say
from netralitas.database.transactions import reading
from netralitas.refusals import Invalid, RuleBroken
from netralitas.web.forms import Form
from netralitas.web.fragments import see_other
from netralitas.web.visit import Visit

type_answer = Response[str] | Redirect


async def seen(visit: Visit, handover: int) -> None:
    """Hold that the visitor may change this hand-over at all; NotVisible, NotAllowed."""
    may(visit.actor, Permission.KEEP_ARCHIVE)
    async with reading(visit.actor) as c:
        await handover_in(c, handover)


async def done(form: Form, doing: Awaitable[object], handover: int) -> Redirect | None:
    """Return the way back after `doing`; None when a rule said no: the form has its sentence."""
    try:
        await doing
    except (RuleBroken, Invalid) as refusal:
        say(form, refusal)
        return None
    return see_other(f"{HOME}/{handover}")


async def shown(visit: Visit, content: FormPage, *, status: int = 200) -> Response[str]:
    """Return the page of a form."""
    return await visit.page("cases/form.html", content, status=status)


def page(  # noqa: PLR0913 - what differs between the forms
    title: str,
    lead: str,
    action: str,
    back: str,
    form: Form,
    *,
    uploads: bool = False,
    blocked: str | None = None,
) -> FormPage:
    """Return what stands around a form; its title is also what its button says."""
    return FormPage(
        crumbs=crumbs(title),
        title=title,
        lead=lead,
        action=action,
        back=back,
        button=title,
        form=form,
        fields=tuple(form.fields),
        uploads=uploads,
        blocked=blocked,
    )

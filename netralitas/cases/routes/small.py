"""What the small forms of a case share: the view behind them, and how they come back."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from litestar import Response
from litestar.response import Redirect

from netralitas import clock
from netralitas.cases.pages import FormPage
from netralitas.cases.queries import CaseView, changes_since, title, view_case
from netralitas.cases.routes.desk import Desk
from netralitas.database.connection import Connection
from netralitas.database.transactions import reading
from netralitas.refusals import Invalid, RuleBroken
from netralitas.web.forms import Form
from netralitas.web.fragments import page, see_other
from netralitas.web.parts import Crumb

Found = TypeVar("Found")


async def look(
    desk: Desk,
    case: int,
    read: Callable[[Connection, CaseView], Awaitable[Found]],
) -> tuple[CaseView, Found]:
    """Return the case as the actor sees it with what `read` finds, in one transaction."""
    async with reading(desk.actor) as c:
        view = await view_case(c, desk.actor, case, now=clock.now(), book=desk.book)
        return view, await read(c, view)


async def changed_since(view: CaseView, proceeding: int, version: int) -> tuple[str, ...]:
    """Return what others did on a proceeding since a form saw it; a sentence each."""
    async with reading(view.actor) as c:
        return await changes_since(c, view.dossier.id, {proceeding: version})


def crumbs(view: CaseView, last: str) -> tuple[Crumb, ...]:
    """Return the way to a form of a case."""
    back = f"/perkara/{view.dossier.id}"
    return (Crumb("Perkara", "/perkara"), Crumb(title(view), back), Crumb(last))


async def shown(content: FormPage, desk: Desk, status: int = 200) -> Response[str]:
    """Return the page of a small form."""
    return page("cases/form.html", content, frame=await desk.frame(), status=status)


async def done_or_refused(form: Form, doing: Awaitable[object], goal: str) -> Redirect | None:
    """Return the way on after `doing`; None when a rule said no, with its sentence in the form."""
    try:
        await doing
    except (RuleBroken, Invalid) as refusal:
        say(form, refusal)
        return None
    return see_other(goal)


def say(form: Form, refusal: RuleBroken | Invalid) -> None:
    """Put the sentences of a refusal beside the fields they are about, or on top."""
    if isinstance(refusal, RuleBroken):
        dated = (refusal.rule or "").startswith("date.") and "happened" in form.fields
        form.refuse("happened" if dated else "", refusal.reason)
        return
    form.refuse_all(refusal.errors)

"""What the forms of agreements share: how they look, how they come back."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

from litestar import Response
from litestar.response import Redirect

from netralitas.access.policy import Permission, may
from netralitas.agreements.forms import shown
from netralitas.agreements.queries import Written, latest_texts
from netralitas.database.transactions import reading
from netralitas.refusals import Invalid, NotVisible, RuleBroken, Stale
from netralitas.web.form_page import FORM_PAGE, FormPage, refused_on
from netralitas.web.forms import Form
from netralitas.web.fragments import see_other
from netralitas.web.parts import Crumb
from netralitas.web.visit import Visit

PATH: Final = "/kerja-sama"

type_answer = Response[str] | Redirect


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a form looks: its words, the last part of its address, what is chosen from a list.

    `back` is added to the address of the agreement where it leads afterwards.
    """

    title: str
    lead: str
    button: str
    name: str
    selects: tuple[str, ...] = ()
    back: str = ""
    uploads: bool = False


def crumbs(number: int, title: str) -> tuple[Crumb, ...]:
    """Return the way to the page of an agreement."""
    return Crumb("Kerja sama", PATH), Crumb(title, f"{PATH}/{number}")


async def kept(visit: Visit, number: int) -> Written:
    """Return the text for who keeps agreements; NotAllowed or NotVisible else."""
    may(visit.actor, Permission.KEEP_AGREEMENTS)
    async with reading(visit.actor) as c:
        written = (await latest_texts(c, number)).get(number) if number < 2**31 else None
    if written is None:
        raise NotVisible
    return written


async def ask(
    visit: Visit, number: int, seen: Written, form: Form, layout: Layout
) -> Response[str]:
    """Return the page of a form as it is first shown."""
    return await visit.page(FORM_PAGE, _around(number, seen, form, layout))


async def answer(
    visit: Visit,
    number: int,
    seen: Written,
    form: Form,
    layout: Layout,
    *,
    doing: Callable[[], Awaitable[object]],
) -> type_answer:
    """Return the way back to the agreement after `doing`, or the form with what is wrong."""
    status = 422
    if form.valid:
        try:
            await doing()
        except (Invalid, RuleBroken, Stale) as refused:
            status = refused_on(form, refused)
        else:
            return see_other(f"{PATH}/{number}{layout.back}")
    return await visit.page(FORM_PAGE, _around(number, seen, form, layout), status=status)


def _around(number: int, seen: Written, form: Form, layout: Layout) -> FormPage:
    here = f"{PATH}/{number}"
    return FormPage(
        wide=True,
        crumbs=(*crumbs(number, seen.paper.title), Crumb(layout.title)),
        title=layout.title,
        lead=layout.lead,
        action=f"{here}/{layout.name}",
        back=f"{here}{layout.back}",
        button=layout.button,
        form=form,
        fields=shown((each for each in form.fields if each != "version"), len(seen.paper.parties)),
        version=seen.version,
        selects=layout.selects,
        uploads=layout.uploads,
    )

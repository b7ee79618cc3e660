"""What the forms of the clarification share: who may, how they look, how they come back."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

import msgspec
from litestar import Response
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas.cases.queries import CaseView, title
from netralitas.database.connection import Connection
from netralitas.database.transactions import reading
from netralitas.evidence.domain import FileRefused, NotKept, Stored
from netralitas.evidence.storage import Storage
from netralitas.investigation.clarification.pages import FormPage
from netralitas.investigation.clarification.queries import base, crumbs
from netralitas.investigation.holding import hold_keeper, hold_possible_row, look_at
from netralitas.law.book import RuleBook
from netralitas.refusals import Invalid, RuleBroken, Stale
from netralitas.web.forms import Form, Received
from netralitas.web.fragments import see_other
from netralitas.web.parts import Crumb
from netralitas.web.visit import Visit
from netralitas.workflow.refusals import MoveRefused

FORM: Final = "investigation/form.html"

type_answer = Response[str] | Redirect


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a form looks: its words, the rest of its address, where it leads."""

    title: str
    lead: str
    button: str
    path: str
    goal: str = ""
    selects: tuple[str, ...] = ()
    known: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    danger: bool = False
    uploads: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet(Visit):
    """A visit to the clarification of one case, with the rules that hold there."""

    case: int
    book: RuleBook

    async def seen(self, c: Connection) -> CaseView:
        """Return the case for who reads how it is handled."""
        return await look_at(c, self.actor, self.case, book=self.book)

    async def kept(self, c: Connection) -> CaseView:
        """Return the case for who keeps it; NotVisible or NotAllowed for the others."""
        view = await self.seen(c)
        hold_keeper(view)
        return view

    async def view(self) -> CaseView:
        """Return the case for who keeps it, in a transaction of its own."""
        async with reading(self.actor) as c:
            return await self.kept(c)

    async def ask(self, view: CaseView, form: Form, layout: Layout) -> Response[str]:
        """Return the page of a form as it is first shown."""
        return await self.page(FORM, _around(view, form, layout))

    async def answer(
        self,
        view: CaseView,
        form: Form,
        layout: Layout,
        doing: Callable[[], Awaitable[object]],
        version: int | None = None,
    ) -> type_answer:
        """Return the way on after `doing`, or the form with every sentence of what is wrong.

        `version` is that of now, with which a form goes on that somebody else was faster than.
        """
        content = _around(view, form, layout)
        status = 422
        if form.valid:
            try:
                await doing()
            except Stale as refusal:
                content = msgspec.structs.replace(
                    content, stale=True, changed=refusal.changed, form=_on(form, version)
                )
                status = 409
            except MoveRefused as refusal:
                said = tuple(obstacle.sentence for obstacle in refusal.obstacles)
                content = msgspec.structs.replace(content, refused=said)
                status = 409
            except (RuleBroken, Invalid) as refusal:
                status = say(form, refusal)
            else:
                return see_other(f"{base(view)}{layout.goal}")
        return await self.page(FORM, content, status=status)


async def provide_sheet(
    visit: NamedDependency[Visit], book: NamedDependency[RuleBook], case: FromPath[int]
) -> Sheet:
    """Return the visit to the case that the address names."""
    hold_possible_row(case)
    return Sheet(
        actor=visit.actor,
        request=visit.request,
        make_frame=visit.make_frame,
        case=case,
        book=book,
    )


SHEET: Final = {"sheet": Provide(provide_sheet)}
"""The dependency of a controller that answers about the clarification of one case."""


async def stored(
    form: Form, name: str, received: tuple[Received, ...] | None, storage: Storage, largest: int
) -> Stored | None:
    """Return an uploaded file kept under its digest; None without one, or where it cannot be."""
    if not received:
        return None
    try:
        return await storage.keep(received[0].content, largest)
    except (FileRefused, NotKept) as refusal:
        form.refuse(name, refusal.reason)
        return None


def say(form: Form, refused: RuleBroken | Invalid) -> int:
    """Say beside its field what the command refused; return the status of the page."""
    if isinstance(refused, Invalid):
        form.refuse_all(refused.errors)
        return 422
    field = (refused.rule or "").removeprefix("clarification.")
    form.refuse(field if field in form.fields else "", refused.reason)
    return 422 if field in form.fields else 409


def _on(form: Form, version: int | None) -> Form:
    """Return the form with what was typed, going on from the version of now."""
    if version is not None and "version" in form.fields:
        values = {name: form.read_value(name) for name in form.fields}
        return type(form).blank(values={**values, "version": version})
    return form


def _around(view: CaseView, form: Form, layout: Layout) -> FormPage:
    return FormPage(
        crumbs=crumbs(view, Crumb(layout.title)),
        title=layout.title,
        caption=title(view),
        lead=layout.lead,
        action=f"{base(view)}{layout.path}",
        back=f"{base(view)}{layout.goal}",
        button=layout.button,
        form=form,
        selects=layout.selects,
        known=layout.known,
        notes=layout.notes,
        danger=layout.danger,
        uploads=layout.uploads,
    )

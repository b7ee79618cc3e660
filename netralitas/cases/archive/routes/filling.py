"""How a hand-over of static archives is begun and filled."""

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas.access.policy import Permission, may
from netralitas.cases.archive import words
from netralitas.cases.archive.commands import (
    add_cases,
    open_handover,
    take_out,
)
from netralitas.cases.archive.forms import AddForm, HandoverForm
from netralitas.cases.archive.pages import HOME
from netralitas.cases.archive.queries import Offered, closed_cases, handover_in
from netralitas.cases.archive.routes.forming import done, page, shown, type_answer
from netralitas.cases.pages import FormPage
from netralitas.database.transactions import reading
from netralitas.evidence.storage import Storage
from netralitas.law.book import RuleBook
from netralitas.web.fragments import see_other
from netralitas.web.visit import Visit


class NewController(Controller):
    """`/perkara/arsip/baru`: a hand-over is begun."""

    path = f"{HOME}/baru"
    include_in_schema = False

    @get()
    async def ask(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Ask who hands over to whom."""
        may(visit.actor, Permission.KEEP_ARCHIVE)
        return await shown(visit, _new(HandoverForm.blank()))

    @post()
    async def begin(self, visit: NamedDependency[Visit]) -> type_answer:
        """Begin it, and show where cases are added."""
        may(visit.actor, Permission.KEEP_ARCHIVE)
        form = HandoverForm.parse(await visit.typed())
        if not form.valid:
            return await shown(visit, _new(form), status=422)
        return see_other(f"{HOME}/{await open_handover(visit.actor, form.handover())}")


class AddingController(Controller):
    """`/perkara/arsip/{id}/perkara`: closed cases go into the hand-over, or out of it."""

    path = f"{HOME}/{{handover:int}}/perkara"
    include_in_schema = False

    @get()
    async def ask(self, handover: FromPath[int], visit: NamedDependency[Visit]) -> Response[str]:
        """Show which cases can be handed over."""
        offered = await _offered(visit, handover)
        form = AddForm.blank(choices={"cases": _options(offered)})
        return await shown(visit, _adding(handover, form, offered))

    @post()
    async def add(
        self,
        handover: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        storage: NamedDependency[Storage],
    ) -> type_answer:
        """Bundle the chosen cases into the hand-over."""
        offered = await _offered(visit, handover)
        form = AddForm.parse(await visit.typed(), choices={"cases": _options(offered)})
        if form.valid:
            cases = [int(each) for each in form.cases]
            doing = add_cases(visit.actor, handover, cases, book=book, storage=storage)
            answer = await done(form, doing, handover)
            if answer is not None:
                return answer
        return await shown(visit, _adding(handover, form, offered), status=422)

    @post("/{case:int}/keluarkan")
    async def take_out(
        self, handover: FromPath[int], case: FromPath[int], visit: NamedDependency[Visit]
    ) -> Redirect:
        """Take a case out again, as long as there are no minutes."""
        await take_out(visit.actor, handover, case)
        return see_other(f"{HOME}/{handover}")


async def _offered(visit: Visit, handover: int) -> list[Offered]:
    may(visit.actor, Permission.KEEP_ARCHIVE)
    async with reading(visit.actor) as c:
        await handover_in(c, handover)
        return await closed_cases(c, visit.actor)


def _options(offered: list[Offered]) -> tuple[tuple[str, str], ...]:
    return tuple((str(case.id), f"{case.number} ({case.year})") for case in offered)


def _new(form: HandoverForm) -> FormPage:
    return page(words.NEW, HOME, "baru", form)


def _adding(handover: int, form: AddForm, offered: list[Offered]) -> FormPage:
    blocked = None if offered else words.NONE_CLOSED
    return page(words.ADD, f"{HOME}/{handover}", "perkara", form, blocked=blocked)

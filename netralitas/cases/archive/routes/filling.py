"""How a hand-over of static archives is begun, filled, closed, and signed."""

from collections.abc import Awaitable

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas.access.policy import Permission, may
from netralitas.cases.archive import words
from netralitas.cases.archive.commands import (
    add_cases,
    attach_scan,
    close_handover,
    open_handover,
    take_out,
)
from netralitas.cases.archive.forms import (
    LARGEST_SCAN,
    AddForm,
    CloseForm,
    HandoverForm,
    ScanForm,
)
from netralitas.cases.archive.pages import HOME, crumbs
from netralitas.cases.archive.queries import Offered, closed_cases, handover_in
from netralitas.cases.pages import FormPage
from netralitas.cases.routes.small import say
from netralitas.database.transactions import reading
from netralitas.evidence.domain import FileRefused, StorageFull, Stored
from netralitas.evidence.storage import Storage
from netralitas.law.book import RuleBook
from netralitas.refusals import Invalid, RuleBroken
from netralitas.web.forms import Form
from netralitas.web.fragments import see_other
from netralitas.web.visit import Visit

type_answer = Response[str] | Redirect


class NewController(Controller):
    """`/perkara/arsip/baru`: a hand-over is begun."""

    path = f"{HOME}/baru"
    include_in_schema = False

    @get()
    async def ask(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Ask who hands over to whom."""
        may(visit.actor, Permission.KEEP_ARCHIVE)
        return await _shown(visit, _new(HandoverForm.blank()))

    @post()
    async def begin(self, visit: NamedDependency[Visit]) -> type_answer:
        """Begin it, and show where cases are added."""
        may(visit.actor, Permission.KEEP_ARCHIVE)
        form = HandoverForm.parse(await visit.typed())
        if not form.valid:
            return await _shown(visit, _new(form), status=422)
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
        return await _shown(visit, _adding(handover, form, offered))

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
            answer = await _done(form, doing, handover)
            if answer is not None:
                return answer
        return await _shown(visit, _adding(handover, form, offered), status=422)

    @post("/{case:int}/keluarkan")
    async def take_out(
        self, handover: FromPath[int], case: FromPath[int], visit: NamedDependency[Visit]
    ) -> Redirect:
        """Take a case out again, as long as there are no minutes."""
        await take_out(visit.actor, handover, case)
        return see_other(f"{HOME}/{handover}")


class ClosingController(Controller):
    """`/perkara/arsip/{id}/penyerahan`: the minutes are made, and nothing changes any more."""

    path = f"{HOME}/{{handover:int}}/penyerahan"
    include_in_schema = False

    @get()
    async def ask(self, handover: FromPath[int], visit: NamedDependency[Visit]) -> Response[str]:
        """Ask for the day."""
        await _seen(visit, handover)
        form = CloseForm.blank(values={"on": visit.today}, today=visit.today)
        return await _shown(visit, _closing(handover, form))

    @post()
    async def close(
        self,
        handover: FromPath[int],
        visit: NamedDependency[Visit],
        storage: NamedDependency[Storage],
    ) -> type_answer:
        """Close the hand-over."""
        await _seen(visit, handover)
        form = CloseForm.parse(await visit.typed(), today=visit.today)
        if form.valid:
            doing = close_handover(visit.actor, handover, form.on, storage)
            answer = await _done(form, doing, handover)
            if answer is not None:
                return answer
        return await _shown(visit, _closing(handover, form), status=422)


class ScanController(Controller):
    """`/perkara/arsip/{id}/pindaian/baru`: the signed minutes come back as a scan."""

    path = f"{HOME}/{{handover:int}}/pindaian/baru"
    include_in_schema = False

    @get()
    async def ask(self, handover: FromPath[int], visit: NamedDependency[Visit]) -> Response[str]:
        """Ask for the file."""
        await _seen(visit, handover)
        return await _shown(visit, _scanning(handover, ScanForm.blank()))

    @post()
    async def attach(
        self,
        handover: FromPath[int],
        visit: NamedDependency[Visit],
        storage: NamedDependency[Storage],
    ) -> type_answer:
        """Keep it with the hand-over."""
        await _seen(visit, handover)
        form = ScanForm.parse(await visit.typed())
        scan = await _kept(form, storage) if form.valid else None
        if scan is not None:
            answer = await _done(form, attach_scan(visit.actor, handover, scan), handover)
            if answer is not None:
                return answer
        return await _shown(visit, _scanning(handover, form), status=422)


async def _seen(visit: Visit, handover: int) -> None:
    may(visit.actor, Permission.KEEP_ARCHIVE)
    async with reading(visit.actor) as c:
        await handover_in(c, handover)


async def _offered(visit: Visit, handover: int) -> list[Offered]:
    may(visit.actor, Permission.KEEP_ARCHIVE)
    async with reading(visit.actor) as c:
        await handover_in(c, handover)
        return await closed_cases(c, visit.actor)


async def _done(form: Form, doing: Awaitable[object], handover: int) -> Redirect | None:
    try:
        await doing
    except (RuleBroken, Invalid) as refusal:
        say(form, refusal)
        return None
    return see_other(f"{HOME}/{handover}")


async def _kept(form: ScanForm, storage: Storage) -> Stored | None:
    try:
        return await storage.keep(form.scan[0].content, LARGEST_SCAN)
    except (FileRefused, StorageFull) as refusal:
        form.refuse("scan", refusal.reason)
        return None


async def _shown(visit: Visit, content: FormPage, *, status: int = 200) -> Response[str]:
    return await visit.page("cases/form.html", content, status=status)


def _options(offered: list[Offered]) -> tuple[tuple[str, str], ...]:
    return tuple((str(case.id), f"{case.number} ({case.year})") for case in offered)


def _new(form: HandoverForm) -> FormPage:
    return _page(words.NEW, words.NEW_LEAD, f"{HOME}/baru", HOME, form)


def _adding(handover: int, form: AddForm, offered: list[Offered]) -> FormPage:
    here = f"{HOME}/{handover}"
    blocked = None if offered else words.NONE_CLOSED
    return _page(words.ADD, words.ADD_LEAD, f"{here}/perkara", here, form, blocked=blocked)


def _closing(handover: int, form: CloseForm) -> FormPage:
    here = f"{HOME}/{handover}"
    return _page(words.CLOSE, words.CLOSE_LEAD, f"{here}/penyerahan", here, form)


def _scanning(handover: int, form: ScanForm) -> FormPage:
    here = f"{HOME}/{handover}"
    address = f"{here}/pindaian/baru"
    return _page(words.SCAN, words.SCAN_LEAD, address, here, form, uploads=True)


def _page(  # noqa: PLR0913 - what differs between the forms
    title: str,
    lead: str,
    action: str,
    back: str,
    form: Form,
    *,
    uploads: bool = False,
    blocked: str | None = None,
) -> FormPage:
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

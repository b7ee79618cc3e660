"""`/perkara/{id}/terlapor`: respondents are added and identified at any time."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Final

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas.access.policy import Permission
from netralitas.cases.domain import Person
from netralitas.cases.forms import RespondentForm, StaffSearchForm, person_in
from netralitas.cases.identifying import (
    OTHER_NIP,
    Searched,
    adding_page,
    blank_form,
    identifying_page,
    listed_as,
)
from netralitas.cases.nip import NipSealer
from netralitas.cases.pages import RespondentPage
from netralitas.cases.people import add_respondent, identify_respondent
from netralitas.cases.queries import CaseView, person_of
from netralitas.cases.routes.desk import DESK, Desk, type_request
from netralitas.cases.routes.small import changed_since, done_or_refused, look
from netralitas.database.connection import Connection
from netralitas.database.transactions import reading
from netralitas.imports.queries import (
    find_staff,
    seal_search,
    staff_person,
    unseal_search,
)
from netralitas.refusals import Stale
from netralitas.web.fragments import see_other

type_answer = Response[str] | Redirect

_TEMPLATE: Final = "cases/respondent.html"
_NO_LIST: Final = "0"
"""Stands in the address for: filled without a staff list."""


class RespondentController(Controller):
    """The respondents of a case."""

    path = "/perkara/{case:int}/terlapor"
    dependencies = DESK
    include_in_schema = False

    @get()
    async def ask(self, case: FromPath[int], desk: NamedDependency[Desk]) -> Response[str]:
        """Show the empty form of a respondent."""
        view, _ = await look(desk, case, _nobody)
        return await _shown(adding_page(view, blank_form(view, Person())), desk)

    @post()
    async def add(
        self,
        request: type_request,
        case: FromPath[int],
        desk: NamedDependency[Desk],
        sealer: NamedDependency[NipSealer],
    ) -> type_answer:
        """Add a respondent to the case."""
        view, _ = await look(desk, case, _nobody)
        form = RespondentForm.parse(await request.form())
        if not form.valid:
            return await _shown(adding_page(view, form), desk, status=422)
        doing = add_respondent(desk.actor, case, person_in(form, sealer))
        answer = await done_or_refused(form, doing, f"/perkara/{case}#terlapor")
        return answer or await _shown(adding_page(view, form), desk, status=422)

    @get("/{respondent:int}")
    async def show(
        self,
        case: FromPath[int],
        respondent: FromPath[int],
        desk: NamedDependency[Desk],
        sealer: NamedDependency[NipSealer],
    ) -> Response[str]:
        """Show the form of a known respondent, and whom the search in the address finds."""
        view, known = await look(desk, case, _whom(respondent))
        person = await _filled(desk, known, desk.asked.get("pegawai"))
        searched = await _searched(desk, desk.asked.get("k"), sealer)
        form = blank_form(view, person)
        page = identifying_page(view, respondent, form, person, searched=searched)
        return await _shown(page, desk)

    @post("/{respondent:int}/pencarian")
    async def search(
        self,
        request: type_request,
        case: FromPath[int],
        respondent: FromPath[int],
        desk: NamedDependency[Desk],
        sealer: NamedDependency[NipSealer],
    ) -> type_answer:
        """Go to the form with whom the search finds; the address tells nobody who it is."""
        view, known = await look(desk, case, _whom(respondent))
        search = StaffSearchForm.parse(await request.form())
        if search.valid:
            ticket = seal_search(search.cari, sealer.keys, desk.actor.officer)
            return see_other(f"/perkara/{case}/terlapor/{respondent}?k={ticket}#pegawai")
        form = blank_form(view, known)
        page = identifying_page(view, respondent, form, known, searched=Searched(form=search))
        return await _shown(page, desk, status=422)

    @post("/{respondent:int}")
    async def identify(
        self,
        request: type_request,
        case: FromPath[int],
        respondent: FromPath[int],
        desk: NamedDependency[Desk],
        sealer: NamedDependency[NipSealer],
    ) -> type_answer:
        """Write down who the respondent is."""
        view, known = await look(desk, case, _whom(respondent))
        form = RespondentForm.parse(await request.form())
        shown = await _behind(desk, known, form, sealer)
        if not form.valid:
            page = identifying_page(view, respondent, form, shown)
            return await _shown(page, desk, status=422)
        person = person_in(form, sealer, shown.nip)
        doing = identify_respondent(desk.actor, case, respondent, person, version=form.version)
        try:
            answer = await done_or_refused(form, doing, f"/perkara/{case}#terlapor")
        except Stale:
            changed = await changed_since(view, view.dossier.handling().id, form.version)
            again = identifying_page(view, respondent, form, shown, changed=changed)
            return await _shown(again, desk, status=409)
        page = identifying_page(view, respondent, form, shown)
        return answer or await _shown(page, desk, status=422)


async def _filled(desk: Desk, known: Person, asked: str | None) -> Person:
    """Return whom the form shows: as known, or as the line of a staff list in the address says."""
    if asked is None or not (asked.isascii() and asked.isdigit()) or len(asked) > 18:
        return known
    if asked == _NO_LIST:
        return replace(known, staff=None)
    async with reading(desk.actor) as c:
        return listed_as(known, await staff_person(c, int(asked)))


async def _behind(desk: Desk, known: Person, form: RespondentForm, sealer: NipSealer) -> Person:
    """Return whose number an empty field keeps; a number that contradicts the list is refused."""
    staff = form.read_value("staff")
    if staff is None or staff == known.staff:
        return known
    async with reading(desk.actor) as c:
        listed = await staff_person(c, staff)
    typed = form.read_value("nip")
    if typed and listed.nip is not None and sealer.digest(typed) != listed.nip.digest:
        form.refuse("nip", OTHER_NIP)
    return listed


async def _searched(desk: Desk, ticket: str | None, sealer: NipSealer) -> Searched | None:
    """Return whom the search sealed in the address finds, with a name (not a NIP) typed again."""
    wanted = unseal_search(ticket, sealer.keys, desk.actor.officer) if ticket else None
    if wanted is None:
        return None
    async with reading(desk.actor) as c:
        found = await find_staff(c, wanted, sealer)
    typed = wanted if any(map(str.isalpha, wanted)) else None
    return Searched(form=StaffSearchForm.blank(values={"cari": typed}), found=found)


async def _nobody(_: Connection, view: CaseView) -> None:
    view.hold(Permission.ADD_RESPONDENT)


def _whom(respondent: int) -> Callable[[Connection, CaseView], Awaitable[Person]]:
    """Return the reading of one respondent, for those who may change them."""

    async def read(c: Connection, view: CaseView) -> Person:
        person = await person_of(c, view, respondent)
        view.hold(Permission.ADD_RESPONDENT)
        return person

    return read


async def _shown(page: RespondentPage, desk: Desk, *, status: int = 200) -> Response[str]:
    return await desk.page(_TEMPLATE, page, status=status)

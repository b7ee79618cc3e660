"""People typed onto the list, and a wrong line taken off it."""

from typing import Final

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas.cases.nip import NipSealer
from netralitas.prevention.attending.commands import list_people, remove_person
from netralitas.prevention.attending.form_pages import list_page
from netralitas.prevention.attending.forms import LIST_FORM, unit_options
from netralitas.prevention.attending.routes.room import BASE, ROOM, Room, type_answer
from netralitas.refusals import Invalid, RuleBroken
from netralitas.web.form_page import refused_on

_TEMPLATE: Final = "prevention/attending/list.html"


class ListController(Controller):
    """`…/kehadiran/tulis`: ten people at a time; `…/orang/{id}/penghapusan`: one off the list."""

    path = BASE
    dependencies = ROOM
    include_in_schema = False

    @get("/tulis")
    async def show(self, room: NamedDependency[Room]) -> Response[str]:
        """Show ten empty rows."""
        opened = await room.opened()
        form = LIST_FORM.blank(choices=unit_options(opened.offer.units))
        return await room.page(_TEMPLATE, list_page(form, opened))

    @post("/tulis")
    async def add(
        self, room: NamedDependency[Room], sealer: NamedDependency[NipSealer]
    ) -> type_answer:
        """Put everybody on the list, or nobody and say which row is wrong."""
        opened = await room.opened()
        form = LIST_FORM.parse(await room.typed(), choices=unit_options(opened.offer.units))
        try:
            await list_people(room.actor, room.number, form.people(sealer))
        except (Invalid, RuleBroken) as refused:
            status = refused_on(form, refused)
            return await room.page(_TEMPLATE, list_page(form, opened), status=status)
        return room.back("daftar")

    @post("/orang/{person:int}/penghapusan")
    async def remove(self, room: NamedDependency[Room], person: FromPath[int]) -> Redirect:
        """Take somebody off the list."""
        await room.opened()
        await remove_person(room.actor, room.number, person)
        return room.back("dihapus", "/daftar")

"""`/administrasi/layanan`: where the office is reached, and who is on duty."""

from typing import Final

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas.access.policy import Permission, may
from netralitas.database.transactions import reading
from netralitas.service.commands import add_duty, drop_duty, set_profile
from netralitas.service.forms import DutyForm, ProfileForm
from netralitas.service.profile_page import officer_choices, service_page
from netralitas.web.fragments import see_other
from netralitas.web.visit import Visit

_PAGE: Final = "service/profile.html"
_PATH: Final = "/administrasi/layanan"

type_answer = Response[str] | Redirect


class ServiceController(Controller):
    """What an office says of its service."""

    path = _PATH
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show what everybody reads, with the forms that change it."""
        return await visit.show(
            Permission.ADMINISTER, _PAGE, lambda c: service_page(c, visit.actor)
        )

    @post()
    async def save(self, visit: NamedDependency[Visit]) -> type_answer:
        """Save where the office is reached."""
        may(visit.actor, Permission.ADMINISTER)
        form = ProfileForm.parse(await visit.typed())
        if not form.valid:
            async with reading(visit.actor) as c:
                content = await service_page(c, visit.actor, profile=form)
            return await visit.page(_PAGE, content, status=422)
        await set_profile(visit.actor, form.told)
        return see_other(_PATH)

    @post("/piket")
    async def add(self, visit: NamedDependency[Visit]) -> type_answer:
        """Add a line to the roster."""
        may(visit.actor, Permission.ADMINISTER)
        async with reading(visit.actor) as c:
            choices = {"officer": await officer_choices(c, visit.actor)}
        form = DutyForm.parse(await visit.typed(), choices=choices)
        if not form.valid:
            async with reading(visit.actor) as c:
                content = await service_page(c, visit.actor, duty=form)
            return await visit.page(_PAGE, content, status=422)
        named = int(form.officer) if form.officer else None
        await add_duty(visit.actor, form.post, form.hours, named)
        return see_other(f"{_PATH}#piket")

    @post("/piket/{duty:int}/hapus")
    async def drop(self, duty: FromPath[int], visit: NamedDependency[Visit]) -> Redirect:
        """Take a line off the roster."""
        await drop_duty(visit.actor, duty)
        return see_other(f"{_PATH}#piket")

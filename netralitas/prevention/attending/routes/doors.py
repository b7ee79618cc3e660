"""The page for phones: opened for hours, closed early, as a poster and on the wall."""

from datetime import datetime, time, timedelta
from typing import Any, Final

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect

from netralitas.documents.rendering import render
from netralitas.prevention.attending.commands import close_door, open_door
from netralitas.prevention.attending.domain import Door
from netralitas.prevention.attending.form_pages import door_page
from netralitas.prevention.attending.forms import DoorForm
from netralitas.prevention.attending.poster import TEMPLATE, poster, projected
from netralitas.prevention.attending.queries import door_of
from netralitas.prevention.attending.routes.room import BASE, ROOM, Room, type_answer
from netralitas.prevention.domain import Activity
from netralitas.prevention.queries import Opened, open_activity
from netralitas.refusals import Invalid, NotVisible, RuleBroken
from netralitas.settings import Settings
from netralitas.web.form_page import refused_on

_FORM: Final = "prevention/attending/door.html"
_WALL: Final = "prevention/attending/projected.html"
_EARLY: Final = timedelta(minutes=30)
_LATE: Final = timedelta(hours=1)
_WHOLE_DAY: Final = (time(8), time(16))


class DoorController(Controller):
    """`…/kehadiran/halaman-hp` and what follows from it: poster, page to project."""

    path = BASE
    dependencies = ROOM
    include_in_schema = False

    @get("/halaman-hp")
    async def show(self, room: NamedDependency[Room]) -> Response[str]:
        """Show the hours, those of the activity to begin with."""
        opened = await room.opened()
        form = DoorForm.blank(values=_hours(opened.activity))
        return await room.page(_FORM, door_page(form, opened))

    @post("/halaman-hp")
    async def open(self, room: NamedDependency[Room]) -> type_answer:
        """Hold that the page is open in these hours, or say what is wrong with them."""
        opened = await room.opened()
        form = DoorForm.parse(await room.typed())
        try:
            await open_door(room.actor, room.number, *form.hours(room.actor.zone))
        except (Invalid, RuleBroken) as refused:
            status = refused_on(form, refused)
            return await room.page(_FORM, door_page(form, opened), status=status)
        return room.back("dibuka")

    @post("/halaman-hp/penutupan")
    async def close(self, room: NamedDependency[Room]) -> Redirect:
        """Hold that the page takes nothing any more."""
        await room.opened()
        await close_door(room.actor, room.number)
        return room.back("ditutup")

    @get("/poster.pdf")
    async def fetch_poster(
        self, room: NamedDependency[Room], settings: NamedDependency[Settings]
    ) -> Response[bytes]:
        """Send the poster that hangs in the room, as PDF."""
        opened, door = await _with_door(room)
        content = poster(opened, door, settings.public_address, room.actor.zone)
        body = await render(TEMPLATE, content, door.opens_at)
        headers = {"Content-Disposition": f'inline; filename="poster-hadir-{room.number}.pdf"'}
        return Response(content=body, media_type="application/pdf", headers=headers)

    @get("/tampilan")
    async def project(
        self, room: NamedDependency[Room], settings: NamedDependency[Settings]
    ) -> Response[str]:
        """Show the code as large as a wall."""
        opened, door = await _with_door(room)
        content = projected(opened, door, settings.public_address, room.actor.zone)
        return await room.page(_WALL, content)


async def _with_door(room: Room) -> tuple[Opened, Door]:
    """Return the activity and its page for phones; NotVisible where it never had one."""
    opened = await room.seen(lambda c: open_activity(c, room.actor, room.number))
    door = await room.seen(lambda c: door_of(c, room.number))
    if door is None:
        raise NotVisible
    return opened, door


def _hours(activity: Activity) -> dict[str, Any]:
    """Return the hours to begin with: a little around those of the activity."""
    on = activity.held_on or activity.planned_on
    opens, closes = _WHOLE_DAY
    if activity.begins_at is not None:
        begins = datetime.combine(on, activity.begins_at)
        ends = datetime.combine(on, activity.ends_at) if activity.ends_at else begins + _LATE
        day_ends = datetime.combine(on, time(23, 59))
        opens = max(begins - _EARLY, datetime.combine(on, time())).time()
        closes = min(ends + _LATE, day_ends).time()
    return {"on": on, "opens": opens, "closes": closes}

"""What is only looked at: the tab, the list on the screen and on paper, the list as a file."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from litestar import Controller, Response, get
from litestar.di import NamedDependency

from netralitas.prevention.attending.queries.people import people_page
from netralitas.prevention.attending.queries.tab import attendance_page
from netralitas.prevention.attending.routes.room import BASE, ROOM, Room
from netralitas.prevention.attending.table_file import rows_of
from netralitas.settings import Settings
from netralitas.web.table_file import MEDIA_TYPE, SHEET_TYPE, csv_file, type_cell, xlsx_file

_TAB: Final = "prevention/attending/attendance.html"
_PEOPLE: Final = "prevention/attending/people.html"


class AttendanceController(Controller):
    """`…/kehadiran`: who came, and the list of them."""

    path = BASE
    dependencies = ROOM
    include_in_schema = False

    @get()
    async def show(
        self, room: NamedDependency[Room], settings: NamedDependency[Settings]
    ) -> Response[str]:
        """Show who came, the ways to note it, and the test."""
        site, done = settings.public_address, room.asked.get("tercatat")
        page = await room.seen(lambda c: attendance_page(c, room.actor, room.number, site, done))
        return await room.page(_TAB, page)

    @get("/daftar")
    async def show_people(self, room: NamedDependency[Room]) -> Response[str]:
        """Show everybody on the list, as it is printed."""
        done = room.asked.get("tercatat")
        page = await room.seen(lambda c: people_page(c, room.actor, room.number, done))
        return await room.page(_PEOPLE, page)

    @get("/daftar.csv")
    async def fetch_csv(self, room: NamedDependency[Room]) -> Response[bytes]:
        """Send the list as CSV."""
        return await _file(room, csv_file, MEDIA_TYPE, "csv")

    @get("/daftar.xlsx")
    async def fetch_sheet(self, room: NamedDependency[Room]) -> Response[bytes]:
        """Send the list as a workbook."""
        return await _file(room, xlsx_file, SHEET_TYPE, "xlsx")


async def _file(
    room: Room,
    write: Callable[[Iterable[Sequence[type_cell]]], bytes],
    media_type: str,
    ending: str,
) -> Response[bytes]:
    page = await room.seen(lambda c: people_page(c, room.actor, room.number))
    name = f"daftar-hadir-{room.number}.{ending}"
    return Response(
        content=write(rows_of(page)),
        media_type=media_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )

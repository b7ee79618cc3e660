"""How a list of presence comes in: for one activity, in its words, at its address."""

from functools import partial

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission
from netralitas.cases.nip import NipSealer
from netralitas.database.transactions import reading
from netralitas.imports.attendance.placing import Placed, place_rows
from netralitas.imports.domain import Checked, ImportKind
from netralitas.imports.forms import ATTENDANCE_MAPPING, AttendanceUploadForm
from netralitas.imports.showing import Arrived
from netralitas.imports.way_words import ATTENDANCE_WORDS
from netralitas.imports.ways import Way
from netralitas.prevention.attending.commands import import_people
from netralitas.prevention.attending.domain import here
from netralitas.prevention.attending.queries.known import known_for


def attendance_way(activity: int) -> Way:
    """Return how people come onto the list of this activity by a table."""
    return Way(
        kind=ImportKind.ATTENDANCE,
        permission=Permission.RECORD_ACTIVITY,
        words=ATTENDANCE_WORDS.at(here(activity)),
        upload=AttendanceUploadForm,
        mapping=ATTENDANCE_MAPPING,
        check=partial(_check, activity),
        take=partial(_take, activity),
    )


async def _check(
    activity: int, actor: Actor, _: Arrived, checked: Checked, sealer: NipSealer
) -> Checked:
    return (await _place(activity, actor, checked, sealer)).checked


async def _take(
    activity: int,
    actor: Actor,
    _: Arrived,
    __: dict[str, int],
    checked: Checked,
    sealer: NipSealer,
) -> int:
    placed = await _place(activity, actor, checked, sealer)
    await import_people(actor, activity, placed.people)
    return len(placed.people)


async def _place(activity: int, actor: Actor, checked: Checked, sealer: NipSealer) -> Placed:
    async with reading(actor) as c:
        return place_rows(checked, await known_for(c, actor, activity), sealer)

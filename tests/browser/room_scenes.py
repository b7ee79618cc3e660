"""A room with a page for phones, a list and a test, to look at."""

from datetime import timedelta

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.prevention.attending.commands import (
    list_people,
    note_papers,
    open_door,
    write_questions,
)
from netralitas.prevention.attending.domain import Phase
from netralitas.prevention.attending.queries import door_of
from tests.prevention.attending.room import NIP_ONE, TEST, person


async def open_room(actor: Actor, activity: int) -> str:
    """Commit who came, a test with results, and a page that is open now; its token."""
    people = {
        1: person("Sulastri Contoh, S.Pd.", None, NIP_ONE, origin="Dinas Pendidikan Provinsi"),
        2: person("Bambang Contoh", None, position="Ketua RT", origin="Desa Contoh"),
    }
    await list_people(actor, activity, people)
    await write_questions(actor, activity, TEST)
    await note_papers(actor, activity, Phase.BEFORE, 30, 22)
    await note_papers(actor, activity, Phase.AFTER, 28, 45)
    now = clock.now()
    await open_door(actor, activity, now - timedelta(hours=1), now + timedelta(hours=6))
    async with reading(EVERYTHING) as c:
        door = await door_of(c, activity)
    assert door is not None
    return door.token

"""A room with a page for phones: opened, used by phones, collected by the worker."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import httpx

from netralitas import clock
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import EVERYTHING, reading, writing
from netralitas.prevention.attending.commands import open_door, write_questions
from netralitas.prevention.attending.domain import NewAttendee, Nip, Presence, Question
from netralitas.prevention.attending.queries import attendance_of, attendees_of, door_of
from netralitas.settings import Settings
from netralitas.work import make_worker
from tests.conftest import Database
from tests.pages import Browser
from tests.prevention.world import Partners, plan

FROM_HERE = {"Sec-Fetch-Site": "same-origin"}
NIP_ONE = "198707152010011003"
NIP_TWO = "199003042015032001"
TEST = (
    Question(text="Bolehkah ASN menyukai unggahan calon?", choices=("Boleh", "Tidak"), right=1),
    Question(text="Kepada siapa dilaporkan?", choices=("Bawaslu", "Camat", "Polisi"), right=0),
)


def with_public(settings: Settings, database: Database) -> Settings:
    """The settings of both sites over a database."""
    return replace(settings, public_dsn=database.dsn("public"))


def person(name: str, unit: int | None, nip: str | None = None, **more: Any) -> NewAttendee:  # noqa: ANN401 - fields by name
    """Somebody present, with a number that is told apart by its digits alone."""
    kept = Nip(digest=nip.encode().ljust(32, b"."), last=nip[-4:]) if nip else None
    return NewAttendee(name=name, unit=unit, nip=kept, **more)


async def present(activity: int) -> Presence:
    """Who came to an activity, by unit."""
    async with reading(EVERYTHING) as c:
        return await attendance_of(c, activity)


async def names(activity: int) -> list[str]:
    """Who is on the list, in its order."""
    async with reading(EVERYTHING) as c:
        return [one.name for one in await attendees_of(c, activity)]


async def with_test(partners: Partners, activity: int) -> None:
    """Let Rina write two questions."""
    await write_questions(partners.rina, activity, TEST)


@dataclass(slots=True, kw_only=True)
class Phone:
    """Somebody in the room with a phone."""

    client: httpx.AsyncClient
    database: Database
    settings: Settings

    @property
    def browser(self) -> Browser:
        """The browser of the phone."""
        return Browser(self.client)

    async def room(
        self,
        partners: Partners,
        *,
        test: bool = False,
        **changes: Any,  # noqa: ANN401 - fields by name
    ) -> tuple[int, str]:
        """An activity whose page is open now; its number and its public address."""
        activity = await plan(partners, **changes)
        if test:
            await with_test(partners, activity)
        now = clock.now()
        hours = (now - timedelta(minutes=5), now + timedelta(hours=2))
        await open_door(partners.rina, activity, *hours)
        await self.work()
        async with reading(EVERYTHING) as c:
            door = await door_of(c, activity)
        assert door is not None
        return activity, f"/hadir/{door.token}"

    async def work(self, *rounds: str) -> None:
        """Let the worker do every job there is, take in what phones sent, go these rounds."""
        worker = make_worker(self.settings)
        await ENGINE.close()
        await ENGINE.open(self.database.dsn("worker"))
        try:
            while await worker.do_job():
                pass
            async with writing(EVERYTHING) as c:
                for name in ("attend", *rounds):
                    await worker.periodic[name].run(c)
        finally:
            await ENGINE.close()
            await ENGINE.open(self.database.dsn("app"))

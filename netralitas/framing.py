"""What stands around a page for one person: organisation, sections, what is due, the demo bar."""

from typing import Any

from litestar import Request

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.guards import current_actor
from netralitas.accounts.domain import DemoSeat
from netralitas.accounts.queries import demo_persons
from netralitas.accounts.words import role_names
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import NOBODY, reading
from netralitas.demo.people import HINTS, PLACES
from netralitas.demo.receipts import kept
from netralitas.settings import Settings
from netralitas.web.frame import (
    DemoPerson,
    DemoReceipt,
    Frame,
    Person,
    account_sections,
    bell_for,
    staff_sections,
)
from netralitas.worklist.queries import bell_counts

READY = frozenset(
    {
        "/beranda",
        "/perkara",
        "/tenggat",
        "/tindak-lanjut",
        "/surat",
        "/pencegahan",
        "/kerja-sama",
        "/evaluasi",
        "/referensi",
        "/administrasi",
    }
)
"""Sections that have pages."""


class Framing:
    """Makes the frame of each request; the demo's persons are asked for once."""

    def __init__(self, settings: Settings) -> None:
        """Remember whether this is the demo."""
        self._demo = settings.demo
        self._data = settings.data
        self._persons: tuple[DemoSeat, ...] | None = None
        self._pool: object = None

    async def provide(self, request: Request[Any, Any, Any]) -> Frame:
        """Return the frame for whoever asks; one query for a person, none for nobody."""
        actor = current_actor(request)
        demo = await self._demo_bar(actor)
        if actor is None:
            return Frame(demo=demo, receipts=self._kept(), papers=self._kept(papers=True))
        async with reading(actor) as connection:
            counts = await bell_counts(connection, actor, clock.now())
        return Frame(
            organisation=actor.organisation_name,
            person=Person(name=actor.name, role=_sits_as(actor)),
            sections=staff_sections(actor.roles, request.url.path, ready=READY),
            account=account_sections(actor.roles, request.url.path),
            bell=bell_for(actor.roles),
            due_count=counts.due,
            unseen_count=counts.unseen,
            demo=demo,
            zone=actor.zone,
        )

    async def _demo_bar(self, actor: Actor | None) -> tuple[DemoPerson, ...] | None:
        if not self._demo:
            return None
        if not self._persons or self._pool is not ENGINE.pool:  # another database, other persons
            async with reading(NOBODY) as connection:
                found = await demo_persons(connection, clock.now().date())
            self._persons = tuple(sorted(found, key=_place))
            self._pool = ENGINE.pool
        return tuple(_person(seat, actor) for seat in self._persons)

    def _kept(self, *, papers: bool = False) -> tuple[DemoReceipt, ...]:
        """Return what a visitor of the demo may try in "Cek status", or verify as papers."""
        if not self._demo:
            return ()
        return tuple(
            DemoReceipt(number=one.number, code=one.code, about=one.about)
            for one in kept(self._data)
            if one.paper is papers
        )


def _sits_as(actor: Actor) -> str:
    """Return what the person does at this desk, and whom they stand in for there."""
    if actor.principal_name is None:
        return role_names(actor.roles)
    return f"{role_names(actor.roles)}, mewakili {actor.principal_name}"


def _place(seat: DemoSeat) -> int:
    """Return the place of a seat in the demo's own order; whoever was added later comes last."""
    order = list(HINTS)
    return order.index(seat.login) if seat.login in HINTS else len(order)


def _person(seat: DemoSeat, actor: Actor | None) -> DemoPerson:
    return DemoPerson(
        key=str(seat.desk),
        label=seat.name.split()[0],
        current=actor is not None and actor.desk == seat.desk,
        name=seat.name,
        title=seat.title,
        office=seat.organisation,
        place=PLACES.get(seat.login, seat.organisation),
        hint=HINTS.get(seat.login, ""),
    )

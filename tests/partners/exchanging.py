"""A partner as a test enters it, and the worker's turn with it."""

from dataclasses import dataclass, replace
from typing import Any

import asyncpg

from netralitas.access.domain import Actor, Role
from netralitas.accounts import store
from netralitas.accounts.domain import NewOrganisation, OrganisationKind
from netralitas.audit.sequencer import sequence
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import EVERYTHING, writing
from netralitas.editions.current import LAW
from netralitas.evidence.storage import Storage
from netralitas.evidence.web.guard import Guard
from netralitas.partners.commands import add
from netralitas.partners.courier import Courier, House
from netralitas.partners.domain import NewPartner
from netralitas.partners.sealing import PartnerSealer
from netralitas.settings import Settings
from netralitas.vault.cipher import Keys, Purpose
from tests.conftest import Database
from tests.make import REGION, Town, stepped_up
from tests.partners.sending import TOKEN, Sender

SEALER = PartnerSealer(keys=Keys.derive(Purpose.PARTNER, "1", {"1": b"demo".ljust(32, b".")}))
AWAY = "Bawaslu Kabupaten Pengirim"
LARGEST = 1_000_000


def administrator(actor: Actor) -> Actor:
    """The same person as the administrator of their office, who has just shown a second factor."""
    return stepped_up(replace(actor, roles=frozenset({Role.ADMINISTRATOR})))


async def add_away(town: Town) -> int:
    """Add an office of Bawaslu of which nobody works here."""
    new = NewOrganisation(code="kirim", name=AWAY, kind=OrganisationKind.BAWASLU, region=REGION)
    async with writing(EVERYTHING) as c:
        added = await store.add_organisation(c, new)
    assert added is not None
    town.offices["kirim"] = added
    return added


@dataclass(frozen=True, slots=True)
class Exchange:
    """A partner, who sends, and what asks it."""

    engine: Database
    town: Town
    sender: Sender
    partner: int
    storage: Storage

    def courier(self, *, guard: Guard | None = None) -> Courier:
        """What exchanges with it."""
        house = House(
            sealer=SEALER,
            guard=guard or Guard.of(self.sender.place),
            storage=self.storage,
            follow=LAW.follow,
            largest=LARGEST,
        )
        return Courier(house)

    async def run(self, *, guard: Guard | None = None) -> None:
        """Put what happened into the log, and let the worker have one turn with the partner."""
        await self.ask("UPDATE partner SET next_at = now(), lease = NULL, pulled_at = NULL")
        await ENGINE.close()
        await ENGINE.open(self.engine.dsn("worker"), size=4)
        try:
            async with writing(EVERYTHING) as c:
                while await sequence(c):
                    pass
            courier = self.courier(guard=guard)
            while await courier.step():
                pass
            await courier.finish()
        finally:
            await ENGINE.close()
            await ENGINE.open(self.engine.dsn("app"))

    async def ask(self, statement: str, *values: object) -> list[Any]:
        """What stands in the database, or a change that no command makes."""
        root = await asyncpg.connect(self.engine.dsn("postgres"))
        try:
            return list(await root.fetch(statement, *values))
        finally:
            await root.close()

    async def one(self, statement: str, *values: object) -> object:
        """The one value that a statement finds."""
        [row] = await self.ask(statement, *values)
        return row[0]

    async def due(self) -> None:
        """So long nobody waits: held packages may be tried again."""
        await self.ask("UPDATE partner_package SET next_at = now(), looked_at = '2020-01-01'")


async def exchange_of(engine: Database, town: Town, sender: Sender, settings: Settings) -> Exchange:
    """Enter the partner of BKPSDM."""
    away = await add_away(town)
    new = NewPartner(name=AWAY, address=sender.address, sender=away, token=TOKEN)
    guard = Guard.of(sender.place)
    partner = await add(administrator(town.dewa), new, sealer=SEALER, guard=guard)
    storage = Storage.of(settings)
    return Exchange(engine, town, sender, partner, storage)

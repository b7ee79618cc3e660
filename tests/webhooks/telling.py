"""Receivers as tests enter them, and the worker's turn."""

from dataclasses import replace
from typing import Any

import asyncpg

from netralitas.access.domain import Actor, Role
from netralitas.audit.sequencer import sequence
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import EVERYTHING, writing
from netralitas.evidence.web.guard import Guard
from netralitas.vault.cipher import Keys, Purpose
from netralitas.webhooks.commands import add
from netralitas.webhooks.courier import Courier
from netralitas.webhooks.domain import NewReceiver, Topic
from netralitas.webhooks.sealing import WebhookSealer
from tests.conftest import Database
from tests.make import stepped_up
from tests.webhooks.receiving import Receiver

SEALER = WebhookSealer(keys=Keys.derive(Purpose.WEBHOOK, "1", {"1": b"demo".ljust(32, b".")}))
BASE = "https://netralitas.test"


def guard_for(*receivers: Receiver) -> Guard:
    """A guard that lets these receivers on loopback through."""
    return Guard.of(",".join(each.place for each in receivers))


def courier_for(*receivers: Receiver, **changes: Any) -> Courier:  # noqa: ANN401 - its arguments by name
    """What sends to these receivers."""
    return Courier(SEALER, guard_for(*receivers), BASE, **changes)


def administrator(actor: Actor) -> Actor:
    """The same person as the administrator of their office, who has just shown a second factor."""
    return stepped_up(replace(actor, roles=frozenset({Role.ADMINISTRATOR})))


async def entered(
    actor: Actor, receiver: Receiver, *topics: Topic, url: str = ""
) -> tuple[int, str]:
    """A receiver of the actor's office, of every topic unless told otherwise; with its secret."""
    new = NewReceiver(name="SIMPEG", url=url or receiver.url, topics=topics or tuple(Topic))
    return await add(administrator(actor), new, sealer=SEALER, guard=guard_for(receiver))


async def ask(engine: Database, statement: str, *values: object) -> list[Any]:
    """What stands in the database, or a change that no command makes."""
    root = await asyncpg.connect(engine.dsn("postgres"))
    try:
        return list(await root.fetch(statement, *values))
    finally:
        await root.close()


async def due_now(engine: Database) -> None:
    """So long nobody waits: every receiver may be told at once."""
    await ask(engine, "UPDATE webhook_receiver SET next_at = now(), lease = NULL")


class AsWorker:
    """The engine as the worker's inside the block, with everything in the log; then the web's."""

    def __init__(self, engine: Database) -> None:
        self._engine = engine

    async def __aenter__(self) -> None:
        await due_now(self._engine)
        await ENGINE.close()
        await ENGINE.open(self._engine.dsn("worker"), size=4)
        async with writing(EVERYTHING) as c:
            while await sequence(c):
                pass

    async def __aexit__(self, *_: object) -> None:
        await ENGINE.close()
        await ENGINE.open(self._engine.dsn("app"))


async def tell(engine: Database, courier: Courier) -> None:
    """Put what happened into the log, and let the courier tell all that is due now."""
    async with AsWorker(engine):
        while await courier.step():
            pass
        await courier.finish()

"""The worker, composed: which handler does which job, and what comes again by itself."""

from collections.abc import Mapping
from datetime import time, timedelta
from zoneinfo import ZoneInfo

from netralitas import clock
from netralitas.audit.sequencer import sequence, sign_head
from netralitas.cases.nightly import compare_clocks
from netralitas.cases.search_text import index_case
from netralitas.database.connection import Connection
from netralitas.database.engine import ENGINE
from netralitas.jobs.schedule import Periodic, daily, every
from netralitas.jobs.worker import Worker
from netralitas.law import book
from netralitas.public.preparing import Preparer
from netralitas.publication.status import tell
from netralitas.settings import Settings, SettingsError
from netralitas.web import logging

SEQUENCE_EVERY = timedelta(seconds=1)
ROUNDS = 20
SIGN_EVERY = timedelta(minutes=1)
NIGHT = time(1, 30)
JAKARTA = ZoneInfo("Asia/Jakarta")


async def work(settings: Settings) -> None:
    """Do jobs until a signal comes; what is under way is finished first."""
    if not settings.worker_dsn:
        raise SettingsError("NETRALITAS_WORKER_DSN is not set.")
    logging.configure(demo=settings.demo)
    await ENGINE.open(settings.worker_dsn, size=4, application="netralitas worker")
    try:
        await make_worker(settings).run()
    finally:
        await ENGINE.close()


async def follow_case(connection: Connection, payload: Mapping[str, int]) -> None:
    """Make what is read of a case follow it: the search text, and what its receipt's code shows."""
    await index_case(connection, payload)
    await tell(connection, payload["case_file"])


def make_worker(settings: Settings) -> Worker:
    """Return the worker of this installation."""
    rules = book.load()

    async def sign(connection: Connection) -> None:
        await sign_head(connection, settings.secret("log"), settings.log_name, clock.now())

    async def put_in_order(connection: Connection) -> None:
        for _ in range(ROUNDS):  # a backlog does not wait for the next second
            if not await sequence(connection):
                return

    async def compare(connection: Connection) -> None:
        await compare_clocks(connection, rules)

    preparer = Preparer(demo=settings.demo, threshold=settings.protection_threshold)

    return Worker(
        {"index_case": follow_case},
        {
            "sequence": Periodic(run=put_in_order, following=every(SEQUENCE_EVERY)),
            "sign_head": Periodic(run=sign, following=every(SIGN_EVERY)),
            "compare_clocks": Periodic(
                run=compare, following=daily(NIGHT, ZoneInfo("Asia/Jakarta"))
            ),
            "prepare_public": Periodic(run=preparer.run, following=preparer.following),
        },
    )

"""A worker that makes its effect, says so and never ends: run as a program, to be killed."""

import asyncio
import sys
from datetime import timedelta

from netralitas.database.connection import Connection
from netralitas.database.engine import ENGINE
from netralitas.jobs.queue import Payload
from netralitas.jobs.worker import Worker
from tests.jobs.effects import make_effect


async def hang(connection: Connection, payload: Payload) -> None:
    await make_effect(connection, payload)
    sys.stdout.write("made\n")
    sys.stdout.flush()
    await asyncio.Event().wait()


async def main() -> None:
    await ENGINE.open(sys.argv[1])
    await Worker({"effect": hang}, lease=timedelta(seconds=float(sys.argv[2]))).run()


asyncio.run(main())

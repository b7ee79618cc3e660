"""A worker that counts deadlines again and stands still in the third chunk: to be killed."""

import asyncio
import sys
from datetime import timedelta

from netralitas.cases import recounting
from netralitas.database.connection import Connection
from netralitas.database.engine import ENGINE
from netralitas.editions.current import LAW
from netralitas.jobs.queue import Payload
from netralitas.jobs.worker import Worker

vars(recounting).update(CHUNK=2)  # so that a few cases make several chunks
_chunks = 0


async def recount(connection: Connection, _: Payload) -> None:
    """Do a chunk; the third one is done and never committed."""
    global _chunks  # noqa: PLW0603 - a program of one purpose
    await recounting.recount_chunk(connection, await LAW.follow(connection))
    _chunks += 1
    if _chunks == 3:
        sys.stdout.write("third chunk\n")
        sys.stdout.flush()
        await asyncio.Event().wait()


async def main() -> None:
    """Work for the address given, with a lease of so many seconds."""
    await ENGINE.open(sys.argv[1])
    await Worker({recounting.JOB: recount}, lease=timedelta(seconds=float(sys.argv[2]))).run()


asyncio.run(main())

"""Files that something disposed of held: gone, where nothing else holds them."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from netralitas.database.connection import Connection
from netralitas.disposal import words
from netralitas.documents.rendering import render
from netralitas.evidence.commands import add_in, forget
from netralitas.evidence.storage import Storage
from netralitas.jobs.queue import Payload, enqueue

FORGET: Final = "forget_files"
"""The job that removes files of what was disposed of: {}."""

MOST: Final = 100
_MADE: Final = datetime(2026, 1, 1, tzinfo=UTC)  # always the same bytes
_WAITING: Final = "SELECT digest FROM disposed_file ORDER BY noted_at, digest LIMIT $1"
_FORGET: Final = "SELECT forget_file($1)"


async def stand_in(c: Connection, storage: Storage) -> bytes:
    """Return the digest of the page that stands where a file was disposed of."""
    said: Mapping[str, object] = {
        "title": words.STAND_IN,
        "office": "",
        "footer": words.STAND_IN,
        "letterhead": (),
        "said": words.STAND_IN_SAID,
    }
    paper = await render("disposed_file", said, _MADE)
    return await add_in(c, await storage.keep(paper, len(paper)))


class Forgetting:
    """Removes files a few at a time; what another case still holds stays."""

    def __init__(self, storage: Storage) -> None:
        """Remove them from `storage`."""
        self.storage = storage

    async def run(self, c: Connection, _: Payload) -> None:
        """Hold that the next files are gone, bytes and copies, or known to be held still."""
        waiting = await c.fetch(_WAITING, MOST)
        for row in waiting:  # each is one decision of the database
            if await c.fetchval(_FORGET, row["digest"]):
                await forget(self.storage, row["digest"].hex())
        if len(waiting) == MOST:
            await enqueue(c, FORGET, {})

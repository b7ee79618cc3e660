"""Keeps the shelf at the present edition, and the pages served while the database is away."""

import asyncio
from collections.abc import Mapping
from typing import Final

import structlog

from netralitas.database.away import is_away
from netralitas.database.engine import Engine
from netralitas.database.transactions import asking
from netralitas.public import queries
from netralitas.public.prepared import Edition, Page, Shelf

LOOK_EVERY: Final = 1.0  # seconds
TELL_EVERY: Final = 60  # looks

_log = structlog.get_logger("netralitas.public")


class Follower:
    """Looks once a second whether there is a new edition, and puts it on the shelf whole."""

    def __init__(self, engine: Engine, shelf: Shelf, headers: Mapping[str, str]) -> None:
        """`headers` go with every page."""
        self._engine = engine
        self._shelf = shelf
        self._headers = headers
        self._away = False
        self._looking = asyncio.Lock()  # two who look at once would pack every page twice

    async def run(self) -> None:
        """Follow until cancelled; nothing that goes wrong ends it."""
        looks = 0
        while True:
            await self.look()
            looks += 1
            if looks % TELL_EVERY == 0:
                self._tell()
            await asyncio.sleep(LOOK_EVERY)

    async def look(self) -> bool:
        """Hold that the shelf has the present edition; return False when nobody could be asked.

        The last edition stays when the database is away or answers with an error.
        """
        try:
            async with self._looking:
                await self._follow()
        except Exception as error:  # noqa: BLE001 - the site must go on with what it has
            self._miss(error)
            return False
        if self._away:
            self._away = False
            _log.info("public_database_back", edition=self._shelf.edition.number)
        return True

    async def _follow(self) -> None:
        known = self._shelf.edition
        async with asking(self._engine) as connection:
            number = await queries.edition_number(connection)
            if number == known.number:
                return
            if number < known.number:  # the database was restored from a backup
                known = Edition()
            found = await queries.edition_after(connection, known.number)
        # Packing thousands of pages takes a while: not in the loop that answers requests.
        self._shelf.edition = await asyncio.to_thread(self._bound, known, found)
        changed = sum(page.body is not None for page in found.pages)
        _log.info("public_edition", number=found.number, pages=len(found.pages), changed=changed)

    def _bound(self, known: Edition, found: queries.StoredEdition) -> Edition:
        """Return the new edition: pages as they were, and those that changed."""
        pages = {
            page.path: known.pages[page.path]
            if page.body is None
            else Page.of(
                page.body, media_type=page.media_type, etag=page.etag, headers=self._headers
            )
            for page in found.pages
        }
        return Edition(number=found.number, pages=pages)

    def _miss(self, error: Exception) -> None:
        """Say once that the database is away, and each time what else went wrong."""
        edition = self._shelf.edition.number
        if not is_away(error):
            _log.error("public_edition_unreadable", edition=edition, problem=type(error).__name__)
        elif not self._away:
            self._away = True
            _log.warning("public_database_away", edition=edition, problem=type(error).__name__)

    def _tell(self) -> None:
        """Say how many prepared pages were sent since the last time: none has a line of its own."""
        answered, self._shelf.answered = self._shelf.answered, 0
        if answered:
            _log.info("public_pages", answered=answered, edition=self._shelf.edition.number)

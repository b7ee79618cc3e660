"""The incoming half of a partner's turn: its list is followed, packages enter or are held."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import quote

import structlog

from netralitas import clock
from netralitas.database.transactions import EVERYTHING, writing
from netralitas.law.book import RuleBook
from netralitas.partners import claims, inbox, policy
from netralitas.partners.calling import Caller
from netralitas.partners.claims import Claimed
from netralitas.partners.entering import bring_in
from netralitas.partners.fetching import Fetching
from netralitas.partners.wire import FailedError, Line, Lines, read

PULL_EVERY: Final = timedelta(seconds=10)
ON_A_PAGE: Final = 50
_MOST_PAGES: Final = 20
"""In one turn; a partner whose list never ends holds nobody up."""

_log = structlog.get_logger("netralitas.partners")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pulling:
    """What is asked of one partner, and how its packages come in."""

    partner: Claimed
    caller: Caller
    fetching: Fetching
    book: RuleBook

    def is_due(self, now: datetime) -> bool:
        """Say whether the list is to be asked for again."""
        last = self.partner.pulled_at
        return last is None or now - last >= PULL_EVERY

    async def pull(self) -> None:
        """Take in what is new, in the order of the list, and try again what was held.

        Raises FailedError where the partner does not answer, LostError.
        """
        async with writing(EVERYTHING) as c:
            held = await inbox.due(c, self.partner)
        for line in held:
            await self._bring(line)
        cursor = self.partner.cursor
        for _ in range(_MOST_PAGES):
            page = await self._page(cursor)
            await self._take(page)
            ended = not page.items or page.next in {None, cursor}
            cursor = page.next or cursor
            async with writing(EVERYTHING) as c:
                await inbox.pulled(c, self.partner, cursor, clock.now())
            if ended:
                return

    async def _page(self, cursor: str | None) -> Lines:
        asked = f"&cursor={quote(cursor, safe='')}" if cursor else ""
        answer = await self.caller.get(f"/packages?limit={ON_A_PAGE}{asked}")
        return read(answer.body, Lines)

    async def _take(self, page: Lines) -> None:
        async with writing(EVERYTHING) as c:
            known = await inbox.known(c, self.partner, [line.id for line in page.items])
        for line in page.items:
            if line.id not in known:
                await self._bring(line)

    async def _bring(self, line: Line) -> None:
        """Enter a package, or hold it with the reason; FailedError where all is at a standstill."""
        try:
            fetched = await self.fetching.fetch(line)
            case = await bring_in(self.partner, fetched, self.book)
        except FailedError as failed:
            if failed.problem not in policy.OF_THE_PACKAGE:
                raise
            await self._hold(line, failed)
        else:
            _log.info("package_entered", partner=self.partner.id, package=line.id, case=case)

    async def _hold(self, line: Line, failed: FailedError) -> None:
        async with writing(EVERYTHING) as c:
            await claims.keep(c, self.partner)
            tried = await inbox.tries(c, self.partner, line.id)
            await inbox.hold_back(c, self.partner, line, failed, policy.wait(tried + 1))
        _log.warning(
            "package_held", partner=self.partner.id, package=line.id, problem=failed.problem
        )

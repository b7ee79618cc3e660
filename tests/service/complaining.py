"""Complaints as the public site leaves them in the inbox, and the worker that sees to them."""

import secrets
from dataclasses import dataclass

from netralitas import clock
from netralitas.database.connection import Connection
from netralitas.editions.current import LAW
from netralitas.intake import codes
from netralitas.intake.envelope import CodeKeys, seal_to
from netralitas.service.commands import Complaints, tell_complaint
from netralitas.service.door import Said, place, write_said
from tests.intake.letterbox import OFFICE, SETTINGS, Letterbox, Sent

WHAT = "Loket tutup pukul sepuluh pagi tanpa pemberitahuan."


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Whoever complains, and the worker that sees to it."""

    letterbox: Letterbox

    async def complain(
        self,
        *,
        officer: str | None = None,
        office: str = "kab",
        what: str = WHAT,
        contact: str = "0812 7777 1234",
    ) -> Sent:
        """Complain about the service, and let the worker take it in."""
        code = codes.make(secrets.token_bytes(12))
        digest = codes.digest(code, SETTINGS.secret("receipt"))
        said = Said(what=what, when="Kemarin", officer=officer, contact=contact)
        async with self.letterbox.writing(digest) as c:
            await c.execute(
                "INSERT INTO inbox.complaint VALUES ($1, 'PL-AAAA-BBBB', $2, true, $3, $4, $5, $6)",
                *(digest, self.letterbox.offices[office], OFFICE.current_id),
                seal_to(OFFICE.public_key(), write_said(said), place(digest)),
                *(CodeKeys.of(code).mailbox_public, clock.now()),
            )
        await self.work()
        rows = await self.letterbox.rows(
            "SELECT id FROM service_complaint WHERE digest = $1", digest
        )
        return Sent(id=rows[0]["id"], code=code, digest=digest, number="PL-AAAA-BBBB")

    async def work(self) -> None:
        """Let the worker take in what waits, and tell every code what holds."""
        collecting = Complaints(keys=lambda: OFFICE, law=LAW.follow)
        await self.letterbox.work(collecting.collect, _tell_all)


async def _tell_all(c: Connection) -> None:
    for row in await c.fetch("SELECT payload FROM job WHERE kind = 'tell_complaint' ORDER BY id"):
        await tell_complaint(c, row["payload"])

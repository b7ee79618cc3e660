"""The worker's round: complaints and messages leave the inbox, and their codes show what holds."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

import msgspec

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, roles_for
from netralitas.accounts.queries import system_actor
from netralitas.audit.record import open_stream
from netralitas.database.connection import Connection, Row
from netralitas.intake.envelope import OfficeKeys, packed
from netralitas.jobs.queue import enqueue
from netralitas.law.deadline import due
from netralitas.law.domain import Zone
from netralitas.law.entries import LawData
from netralitas.law.refusals import CannotCompute, NotInForce, UnknownRule
from netralitas.service import policy, store
from netralitas.service.commands.recording import happened
from netralitas.service.commands.telling import TELL
from netralitas.service.domain import Complaint, ComplaintState
from netralitas.service.door import Said, place, read_said
from netralitas.vault.cipher import SealError

MOST: Final = 200
"""So many complaints, and so many messages, are seen to in one round; the next one goes on."""

_WAITING: Final = """
DELETE FROM inbox.complaint m USING organisation o
WHERE o.id = m.office AND m.digest = ANY (ARRAY(
    SELECT digest FROM inbox.complaint ORDER BY sent_at, digest LIMIT $1))
RETURNING m.digest, m.number, m.office, m.proved, m.key_id, m.for_office, m.mailbox, m.sent_at,
          o.zone, o.region
"""
_MESSAGES: Final = """
WITH gone AS (
    DELETE FROM inbox.message m USING service_complaint s
    WHERE s.digest = m.digest AND m.id = ANY (ARRAY(
        SELECT w.id FROM inbox.message w JOIN service_complaint k ON k.digest = w.digest
        ORDER BY w.id LIMIT $1))
    RETURNING m.id, m.key_id, m.for_office, m.for_reporter, m.sent_at, s.id AS complaint,
              s.kept_out, s.readers
)
INSERT INTO service_message (complaint, for_office, for_sender, written_at, kept_out, readers)
SELECT complaint,
       set_byte('\\x00'::bytea, 0, octet_length(key_id)) || convert_to(key_id, 'UTF8')
           || for_office,
       for_reporter, sent_at, kept_out, readers
FROM gone ORDER BY id
RETURNING complaint
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaints:
    """What the worker needs for them: the keys of the offices, and the law in force."""

    keys: Callable[[], OfficeKeys]
    law: Callable[[Connection], Awaitable[LawData]]

    async def collect(self, c: Connection) -> None:
        """Take in what waits; for the worker, in one transaction.

        Whoever is named in a complaint is kept out of it from the start. Where nobody of the office
        is left to handle it, the office above does.
        """
        rows = await c.fetch(_WAITING, MOST)
        if rows:
            law, keys = await self.law(c), self.keys()
            for row in rows:
                if not await store.is_known(c, row["digest"]):
                    await _take(c, row, keys, law)
        for row in await c.fetch(_MESSAGES, MOST):
            await enqueue(c, TELL, {"complaint": row["complaint"]})


async def _take(c: Connection, row: Row, keys: OfficeKeys, law: LawData) -> None:
    system = await system_actor(c)
    actor = replace(system, organisation=row["office"], zone=row["zone"])
    head = await open_stream(c, "service")
    said = _opened(row, keys)
    kept_out = policy.concerned(
        said.officer if said else None, await store.officers_of(c, row["office"], head.now)
    )
    handles = await _handled_by(c, actor, kept_out, head.now)
    readers = tuple(dict.fromkeys((row["office"], handles)))
    new = Complaint(
        id=head.stream,
        organisation=handles,
        number=row["number"],
        digest=row["digest"],
        mailbox=row["mailbox"],
        content=packed(row["key_id"], row["for_office"]),
        state=ComplaintState.RECEIVED,
        sent_at=row["sent_at"],
        due_at=_due(row, law),
        answered_at=None,
        closed_at=None,
        kept_out=kept_out,
        readers=readers,
    )
    details = {"kept_out": len(kept_out), "handled_by": handles}
    await happened(c, actor, head, "received", readers, state=new.state, **details)
    await store.add(c, new, proved=row["proved"])
    await enqueue(c, TELL, {"complaint": new.id})


async def _handled_by(c: Connection, actor: Actor, kept_out: tuple[int, ...], now: datetime) -> int:
    """Return the office that handles it: the one above where nobody is left in its own."""
    office = actor.organisation
    roles = [role.value for role in roles_for(Permission.HANDLE_COMPLAINTS)]
    handlers = await store.officers_of(c, office, now, roles)
    if any(each.officer not in kept_out for each in handlers):
        return office
    return await store.above(c, office) or office


def _opened(row: Row, keys: OfficeKeys) -> Said | None:
    """Return what was said; None where it does not open, as anybody may send anything."""
    try:
        return read_said(keys.open(row["key_id"], row["for_office"], place(row["digest"])))
    except (SealError, msgspec.MsgspecError, ValueError):
        return None


def _due(row: Row, law: LawData) -> datetime | None:
    """Return until when the rule of the house wants an answer; None where there is no such rule."""
    zone = Zone(row["zone"])
    day = row["sent_at"].astimezone(zone.tz).date()
    book = law.book.at(row["region"] or "")
    try:
        rule = book.rule(policy.RULE, day)
        return due(rule, row["sent_at"], book.calendar(), zone).at
    except (UnknownRule, NotInForce, CannotCompute):
        return None

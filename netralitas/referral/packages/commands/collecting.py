"""The worker's rounds: what a code shows is published, what it confirmed reaches its case."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Final

import msgspec
import structlog

from netralitas import clock
from netralitas.accounts.queries import system_actor
from netralitas.audit.domain import Moment
from netralitas.cases.commands import tell_in
from netralitas.correspondence.commands.receipts import receipt_proved_in
from netralitas.correspondence.domain import ReceiptProof
from netralitas.database.connection import Connection, Row
from netralitas.database.transactions import EVERYTHING, writing
from netralitas.intake.envelope import OfficeKeys, acknowledgement_place
from netralitas.law.book import RuleBook
from netralitas.law.domain import Zone
from netralitas.law.entries import LawData
from netralitas.referral.packages import store, words
from netralitas.referral.packages.door import Acknowledged, Shown, read_acknowledged
from netralitas.referral.packages.manifests import read_manifest
from netralitas.refusals import Refusal
from netralitas.vault.cipher import SealError

CONFIRMED: Final = "case.package_confirmed"
MOST: Final = 50
"""So many confirmations are seen to in one round; the next one goes on."""
_LEFT: Final = timedelta(days=30)

_SHOWN: Final = """
SELECT k.code_digest, k.manifest, encode(k.digest, 'hex') AS digest, k.confirmed_at, o.zone,
       l.printed, l.dated_on, coalesce(l.sent_on, l.dated_on) AS since
FROM package k JOIN organisation o ON o.id = k.sender JOIN letter l ON l.id = k.letter
WHERE k.id = $1 AND k.code_digest IS NOT NULL
"""
_PUT: Final = """
INSERT INTO published.package (digest, content, key_id, public_key, told_at)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (digest) DO UPDATE
SET content = excluded.content, key_id = excluded.key_id, public_key = excluded.public_key,
    told_at = excluded.told_at
"""
# Codes that were replaced show nothing any more.
_REPLACED: Final = """
DELETE FROM published.package p WHERE NOT EXISTS (
    SELECT FROM package k WHERE k.code_digest = p.digest)
"""
_WAITING: Final = """
SELECT a.digest, a.key_id, a.for_office, a.confirmed_at, k.id, k.case_file, k.letter, k.readers,
       k.sender, k.receiver, encode(k.digest, 'hex') AS manifest_digest, o.zone
FROM inbox.acknowledgement a
JOIN package k ON k.code_digest = a.digest
JOIN organisation o ON o.id = k.sender
ORDER BY a.confirmed_at LIMIT $1
"""
_DONE: Final = "DELETE FROM inbox.acknowledgement WHERE digest = $1"
_FORGOTTEN: Final = """
DELETE FROM inbox.acknowledgement a WHERE a.confirmed_at < $1
  AND NOT EXISTS (SELECT FROM package k WHERE k.code_digest = a.digest)
"""

_log = structlog.get_logger("netralitas.referral")


async def show_package(connection: Connection, package: int, keys: OfficeKeys) -> None:
    """Hold that the code of a package shows what holds of it now, and replaced codes nothing."""
    row = await connection.fetchrow(_SHOWN, package)
    if row is not None:
        manifest = read_manifest(row["manifest"])
        shown = Shown(
            sender=manifest.sender,
            receiver=manifest.receiver,
            letter=row["printed"],
            dated=row["dated_on"],
            files=len(manifest.papers),
            digest=row["digest"],
            since=row["since"],
            zone=row["zone"],
            confirmed_at=row["confirmed_at"],
        )
        content = msgspec.to_builtins(shown)
        told = (keys.current_id, keys.public_key(), clock.now())
        await connection.execute(_PUT, row["code_digest"], content, *told)
    await connection.execute(_REPLACED)


async def collect_acknowledgements(
    connection: Connection, *, book: RuleBook, keys: OfficeKeys
) -> int:
    """Return how many confirmations have reached their cases; for the worker.

    Each proves the receipt of its letter and is noted with who confirmed; nothing of it is left in
    the inbox. One that cannot be placed does not keep the others waiting.
    """
    await connection.execute(_FORGOTTEN, clock.now() - _LEFT)
    rows = await connection.fetch(_WAITING, MOST)
    for row in rows:
        await _place(connection, row, book, keys)
        await connection.execute(_DONE, row["digest"])
        await show_package(connection, row["id"], keys)
    return len(rows)


async def _place(connection: Connection, row: Row, book: RuleBook, keys: OfficeKeys) -> None:
    """Record who confirmed, and that the letter was received on the day they say."""
    actor = replace(await system_actor(connection), organisation=row["sender"])
    said = _opened(row, keys)
    confirmed_on = row["confirmed_at"].astimezone(Zone(row["zone"]).tz).date()
    for on in dict.fromkeys((said.on if said else confirmed_on, confirmed_on)):
        try:
            async with writing(EVERYTHING) as inner:  # a savepoint: what is refused leaves nothing
                await receipt_proved_in(
                    inner,
                    actor,
                    row["letter"],
                    Moment.day(on, row["zone"]),
                    ReceiptProof.CODE,
                    None,
                    book=book,
                )
            break
        except Refusal as refusal:  # proved already, or a day that cannot be
            _log.info("receipt_not_placed", package=row["id"], rule=refusal.rule)
    readers = tuple(reader for reader in row["readers"] if reader != row["receiver"])
    await tell_in(
        connection,
        actor,
        row["case_file"],
        CONFIRMED,
        readers,
        {"package_id": row["id"], "package": row["manifest_digest"]},
        said=words.confirmed_by(said.name, said.post) if said else None,
    )
    await store.set_confirmed(connection, (row["id"],), row["confirmed_at"])


def _opened(row: Row, keys: OfficeKeys) -> Acknowledged | None:
    """Return what the receiver wrote; None where it does not open: the code proves it anyhow."""
    place = acknowledgement_place(row["digest"])
    try:
        return read_acknowledged(keys.open(row["key_id"], row["for_office"], place))
    except (SealError, msgspec.MsgspecError, ValueError):
        return None


class Acknowledging:
    """Does both for the worker, with the keys of the offices and the law in force."""

    def __init__(
        self, keys: Callable[[], OfficeKeys], follow: Callable[[Connection], Awaitable[LawData]]
    ) -> None:
        """`keys` are asked for when there is something to do; `follow` gives the law as it is."""
        self._keys = keys
        self._follow = follow

    async def show(self, connection: Connection, payload: Mapping[str, int]) -> None:
        """Let the code of the package of a job show what holds."""
        await show_package(connection, payload["package"], self._keys())

    async def collect(self, connection: Connection) -> None:
        """Bring what was confirmed to its cases."""
        law = await self._follow(connection)
        await collect_acknowledgements(connection, book=law.book, keys=self._keys())

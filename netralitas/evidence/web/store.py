"""What commands write of addresses and captures: constant statements on their transaction."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from netralitas.audit.domain import Head
from netralitas.audit.record import lock
from netralitas.database.connection import Connection
from netralitas.evidence.web.domain import (
    Address,
    Captured,
    NewAddress,
    Problem,
    Referral,
    Stamped,
)
from netralitas.refusals import NotVisible

LARGEST_ID: Final = 2**63 - 1

_ADDRESS: Final = """
SELECT id, organisation, url, seen_on, asked_on, done_on, case_file, readers
FROM web_address WHERE id = $1
"""
_ADD: Final = """
INSERT INTO web_address (id, organisation, url, platform, account, category, finder, seen_on, note,
                         entered_at, readers)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
"""
_REFER: Final = "UPDATE web_address SET asked_of = $2, number = $3, asked_on = $4 WHERE id = $1"
_TAKEN_DOWN: Final = "UPDATE web_address SET done_on = $2 WHERE id = $1"
_LINK: Final = "UPDATE web_address SET case_file = $2 WHERE id = $1"
_WAITS: Final = """
SELECT EXISTS (SELECT FROM capture WHERE state = 'waiting'
               AND (web_address = $1::bigint OR case_file = $2::bigint AND url = $3))
"""
_ASK: Final = """
INSERT INTO capture (web_address, case_file, organisation, asked_by, url, asked_at, state, tries,
                     warc_verdict, shot, picture_verdict, readers)
VALUES ($1, $2, $3, $4, $5, $6, 'waiting', 0, 'none', 'none', 'none', $7)
RETURNING id
"""
_WAITING: Final = """
SELECT k.id, k.web_address, k.case_file, k.organisation, k.asked_by, k.url, k.tries, k.readers,
       o.zone, o.kind, o.name
FROM capture k JOIN organisation o ON o.id = k.organisation
WHERE k.id = $1 AND k.state = 'waiting'
"""
_TRIED: Final = """
UPDATE capture SET tries = tries + 1, problem = $2 WHERE id = $1 AND state = 'waiting'
"""
_FAILED: Final = """
UPDATE capture SET state = 'failed', tries = tries + 1, problem = $2, finished_at = $3
WHERE id = $1 AND state = 'waiting'
"""
_DONE: Final = """
UPDATE capture SET state = 'done', problem = NULL, final_url = $2, status = $3, warc = $4,
                   warc_verdict = $5, warc_stamped_at = $6, warc_stamp = $7, shot = $8,
                   picture = $9, picture_verdict = $10, picture_stamped_at = $11,
                   picture_stamp = $12, finished_at = $13
WHERE id = $1 AND state = 'waiting'
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Who wants which page captured, for what: an address of the register, a case, or both."""

    url: str
    organisation: int
    officer: int
    readers: tuple[int, ...]
    address: int | None = None
    case: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A capture that waits to be made, and the office for which it is made."""

    id: int
    web_address: int | None
    case_file: int | None
    organisation: int
    asked_by: int
    url: str
    tries: int
    readers: tuple[int, ...]
    zone: str
    kind: str
    name: str


async def locked(c: Connection, address: int) -> tuple[Address, Head]:
    """Return an address with the end of its stream; NotVisible for one the actor does not read."""
    if not 0 < address <= LARGEST_ID or await c.fetchrow(_ADDRESS, address) is None:
        raise NotVisible
    head = await lock(c, address)
    return await known(c, address), head


async def known(c: Connection, address: int) -> Address:
    """Return an address of the register; NotVisible for one the actor does not read."""
    row = await c.fetchrow(_ADDRESS, address) if 0 < address <= LARGEST_ID else None
    if row is None:
        raise NotVisible
    return Address(**{**row, "readers": tuple(row["readers"])})


async def add(
    c: Connection,
    number: int,
    organisation: int,
    new: NewAddress,
    at: datetime,
    readers: tuple[int, ...],
) -> None:
    """Keep a new address under the number of its stream."""
    await c.execute(
        _ADD,
        *(number, organisation, new.url, new.platform.value, new.account, new.category.value),
        *(new.finder.value, new.seen_on, new.note, at, list(readers)),
    )


async def refer(c: Connection, address: int, referral: Referral) -> None:
    """Keep of whom it was asked to take it down."""
    await c.execute(_REFER, address, referral.taker.value, referral.number, referral.asked_on)


async def taken_down(c: Connection, address: int, on: date) -> None:
    """Keep since when it is gone."""
    await c.execute(_TAKEN_DOWN, address, on)


async def link(c: Connection, address: int, case: int) -> None:
    """Keep to which case an address belongs."""
    await c.execute(_LINK, address, case)


async def waits(c: Connection, url: str, *, address: int | None, case: int | None) -> bool:
    """Say whether such a capture is asked for already and not made yet."""
    found: bool = await c.fetchval(_WAITS, address, case, url)
    return found


async def ask(c: Connection, asking: Asking, at: datetime) -> int:
    """Return the id of a capture that now waits."""
    capture: int = await c.fetchval(
        _ASK,
        *(asking.address, asking.case, asking.organisation, asking.officer, asking.url, at),
        list(asking.readers),
    )
    return capture


async def waiting(c: Connection, capture: int) -> Waiting | None:
    """Return a capture that waits to be made; None for one that is over."""
    row = await c.fetchrow(_WAITING, capture)
    return None if row is None else Waiting(**{**row, "readers": tuple(row["readers"])})


async def tried(c: Connection, capture: int, problem: Problem) -> None:
    """Keep that a capture was tried in vain and is tried again."""
    await c.execute(_TRIED, capture, problem.value)


async def failed(c: Connection, capture: int, problem: Problem, at: datetime) -> None:
    """Keep for good why nothing was captured."""
    await c.execute(_FAILED, capture, problem.value, at)


async def done(c: Connection, capture: int, found: Captured, at: datetime) -> None:
    """Keep for good what was captured; the database must know the files."""
    await c.execute(
        _DONE,
        *(capture, found.url, found.status, bytes.fromhex(found.warc.digest)),
        *_stamp(found.warc_stamp),
        *(found.shot.value, bytes.fromhex(found.picture.digest) if found.picture else None),
        *_stamp(found.picture_stamp),
        at,
    )


def _stamp(stamped: Stamped) -> tuple[str, datetime | None, bytes | None]:
    reply = bytes.fromhex(stamped.reply.digest) if stamped.reply else None
    return stamped.verdict.value, stamped.at, reply

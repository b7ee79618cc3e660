"""What people write of partners: constant statements on the caller's transaction."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from netralitas.database.connection import Connection
from netralitas.partners.domain import NewPartner, PartnerState

LARGEST_ID: Final = 2**31 - 1
LARGEST_ROW: Final = 2**63 - 1

_DRAW: Final = "SELECT nextval(pg_get_serial_sequence('partner', 'id'))"
_LOCK: Final = "SELECT state FROM partner WHERE id = $1 AND organisation = $2 FOR UPDATE"
_ALIVE: Final = "SELECT count(*) FROM partner WHERE organisation = $1 AND state <> 'ended'"
_ADD: Final = """
INSERT INTO partner (id, organisation, name, address, sender, desk, state, token, position,
                     failures, next_at, fence, made_by, made_at, readers)
VALUES ($1, $2, $3, $4, $5, $6, 'active', $7,
        (SELECT coalesce(max(position), -1) + 1 FROM log_leaf), 0, now(), 0, $8, $9,
        ARRAY[$2::integer])
"""
# Whoever asks at this moment has lost it: the fence says so.
_SET_STATE: Final = """
UPDATE partner SET state = $2, reason = NULL, failures = 0, next_at = now(), fence = fence + 1,
       lease = NULL
WHERE id = $1
"""
_REPLACE: Final = """
UPDATE partner SET token = $2, fence = fence + 1, lease = NULL, next_at = now() WHERE id = $1
"""
_SEALED: Final = """
SELECT address, token FROM partner WHERE id = $1 AND organisation = $2 AND state <> 'ended'
"""
_SETTLE: Final = """
UPDATE partner_answer SET state = 'settled', problem = 'settled', body = NULL, settled_by = $3,
       last_at = $4
WHERE id = $1 AND partner = $2 AND state IN ('waiting', 'refused', 'by_hand')
RETURNING case_file
"""
_AGAIN: Final = """
UPDATE partner_answer SET state = 'waiting', problem = NULL
WHERE id = $1 AND partner = $2 AND state IN ('refused', 'by_hand')
"""
_OF_CASE: Final = """
SELECT a.partner FROM partner_answer a JOIN partner p ON p.id = a.partner
WHERE a.id = $1 AND a.case_file = $2 AND p.organisation = $3
"""
_READERS: Final = (
    "SELECT readers FROM event WHERE id = (SELECT event FROM partner_answer WHERE id = $1)"
)
_PACKAGE: Final = """
UPDATE partner_package SET next_at = now() WHERE id = $1 AND partner = $2 AND state = 'held'
"""
_NOW: Final = "UPDATE partner SET next_at = now() WHERE id = $1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """A new partner: whose it is, who acts for it and entered it, and its sealed token."""

    id: int
    organisation: int
    new: NewPartner
    desk: int
    token: bytes
    officer: int
    at: datetime


async def locked(c: Connection, organisation: int, partner: int) -> PartnerState | None:
    """Return the state of an office's partner, locked; None where it has no such one."""
    if not 0 < partner <= LARGEST_ID:
        return None
    state = await c.fetchval(_LOCK, partner, organisation)
    return None if state is None else PartnerState(state)


async def draw(c: Connection) -> int:
    """Return the id of a partner that is about to be added: its token is sealed to it."""
    drawn: int = await c.fetchval(_DRAW)
    return drawn


async def count_alive(c: Connection, organisation: int) -> int:
    """Return how many partners an office has that have not ended."""
    counted: int = await c.fetchval(_ALIVE, organisation)
    return counted


async def add(c: Connection, added: Added) -> None:
    """Insert a partner; steps of the office are told to it from now on."""
    new = added.new
    place = (added.id, added.organisation, new.name, new.address, new.sender)
    await c.execute(_ADD, *place, added.desk, added.token, added.officer, added.at)


async def set_state(c: Connection, partner: int, state: PartnerState) -> None:
    """Hold that a partner is in this state, and what failed before counts no more."""
    await c.execute(_SET_STATE, partner, state.value)


async def set_token(c: Connection, partner: int, token: bytes) -> None:
    """Hold that a partner is asked with this token from now on."""
    await c.execute(_REPLACE, partner, token)


async def sealed_token(c: Connection, organisation: int, partner: int) -> tuple[str, bytes] | None:
    """Return where an office's partner is, and its token, sealed; None where it has none such."""
    if not 0 < partner <= LARGEST_ID:
        return None
    row = await c.fetchrow(_SEALED, partner, organisation)
    return None if row is None else (row["address"], row["token"])


async def settle(
    c: Connection, partner: int, answer: int, officer: int, at: datetime
) -> int | None:
    """Hold that a step needs not be told any more, and return its case; None: it was over."""
    case: int | None = await c.fetchval(_SETTLE, answer, partner, officer, at)
    return case


async def partner_of(c: Connection, answer: int, case: int, organisation: int) -> int | None:
    """Return the partner of a step of the case that waits to be told; None: there is none such."""
    found: int | None = await c.fetchval(_OF_CASE, answer, case, organisation)
    return found


async def readers_of(c: Connection, answer: int) -> tuple[int, ...]:
    """Return who reads the step that an answer is about."""
    return tuple(await c.fetchval(_READERS, answer))


async def ask_again(c: Connection, partner: int, answer: int) -> bool:
    """Hold that a step is told once more; False where it does not wait for that."""
    return (await c.execute(_AGAIN, answer, partner)).endswith(" 1")


async def try_again(c: Connection, partner: int, package: int) -> bool:
    """Hold that a held package is tried at once; False where there is none such."""
    return (await c.execute(_PACKAGE, package, partner)).endswith(" 1")


async def soon(c: Connection, partner: int) -> None:
    """Hold that it is a partner's turn, whatever failed before."""
    await c.execute(_NOW, partner)

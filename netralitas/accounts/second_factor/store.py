"""The statements of the second factor; each runs on the caller's transaction."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from netralitas import clock
from netralitas.database.connection import Connection
from netralitas.vault.cipher import Sealed

_ONE: Final = "SELECT key_id, nonce, ciphertext FROM second_factor WHERE officer = $1"

_ADD: Final = """
    INSERT INTO second_factor (officer, key_id, nonce, ciphertext, last_step, confirmed_at)
    VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (officer) DO NOTHING RETURNING officer
"""

_REPLACE: Final = """
    UPDATE second_factor
    SET key_id = $2, nonce = $3, ciphertext = $4, last_step = $5, confirmed_at = $6
    WHERE officer = $1
"""

# Of two that show the same code at the same moment, one waits here and then finds it used up.
_USE_UP: Final = """
    UPDATE second_factor SET last_step = $2
    WHERE officer = $1 AND (last_step IS NULL OR last_step < $2) RETURNING officer
"""

_REMOVE: Final = """
    WITH codes AS (DELETE FROM second_factor WHERE officer = $1 RETURNING officer),
         keys AS (DELETE FROM passkey WHERE officer = $1 RETURNING officer),
         papers AS (DELETE FROM recovery_code WHERE officer = $1)
    SELECT officer FROM codes UNION SELECT officer FROM keys
"""

_USE_RECOVERY: Final = """
    UPDATE recovery_code SET used_at = $3
    WHERE officer = $1 AND digest = $2 AND used_at IS NULL RETURNING id
"""

_NO_RECOVERY: Final = "DELETE FROM recovery_code WHERE officer = $1"

_ADD_RECOVERY: Final = """
    INSERT INTO recovery_code (officer, digest, made_at)
    SELECT $1, each, $3 FROM unnest($2::bytea[]) AS each
"""


async def secret_of(c: Connection, officer: int) -> Sealed | None:
    """Return the sealed secret of an officer's codes; None without a second factor."""
    row = await c.fetchrow(_ONE, officer)
    if row is None:
        return None
    return Sealed(key_id=row["key_id"], nonce=row["nonce"], ciphertext=row["ciphertext"])


async def add(c: Connection, officer: int, sealed: Sealed, step: int) -> bool:
    """Give an officer a second factor whose code of `step` is used up; False: there is one."""
    added = await c.fetchval(_ADD, *_values(officer, sealed, step), clock.now())
    return added is not None


async def replace(c: Connection, officer: int, sealed: Sealed, step: int) -> None:
    """Put another secret in the place of an officer's."""
    await c.execute(_REPLACE, *_values(officer, sealed, step), clock.now())


async def use_up(c: Connection, officer: int, step: int) -> bool:
    """Say whether the code of `step` was not used before, nor a later one; it is used up now."""
    return await c.fetchval(_USE_UP, officer, step) is not None


async def remove(c: Connection, officer: int) -> bool:
    """Take codes, passkeys and recovery codes of an officer away; False: there was no factor."""
    return await c.fetchval(_REMOVE, officer) is not None


async def use_recovery(c: Connection, officer: int, digest: bytes, now: datetime) -> bool:
    """Say whether it is a recovery code of the officer that was not used; it is used up now."""
    return await c.fetchval(_USE_RECOVERY, officer, digest, now) is not None


async def replace_recovery(
    c: Connection, officer: int, digests: Sequence[bytes], now: datetime
) -> None:
    """Put these recovery codes in the place of all that an officer has."""
    await c.execute(_NO_RECOVERY, officer)
    await c.execute(_ADD_RECOVERY, officer, list(digests), now)


def _values(officer: int, sealed: Sealed, step: int) -> tuple[object, ...]:
    return (officer, sealed.key_id, sealed.nonce, sealed.ciphertext, step)

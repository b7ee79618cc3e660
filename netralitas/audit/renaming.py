"""The log gets another name, as the command does it: the statement, and an event that it was so."""

from collections.abc import Sequence

from netralitas import clock
from netralitas.accounts.events import happened
from netralitas.accounts.queries import system_actor
from netralitas.audit.heads import verifier_of
from netralitas.audit.origins import Declared, declare, reigns
from netralitas.database.connection import Connection
from netralitas.database.context import EVERYTHING
from netralitas.database.transactions import reading, writing
from netralitas.refusals import RuleBroken


async def rename(
    key: bytes,
    first: str,
    reason: str,
    *,
    known: str | None = None,
    older: Sequence[bytes] = (),
) -> Declared:
    """Hold what `origins.declare` holds, in one transaction with an event of the system.

    The event says which name the log had, which it has, and how many leaves it had then; the reason
    stands in the statement alone. `older` are the secrets before `key`, oldest first: where one of
    them signs under the present name, the new name comes with the new key. Raises as `declare`
    does: then nothing has happened.
    """
    async with writing(EVERYTHING) as connection:
        signing = await _signing(connection, first, (*older, key))
        keys = key if signing == key else (signing, key)
        declared = await declare(connection, keys, first, reason, clock.now(), known=known)
        await happened(
            connection,
            await system_actor(connection),
            "log.renamed",
            earlier=declared.earlier.origin,
            origin=declared.name,
            size=declared.first_size,
        )
        return declared


async def rotate(key: bytes, first: str, reason: str, older: Sequence[bytes]) -> Declared:
    """Hold that `key` signs the log from here on, announced under the secret before it.

    Raises RuleBroken when it does already, else as `rename` does.
    """
    async with reading(EVERYTHING) as connection:
        if await _signing(connection, first, (*older, key)) == key:
            raise RuleBroken(
                "The log is signed with this secret already: put the present one into"
                " NETRALITAS_LOG_OLD_KEYS, and a new one into NETRALITAS_SECRET_LOG.",
                rule="log key",
            )
    return await rename(key, first, reason, older=older)


async def _signing(c: Connection, first: str, secrets: Sequence[bytes]) -> bytes:
    """Return the one of these secrets that signs under the present name of the log."""
    by_public = {verifier_of(secret, first).public: secret for secret in secrets}
    newest = (await reigns(c, verifier_of(secrets[0], first)))[-1].verifier.public
    return by_public.get(newest, secrets[-1])

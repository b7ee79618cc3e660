"""The rows of packages: written once, sealed anew, confirmed once."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from netralitas.accounts.queries import HELD_DESK
from netralitas.database.connection import Connection, Row
from netralitas.referral.packages.domain import Frozen, Package
from netralitas.refusals import NotVisible

# The outgoing letter of the act, if it had one, is what a receipt is proved for.
_ADD: Final = """
INSERT INTO package (case_file, event, sender, receiver, letter, manifest, digest, frozen_at,
                     answer_by, readers)
SELECT $1, e.id, $3, $4,
       (SELECT max(l.id) FROM letter l
        WHERE l.case_file = $1 AND l.event = $9 AND l.direction = 'out'),
       $5, $6, e.recorded_at, $7, $8
FROM event e WHERE e.id = $2
RETURNING id
"""
_ABOUT: Final = """
INSERT INTO package_proceeding (case_file, package, proceeding, readers)
SELECT $1, $2, proceeding, $4 FROM unnest($3::bigint[]) AS proceeding ORDER BY proceeding
"""
# $2 is now, as HELD_DESK names it.
_ONE: Final = f"""
SELECT k.id, k.case_file, k.event, k.sender, k.receiver, r.name AS receiver_name, k.letter,
       k.manifest, encode(k.digest, 'hex') AS digest, k.frozen_at, k.answer_by,
       encode(k.sealed_digest, 'hex') AS sealed_digest, k.sealed_at,
       k.code_digest IS NOT NULL AS has_code, k.confirmed_at,
       NOT EXISTS (SELECT FROM desk d JOIN officer f ON f.id = d.officer
                   JOIN organisation o ON o.id = d.organisation
                   WHERE d.organisation = k.receiver AND {HELD_DESK}) AS outside,
       k.readers,
       ARRAY(SELECT proceeding FROM package_proceeding p WHERE p.package = k.id
             ORDER BY p.proceeding) AS proceedings
FROM package k JOIN organisation r ON r.id = k.receiver
WHERE k.id = $1 AND k.case_file = $3
"""  # noqa: S608 - constant text
_SEALED: Final = "UPDATE package SET sealed_digest = $2, sealed_at = $3 WHERE id = $1"
_CODED: Final = "UPDATE package SET code_digest = $2 WHERE id = $1"
_CONFIRMED: Final = "UPDATE package SET confirmed_at = $2 WHERE id = $1 AND confirmed_at IS NULL"


async def add(connection: Connection, frozen: Frozen, event: int, filed_by: int) -> int:
    """Return the id of the package that now stands, by the event that hands it over.

    `filed_by` is the event by which the letter of the same act was filed.
    """
    sent = frozen.sent
    package: int = await connection.fetchval(
        _ADD,
        *(sent.case, event, sent.sender, sent.receiver),
        *(frozen.manifest, bytes.fromhex(frozen.digest), sent.answer_by, list(sent.readers)),
        filed_by,
    )
    await connection.execute(_ABOUT, sent.case, package, list(sent.proceedings), list(sent.readers))
    return package


async def package_in(connection: Connection, case: int, package: int, now: datetime) -> Package:
    """Return a package of the case; NotVisible when it is another's or not for this reader."""
    row = await connection.fetchrow(_ONE, package, now, case)
    if row is None:
        raise NotVisible
    return _package(row)


async def set_sealed(connection: Connection, package: int, digest: str, at: datetime) -> None:
    """Hold that the sealed file last made has this digest."""
    await connection.execute(_SEALED, package, bytes.fromhex(digest), at)


async def set_code(connection: Connection, package: int, digest: bytes) -> None:
    """Hold that the code of this keyed digest confirms the receipt, and no other."""
    await connection.execute(_CODED, package, digest)


async def set_confirmed(connection: Connection, packages: Sequence[int], at: datetime) -> None:
    """Hold that the receipt of these packages is confirmed, where it was not."""
    for package in packages:
        await connection.execute(_CONFIRMED, package, at)


def _package(row: Row) -> Package:
    values = dict(row)
    values["readers"] = tuple(values["readers"])
    values["proceedings"] = tuple(values["proceedings"])
    return Package(**values)

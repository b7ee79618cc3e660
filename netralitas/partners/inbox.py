"""What came from a partner: the worker's statements."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from netralitas.database.connection import Connection
from netralitas.partners.claims import Claimed, hold
from netralitas.partners.wire import FailedError, Handed, Line, Package

_PULLED: Final = """
UPDATE partner SET cursor = $3, pulled_at = $4 WHERE id = $1 AND fence = $2
"""
_KNOWN: Final = """
SELECT remote FROM partner_package WHERE partner = $1 AND remote = ANY ($2::bigint[])
"""
_DUE: Final = """
SELECT remote AS id, remote_case AS case, encode(digest, 'hex') AS digest FROM partner_package
WHERE partner = $1 AND state = 'held' AND next_at <= now() ORDER BY id LIMIT 5
"""
_TRIES: Final = "SELECT tries FROM partner_package WHERE partner = $1 AND remote = $2"
_HELD: Final = """
INSERT INTO partner_package (partner, remote, remote_case, digest, state, problem, about, sentence,
                             tries, next_at, readers)
VALUES ($1, $2, $3, $4, 'held', $5, $6, $7, 1, now() + $8::interval, ARRAY[$9::integer])
ON CONFLICT (partner, remote) DO UPDATE
SET problem = excluded.problem, about = excluded.about, sentence = excluded.sentence,
    tries = least(partner_package.tries + 1, 1000), next_at = excluded.next_at
WHERE partner_package.state = 'held'
"""
_ENTERED: Final = """
INSERT INTO partner_package (partner, remote, remote_case, digest, state, tries, next_at,
                             case_file, arrived_at, looked_at, readers)
VALUES ($1, $2, $3, $4, 'entered', 0, $6, $5, $6, $6, ARRAY[$7::integer])
ON CONFLICT (partner, remote) DO UPDATE
SET state = 'entered', problem = NULL, about = NULL, sentence = NULL, case_file = $5,
    arrived_at = $6, looked_at = $6
WHERE partner_package.state = 'held'
RETURNING id
"""
_LINKS: Final = """
SELECT remote, case_file, proceeding, ordinal FROM partner_proceeding
WHERE partner = $1 AND remote = ANY ($2::bigint[])
"""
_LINK: Final = """
INSERT INTO partner_proceeding (case_file, partner, package, proceeding, ordinal, remote,
                                remote_state, remote_version, seen_at, readers)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, ARRAY[$10::integer])
ON CONFLICT DO NOTHING
"""
_SEEN: Final = """
UPDATE partner_proceeding SET remote_state = $3, remote_version = $4, seen_at = $5
WHERE partner = $1 AND remote = $2
"""
_NUMBERS: Final = "SELECT kind, printed FROM case_number WHERE organisation = $1"
_PROCEEDINGS: Final = """
SELECT p.id, p.workflow, p.respondent, p.state, p.version, p.readers,
       (SELECT min(e.id) FROM event e WHERE e.proceeding = p.id) AS event
FROM proceeding p WHERE p.case_file = $1 ORDER BY p.id
"""
_PAPERS: Final = "SELECT DISTINCT encode(file, 'hex') AS digest FROM document WHERE case_file = $1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A proceeding here that is the same as one there."""

    remote: int
    case_file: int
    proceeding: int
    ordinal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Where a proceeding is here: of which case, and which package it came with."""

    case: int
    package: int
    proceeding: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A proceeding of a case here; `event` is the first of it that is seen."""

    id: int
    workflow: str
    respondent: int | None
    state: str
    version: int
    readers: tuple[int, ...]
    event: int


async def pulled(c: Connection, partner: Claimed, cursor: str | None, at: datetime) -> None:
    """Hold that the list was read up to there; raises LostError."""
    hold(await c.execute(_PULLED, partner.id, partner.fence, cursor, at))


async def known(c: Connection, partner: Claimed, remotes: Sequence[int]) -> frozenset[int]:
    """Return which packages were entered or held before, by their numbers there."""
    rows = await c.fetch(_KNOWN, partner.id, list(remotes))
    return frozenset(row["remote"] for row in rows)


async def due(c: Connection, partner: Claimed) -> list[Line]:
    """Return held packages that may be tried again, some of them."""
    return [Line(**dict(row)) for row in await c.fetch(_DUE, partner.id)]


async def tries(c: Connection, partner: Claimed, remote: int) -> int:
    """Return how often a package was tried."""
    return await c.fetchval(_TRIES, partner.id, remote) or 0


async def hold_back(
    c: Connection, partner: Claimed, line: Line, failed: FailedError, wait: timedelta
) -> None:
    """Hold that a package is held, and why; it is tried again after the wait."""
    about = bytes.fromhex(failed.about) if failed.about else None
    await c.execute(
        _HELD,
        *(partner.id, line.id, line.case, bytes.fromhex(line.digest), failed.problem.value),
        *(about, failed.sentence, wait, partner.organisation),
    )


async def entered(
    c: Connection, partner: Claimed, package: Package, case: int, at: datetime
) -> int | None:
    """Return the id of a package that is now the case here; None where it was entered before."""
    added: int | None = await c.fetchval(
        _ENTERED,
        *(partner.id, package.id, package.case, bytes.fromhex(package.digest), case, at),
        partner.organisation,
    )
    return added


async def links(c: Connection, partner: Claimed, remotes: Sequence[int]) -> Mapping[int, Link]:
    """Return the proceedings here by those there."""
    rows = await c.fetch(_LINKS, partner.id, list(remotes))
    return {row["remote"]: Link(**dict(row)) for row in rows}


async def link(c: Connection, partner: Claimed, one: Handed, joined: Joined, at: datetime) -> None:
    """Hold that a proceeding here is the same as that one there."""
    await c.execute(
        _LINK,
        *(joined.case, partner.id, joined.package, joined.proceeding),
        *(one.respondent, one.id, one.state, one.version, at, partner.organisation),
    )


async def seen(
    c: Connection, partner: Claimed, remote: int, state: str, version: int, at: datetime
) -> None:
    """Hold how a proceeding stands there; nothing for one that is not linked."""
    await c.execute(_SEEN, partner.id, remote, state, version, at)


async def numbers(c: Connection, organisation: int) -> frozenset[tuple[str, str]]:
    """Return the numbers that the cases of an organisation bear here."""
    return frozenset((row["kind"], row["printed"]) for row in await c.fetch(_NUMBERS, organisation))


async def proceedings(c: Connection, case: int) -> list[Found]:
    """Return the proceedings of a case, as they were opened."""
    rows = await c.fetch(_PROCEEDINGS, case)
    return [Found(**{**dict(row), "readers": tuple(row["readers"])}) for row in rows]


async def papers(c: Connection, case: int) -> frozenset[str]:
    """Return the digests of the papers of a case, in hexadecimal."""
    return frozenset(row["digest"] for row in await c.fetch(_PAPERS, case))

"""The log over millions of leaves: as fast at the end as at the beginning, and still right."""

import hashlib
import os
import random
import time
from collections.abc import AsyncIterator
from itertools import pairwise
from statistics import median

import asyncpg
import pytest

from netralitas.audit import heads, log, merkle, proofs, sequencer
from tests.audit.ledger import NAME, NOON, SEED, worker
from tests.conftest import Database
from tests.soak.conftest import Tell, megabytes, part_of

pytestmark = pytest.mark.soak

PARTS = 20
LEAVES = PARTS * part_of(500_000, least=50_000)
ROUNDS = 20  # of a thousand leaves in one transaction, as the worker does it
PROOFS = 200
SLOWEST = 5.0  # the time of the last parts, beside that of the first: growth, not a busy machine
MOST_GROWTH = 1.3  # of this process's memory, from the first part to the last

# The log takes nothing of an event but its hash, so the rest is as short as the table allows.
_EVENTS = """
WITH made AS (
    INSERT INTO event (id, stream, version, kind, name, actor, organisation, readers, precision,
                       zone, recorded_at, facts, basis, details, salt, encoding, canonical,
                       previous, hash)
    SELECT n, n / 1000 + 1, n % 1000 + 1, 'fact', 'noted', 1, 1, '{1}', 'unknown', 'Asia/Jakarta',
           now(), '{}', '{}', '{}', '', 1, '', '', sha256(n::text::bytea)
    FROM generate_series($1::bigint, $2::bigint - 1) AS n RETURNING id
)
INSERT INTO log_pending (event) SELECT id FROM made
"""


@pytest.fixture
async def writer(clone: Database) -> AsyncIterator[asyncpg.Connection]:
    """A superuser's connection on which no trigger and no foreign key holds."""
    settings = {"session_replication_role": "replica"}
    connection = await asyncpg.connect(clone.dsn("postgres"), server_settings=settings)
    yield connection
    await connection.close()


async def test_millions_of_leaves_are_placed_at_one_speed_and_proved_at_any_size(
    clone: Database, writer: asyncpg.Connection, tell: Tell
) -> None:
    c = await worker(clone)
    try:
        seconds, memory = await grow(writer, c)
        signed = await heads_of(c)
        await every_head_continues_the_one_before(c, signed)
        await some_leaves_are_proved(c, *signed[-1])
    finally:
        await c.close()
    assert signed[-1] == (LEAVES, counted_root(LEAVES))
    first, last = median(seconds[:4]), median(seconds[-4:])
    tell("log: leaves placed", f"{LEAVES:,}, {LEAVES / sum(seconds):,.0f} a second")
    tell("log: time of a leaf, last fifth beside first", f"{last / first:.2f} x")
    tell(
        "log: memory of the sequencer, first and last part", f"{memory[0]:.0f}, {memory[-1]:.0f} MB"
    )
    assert last <= SLOWEST * first
    assert memory[-1] <= MOST_GROWTH * memory[0]


async def grow(
    writer: asyncpg.Connection, c: asyncpg.Connection
) -> tuple[list[float], list[float]]:
    """Place and sign all leaves in equal parts; return seconds and megabytes after each part."""
    seconds, memory, part = [], [], LEAVES // PARTS
    for begin in range(0, LEAVES, part):
        await writer.execute(_EVENTS, begin, begin + part, timeout=600)
        begun = time.perf_counter()
        moved = 1
        while moved:
            async with c.transaction():
                moved = sum([await sequencer.sequence(c) for _ in range(ROUNDS)])
        async with c.transaction():
            await sequencer.sign_head(c, SEED, NAME, NOON)
        seconds.append(time.perf_counter() - begun)
        memory.append(megabytes(os.getpid()))
    return seconds, memory


async def heads_of(c: asyncpg.Connection) -> list[tuple[int, bytes]]:
    """Size and root of every signed head, by size; each note says what its row says."""
    rows = await c.fetch("SELECT size, root, note FROM log_head ORDER BY size")
    verifier = heads.verifier_of(SEED, NAME)
    for row in rows:
        head = heads.open_note(row["note"], verifier)
        assert (head.size, head.root) == (row["size"], row["root"])
    assert len(rows) == PARTS
    return [(row["size"], row["root"]) for row in rows]


async def every_head_continues_the_one_before(
    c: asyncpg.Connection, signed: list[tuple[int, bytes]]
) -> None:
    for (old, before), (new, root) in pairwise(signed):
        proof = await log.consistency(c, old, new)
        assert proofs.roots_by_consistency(old, new, proof, before) == (before, root)


async def some_leaves_are_proved(c: asyncpg.Connection, size: int, root: bytes) -> None:
    chance = random.Random(size)  # noqa: S311 - a repeatable choice, no secret
    for position in {0, size - 1, *(chance.randrange(size) for _ in range(PROOFS))}:
        proof = await log.inclusion(c, position, size)
        assert proofs.root_by_inclusion(leaf(position), position, size, proof) == root


def leaf(position: int) -> bytes:
    """The leaf at a position, as the events were made."""
    return merkle.leaf_hash(hashlib.sha256(b"%d" % position).digest())


def counted_root(size: int) -> bytes:
    """The root over the first leaves, counted like a binary number: written apart from the log."""
    standing: list[tuple[int, bytes]] = []  # height and hash of whole subtrees, the largest first
    for position in range(size):
        height, digest = 0, leaf(position)
        while standing and standing[-1][0] == height:
            left = standing.pop()[1]
            height, digest = height + 1, hashlib.sha256(b"\x01" + left + digest).digest()
        standing.append((height, digest))
    digest = standing.pop()[1]
    while standing:
        digest = hashlib.sha256(b"\x01" + standing.pop()[1] + digest).digest()
    return digest

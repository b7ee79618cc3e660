"""The log on disk: tiles that grow, proofs from few rows, and heads that only go forward."""

import hashlib

import asyncpg
import pytest

from netralitas.audit import heads, log, merkle, proofs, sequencer
from tests.audit.ledger import NAME, NOON, SEED, Ledger

LEAVES = [merkle.leaf_hash(hashlib.sha256(b"%d" % number).digest()) for number in range(66_000)]


def subtree(level: int, index: int) -> bytes:
    return merkle.root(LEAVES[index << level : (index + 1) << level])


async def test_tiles_grow_step_by_step_and_give_every_root(ledger: Ledger) -> None:
    size = 0
    for step in (1, 254, 1, 1, 300, 0, 255):
        await log.append(ledger.c, size, LEAVES[size : size + step])
        size += step
        assert await log.root(ledger.c, size) == merkle.root(LEAVES[:size])
    assert await log.root(ledger.c, 257) == merkle.root(LEAVES[:257])
    tiles = await ledger.c.fetch("SELECT level, position, length(hashes) / 32 FROM log_tile")
    assert {tuple(tile) for tile in tiles} == {
        (0, 0, 256),
        (0, 1, 256),
        (0, 2, 256),
        (0, 3, 44),
        (1, 0, 3),
    }


async def test_proofs_come_from_the_tiles(ledger: Ledger) -> None:
    await log.append(ledger.c, 0, LEAVES)
    size = len(LEAVES)
    root = merkle.root(LEAVES)
    for position in (0, 255, 256, 65_535, 65_999):
        proof = await log.inclusion(ledger.c, position, size)
        assert proofs.root_by_inclusion(LEAVES[position], position, size, proof) == root
    assert await log.inclusion(ledger.c, 7, 300) == proofs.inclusion(7, 300, subtree)
    proof = await log.consistency(ledger.c, 300, size)
    before = merkle.root(LEAVES[:300])
    assert proofs.roots_by_consistency(300, size, proof, before) == (before, root)


async def test_a_log_whose_tiles_are_gone_is_broken_and_does_not_grow(ledger: Ledger) -> None:
    await log.append(ledger.c, 0, LEAVES[:300])
    await ledger.c.execute("UPDATE log_tile SET hashes = substr(hashes, 33) WHERE position = 1")
    with pytest.raises(log.LogBroken, match="tile 0/1 has 43 of 44 hashes"):
        await log.append(ledger.c, 300, LEAVES[300:301])
    with pytest.raises(log.LogBroken, match="tile 0/1"):
        await log.inclusion(ledger.c, 298, 300)


async def test_events_enter_the_log_in_the_order_of_their_stream(ledger: Ledger) -> None:
    one, other = (await ledger.case()).stream, (await ledger.case()).stream
    for stream in (one, other, other, one):
        await ledger.add(stream, *[ledger.event(stream)] * 2)
    await ledger.sequence(most=3)
    rows = await ledger.c.fetch(
        "SELECT position, leaf.hash, event.hash, stream, version FROM log_leaf AS leaf"
        " JOIN event ON event.id = leaf.event ORDER BY position"
    )
    assert [row[0] for row in rows] == list(range(8))
    assert all(row[1] == merkle.leaf_hash(row[2]) for row in rows)
    assert [row["version"] for row in rows if row["stream"] == one] == [1, 2, 3, 4]
    assert await ledger.c.fetchval("SELECT count(*) FROM log_pending") == 0


async def test_an_empty_round_changes_nothing(ledger: Ledger) -> None:
    async with ledger.c.transaction():
        assert await sequencer.sequence(ledger.c) == 0
        assert await sequencer.sign_head(ledger.c, SEED, NAME, NOON) is None
    assert await log.size(ledger.c) == 0


async def test_a_round_that_is_undone_leaves_the_events_waiting(ledger: Ledger) -> None:
    await ledger.add((await ledger.case()).stream)
    transaction = ledger.c.transaction()
    await transaction.start()
    assert await sequencer.sequence(ledger.c) == 1
    await transaction.rollback()
    assert await ledger.c.fetchval("SELECT count(*) FROM log_pending") == 1
    assert await log.size(ledger.c) == 0
    assert await ledger.c.fetchval("SELECT count(*) FROM log_tile") == 0


async def test_a_head_is_signed_when_the_log_has_grown_and_only_then(ledger: Ledger) -> None:
    stream = (await ledger.case()).stream
    await ledger.add(stream, *[ledger.event(stream)] * 3)
    await ledger.sequence()
    stored = await ledger.c.fetchrow("SELECT size, root, note, signed_at FROM log_head")
    head = heads.open_note(stored["note"], heads.verifier_of(SEED, NAME))
    assert (head.origin, head.size, head.root) == (NAME, 3, stored["root"])
    assert head.root == await log.root(ledger.c, 3)
    assert stored["signed_at"] == NOON
    await ledger.sequence()
    await ledger.add(stream)
    await ledger.sequence()
    sizes = await ledger.c.fetch("SELECT size FROM log_head ORDER BY size")
    assert [row[0] for row in sizes] == [3, 4]


async def test_a_log_that_does_not_continue_the_signed_one_is_not_signed(ledger: Ledger) -> None:
    stream = (await ledger.case()).stream
    await ledger.add(stream)
    await ledger.sequence()
    await ledger.add(stream)
    async with ledger.c.transaction():
        await sequencer.sequence(ledger.c)
    await ledger.c.execute("UPDATE log_tile SET hashes = sha256('') || substr(hashes, 33)")
    async with ledger.c.transaction():
        with pytest.raises(log.LogBroken, match="does not continue the head"):
            await sequencer.sign_head(ledger.c, SEED, NAME, NOON)


async def test_a_sequencer_that_cannot_see_the_events_loses_none(committed: Ledger) -> None:
    await committed.add((await committed.case()).stream)
    blind = await asyncpg.connect(committed.database.dsn("worker"))
    with pytest.raises(log.LogBroken, match="cannot be seen"):
        async with blind.transaction():
            await sequencer.sequence(blind)
    await blind.close()
    assert await committed.c.fetchval("SELECT count(*) FROM log_pending") == 1

"""The batch of a day: padding, seals of receipts in between, one head, and what is public."""

import hashlib
from datetime import date, timedelta

import asyncpg
import pytest

from netralitas.audit import heads, log
from netralitas.audit.daily import close_day
from netralitas.audit.heads import LogHead
from netralitas.audit.padding import BATCH, padding_key
from netralitas.audit.verdict import Verdict
from netralitas.audit.verify import verify
from tests.audit.ledger import NAME, NOON, SEED, Ledger, worker
from tests.audit.scene import VERIFIER, named

DAY = date(2024, 9, 2)
KEY = padding_key(SEED)
SEAL = "INSERT INTO inbox.receipt_seal (digest, said, promise) VALUES ($1, 'x', $2)"


async def closed(ledger: Ledger, day: date = DAY) -> int | None:
    """Close a day and give the size of its head."""
    async with ledger.c.transaction():
        head = await close_day(ledger.c, SEED, NAME, day, NOON)
    return None if head is None else head.size


async def close_impatiently(c: asyncpg.Connection) -> LogHead | None:
    async with c.transaction():
        await c.execute("SET LOCAL lock_timeout = '100ms'")
        return await close_day(c, SEED, NAME, DAY, NOON)


async def checked(ledger: Ledger, *outside: str) -> Verdict:
    return await verify(ledger.database.dsn("auditor"), VERIFIER, outside, padding=KEY)


async def test_a_day_ends_with_padding_at_a_multiple_even_when_nothing_happened(
    committed: Ledger,
) -> None:
    assert await closed(committed) == BATCH
    assert await closed(committed) is None
    assert await closed(committed, DAY + timedelta(days=5)) == 2 * BATCH
    verdict = await checked(committed)
    assert (verdict.whole, verdict.padding, verdict.leaves) == (True, 2 * BATCH, 2 * BATCH)
    sizes = await committed.c.fetch("SELECT size, day FROM published.log_head ORDER BY size")
    assert [tuple(row) for row in sizes] == [
        (BATCH, DAY),
        (2 * BATCH, DAY + timedelta(days=5)),
    ]


async def test_events_and_seals_of_receipts_are_in_and_the_tiles_are_public(
    committed: Ledger,
) -> None:
    stream = (await committed.case()).stream
    await committed.add(stream, *[committed.event(stream)] * 3)
    promises = [hashlib.sha256(bytes([number])).digest() for number in range(4)]
    async with committed.attacker() as root:
        for number, promise in enumerate(promises):
            await root.execute(SEAL, bytes([number]) * 32, promise)
    assert await closed(committed) == BATCH
    verdict = await checked(committed)
    assert (verdict.whole, verdict.receipts, verdict.padding) == (True, 4, BATCH - 7)
    entries = await committed.c.fetch("SELECT * FROM published.log_entry ORDER BY digest")
    assert [row["leaf"] for row in entries] == [
        hashlib.sha256(b"\0" + promise).digest() for promise in promises
    ]
    assert all(3 <= row["position"] < BATCH for row in entries)
    public = await committed.c.fetchval("SELECT hashes FROM published.log_tile WHERE level = 0")
    assert public == await committed.c.fetchval("SELECT hashes FROM log_tile WHERE level = 0")
    note = await committed.c.fetchval("SELECT note FROM published.log_head")
    assert heads.open_note(note, VERIFIER).size == BATCH


async def test_a_code_finds_the_first_event_of_its_case(committed: Ledger) -> None:
    stream = (await committed.case()).stream
    first, _ = await committed.add(stream, *[committed.event(stream)] * 2)
    async with committed.attacker() as root:
        await root.execute(
            "INSERT INTO receipt_code (case_file, digest, readers) VALUES ($1, $2, '{1}')",
            *(stream, bytes(32)),
        )
    await closed(committed)
    await closed(committed, DAY + timedelta(days=1))
    [entry] = await committed.c.fetch("SELECT kind, position, leaf FROM published.log_entry")
    assert (entry["kind"], entry["position"]) == ("case", 0)
    assert entry["leaf"] == hashlib.sha256(b"\0" + first.hash).digest()


async def test_tiles_are_public_up_to_the_newest_day_only(committed: Ledger) -> None:
    await closed(committed)
    stream = (await committed.case()).stream
    await committed.add(stream)
    await committed.sequence()
    assert await log.size(committed.c) == BATCH + 1
    tiles = await committed.c.fetch(
        "SELECT level, position, octet_length(hashes) / 32 FROM published.log_tile ORDER BY 1, 2"
    )
    assert [tuple(row) for row in tiles] == [(0, 0, BATCH), (1, 0, 1)]
    await closed(committed, DAY + timedelta(days=1))
    tiles = await committed.c.fetch(
        "SELECT level, position, octet_length(hashes) / 32 FROM published.log_tile ORDER BY 1, 2"
    )
    assert [tuple(row) for row in tiles] == [(0, 0, BATCH), (0, 1, BATCH), (1, 0, 2)]


async def test_of_two_workers_one_closes_the_day(committed: Ledger) -> None:
    other = await worker(committed.database)
    mine = committed.c.transaction()
    await mine.start()
    assert await close_day(committed.c, SEED, NAME, DAY, NOON) is not None
    try:
        with pytest.raises(asyncpg.LockNotAvailableError):
            await close_impatiently(other)
        await mine.commit()
        assert await close_impatiently(other) is None
    finally:
        await other.close()


async def test_padding_without_its_head_is_refused_by_the_database(committed: Ledger) -> None:
    transaction = committed.c.transaction()
    await transaction.start()
    await committed.c.execute("INSERT INTO log_leaf (position, hash) VALUES (0, sha256('x'))")
    with pytest.raises(asyncpg.PostgresError, match="padding of no published day"):
        await transaction.commit()
    assert await log.size(committed.c) == 0


async def test_a_leaf_that_is_not_its_event_is_refused_by_the_database(committed: Ledger) -> None:
    stream = (await committed.case()).stream
    (event,) = await committed.add(stream)
    with pytest.raises(asyncpg.PostgresError, match="not the hash of what it stands for"):
        await committed.c.execute(
            "INSERT INTO log_leaf (position, event, hash) VALUES (0, $1, sha256('x'))", event.id
        )


async def test_what_was_published_only_grows(committed: Ledger) -> None:
    await closed(committed)
    for statement in (
        "UPDATE published.log_tile SET hashes = substring(hashes FOR 32)",
        "UPDATE published.log_tile SET hashes = sha256('x') || substring(hashes FROM 33)",
    ):
        with pytest.raises(asyncpg.PostgresError, match="only grows"):
            await committed.c.execute(statement)
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await committed.c.execute("DELETE FROM published.log_head")


async def test_a_dropped_event_cannot_be_passed_off_as_padding(committed: Ledger) -> None:
    stream = (await committed.case()).stream
    await committed.add(stream, *[committed.event(stream)] * 2)
    await closed(committed)
    async with committed.attacker() as attacker:
        await attacker.execute("UPDATE log_leaf SET event = NULL WHERE position = 1")
        await attacker.execute("DELETE FROM event WHERE version = 2")
        await attacker.execute(
            "UPDATE stream SET version = 1, hash = event.hash FROM event WHERE stream = stream.id"
            " AND stream.id = $1",
            stream,
        )
    assert named(await checked(committed)) == {("log_leaf", "1")}
    unkeyed = await verify(committed.database.dsn("auditor"), VERIFIER)
    assert unkeyed.found == BATCH - 1


async def test_what_is_public_and_not_the_log_is_named(committed: Ledger) -> None:
    async with committed.attacker() as root:
        await root.execute(SEAL, bytes(32), hashlib.sha256(b"x").digest())
    await closed(committed)
    async with committed.attacker() as attacker:
        await attacker.execute("UPDATE published.log_tile SET hashes = sha256('x') WHERE level = 1")
        await attacker.execute("UPDATE published.log_head SET root = sha256('x')")
        await attacker.execute("UPDATE published.log_entry SET leaf = sha256('x')")
        await attacker.execute("UPDATE inbox.receipt_seal SET promise = sha256('y')")
    found = named(await checked(committed))
    assert {table for table, _ in found} == {
        *("published.log_tile", "published.log_head", "published.log_entry", "log_leaf")
    }

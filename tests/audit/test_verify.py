"""Whoever changes the record, with whatever rights, is found, and the row is named."""

import hashlib

import asyncpg
import msgspec
import pytest

from netralitas.audit import chain, log, merkle
from netralitas.audit.heads import BadHead
from netralitas.audit.verdict import Verdict
from netralitas.audit.verify import verify
from tests.audit.ledger import NOON, Ledger
from tests.audit.scene import VERIFIER, Scene, named, problem


async def test_an_untouched_record_is_whole(scene: Scene) -> None:
    verdict = await scene.verify(scene.head)
    assert verdict == Verdict(
        whole=True,
        events=9,
        streams=2,
        leaves=8,
        heads=3,
        signed=8,
        erased_notes=0,
        padding=0,
        receipts=0,
        found=0,
        findings=(),
    )
    assert msgspec.json.decode(msgspec.json.encode(verdict), type=Verdict) == verdict


async def test_an_empty_record_is_whole(committed: Ledger) -> None:
    verdict = await verify(committed.database.dsn("auditor"), VERIFIER)
    assert (verdict.whole, verdict.events, verdict.leaves) == (True, 0, 0)


async def rewrite(attacker: asyncpg.Connection, identity: int) -> bytes:
    """Rename an event with canonical bytes and hash that fit the change; return the hash."""
    canonical = await attacker.fetchval("SELECT canonical FROM event WHERE id = $1", identity)
    columns = msgspec.structs.replace(chain.columns_of(canonical), name="other")
    written = chain.encode(columns)
    await attacker.execute(
        "UPDATE event SET name = 'other', canonical = $2, hash = sha256($2) WHERE id = $1",
        identity,
        written,
    )
    return hashlib.sha256(written).digest()


async def test_an_edit_with_bytes_and_hash_breaks_the_chain_and_the_log(scene: Scene) -> None:
    identity = await scene.event(2)
    async with scene.ledger.attacker() as attacker:
        await rewrite(attacker, identity)
    following, position = await scene.event(3), 1
    assert {("event", str(following)), ("log_leaf", str(position))} <= named(await scene.verify())


async def test_an_edited_hash_is_named(scene: Scene) -> None:
    identity = await scene.event(2)
    async with scene.ledger.attacker() as attacker:
        await attacker.execute("UPDATE event SET hash = sha256('') WHERE id = $1", identity)
    verdict = await scene.verify()
    assert "its hash is not that" in problem(verdict, "event", identity)


async def test_bytes_that_are_no_event_are_named(scene: Scene) -> None:
    identity = await scene.event(2)
    async with scene.ledger.attacker() as attacker:
        await attacker.execute(
            "UPDATE event SET canonical = 'x', hash = sha256('x') WHERE id = $1", identity
        )
    verdict = await scene.verify()
    assert "cannot be read" in problem(verdict, "event", identity)


async def test_a_deleted_event_leaves_a_hole_and_its_leaf(scene: Scene) -> None:
    identity, following = await scene.event(2), await scene.event(3)
    async with scene.ledger.attacker() as attacker:
        await attacker.execute("DELETE FROM event WHERE id = $1", identity)
    verdict = await scene.verify()
    assert {("event", str(following)), ("log_leaf", "1"), ("event_note", str(identity))} <= named(
        verdict
    )
    assert "version 2 should stand here" in problem(verdict, "event", following)


async def test_two_swapped_events_are_named(scene: Scene) -> None:
    one, other = await scene.event(2), await scene.event(3)
    async with scene.ledger.attacker() as attacker:
        for identity, version in ((one, 99), (other, 2), (one, 3)):
            await attacker.execute("UPDATE event SET version = $2 WHERE id = $1", identity, version)
    assert {("event", str(one)), ("event", str(other))} <= named(await scene.verify())


async def test_a_stream_that_was_cut_off_is_named(scene: Scene) -> None:
    async with scene.ledger.attacker() as attacker:
        await attacker.execute("DELETE FROM event WHERE id = $1", await scene.event(5))
    verdict = await scene.verify()
    assert {("stream", str(scene.stream)), ("log_leaf", "7")} <= named(verdict)
    assert "it ends at version 5" in problem(verdict, "stream", scene.stream)


async def cut_off(attacker: asyncpg.Connection, scene: Scene) -> None:
    """Remove the last event of the first dossier and rewind its stream."""
    await attacker.execute("DELETE FROM event WHERE id = $1", await scene.event(5))
    await attacker.execute(
        "UPDATE stream SET version = 4, hash = event.hash FROM event"
        " WHERE stream.id = $1 AND event.stream = stream.id AND event.version = 4",
        scene.stream,
    )


async def test_a_cut_off_with_the_stream_rewound_is_named_by_the_log(scene: Scene) -> None:
    async with scene.ledger.attacker() as attacker:
        await cut_off(attacker, scene)
    assert named(await scene.verify()) == {("log_leaf", "7")}


async def test_a_cut_off_with_its_leaf_is_named_by_tiles_and_heads(scene: Scene) -> None:
    async with scene.ledger.attacker() as attacker:
        await cut_off(attacker, scene)
        await attacker.execute("DELETE FROM log_leaf WHERE position = 7")
    assert named(await scene.verify()) == {("log_head", "8"), ("log_tile", "0/0")}


async def test_an_event_that_waited_for_the_log_is_missed_by_its_stream(scene: Scene) -> None:
    async with scene.ledger.attacker() as attacker:
        identity = await scene.event(4, scene.other)
        await attacker.execute("DELETE FROM event WHERE id = $1", identity)
    assert named(await scene.verify()) == {
        ("stream", str(scene.other)),
        ("log_pending", str(identity)),
    }


async def test_a_removed_stream_row_is_named(scene: Scene) -> None:
    async with scene.ledger.attacker() as attacker:
        await attacker.execute("DELETE FROM stream WHERE id = $1", scene.stream)
    assert named(await scene.verify()) == {
        ("stream", str(scene.stream)),
        ("case_file", str(scene.stream)),
    }


async def remove_stream(attacker: asyncpg.Connection, stream: int) -> None:
    """Remove a dossier with everything that hangs on it."""
    for statement in (
        "DELETE FROM log_leaf USING event WHERE event.id = log_leaf.event AND stream = $1",
        "DELETE FROM log_pending USING event WHERE event.id = log_pending.event AND stream = $1",
        "DELETE FROM event_note WHERE case_file = $1",
        "DELETE FROM event WHERE stream = $1",
        "DELETE FROM proceeding WHERE case_file = $1",
        "DELETE FROM case_file WHERE id = $1",
        "DELETE FROM stream WHERE id = $1",
    ):
        await attacker.execute(statement, stream)


async def recompute(attacker: asyncpg.Connection) -> None:
    """Chain all events anew and build the log from them, as if nothing had happened."""
    for stream in await attacker.fetch("SELECT id FROM stream"):
        previous = b""
        events = await attacker.fetch(
            "SELECT id, canonical FROM event WHERE stream = $1 ORDER BY version", stream["id"]
        )
        for event in events:
            columns = chain.columns_of(event["canonical"])
            written = chain.encode(msgspec.structs.replace(columns, previous=previous.hex()))
            await attacker.execute(
                "UPDATE event SET previous = $2, canonical = $3, hash = sha256($3) WHERE id = $1",
                event["id"],
                previous,
                written,
            )
            previous = hashlib.sha256(written).digest()
        await attacker.execute("UPDATE stream SET hash = $2 WHERE id = $1", stream["id"], previous)
    leaves = await attacker.fetch(
        "SELECT leaf.event, event.hash FROM log_leaf AS leaf JOIN event ON event.id = leaf.event"
        " ORDER BY position"
    )
    for table in ("log_leaf", "log_tile", "log_head"):
        await attacker.execute(f"DELETE FROM {table}")
    rows = [(place, leaf[0], merkle.leaf_hash(leaf[1])) for place, leaf in enumerate(leaves)]
    await attacker.executemany("INSERT INTO log_leaf VALUES ($1, $2, $3)", rows)
    await log.append(attacker, 0, [row[2] for row in rows])


async def test_a_removed_stream_with_everything_is_named_by_the_heads(scene: Scene) -> None:
    async with scene.ledger.attacker() as attacker:
        await remove_stream(attacker, scene.other)
    rows = named(await scene.verify())
    assert {("log_leaf", "6"), ("log_tile", "0/0"), ("log_head", "8")} <= rows


async def test_a_removed_stream_is_found_by_an_earlier_head_when_all_else_fits(
    scene: Scene,
) -> None:
    async with scene.ledger.attacker() as attacker:
        await remove_stream(attacker, scene.other)
        await recompute(attacker)
    assert (await scene.verify()).whole
    verdict = await scene.verify(scene.head)
    assert named(verdict) == {("head kept outside", "7")}
    assert "more leaves than the 5 there are" in verdict.findings[0].problem


async def test_a_recomputed_chain_is_found_by_an_earlier_head_and_by_nothing_else(
    scene: Scene,
) -> None:
    async with scene.ledger.attacker() as attacker:
        await rewrite(attacker, await scene.event(2))
        await recompute(attacker)
    assert (await scene.verify()).whole
    verdict = await scene.verify(scene.head)
    assert named(verdict) == {("head kept outside", "7")}
    assert "are not those that were signed" in verdict.findings[0].problem


async def test_a_change_is_narrowed_to_what_came_between_two_heads(scene: Scene) -> None:
    async with scene.ledger.attacker() as attacker:
        signed = await attacker.fetch("SELECT * FROM log_head")
        await rewrite(attacker, await scene.event(5))
        await recompute(attacker)
        for head in signed:
            await attacker.execute("INSERT INTO log_head VALUES ($1, $2, $3, $4)", *head.values())
    verdict = await scene.verify(scene.head)
    assert named(verdict) == {("log_head", "8")}
    assert "positions 7 to 7" in verdict.findings[0].problem


async def test_an_outside_head_that_nobody_signed_is_refused(scene: Scene) -> None:
    with pytest.raises(BadHead):
        await scene.verify(scene.head.replace("7", "6", 1))


async def test_an_erased_note_is_counted_and_the_record_stays_whole(scene: Scene) -> None:
    superuser = await asyncpg.connect(scene.ledger.database.dsn("postgres"))
    await superuser.execute(
        "UPDATE event_note SET text = NULL, key = NULL, erased_at = $1 WHERE event = $2",
        NOON,
        await scene.event(2),
    )
    await superuser.close()
    verdict = await scene.verify()
    assert (verdict.whole, verdict.erased_notes) == (True, 1)


async def test_a_state_that_no_event_led_to_is_named_in_the_middle_of_a_walk(
    scene: Scene,
) -> None:
    identity = await scene.event(3)
    async with scene.ledger.attacker() as attacker:
        canonical = await attacker.fetchval("SELECT canonical FROM event WHERE id = $1", identity)
        columns = msgspec.structs.replace(chain.columns_of(canonical), from_state="study")
        await attacker.execute(
            "UPDATE event SET from_state = 'study', canonical = $2 WHERE id = $1",
            identity,
            chain.encode(columns),
        )
        await recompute(attacker)
    verdict = await scene.verify()
    assert named(verdict) == {("event", str(identity))}
    assert "from study, not plenary" in verdict.findings[0].problem


async def test_others_may_write_while_the_record_is_verified(scene: Scene) -> None:
    reader = await asyncpg.connect(scene.ledger.database.dsn("auditor"))
    async with reader.transaction(isolation="repeatable_read"):
        await reader.fetchval("SELECT 1 FROM event LIMIT 1")
        await scene.ledger.add(scene.stream)
        await scene.ledger.sequence()
        assert (await scene.verify(scene.head)).events == 10
    await reader.close()


async def test_only_a_role_that_sees_every_row_can_verify(scene: Scene) -> None:
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await verify(scene.ledger.database.dsn("app"), VERIFIER)


async def test_a_thousand_findings_are_counted_and_a_hundred_listed(
    committed: Ledger,
) -> None:
    stream = (await committed.case()).stream
    await committed.add(stream, *[committed.event(stream)] * 600)
    await committed.sequence()
    async with committed.attacker() as attacker:
        await attacker.execute("UPDATE event SET name = 'x'")
    verdict = await verify(committed.database.dsn("auditor"), VERIFIER)
    assert (verdict.found, len(verdict.findings)) == (600, 100)

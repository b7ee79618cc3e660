"""Events enter the record through one door, after the head they name."""

import hashlib
from datetime import UTC, datetime

import asyncpg
import pytest

from netralitas.audit import chain, record
from netralitas.audit.domain import EventKind, Moment, Precision
from netralitas.refusals import NotVisible
from tests.audit.ledger import NOON, Ledger


async def test_an_event_stands_in_the_record_as_it_was_given(ledger: Ledger) -> None:
    head = await ledger.case()
    given = ledger.event(
        head.stream,
        kind=EventKind.MOVE,
        workflow="ledger",
        workflow_version=1,
        proceeding=5,
        to_state="study",
        happened=Moment.time(NOON, "Asia/Makassar"),
        facts=("ledger.begun",),
    )
    [recorded] = await ledger.add(head.stream, given)
    row = await ledger.c.fetchrow("SELECT * FROM event WHERE id = $1", recorded.id)
    stated = chain.columns_of(row["canonical"])
    assert row["hash"] == recorded.hash == hashlib.sha256(row["canonical"]).digest()
    assert row["recorded_at"] == recorded.recorded_at
    assert stated.recorded_at == chain.moment_text(recorded.recorded_at)
    assert (row["version"], row["previous"], row["happened_at"]) == (1, b"", NOON)
    assert row["zone"] == stated.zone == "Asia/Makassar"
    assert row["facts"] == list(stated.facts) == ["ledger.begun"]
    assert stated.details == given.details
    assert (stated.kind, stated.precision) == ("move", "time")


async def test_the_stream_ends_with_the_event_and_the_log_waits_for_it(ledger: Ledger) -> None:
    head = await ledger.case()
    [first] = await ledger.add(head.stream)
    [second] = await ledger.add(head.stream)
    stream = await ledger.c.fetchrow("SELECT version, hash FROM stream WHERE id = $1", head.stream)
    assert tuple(stream) == (2, second.hash)
    waiting = await ledger.c.fetch("SELECT event FROM log_pending ORDER BY event")
    assert [row[0] for row in waiting] == [first.id, second.id]


async def test_the_lock_gives_the_end_of_the_stream_and_the_time_of_recording(
    ledger: Ledger,
) -> None:
    stream = (await ledger.case()).stream
    [last] = await ledger.add(stream)
    async with ledger.c.transaction():
        head = await record.lock(ledger.c, stream)
        now = await ledger.c.fetchval("SELECT now()")
    assert (head.version, head.hash, head.now) == (1, last.hash, now)
    assert head.now.tzinfo is not None


async def test_a_stream_that_does_not_exist_is_not_visible(ledger: Ledger) -> None:
    with pytest.raises(NotVisible):
        await record.lock(ledger.c, 404)


async def test_many_events_are_recorded_as_if_one_by_one(ledger: Ledger) -> None:
    stream = (await ledger.case()).stream
    events = [
        ledger.event(stream, name=f"noted_{n}", note="x" if n == 2 else None) for n in range(4)
    ]
    recorded = await ledger.add(stream, *events)
    rows = await ledger.c.fetch("SELECT name, version, previous, hash, id FROM event ORDER BY id")
    assert [row["name"] for row in rows] == [event.name for event in events]
    assert [row["version"] for row in rows] == [1, 2, 3, 4]
    assert [row["previous"] for row in rows] == [b"", *(row["hash"] for row in rows[:-1])]
    assert [(one.id, one.version, one.hash) for one in recorded] == [
        (row["id"], row["version"], row["hash"]) for row in rows
    ]
    notes = await ledger.c.fetch("SELECT event FROM event_note")
    assert [note[0] for note in notes] == [recorded[2].id]


async def test_no_events_are_recorded_without_any_effect(ledger: Ledger) -> None:
    head = await ledger.case()
    assert await record.record_many(ledger.c, head, []) == ([], head)


async def test_the_words_stand_apart_and_the_event_only_commits_to_them(ledger: Ledger) -> None:
    stream = (await ledger.case()).stream
    [recorded] = await ledger.add(stream, ledger.event(stream, note="Berkas kurang"))
    event = await ledger.c.fetchrow("SELECT * FROM event WHERE id = $1", recorded.id)
    note = await ledger.c.fetchrow("SELECT * FROM event_note")
    assert "Berkas" not in str(dict(event))
    assert (note["event"], note["case_file"], note["text"]) == (
        recorded.id,
        stream,
        "Berkas kurang",
    )
    assert note["readers"] == [ledger.organisation]
    assert len(note["key"]) == 32
    assert event["commitment"] == chain.commitment(note["key"], "Berkas kurang")


async def test_a_note_outside_of_a_dossier_hangs_on_none(ledger: Ledger) -> None:
    async with ledger.c.transaction():
        head = await record.open_stream(ledger.c, "accounts")
        await record.record(ledger.c, head, ledger.event(head.stream, note="Cuti"))
    assert await ledger.c.fetchval("SELECT case_file FROM event_note") is None


async def test_two_equal_events_have_different_hashes(ledger: Ledger) -> None:
    one, other = (await ledger.case()).stream, (await ledger.case()).stream
    [first], [second] = await ledger.add(one), await ledger.add(other)
    salts = await ledger.c.fetch("SELECT salt FROM event")
    assert first.hash != second.hash
    assert len({row[0] for row in salts}) == 2
    assert all(len(row[0]) == record.SALT_BYTES for row in salts)


async def test_a_head_that_is_no_longer_the_end_is_refused(ledger: Ledger) -> None:
    head = await ledger.case()
    await ledger.add(head.stream)
    with pytest.raises(asyncpg.PostgresError, match="does not follow version 1"):
        await record.record(ledger.c, head, ledger.event(head.stream))


async def test_an_event_that_its_own_office_cannot_read_is_refused(ledger: Ledger) -> None:
    head = await ledger.case()
    with pytest.raises(record.NotRecordable, match="is not a reader"):
        await record.record(ledger.c, head, ledger.event(head.stream, readers=(999,)))
    assert await ledger.c.fetchval("SELECT count(*) FROM event") == 0


async def test_an_event_of_another_stream_is_refused(ledger: Ledger) -> None:
    head = await ledger.case()
    with pytest.raises(record.NotRecordable, match="cannot follow"):
        await record.record(ledger.c, head, ledger.event(head.stream + 1))


async def test_an_unknown_day_is_recorded_as_unknown(ledger: Ledger) -> None:
    stream = (await ledger.case()).stream
    unknown = Moment(precision=Precision.UNKNOWN, on=None)
    await ledger.add(stream, ledger.event(stream, happened=unknown))
    row = await ledger.c.fetchrow("SELECT precision, happened_on, happened_at FROM event")
    assert tuple(row) == ("unknown", None, None)


async def test_the_owner_alone_records_in_the_past_and_the_bytes_say_so(committed: Ledger) -> None:
    stream = (await committed.case()).stream
    past = datetime(2024, 1, 2, 3, 4, 5, 678, tzinfo=UTC)
    settings = {"netralitas.everything": "yes", "netralitas.recording_time": past.isoformat()}
    owner = await asyncpg.connect(committed.database.dsn("owner"), server_settings=settings)
    async with owner.transaction():
        head = await record.lock(owner, stream)
        recorded, _ = await record.record(owner, head, committed.event(stream))
    canonical = await owner.fetchval("SELECT canonical FROM event WHERE id = $1", recorded.id)
    await owner.close()
    assert recorded.recorded_at == past
    assert chain.columns_of(canonical).recorded_at == "2024-01-02T03:04:05.000678Z"


async def test_a_time_of_recording_that_moves_after_the_lock_is_noticed(committed: Ledger) -> None:
    stream = (await committed.case()).stream
    owner = await asyncpg.connect(
        committed.database.dsn("owner"), server_settings={"netralitas.everything": "yes"}
    )
    async with owner.transaction():
        head = await record.lock(owner, stream)
        await owner.execute("SET LOCAL netralitas.recording_time = '2024-01-02 03:04:05+00'")
        with pytest.raises(record.NotRecordable, match="time of recording"):
            await record.record(owner, head, committed.event(stream))
    await owner.close()

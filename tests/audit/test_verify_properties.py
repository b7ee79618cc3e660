"""Any edit, drop, swap or cut-off of any row is named."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import asyncpg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netralitas.audit.verify import verify
from tests.audit.ledger import Ledger
from tests.audit.scene import VERIFIER

EDITS = {
    "kind": "kind || 'x'",
    "name": "name || 'x'",
    "workflow": "coalesce(workflow, '') || 'x'",
    "workflow_version": "coalesce(workflow_version, 0) + 1",
    "corrects": "1",
    "actor": "actor + 1",
    "organisation": "organisation + 1",
    "readers": "readers || 0",
    "precision": "'year'",
    "happened_on": "happened_on + 1",
    "happened_at": "now()",
    "zone": "zone || 'x'",
    "recorded_at": "recorded_at + interval '1 microsecond'",
    "facts": "facts || 'x'::text",
    "basis": "basis || 'x'::text",
    "details": "details || '{\"x\": 1}'",
    "salt": "salt || '\\x00'",
    "commitment": "sha256(salt)",
    "encoding": "encoding + 1",
    "canonical": "canonical || ' '::bytea",
    "previous": "sha256(previous)",
    "hash": "sha256(hash)",
}


@dataclass(frozen=True)
class Copied:
    """A record whose tables can be put back after an attack."""

    ledger: Ledger
    attacker: asyncpg.Connection
    events: list[asyncpg.Record]


@pytest.fixture
async def copied(committed: Ledger) -> AsyncIterator[Copied]:
    """Three streams of four events; most are in the log, the last of one still waits."""
    ledger = committed
    streams = [(await ledger.case()).stream for _ in range(3)]
    for stream in streams:
        await ledger.add(stream, *[ledger.event(stream)] * 3)
    await ledger.sequence()
    for stream in streams[:2]:
        await ledger.add(stream)
    await ledger.sequence()
    await ledger.add(streams[2])
    async with ledger.attacker() as attacker:
        await attacker.execute("ALTER TABLE event DROP CONSTRAINT event_kind_known")
        await ledger.keep(attacker)
        events = await attacker.fetch("SELECT id, stream, version FROM event ORDER BY id")
        yield Copied(ledger, attacker, events)


async def attack(
    copied: Copied, way: str, event: asyncpg.Record, other: asyncpg.Record
) -> set[int]:
    """Change the record, and return the events of which one row at least must be named each."""
    run = copied.attacker.execute
    if way in EDITS:
        await run(f"UPDATE event SET {way} = {EDITS[way]} WHERE id = $1", event["id"])
        return {event["id"]}
    if way == "drop":
        await run("DELETE FROM event WHERE id = $1", event["id"])
        return {event["id"]}
    if way == "swap":
        for identity, place in (
            (event["id"], (0, -1)),
            (other["id"], event[1:]),
            (event["id"], other[1:]),
        ):
            await run("UPDATE event SET stream = $2, version = $3 WHERE id = $1", identity, *place)
        return {event["id"], other["id"]} if event != other else set()
    await run("DELETE FROM event WHERE stream = $1 AND version >= $2", event[1], event[2])
    await run(
        "UPDATE stream SET version = $2 - 1,"
        " hash = coalesce((SELECT hash FROM event WHERE stream = $1 AND version = $2 - 1), '')"
        " WHERE id = $1",
        event[1],
        event[2],
    )
    return {one["id"] for one in copied.events if one[1] == event[1] and one[2] >= event[2]}


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    way=st.sampled_from([*EDITS, *["drop", "swap", "cut off"] * 5]),
    place=st.integers(min_value=0, max_value=11),
    other=st.integers(min_value=0, max_value=11),
)
async def test_any_change_of_any_row_is_named(
    copied: Copied, way: str, place: int, other: int
) -> None:
    await copied.ledger.restore(copied.attacker)
    touched = await attack(copied, way, copied.events[place], copied.events[other])
    verdict = await verify(copied.ledger.database.dsn("auditor"), VERIFIER)
    named = {(one.table, one.row) for one in verdict.findings}
    leaves = await copied.attacker.fetch("SELECT event, position FROM kept.log_leaf")
    positions = {leaf["event"]: leaf["position"] for leaf in leaves}
    for event in touched:
        rows = {("event", str(event)), ("log_pending", str(event))}
        if event in positions:
            rows.add(("log_leaf", str(positions[event])))
        assert rows & named, verdict.findings
    assert verdict.whole == (not touched)

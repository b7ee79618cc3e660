"""Whichever row or column of the record is changed, verification names it."""

import json

from netralitas.audit.verify import verify
from tests.audit.ledger import Ledger
from tests.audit.scene import VERIFIER, Scene, named

COLUMNS = [
    ("name", "'other'"),
    ("actor", "NULL"),
    ("readers", "readers || 9"),
    ("happened_on", "happened_on - 1"),
    ("happened_at", "happened_at + interval '1 microsecond'"),
    ("recorded_at", "recorded_at - interval '1 day'"),
    ("details", "details || '{\"letter\": 8}'"),
    ("details", "jsonb_set(details, '{whole}', '1')"),
    ("details", "'[]'"),
    ("details", "NULL"),
    ("basis", "'{}'"),
    ("salt", "'\\x00'"),
    ("commitment", "sha256('')"),
    ("to_state", "'study'"),
    ("encoding", "2"),
    ("previous", "hash"),
    ("zone", "'UTC'"),
]


async def test_an_edited_column_is_named(scene: Scene) -> None:
    identity = await scene.event(2)
    async with scene.ledger.attacker() as attacker:
        for column in ("actor", "details"):
            await attacker.execute(f"ALTER TABLE event ALTER COLUMN {column} DROP NOT NULL")
        await scene.ledger.keep(attacker)
        for column, change in COLUMNS:
            await scene.ledger.restore(attacker)
            await attacker.execute(f"UPDATE event SET {column} = {change} WHERE id = $1", identity)
            verdict = await scene.verify()
            place = f"event {identity} (stream {scene.stream}, version 2): {column} is "
            assert any(str(finding).startswith(place) for finding in verdict.findings)


ROWS: list[tuple[str, str, tuple[str, str]]] = [
    ("a leaf is deleted", "DELETE FROM log_leaf WHERE position = 3", ("log_leaf", "4")),
    ("the last leaf is deleted", "DELETE FROM log_leaf WHERE position = 7", ("log_head", "8")),
    (
        "a leaf is edited",
        "UPDATE log_leaf SET hash = sha256('') WHERE position = 3",
        ("log_leaf", "3"),
    ),
    (
        "two leaves change places",
        (
            "UPDATE log_leaf SET position = 99 WHERE position = 4;"
            "UPDATE log_leaf SET position = 4 WHERE position = 5;"
            "UPDATE log_leaf SET position = 5 WHERE position = 99"
        ),
        ("log_head", "7"),
    ),
    (
        "a leaf stands before the first",
        "UPDATE log_leaf SET position = -1 WHERE position = 0",
        ("log_leaf", "-1"),
    ),
    (
        "a tile is edited",
        "UPDATE log_tile SET hashes = sha256('') || substr(hashes, 33)",
        ("log_tile", "0/0"),
    ),
    ("a tile is deleted", "DELETE FROM log_tile", ("log_tile", "0/0")),
    (
        "a tile is invented",
        "INSERT INTO log_tile (level, position, hashes) VALUES (1, 0, sha256(''))",
        ("log_tile", "1/0"),
    ),
    (
        "a head's root is edited",
        "UPDATE log_head SET root = sha256('') WHERE size = 7",
        ("log_head", "7"),
    ),
    (
        "a head's note is edited",
        "UPDATE log_head SET note = replace(note, E'\\n7\\n', E'\\n6\\n') WHERE size = 7",
        ("log_head", "7"),
    ),
    ("a head's size is edited", "UPDATE log_head SET size = 9 WHERE size = 8", ("log_head", "9")),
    ("an event is made to wait again", "INSERT INTO log_pending SELECT {1}", ("event", "{1}")),
    ("an event no longer waits", "DELETE FROM log_pending", ("event", "{w}")),
    (
        "a proceeding's state is set",
        "UPDATE proceeding SET state = 'plenary'",
        ("proceeding", "{p}"),
    ),
    (
        "a proceeding's version is set",
        "UPDATE proceeding SET version = 2",
        ("proceeding", "{p}"),
    ),
    (
        "a proceeding's workflow is set",
        "UPDATE proceeding SET workflow_version = 2",
        ("proceeding", "{p}"),
    ),
    ("a proceeding is deleted", "DELETE FROM proceeding", ("proceeding", "{p}")),
    (
        "a proceeding is invented",
        (
            "INSERT INTO proceeding (id, case_file, workflow, workflow_version, state, version,"
            " holder, since, readers)"
            " SELECT 999, case_file, workflow, 1, state, 1, holder, since, readers FROM proceeding"
        ),
        ("proceeding", "999"),
    ),
    ("a dossier is deleted", "DELETE FROM case_file WHERE id = {s}", ("stream", "{s}")),
    ("a stream is set back", "UPDATE stream SET version = 2 WHERE id = {s}", ("stream", "{s}")),
    (
        "a stream gets another hash",
        "UPDATE stream SET hash = sha256('') WHERE id = {s}",
        ("stream", "{s}"),
    ),
    (
        "a note is edited",
        "UPDATE event_note SET text = 'x' WHERE event = {2}",
        ("event_note", "{2}"),
    ),
    (
        "a note loses its key",
        "UPDATE event_note SET key = '' WHERE event = {2}",
        ("event_note", "{2}"),
    ),
    ("a note is deleted", "DELETE FROM event_note WHERE event = {2}", ("event_note", "{2}")),
    (
        "a note is emptied, not erased",
        "UPDATE event_note SET text = NULL, key = NULL WHERE event = {2}",
        ("event_note", "{2}"),
    ),
    (
        "a note is invented",
        "INSERT INTO event_note (event, readers, text, key) VALUES ({1}, '{{1}}', 'x', 'k')",
        ("event_note", "{1}"),
    ),
]


async def test_every_row_that_is_changed_is_named(scene: Scene) -> None:
    names: dict[str, object] = {"p": scene.proceeding, "s": scene.stream}
    names["w"] = await scene.event(4, scene.other)
    ids = [0, await scene.event(1), await scene.event(2)]
    missed = []
    async with scene.ledger.attacker() as attacker:
        await scene.ledger.keep(attacker)
        for change, statement, (table, row) in ROWS:
            await scene.ledger.restore(attacker)
            await attacker.execute(statement.format(*ids, **names))
            if (table, row.format(*ids, **names)) not in named(await scene.verify()):
                missed.append(change)
        await scene.ledger.restore(attacker)
    assert missed == []
    assert (await scene.verify()).whole


async def test_what_needs_escaping_is_compared_as_it_is(committed: Ledger) -> None:
    stream = (await committed.case()).stream
    name, details = 'say "a" \\ \n', {"quoted": 'a "b"\t\x7f\x01', "other": "é"}
    [recorded] = await committed.add(stream, committed.event(stream, name=name, details=details))
    await committed.sequence()
    assert (await verify(committed.database.dsn("auditor"), VERIFIER)).whole
    async with committed.attacker() as attacker:
        escaped = json.dumps(name)[1:-1]
        await attacker.execute("UPDATE event SET name = $1", escaped)
    verdict = await verify(committed.database.dsn("auditor"), VERIFIER)
    assert named(verdict) == {("event", str(recorded.id))}

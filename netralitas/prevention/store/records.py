"""What stands recorded of an activity: who came, which duties were done, what shows that."""

from typing import Final

from netralitas.database.connection import Connection
from netralitas.prevention.domain import Attendance, Proof, Record

_ABSENT: Final = "DELETE FROM attendance WHERE activity = $1 AND unit <> ALL ($2::integer[])"
_PRESENT: Final = """
INSERT INTO attendance AS known (activity, unit, present)
SELECT $1, * FROM unnest($2::integer[], $3::integer[])
ON CONFLICT (activity, unit) DO UPDATE SET present = excluded.present
WHERE known.present <> excluded.present
"""
_NOT_DONE: Final = "DELETE FROM duty_done WHERE activity = $1 AND duty <> ALL ($2::integer[])"
_DONE: Final = """
INSERT INTO duty_done (activity, duty) SELECT $1, * FROM unnest($2::integer[])
ON CONFLICT (activity, duty) DO NOTHING
"""
_RECORDED: Final = """
SELECT ARRAY(SELECT ARRAY[unit, present] FROM attendance WHERE activity = $1 ORDER BY unit)
       AS attendance,
       ARRAY(SELECT duty FROM duty_done WHERE activity = $1 ORDER BY duty) AS duties
"""
_PROVE: Final = """
UPDATE duty_done SET note = $3, file = $4, post = $5 WHERE activity = $1 AND duty = $2
RETURNING true
"""


async def recorded(c: Connection, activity: int) -> Record:
    """Return what stands recorded of an activity, by unit and duty."""
    row = await c.fetchrow(_RECORDED, activity)
    return Record(
        attendance=tuple(
            Attendance(unit=unit, present=present) for unit, present in row["attendance"]
        ),
        duties=tuple(row["duties"]),
    )


async def replace_record(c: Connection, activity: int, record: Record) -> None:
    """Make attendance and duties what the record says; what it leaves out is gone."""
    units = [one.unit for one in record.attendance]
    await c.execute(_ABSENT, activity, units)
    await c.execute(_PRESENT, activity, units, [one.present for one in record.attendance])
    await c.execute(_NOT_DONE, activity, list(record.duties))
    await c.execute(_DONE, activity, list(record.duties))


async def prove(c: Connection, activity: int, duty: int, proof: Proof) -> bool:
    """Keep what shows that a duty was done; False when it is not marked as done."""
    return bool(await c.fetchval(_PROVE, activity, duty, proof.note, proof.file, proof.post))

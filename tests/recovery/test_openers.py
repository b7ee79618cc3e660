"""What opens something and what tells somebody outside is settled after a restore, or said to stay.

Whoever adds a table of tokens, a job that sends or another courier meets these tests first.
"""

import re

from netralitas.privacy.inventory.reading import inventory
from netralitas.recovery.openers import COURIERS, ENDED, INWARD, KEPT, NAMED_LIKE, OUTWARD, PAUSED
from netralitas.settings import DEMO_SECRET, Settings
from netralitas.work import make_worker

NEAR = re.compile(r"secret|token|passcode|otp|bearer")
SETTLED = {each.table for each in (*ENDED, *PAUSED)}


def suspicious(column: str) -> bool:
    return bool(NAMED_LIKE & set(column.split("_")) or NEAR.search(column))


def test_every_table_that_may_open_something_is_settled_or_said_to_stay() -> None:
    # The inventory has every column of the database; a test of its own compares the two.
    found = {name for name, table in inventory().items() if any(map(suspicious, table.columns))}
    assert sorted(found - SETTLED - set(KEPT)) == [], "name it in netralitas/recovery/openers.py"
    assert sorted((SETTLED | set(KEPT)) - found) == [], "named without need"
    assert not SETTLED & set(KEPT)
    assert all(KEPT.values())


def test_a_statement_settles_the_table_that_it_is_named_for() -> None:
    for each in (*ENDED, *PAUSED):
        assert re.match(rf"(UPDATE|DELETE FROM) {each.table} ", each.statement), each.name
    names = [each.name for each in (*ENDED, *PAUSED)]
    assert len(set(names)) == len(names)


def test_every_job_and_courier_is_said_to_tell_somebody_outside_or_not() -> None:
    worker = make_worker(Settings(demo=True, secret_vault=DEMO_SECRET))
    assert set(worker.handlers) == OUTWARD | INWARD
    assert not OUTWARD & INWARD
    assert {type(each).__module__ for each in worker.beside} == set(COURIERS)
    assert set(COURIERS.values()) <= {each.table for each in PAUSED}

"""After a restore the log goes on under another name, and says so signed."""

import json
from datetime import timedelta

import pytest

from netralitas.audit import heads
from netralitas.audit.daily import close_day
from netralitas.audit.heads import BadHead, LogHead
from netralitas.audit.origins import Declared, declare, origin_of
from netralitas.audit.padding import BATCH, padding_key
from netralitas.audit.renaming import rename
from netralitas.audit.verdict import Verdict
from netralitas.audit.verify import verify
from netralitas.database.engine import ENGINE
from netralitas.refusals import RuleBroken
from tests.audit.ledger import NAME, NOON, SEED, Ledger
from tests.audit.scene import VERIFIER
from tests.audit.test_daily import DAY, closed

REASON = "dipulihkan dari cadangan 1 September 2024"
LATER = LogHead(origin=NAME, size=5 * BATCH, root=bytes(32))
"""A head that was published after the backup was made: the database knows nothing of it."""


async def renamed(ledger: Ledger, reason: str = REASON, known: str | None = None) -> Declared:
    async with ledger.c.transaction():
        return await declare(ledger.c, SEED, NAME, reason, NOON, known=known)


async def checked(ledger: Ledger, *outside: str) -> Verdict:
    dsn = ledger.database.dsn("auditor")
    return await verify(dsn, VERIFIER, outside, padding=padding_key(SEED))


async def test_the_log_goes_on_under_a_new_name_that_tells_what_was_public(
    committed: Ledger,
) -> None:
    await closed(committed)
    known = heads.sign(LATER, SEED, NAME)
    declared = await renamed(committed, known=known)
    assert (declared.name, declared.earlier, declared.first_size) == ("netralitas-2", LATER, BATCH)
    named = heads.verifier_of(SEED, "netralitas-2")
    told = heads.open_text(declared.statement, named)
    assert f"daun terakhir yang diterbitkan dengan nama lama: {5 * BATCH}\n" in told
    assert f"alasan: {REASON}\n" in told
    async with committed.c.transaction():  # on the same day: the new name has a head of its own
        head = await close_day(committed.c, SEED, NAME, DAY, NOON)
    assert head is not None
    assert (head.origin, head.size) == ("netralitas-2", 2 * BATCH)
    await closed(committed, DAY + timedelta(days=1))
    notes = await committed.c.fetch("SELECT note FROM published.log_head ORDER BY size")
    verdict = await checked(committed, *(row["note"] for row in notes))
    assert (verdict.whole, verdict.heads) == (True, 6)
    lost = await checked(committed, known)
    assert [str(found.table) for found in lost.findings] == ["head kept outside"]
    assert heads.open_renamed(notes[-1]["note"], VERIFIER).origin == "netralitas-2"
    with pytest.raises(BadHead):
        heads.open_renamed(heads.sign(LATER, b"\1" * 32, "netralitas-2"), VERIFIER)
    second = await renamed(committed)
    assert (second.name, second.earlier.size) == ("netralitas-3", 3 * BATCH)
    assert await origin_of(committed.c, NAME) == "netralitas-3"


async def test_a_new_name_needs_a_reason_a_published_head_and_the_head_of_this_log(
    committed: Ledger,
) -> None:
    with pytest.raises(RuleBroken, match="No head was ever published"):
        await renamed(committed)
    await closed(committed)
    for reason in ("", "  ", "satu\ndua"):
        with pytest.raises(RuleBroken, match="in one line"):
            await renamed(committed, reason)
    foreign = heads.sign(LATER, b"\1" * 32, NAME)
    with pytest.raises(BadHead, match="not signed"):
        await renamed(committed, known=foreign)
    other = heads.sign(LogHead(origin="lain", size=1, root=bytes(32)), SEED, "lain")
    with pytest.raises(BadHead, match="is of lain"):
        await renamed(committed, known=other)
    assert await origin_of(committed.c, NAME) == NAME


async def test_a_statement_that_was_changed_is_named(committed: Ledger) -> None:
    await closed(committed)
    await renamed(committed)
    assert (await checked(committed)).whole
    for changed in ("statement = replace(statement, 'cadangan', 'x')", "size = size + 1"):
        async with committed.attacker() as attacker:
            await attacker.execute("BEGIN")
            await attacker.execute(f"UPDATE published.log_origin SET {changed}")
            await attacker.execute("COMMIT")
        found = await checked(committed)
        assert {one.table for one in found.findings} == {"published.log_origin"}


async def test_a_new_name_is_in_the_record_beside_the_statement(committed: Ledger) -> None:
    await closed(committed)
    await ENGINE.open(committed.database.dsn("worker"))
    try:
        declared = await rename(SEED, NAME, REASON)
    finally:
        await ENGINE.close()
    told = await committed.c.fetchrow("SELECT * FROM event WHERE name = 'log.renamed'")
    assert told is not None
    details = {"earlier": NAME, "origin": declared.name, "size": BATCH}
    assert (told["kind"], json.loads(told["details"])) == ("account", details)
    assert REASON not in str(dict(told))
    assert (await checked(committed)).whole

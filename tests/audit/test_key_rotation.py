"""The log gets another key, announced under the one before; both stay good for what is theirs."""

from datetime import timedelta

import pytest

from netralitas.audit import heads
from netralitas.audit.daily import close_day
from netralitas.audit.heads import BadHead
from netralitas.audit.log import LogBroken
from netralitas.audit.origins import Declared
from netralitas.audit.padding import BATCH, padding_key
from netralitas.audit.renaming import rename, rotate
from netralitas.audit.verdict import Verdict
from netralitas.audit.verify import verify
from netralitas.database.engine import ENGINE
from netralitas.refusals import RuleBroken
from netralitas.settings import SettingsError, load
from tests.audit.ledger import NAME, NOON, SEED, Ledger
from tests.audit.scene import VERIFIER
from tests.audit.test_daily import DAY, closed
from tests.project.test_cli import REAL, secret

NEW = bytes(range(32, 64))
NEXT = bytes(range(64, 96))
REASON = "kunci diganti sesuai jadwal"


async def rotated(ledger: Ledger, *secrets: bytes) -> Declared:
    *older, key = secrets
    await ENGINE.open(ledger.database.dsn("worker"))
    try:
        return await rotate(key, NAME, REASON, older)
    finally:
        await ENGINE.close()


async def closed_with(ledger: Ledger, key: bytes, days: int) -> str:
    """Close a later day with a key, and return the note that left the house."""
    async with ledger.c.transaction():
        await close_day(ledger.c, key, NAME, DAY + timedelta(days=days), NOON)
    note: str = await ledger.c.fetchval("SELECT note FROM log_head ORDER BY size DESC LIMIT 1")
    return note


async def checked(ledger: Ledger, *outside: str, later: tuple[bytes, ...]) -> Verdict:
    keys = [padding_key(each) for each in later]
    dsn = ledger.database.dsn("auditor")
    return await verify(dsn, VERIFIER, outside, padding=padding_key(SEED), later=keys)


async def test_the_log_goes_on_with_another_key_and_both_verify(committed: Ledger) -> None:
    stream = (await committed.case()).stream
    await committed.add(stream)
    await closed(committed)
    old = await committed.c.fetchval("SELECT note FROM log_head ORDER BY size DESC LIMIT 1")
    declared = await rotated(committed, SEED, NEW)
    assert (declared.name, declared.first_size) == ("netralitas-2", BATCH)
    new = heads.verifier_of(NEW, "netralitas-2")
    assert f"kunci baru: {new}\n" in heads.open_text(declared.statement, VERIFIER)
    assert heads.open_text(declared.statement, new), "and the new key has signed it too"
    note = await closed_with(committed, NEW, 1)
    assert heads.open_renamed(note, heads.verifier_of(NEW, NAME)).size == 2 * BATCH
    with pytest.raises(BadHead):
        heads.open_renamed(note, VERIFIER)
    await rotated(committed, SEED, NEW, NEXT)
    last = await closed_with(committed, NEXT, 2)
    verdict = await checked(committed, old, note, last, later=(NEW, NEXT))
    assert (verdict.whole, verdict.findings) == (True, ())
    missing = await checked(committed, later=(NEW,))
    assert {each.table for each in missing.findings} == {"log_leaf"}
    assert {int(each.row) >= 2 * BATCH for each in missing.findings} == {True}


async def test_a_log_that_was_restored_from_before_takes_the_new_key_with_its_new_name(
    committed: Ledger,
) -> None:
    await closed(committed)
    await ENGINE.open(committed.database.dsn("worker"))
    try:
        declared = await rename(NEW, NAME, "dipulihkan", older=[SEED])
    finally:
        await ENGINE.close()
    assert "kunci baru: netralitas-2+" in declared.statement
    await closed_with(committed, NEW, 1)
    assert (await checked(committed, later=(NEW,))).whole


async def test_a_secret_that_was_not_announced_signs_nothing(committed: Ledger) -> None:
    await closed(committed)
    with pytest.raises(LogBroken, match="another secret"):
        await closed_with(committed, NEW, 1)
    await rotated(committed, SEED, NEW)
    with pytest.raises(LogBroken, match="another secret"):
        await closed_with(committed, SEED, 1)
    with pytest.raises(RuleBroken, match="signed with this secret already"):
        await rotated(committed, SEED, NEW)
    assert (await checked(committed, later=(NEW,))).whole


async def test_a_key_that_an_intruder_announces_is_not_believed(committed: Ledger) -> None:
    await closed(committed)
    await rotated(committed, SEED, NEW)
    forged = heads.verifier_of(NEXT, "netralitas-2")
    async with committed.attacker() as attacker:
        row = await attacker.fetchrow("SELECT statement FROM published.log_origin")
        lines = heads.open_text(row[0], VERIFIER).splitlines()
        text = "".join(f"{line}\n" for line in [*lines[:-1], f"kunci baru: {forged}"])
        statement = heads.sign_text(text, NEXT, "netralitas-2")
        await attacker.execute("UPDATE published.log_origin SET statement = $1", statement)
    found = await checked(committed, later=(NEXT,))
    assert {each.table for each in found.findings} == {"published.log_origin"}


def test_earlier_secrets_are_read_in_their_order_and_must_be_real() -> None:
    older = f"{secret('a')}, {secret('b')}"
    given = load({**REAL, "NETRALITAS_LOG_OLD_KEYS": older})
    assert len(given.log_secrets()) == 3
    assert given.log_secrets()[-1] == given.secret("log")
    with pytest.raises(SettingsError, match="SECRET_LOG must be 32 random bytes"):
        load({**REAL, "NETRALITAS_LOG_OLD_KEYS": "c2hvcnQ="})

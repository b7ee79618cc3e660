"""Disposal in two steps: proposed, reviewed, approved by another, carried out, proved, for good."""

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator
from uuid import uuid4

import asyncpg
import pytest

from netralitas.audit.verify import verify
from netralitas.cases.domain import ExclusionGround
from netralitas.cases.exclusions import exclude
from netralitas.database.bootstrap import bootstrap, drop_database
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.disposal.commands import (
    approve,
    export_ledger,
    leave_out,
    lift_hold,
    place_hold,
    reapply_ledger,
    submit,
)
from netralitas.disposal.commands.ledger import OtherInstallationError
from netralitas.disposal.domain import Consent, Disposable, NewHold
from netralitas.evaluation.commands import freeze
from netralitas.evaluation.queries.recounting import recounts
from netralitas.evidence.domain import FileLost
from netralitas.law import book
from netralitas.refusals import Invalid, NotAllowed, NotVisible, RuleBroken, Stale, StepUpNeeded
from netralitas.vault.erasing import erase_identities
from tests.audit.scene import VERIFIER
from tests.conftest import Database
from tests.disposal.conftest import FILE, NAME, REPORTER, WORDS, Office, as_root
from tests.documents.papers import together
from tests.evaluation.conftest import bring_log_up_to_date
from tests.evaluation.conftest import held as meeting_held
from tests.evaluation.test_recount import restore
from tests.make import days_ago, stepped_up
from tests.security.dump import dumped

CONSENT = Consent(number="045/PR.01/K1/2026", on=days_ago(3))
CANARIES = (NAME.split()[1], WORDS, REPORTER.split()[0], "081200099900")


@pytest.fixture
async def elsewhere(engine: Database) -> AsyncIterator[Database]:
    """A new and empty database of the same server, as an administrator prepares one."""
    database = Database(server=engine.server, name=f"{engine.name}_restored")
    await bootstrap(database.server.dsn(), database.name)
    yield database
    await drop_database(database.server.dsn(), database.name)


async def decided(office: Office, kept: Disposable) -> int:
    """The open list of a class, submitted by one and approved by another."""
    disposal: int = await office.value("SELECT max(id) FROM disposal WHERE kept = $1", kept.value)
    lines = await office.value("SELECT lines FROM disposal WHERE id = $1", disposal)
    await submit(office.town.rina, disposal, lines)
    await approve(stepped_up(office.town.sari), disposal, CONSENT)
    return disposal


def holding(database: Database, *words: str) -> dict[str, list[str]]:
    """Which tables of a dump hold which of the words."""
    rows = dumped(database)
    found = {
        table: [word for word in words if word.encode().lower() in content.lower()]
        for table, content in rows.items()
    }
    return {table: held for table, held in found.items() if held}


async def frozen(office: Office) -> int:
    """A meeting whose figures were frozen before anything is disposed of."""
    await bring_log_up_to_date(office.database)
    meeting = await meeting_held(office.town)
    await freeze(office.town.sekar, meeting)
    return meeting


async def without(office: Office, case: int) -> None:
    """Take the words of a case away, behind the product's back."""
    async with as_root(office.database) as root:
        await root.execute("SET session_replication_role = replica")
        await root.execute("DELETE FROM case_file WHERE id = $1", case)
        for table in ("respondent", "document", "letter", "event_note", "case_text", "case_key"):
            await root.execute(f"DELETE FROM {table} WHERE case_file = $1", case)


async def test_a_case_is_disposed_of_by_two_people_and_nothing_of_anybody_is_left(
    office: Office,
) -> None:
    case, other = await office.ended_case(), await office.ended_case("Orang Lain")
    assert await office.propose() == 0  # without a period in force nothing is due
    await office.rule(Disposable.CASE)
    assert await office.propose() == 2
    assert await office.propose() == 0
    disposal = await office.value("SELECT id FROM disposal")
    kept_out = await office.value("SELECT id FROM disposal_item WHERE case_file = $1", other)
    await leave_out(office.town.rina, disposal, kept_out, "Masih diperlukan.")
    meeting = await frozen(office)
    people = await office.value("SELECT count(*) FROM respondent")
    assert await decided(office, Disposable.CASE) == disposal
    await office.work()

    assert await office.value("SELECT state FROM disposal") == "carried_out"
    assert await office.value("SELECT count(*) FROM respondent") == people
    async with reading(EVERYTHING) as c:
        assert [each.differing async for each in recounts(c, (meeting,))] == [()]
    assert await office.value("SELECT name FROM respondent WHERE case_file = $1", case) == (
        "Terlapor 1"
    )
    verdict = await verify(office.database.dsn("auditor"), VERIFIER)
    assert verdict.whole, verdict.findings
    assert await office.value("SELECT count(*) FROM erasure WHERE kind = 'case'") == 1
    digest = await office.value("SELECT encode(minutes, 'hex') FROM disposal")
    paper = together(b"".join(office.storage.pieces(digest)))
    mark = await office.value("SELECT mark::text FROM erasure WHERE kind = 'case'")
    assert mark in paper
    assert CONSENT.number in paper
    assert "Masihdiperlukan" in paper
    # The bytes are the same in the other case, so they stay; that case still has every word.
    assert b"".join(office.storage.pieces(_digest())) == FILE
    await without(office, other)
    assert holding(office.database, *CANARIES) == {}


async def test_a_file_goes_with_the_last_case_that_held_it(office: Office) -> None:
    await office.ended_case()
    await office.rule(Disposable.CASE)
    await office.propose()
    await decided(office, Disposable.CASE)
    await office.work()
    with pytest.raises(FileLost):
        list(office.storage.pieces(_digest()))
    assert await office.value("SELECT count(*) FROM file WHERE digest = $1", _digest_bytes()) == 0
    assert await office.value("SELECT count(*) FROM disposed_file") == 0


async def test_what_was_erased_stays_erased_after_a_restore(
    office: Office, elsewhere: Database
) -> None:
    case = await office.ended_case()
    named = await office.ended_case()
    entry = await office.value("SELECT id FROM vault_entry WHERE case_file = $1", named)
    await asyncio.to_thread(restore, office.database, elsewhere)  # the backup

    sari = stepped_up(office.town.sari)
    await erase_identities(sari, named, [entry], "Permintaan.", book=book.load())
    await office.rule(Disposable.CASE)
    await office.propose()
    disposal = await office.value("SELECT id FROM disposal")
    line = await office.value("SELECT id FROM disposal_item WHERE case_file = $1", named)
    await leave_out(office.town.rina, disposal, line, "Nanti.")
    await decided(office, Disposable.CASE)
    await office.work()
    lines = [line async for line in export_ledger()]
    assert [json.loads(line)["kind"] for line in lines] == ["identity", "identity", "case"]
    assert not any(word.encode() in line for line in lines for word in CANARIES)

    assert "respondent" in holding(elsewhere, NAME)
    await ENGINE.close()
    await ENGINE.open(elsewhere.dsn("owner"))
    told = await reapply_ledger(lines, office.storage)
    assert (dict(told.applied), told.already) == ({"identity": 2, "case": 1}, 0)
    again = await reapply_ledger(lines, office.storage)
    assert (dict(again.applied), again.already) == ({}, 3)
    assert await office.value("SELECT name FROM respondent WHERE case_file = $1", case) == (
        "Terlapor 1"
    )
    erased = "SELECT octet_length(ciphertext) FROM vault_entry WHERE id = $1"
    assert await office.value(erased, entry) == 0
    assert [line async for line in export_ledger()] == lines
    assert (await verify(elsewhere.dsn("auditor"), VERIFIER)).whole
    await refuses(lines[0], office)


async def refuses(line: bytes, office: Office) -> None:
    """A line of another installation is refused, one about nothing that is here passed over."""
    foreign = json.loads(line) | {"mark": str(uuid4()), "proof": "00" * 32}
    with pytest.raises(OtherInstallationError, match="another installation"):
        await reapply_ledger([json.dumps(foreign).encode()], office.storage)
    absent = json.loads(line) | {"mark": str(uuid4()), "case": 987654321}
    told = await reapply_ledger([json.dumps(absent).encode()], office.storage)
    assert (told.applied.total(), told.absent) == (0, 1)


async def test_a_hold_stops_every_disposal_until_another_lifts_it(office: Office) -> None:
    case = await office.ended_case()
    entry = await office.value("SELECT id FROM vault_entry WHERE case_file = $1", case)
    await office.rule(Disposable.CASE)
    await office.propose()
    hold = await place_hold(office.town.rina, held(case))
    await decided(office, Disposable.CASE)
    await office.work()
    assert await office.value("SELECT outcome FROM disposal_item") == "held"
    assert await office.value("SELECT name FROM respondent WHERE case_file = $1", case) == NAME
    with pytest.raises(RuleBroken):
        await erase_identities(
            stepped_up(office.town.sari), case, [entry], "Permintaan.", book=book.load()
        )
    assert await office.propose() == 0
    with pytest.raises(RuleBroken):
        await lift_hold(office.town.rina, hold, "Selesai.")
    await lift_hold(office.town.sari, hold, "Sengketa selesai.")
    with pytest.raises(RuleBroken):
        await lift_hold(office.town.sari, hold, "Sekali lagi.")
    assert await office.propose() == 1


async def test_a_list_takes_two_people_a_second_factor_and_the_consent_to_destroy_archives(
    office: Office,
) -> None:
    await office.ended_case()
    await office.rule(Disposable.CASE)
    await office.propose()
    disposal = await office.value("SELECT id FROM disposal")
    rina, sari, tono = office.town.rina, office.town.sari, office.town.tono
    for nobody in (office.town.nita, office.town.hadi, office.town.dewa):
        with pytest.raises(NotAllowed):
            await submit(nobody, disposal, 1)
    with pytest.raises(RuleBroken):
        await approve(stepped_up(sari), disposal, CONSENT)  # not submitted
    with pytest.raises(Stale):
        await submit(sari, disposal, 7)
    await submit(sari, disposal, 1)
    with pytest.raises(RuleBroken):
        await approve(stepped_up(sari), disposal, CONSENT)
    with pytest.raises(NotAllowed):
        await approve(stepped_up(rina), disposal, CONSENT)
    with pytest.raises(Invalid):
        await approve(stepped_up(tono), disposal, None)
    with pytest.raises(StepUpNeeded):
        await approve(tono, disposal, CONSENT)
    case = await office.value("SELECT case_file FROM disposal_item")
    await exclude(sari, case, tono.officer, ExclusionGround.RELATED, "Kerabat.")
    with pytest.raises(NotVisible):  # whoever may not see the case decides nothing about it
        await approve(stepped_up(tono), disposal, CONSENT)


async def test_identities_go_alone_and_the_case_stays(office: Office) -> None:
    case = await office.ended_case()
    await office.rule(Disposable.IDENTITY)
    assert await office.propose() == 1
    await decided(office, Disposable.IDENTITY)
    await office.work()
    assert await office.value("SELECT outcome FROM disposal_item") == "erased"
    assert await office.value("SELECT count(*) FROM vault_entry WHERE erased_by IS NULL") == 0
    assert await office.value("SELECT name FROM respondent WHERE case_file = $1", case) == NAME
    assert await office.propose() == 0
    assert (await verify(office.database.dsn("auditor"), VERIFIER)).whole


async def test_lists_of_presence_and_staff_go_and_their_counts_stay(office: Office) -> None:
    nip = hashlib.sha256(b"nip").digest()
    async with as_root(office.database) as root:
        await root.execute("SET session_replication_role = replica")
        for statement in (_ACTIVITY, _ATTENDEE, _BATCH, _STAFF):
            more = [nip] if "$2" in statement else []
            await root.execute(statement, office.town.rina.organisation, *more)
    await office.rule(Disposable.ATTENDANCE)
    await office.rule(Disposable.STAFF_LIST)
    person = NewHold(
        case_file=None, respondent=None, nip_digest=nip, nip_last="1001", reason="a", basis="b"
    )
    hold = await place_hold(office.town.rina, person)
    assert await office.propose() == 0  # both name somebody who is held
    await lift_hold(office.town.sari, hold, "Selesai.")
    assert await office.propose() == 2
    await decided(office, Disposable.ATTENDANCE)
    await decided(office, Disposable.STAFF_LIST)
    await office.work()
    assert await office.value("SELECT name FROM attendee") == "Peserta"
    assert await office.value("SELECT count(nip_digest) FROM attendee") == 0
    assert await office.value("SELECT count(*) FROM staff") == 0
    assert await office.value("SELECT rows FROM import_batch") == 1
    assert await office.value("SELECT count(*) FROM disposal WHERE state = 'carried_out'") == 2
    assert await office.propose() == 0


_ACTIVITY = """
INSERT INTO activity (id, organisation, theme, kind, title, planned_on, held_on, region, audience,
                      together, state, readers)
VALUES (71, $1, 'neutrality', 'socialization', 'Sosialisasi', '2024-01-01', '2024-01-01',
        '99.01', 'asn', 'alone', 'held', ARRAY[$1::integer])
"""
_ATTENDEE = """
INSERT INTO attendee (activity, name, way, noted_at, nip_digest, readers)
VALUES (71, 'Peserta Bernama', 'list', now(), $2, ARRAY[$1::integer])
"""
_BATCH = """
INSERT INTO import_batch (id, kind, source, organisation, officer, digest, columns, rows,
                          imported_at, readers)
VALUES (72, 'staff', 'Daftar', $1, 1, '', '{}', 1, '2024-01-01', ARRAY[$1::integer])
"""
_STAFF = """
INSERT INTO staff (batch, name, employment, position_class, nip_digest, readers)
VALUES (72, 'Pegawai Bernama', 'pns', 'staff', $2, ARRAY[$1::integer])
"""


async def test_nobody_erases_behind_the_lists_back(office: Office) -> None:
    case = await office.ended_case()
    await office.rule(Disposable.CASE)
    enter = """
    INSERT INTO erasure (kind, case_file, ids, erased_at, reapplied, readers)
    VALUES ('case', $1, ARRAY[$1::bigint], now(), $2, '{1}')
    """
    async with as_root(office.database) as root:
        with pytest.raises(asyncpg.PostgresError, match="is not being disposed of"):
            await root.execute("SELECT dispose_case($1, '')", case)
        with pytest.raises(asyncpg.PostgresError, match="without an approved list"):
            await root.execute(enter, case, False)
        with pytest.raises(asyncpg.PostgresError, match="by the owner alone"):
            await root.execute(enter, case, True)


def held(case: int) -> NewHold:
    """A hold of a whole case."""
    return NewHold(
        case_file=case,
        respondent=None,
        nip_digest=None,
        nip_last=None,
        reason="Sengketa di PTUN.",
        basis="Surat kuasa khusus",
    )


def _digest_bytes() -> bytes:
    return hashlib.sha256(FILE).digest()


def _digest() -> str:
    return _digest_bytes().hex()

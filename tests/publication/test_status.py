"""What a receipt's code shows: the safe words, days, what comes next; never who is reported."""

from typing import Any

import asyncpg
import msgspec
import pytest

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.audit.domain import Moment
from netralitas.cases.answers import Answers
from netralitas.cases.commands import open_by_hand
from netralitas.cases.domain import Source
from netralitas.cases.moving import MoveRequest
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import EVERYTHING, writing
from netralitas.investigation.words import public_status
from netralitas.law import book
from netralitas.publication.status import tell
from netralitas.publication.status_words import SAID_IN_HANDLING
from netralitas.publication.step_words import STEPS
from netralitas.vault.commands import put_in
from netralitas.vault.domain import Identity, Subject
from netralitas.work import follow_case
from netralitas.workflows import current
from tests.conftest import Database
from tests.make import KEYS, ZONE, Town, days_ago, make_case, move, person
from tests.publication.conftest import concluded_case, recommended_case

SECRETS = ("Terlapor Contoh", "Kepala Bidang", "Dinas Contoh", "Pemerintah Kabupaten", "deklarasi")


async def told(database: Database, case: int) -> dict[str, Any]:
    """Let the worker tell, as its own role, and return what the public role then reads."""
    await _as_worker(database, case)
    connection = await asyncpg.connect(database.dsn("postgres"))
    try:
        digest = await connection.fetchval(
            "SELECT digest FROM receipt_code WHERE case_file = $1", case
        )
    finally:
        await connection.close()
    public = await asyncpg.connect(database.dsn("public"))
    try:
        await public.set_type_codec(
            "jsonb", schema="pg_catalog", encoder=str, decoder=msgspec.json.decode, format="text"
        )
        content: dict[str, Any] = await public.fetchval(
            "SELECT content FROM published.status WHERE digest = $1", digest
        )
    finally:
        await public.close()
    assert content
    assert [sign for sign in SECRETS if sign in repr(content)] == []
    return content


async def _as_worker(database: Database, case: int) -> None:
    await ENGINE.close()
    await ENGINE.open(database.dsn("worker"))
    async with writing(EVERYTHING) as c:
        await follow_case(c, {"case_file": case})
    await ENGINE.close()
    await ENGINE.open(database.dsn("app"))


async def test_a_new_report_is_received_and_says_by_when_it_is_studied(
    town: Town, engine: Database
) -> None:
    said = await told(engine, (await make_case(town)).id)
    assert said["status"] == "Diterima"
    assert said["steps"] == [{"on": str(days_ago(0)), "sentence": "Laporan diterima Bawaslu."}]
    assert said["since"] == str(days_ago(0))
    assert said["next"] == "Bawaslu menyelesaikan kajian awal dan memutuskan registrasinya."
    assert said["next_by"] > str(days_ago(0))
    assert said["openings"] == []


async def test_information_is_called_information(town: Town, engine: Database) -> None:
    said = await told(engine, (await make_case(town, source=Source.INFORMATION)).id)
    assert said["steps"][0]["sentence"] == "Informasi diterima Bawaslu."


async def test_what_the_plenary_decided_is_not_told_before_it_is_forwarded(
    town: Town, engine: Database
) -> None:
    case = (await make_case(town)).id
    await move(town.rina, case, "start_preliminary_study")
    said = await told(engine, case)
    assert said["status"] == "Diterima"
    assert all("pleno" not in step["sentence"] for step in said["steps"])


async def test_a_forwarded_matter_waits_for_the_office_that_follows_up(
    town: Town, engine: Database
) -> None:
    said = await told(engine, await recommended_case(town))
    assert said["status"] == "Dalam tindak lanjut instansi"
    sentences = [step["sentence"] for step in said["steps"]]
    assert sentences[0] == "Laporan diterima Bawaslu."
    assert "Hasilnya diteruskan ke instansi berwenang." in sentences
    assert sentences[-1] == "Disampaikan kepada instansi yang menindaklanjuti."
    assert said["next"] == "Instansi memutuskan, lalu melaporkan hasilnya kepada Bawaslu."


async def test_an_ended_matter_says_what_became_of_it_and_nothing_follows(
    town: Town, engine: Database
) -> None:
    said = await told(engine, await concluded_case(town))
    assert said["status"] == "Selesai: hukuman disiplin sedang"
    assert said["steps"][-1]["sentence"] == "Hasil tindak lanjut dilaporkan kepada Bawaslu."
    assert (said["next"], said["next_by"]) == (None, None)


async def test_of_a_closed_statement_only_the_end_is_told(town: Town, engine: Database) -> None:
    said = await told(engine, await concluded_case(town, imposed="moral_closed"))
    assert said["status"] == "Selesai"
    assert "moral" not in repr(said)


async def test_a_matter_with_two_respondents_is_open_while_one_of_them_is(
    town: Town, engine: Database
) -> None:
    said = await told(engine, await recommended_case(town, person(), person(2)))
    assert said["status"] == "Dalam tindak lanjut instansi"
    sentences = [step["sentence"] for step in said["steps"]]
    assert len(sentences) == len(set(sentences))


async def test_a_case_without_a_code_is_told_to_nobody(town: Town, engine: Database) -> None:
    case = (await make_case(town)).id
    root = await asyncpg.connect(engine.dsn("postgres"))
    try:
        await root.execute("DELETE FROM receipt_code")
        await _as_worker(engine, case)
        assert await root.fetchval("SELECT count(*) FROM published.status") == 0
    finally:
        await root.close()


async def test_only_the_worker_can_write_a_status(town: Town) -> None:
    case = (await make_case(town)).id
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        async with writing(EVERYTHING) as c:
            await tell(c, case)


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        ("Pelapor perlu dilindungi LPSK.", "dengan alasan: “Pelapor perlu dilindungi LPSK.”"),
        ("Diminta oleh Terlapor Contoh.", "Alasannya dapat Anda tanyakan di kantor."),
    ],
)
async def test_an_opened_identity_is_told_with_its_reason_unless_that_names_somebody(
    town: Town, engine: Database, reason: str, sentence: str
) -> None:
    case = (await make_case(town)).id
    await open_identity(town.rina, town.sari, case, reason)
    said = await told(engine, case)
    [opening] = said["openings"]
    assert opening["on"] == str(days_ago(0))
    assert opening["sentence"].startswith("Identitas Anda dibuka pada ")
    assert opening["sentence"].endswith(sentence)


async def test_of_a_case_with_witnesses_alone_it_is_theirs_that_was_opened(
    town: Town, engine: Database
) -> None:
    case = (await make_case(town)).id
    async with writing(town.rina) as c:
        await put_in(
            c,
            case_file=case,
            subject=Subject.WITNESS,
            identity=Identity(name="Zzlontar Saksi"),
            readers=(town.rina.organisation,),
            keys=KEYS,
        )
    await open_identity(town.rina, town.sari, case, "Saksi akan dipanggil.")
    [opening] = (await told(engine, case))["openings"]
    assert opening["sentence"].startswith("Identitas saksi dalam perkara ini dibuka pada ")
    assert "Zzlontar" not in str(opening)


async def open_identity(requester: Actor, decider: Actor, case: int, reason: str) -> None:
    """Let one ask, another approve, and the first open."""
    request = MoveRequest(
        case=case,
        targets=(),
        move="request",
        happened=Moment.time(clock.now(), ZONE),
        note=reason,
        answers=Answers(),
    )
    await open_by_hand(requester, request, "identity_access", book=book.load())
    await move(decider, case, "approve", workflow="identity_access")
    await move(requester, case, "open", workflow="identity_access")


def test_every_status_of_the_handling_is_explained() -> None:
    handling = current("handling")
    outcomes = [None, *(state.code for state in handling.states if state.phase == "outcome")]
    said = {public_status(state.code, outcome) for state in handling.states for outcome in outcomes}
    assert said <= set(SAID_IN_HANDLING)


def test_only_declared_facts_are_told() -> None:
    for name in STEPS:
        workflow, fact = name.split(".")
        declared = current(workflow)
        stated = {fact for move in declared.moves for fact in move.facts}
        assert fact in stated | {fact.code for fact in declared.facts}, name

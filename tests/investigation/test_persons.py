"""A respondent as a person: as they were, masked, across the cases that the reader may see."""

from dataclasses import replace

from netralitas.app import keys
from netralitas.cases.domain import ExclusionGround, Person
from netralitas.cases.exclusions import exclude
from netralitas.cases.nip import NipSealer
from netralitas.database.context import EVERYTHING
from netralitas.database.transactions import reading
from netralitas.settings import Settings
from netralitas.vault.cipher import Purpose
from tests.cases.conftest import Statements, Visits
from tests.investigation.writing import respondents
from tests.make import Town, forward_as_usual, make_case, person

NIP = "198507112010011007"


def _known(settings: Settings, number: int = 1) -> Person:
    sealer = NipSealer(keys=keys(settings, Purpose.NIP), secret=settings.secret("index"))
    return replace(person(number), nip=sealer.seal(NIP))


async def _address(case: int) -> str:
    return f"/perkara/{case}/terlapor/{(await respondents(case))[0]}"


async def test_the_number_is_masked_until_it_is_opened_for_a_purpose_and_shown_once(
    town: Town, visit: Visits, settings: Settings
) -> None:
    case = (await make_case(town, _known(settings))).id
    rina, address = await visit("rina"), await _address(case)
    page = await rina.go(f"{address}/riwayat")
    assert page.status == 200
    assert NIP not in page.html
    assert "berakhiran 1007" in page.text
    missing = await rina.send(page.form("/nip"))
    assert missing.status == 422
    assert NIP not in missing.html
    opened = await rina.send(page.form("/nip"), purpose="identify")
    assert NIP in opened.text
    assert opened.headers["cache-control"] == "no-store"
    assert NIP not in (await rina.go(f"{address}/riwayat")).html
    async with reading(EVERYTHING) as c:
        rows = await c.fetch(
            "SELECT kind, actor, details, canonical FROM event WHERE name = $1",
            "respondent.nip_read",
        )
    (event,) = rows
    assert (event["kind"], event["actor"]) == ("access", town.rina.officer)
    assert event["details"]["purpose"] == "identify"
    assert NIP.encode() not in event["canonical"]


async def test_history_is_the_other_cases_of_the_same_number_that_the_reader_sees(
    town: Town, visit: Visits, settings: Settings, statements: Statements
) -> None:
    case = (await make_case(town, _known(settings))).id
    other = (await make_case(town, _known(settings, 2), subject="Perkara kedua")).id
    third = (await make_case(town, _known(settings, 3), subject="Perkara ketiga")).id
    await make_case(town, person(1), subject="Nama yang sama saja")
    await exclude(town.sari, third, town.rina.officer, ExclusionGround.RELATED, "Kerabat.")
    rina = await visit("rina")
    address = f"{await _address(case)}/riwayat"
    statements.sent.clear()
    page = await rina.go(address)
    assert len(statements.sent) <= 12
    assert "Perkara kedua" in page.text
    assert "Perkara ketiga" not in page.text
    assert "Nama yang sama saja" not in page.text
    assert f"/perkara/{other}" in page.links.values()


async def test_without_a_number_or_a_list_nobody_is_matched(town: Town, visit: Visits) -> None:
    case = (await make_case(town, person(1))).id
    page = await (await visit("rina")).go(f"{await _address(case)}/riwayat")
    assert "Nama saja tidak dipakai" in page.text
    assert "Buka NIP lengkap" not in page.text


async def test_a_receiver_sees_the_person_after_the_hand_over_and_no_other_case(
    town: Town, visit: Visits, settings: Settings
) -> None:
    case = (await make_case(town, _known(settings))).id
    await make_case(town, _known(settings), subject="Perkara kedua")
    maya, address = await visit("maya"), await _address(case)
    assert (await maya.go(f"{address}/riwayat")).status == 404
    await forward_as_usual(town, case)
    page = await maya.go(f"{address}/riwayat")
    assert page.status == 200
    assert "Perkara kedua" not in page.text
    assert "Buka NIP lengkap" not in page.text


async def test_a_superior_sees_it_masked_alone(
    town: Town, visit: Visits, settings: Settings
) -> None:
    case = (await make_case(town, _known(settings))).id
    galih = await visit("galih")
    page = await galih.go(f"{await _address(case)}/riwayat")
    assert "berakhiran 1007" in page.text
    assert "Buka NIP lengkap" not in page.text

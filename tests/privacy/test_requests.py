"""What people ask about their data: decided by another, handed over once; nobody else's data."""

import io
import json
import zipfile

import pytest

from netralitas.privacy.requests.commands import decide_request, hand_over, record_request
from netralitas.privacy.requests.domain import Decided, NewRequest, Right, Role
from netralitas.refusals import Invalid, NotAllowed, RuleBroken, StepUpNeeded
from netralitas.vault.domain import Identity
from tests.cases.conftest import Statements, Visits, settings, site, statements, town, visit
from tests.device import enrolled
from tests.documents.papers import text_of
from tests.make import Town, days_ago, make_case, person, stepped_up

__all__ = ["Statements", "settings", "site", "statements", "town", "visit"]

REPORTER = "Qwertycanary Pelapor"
OTHER = "Zzyxcanary Orang Lain"


def asked(case: int | None, respondent: int | None = 1) -> NewRequest:
    return NewRequest(
        right=Right.ACCESS,
        role=Role.RESPONDENT,
        case_file=case,
        respondent=respondent,
        letter="12/S/2026",
        received_on=days_ago(1),
        established="KTP diperlihatkan di kantor.",
        asked="Semua data.",
        answer_by=None,
    )


async def matter(town: Town) -> int:
    return (
        await make_case(
            *(town, person(1, name="Budi Terlapor"), person(2, name=OTHER)),
            reporter=Identity(name=REPORTER),
        )
    ).id


async def test_it_is_decided_by_another_and_handed_over_once(town: Town) -> None:
    rina, sari = town.rina, stepped_up(town.sari)
    case = await matter(town)
    for wrong in (asked(987654), asked(case, 9)):
        with pytest.raises(Invalid):
            await record_request(rina, wrong)
    with pytest.raises(Invalid):
        await record_request(town.lain, asked(case))  # a case of another office
    with pytest.raises(NotAllowed):
        await record_request(town.hadi, asked(None, None))
    request = await record_request(rina, asked(case))
    with pytest.raises(RuleBroken):
        await hand_over(sari, request)  # not decided
    with pytest.raises(RuleBroken):
        await decide_request(rina, request, Decided.GRANTED, "Berhak.", None)
    await decide_request(sari, request, Decided.PARTLY, "Berhak atas datanya.", None)
    with pytest.raises(RuleBroken):
        await decide_request(sari, request, Decided.REFUSED, "Lagi.", None)
    with pytest.raises(StepUpNeeded):
        await hand_over(town.sari, request)
    content = await hand_over(sari, request)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        data = json.loads(packed.read("data.json"))
        paper = text_of(packed.read("data.pdf"))
    assert data["name"] == "Budi Terlapor"
    assert "Budi" in paper
    assert "identitas pelapor" in data["held_back"]
    for secret in (REPORTER.split(maxsplit=1)[0], OTHER.split(maxsplit=1)[0]):
        assert secret not in json.dumps(data) + paper
    with pytest.raises(RuleBroken):
        await hand_over(sari, request)


async def test_the_pages_record_decide_and_hand_over(
    town: Town, visit: Visits, statements: Statements
) -> None:
    case = await matter(town)
    rina, sari = await visit("rina"), await visit("sari")
    assert "Belum ada permintaan" in (await rina.go("/hak-subjek-data")).text
    form = (await rina.go("/hak-subjek-data/baru")).form()
    said = {"letter": "12/S/2026", "established": "KTP.", "asked": "Datanya."}
    alone = await rina.send(form, {**said, "right": "access", "role": "respondent"}, respondent="1")
    assert alone.status == 422
    assert alone.form().values["asked"] == ["Datanya."]
    chosen = {"right": "access", "role": "respondent", "case_file": str(case), "respondent": "1"}
    page = await rina.send(form, {**said, **chosen})
    assert "Menunggu keputusan" in page.text
    assert "Putuskan permintaan" not in page.text
    here = page.address
    decided = await sari.send(
        (await sari.go(f"{here}/keputusan")).form(), decided="granted", reason="Berhak."
    )
    assert "Dikabulkan" in decided.text
    assert (await sari.go(f"{here}/penyerahan")).address == "/akun/konfirmasi"
    await enrolled(sari)
    assert "satu kali" in (await sari.go(f"{here}/penyerahan")).text
    statements.sent.clear()
    await rina.go("/hak-subjek-data")
    await rina.go(here)
    assert len(statements.sent) <= 24


async def test_an_officer_takes_their_own_data_along(town: Town, visit: Visits) -> None:
    rina = await visit("rina")
    page = await rina.go("/akun/data-saya")
    assert "Rina Paramita" in page.text
    taken = await rina.client.get("/akun/data-saya/data.json")
    data = json.loads(taken.content)
    assert data["login"] == "rina"
    assert data["desks"][0]["roles"] == ["investigator"]
    assert "password" not in data

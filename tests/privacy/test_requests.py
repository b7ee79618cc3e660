"""What people ask about their data: decided by another, handed over once; nobody else's data."""

import json
from hashlib import sha256

import pytest

from netralitas.privacy.requests.commands import (
    decide_request,
    hand_over,
    make_password,
    record_request,
)
from netralitas.privacy.requests.domain import Decided, NewRequest, Right, Role
from netralitas.refusals import Invalid, NotAllowed, RuleBroken, StepUpNeeded
from netralitas.vault.domain import Identity
from tests.cases.conftest import Statements, Visits, settings, site, statements, town, visit
from tests.device import enrolled
from tests.documents.papers import text_of
from tests.make import Town, days_ago, make_case, person, stepped_up
from tests.pages import Browser
from tests.prevention.attending.room import FROM_HERE
from tests.privacy.handing import OPENING
from tests.referral.opened_zip import WrongPasswordError, opened

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


async def test_it_is_recorded_of_the_office_and_decided_once_by_another(town: Town) -> None:
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
        await make_password(sari, request, OPENING)  # not decided
    with pytest.raises(RuleBroken):
        await decide_request(rina, request, Decided.GRANTED, "Berhak.", None)
    await decide_request(sari, request, Decided.PARTLY, "Berhak atas datanya.", None)
    with pytest.raises(RuleBroken):
        await decide_request(sari, request, Decided.REFUSED, "Lagi.", None)


async def test_it_is_handed_over_once_under_the_password_made_last(town: Town) -> None:
    sari = stepped_up(town.sari)
    request = await record_request(town.rina, asked(await matter(town)))
    await decide_request(sari, request, Decided.PARTLY, "Berhak atas datanya.", None)
    with pytest.raises(StepUpNeeded):
        await make_password(town.sari, request, OPENING)
    first, password = [await make_password(sari, request, OPENING) for _ in range(2)]
    with pytest.raises(StepUpNeeded):
        await hand_over(town.sari, request, password, OPENING)
    for wrong in (first, "", "K7QX"):
        with pytest.raises(RuleBroken):
            await hand_over(sari, request, wrong, OPENING)
    made = await hand_over(sari, request, password, OPENING)
    with pytest.raises(WrongPasswordError):
        opened(made.content, first)
    members = opened(made.content, password)
    data, paper = json.loads(members["data.json"]), text_of(members["data.pdf"])
    assert b"Budi" not in made.content
    assert data["name"] == "Budi Terlapor"
    assert "Budi" in paper
    assert "identitas pelapor" in data["held_back"]
    for secret in (REPORTER.split(maxsplit=1)[0], OTHER.split(maxsplit=1)[0]):
        assert secret not in json.dumps(data) + paper
    for again in (password, first):
        with pytest.raises(RuleBroken):
            await hand_over(sari, request, again, OPENING)
    with pytest.raises(RuleBroken):
        await make_password(sari, request, OPENING)


async def takes_once(browser: Browser, here: str) -> None:
    """The password is shown, the file opens with it, and there is no second one."""
    shown = await browser.send((await browser.go(f"{here}/penyerahan")).form())
    form = shown.form(f"{here}/penyerahan.zip")
    [password] = form.values["secret"]
    assert password in "".join(shown.text.split())
    taken = await browser.client.post(form.action, data=form.values, headers=FROM_HERE)
    assert taken.headers["cache-control"] == "no-store"
    assert json.loads(opened(taken.content, password)["data.json"])["ordinal"] == 1
    assert sha256(taken.content).hexdigest() in (await browser.go(here)).text
    again = await browser.client.post(form.action, data=form.values, headers=FROM_HERE)
    assert again.status_code == 409


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
    await takes_once(sari, here)
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

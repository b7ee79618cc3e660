"""Reporters, witnesses and officers get their own data, and nobody else's."""

import json
from typing import Any

import pytest

from netralitas.access.domain import Actor
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.privacy.requests.commands import (
    decide_request,
    hand_over,
    make_password,
    record_request,
)
from netralitas.privacy.requests.domain import Decided, NewRequest, Right, Role
from netralitas.privacy.requests.forms import RequestForm
from netralitas.refusals import Invalid, NotAllowed, RuleBroken, StepUpNeeded
from netralitas.vault.cipher import Sealed
from netralitas.vault.domain import Identity
from netralitas.vault.erasing import erase_identities
from netralitas.vault.opening import READ
from tests.cases.conftest import settings, site, statements, town, visit
from tests.documents.papers import text_of
from tests.make import RECEIPTS, Town, days_ago, make_case, move, person, stepped_up
from tests.privacy.handing import OPENING
from tests.referral.opened_zip import opened
from tests.vault.test_identity_page import request as ask_opening

__all__ = ["settings", "site", "statements", "town", "visit"]

REPORTER = Identity(name="Qwertycanary Pelapor", telephone="+6281200001111")
RESPONDENT = "Zzyxcanary Terlapor"


def asked(
    role: Role,
    *,
    case_file: int | None = None,
    place: int | None = None,
    code: str | None = None,
    account: str | None = None,
) -> NewRequest:
    return NewRequest(
        right=Right.ACCESS,
        role=role,
        case_file=case_file,
        respondent=None,
        letter="14/S/2026",
        received_on=days_ago(1),
        established="KTP diperlihatkan di kantor.",
        asked="Semua data.",
        answer_by=None,
        place=place,
        code=code,
        account=account,
    )


async def code_of(case: int) -> str:
    """The code as the receipt shows it."""
    async with reading(EVERYTHING) as c:
        row = await c.fetchrow("SELECT * FROM receipt_code WHERE case_file = $1", case)
    sealed = Sealed(key_id=row["key_id"], nonce=row["nonce"], ciphertext=row["ciphertext"])
    return RECEIPTS.open(sealed, case)


async def granted(town: Town, new: NewRequest) -> int:
    request = await record_request(town.rina, new, RECEIPTS.secret)
    await decide_request(town.sari, request, Decided.GRANTED, "Berhak.", None)
    return request


async def taken(actor: Actor, request: int) -> tuple[dict[str, Any], str]:
    """The data for programs, and the text of the paper."""
    password = await make_password(actor, request, OPENING)
    members = opened((await hand_over(actor, request, password, OPENING)).content, password)
    return json.loads(members["data.json"]), text_of(members["data.pdf"])


async def readings() -> list[Any]:
    async with reading(EVERYTHING) as c:
        return await c.fetch(
            "SELECT actor, details FROM event WHERE kind = 'access' AND name = $1", READ
        )


async def opened_by_rina(town: Town, case: int) -> None:
    await ask_opening(town.rina, case)
    await move(town.sari, case, "approve", workflow="identity_access")
    await move(town.rina, case, "open", workflow="identity_access")


async def test_a_reporter_is_found_by_the_code_or_by_place_in_a_case_of_the_office(
    town: Town,
) -> None:
    case = await make_case(town, person(1, name=RESPONDENT), reporter=REPORTER)
    code = await code_of(case.id)
    for wrong in (
        asked(Role.REPORTER, code="0000-0000-0000-0000-0000"),
        asked(Role.REPORTER, case_file=case.id + 1, code=code),
        asked(Role.REPORTER, case_file=case.id, place=2),
        asked(Role.WITNESS, case_file=case.id, place=1),
    ):
        with pytest.raises(Invalid):
            await record_request(town.rina, wrong, RECEIPTS.secret)
    with pytest.raises(Invalid):
        await record_request(town.lain, asked(Role.REPORTER, code=code), RECEIPTS.secret)
    await granted(town, asked(Role.REPORTER, code=code))
    await granted(town, asked(Role.REPORTER, case_file=case.id, place=1))
    async with reading(EVERYTHING) as c:
        rows = await c.fetch("SELECT entry, row_to_json(q)::text AS kept FROM data_request q")
    assert len({row["entry"] for row in rows} - {None}) == 1
    assert not [row for row in rows if code in row["kept"]]


async def test_an_identity_is_handed_over_by_who_opened_it_with_anothers_consent(
    town: Town,
) -> None:
    case = await make_case(town, person(1, name=RESPONDENT), reporter=REPORTER)
    request = await granted(town, asked(Role.REPORTER, case_file=case.id, place=1))
    rina, sari = stepped_up(town.rina), stepped_up(town.sari)
    for nobody in (rina, sari):
        with pytest.raises(NotAllowed):
            await make_password(nobody, request, OPENING)
    await opened_by_rina(town, case.id)
    with pytest.raises(NotAllowed):
        await make_password(sari, request, OPENING)  # who agreed reads nothing
    with pytest.raises(StepUpNeeded):
        await make_password(town.rina, request, OPENING)
    assert await readings() == []
    data, paper = await taken(rina, request)
    assert (data["name"], data["telephone"]) == (REPORTER.name, REPORTER.telephone)
    assert [each["step"] for each in data["openings"]] == ["requested", "approved", "opened"]
    assert "Qwertycanary" in paper
    assert "Zzyxcanary" not in json.dumps(data) + paper
    [read] = await readings()
    assert read["actor"] == town.rina.officer
    [entry] = read["details"]["entries"]
    again = await granted(town, asked(Role.REPORTER, case_file=case.id, place=1))
    await erase_identities(sari, case.id, [entry], "Diminta.", book=OPENING.book)
    password = await make_password(rina, again, OPENING)
    with pytest.raises(RuleBroken):
        await hand_over(rina, again, password, OPENING)


async def test_an_officer_gets_account_sign_ins_and_acts_but_no_case(town: Town) -> None:
    await make_case(town, person(1, name=RESPONDENT))
    for wrong in ("lain", "nobody"):  # of another office, of none
        with pytest.raises(Invalid):
            await record_request(town.rina, asked(Role.OFFICER, account=wrong))
    request = await granted(town, asked(Role.OFFICER, account="rina"))
    data, paper = await taken(stepped_up(town.sari), request)
    assert data["login"] == "rina"
    assert data["acts"] == len(data["acts_done"]) > 0
    assert {"act", "at"} == set(data["acts_done"][0])
    assert "Rina" in paper
    whole = json.dumps(data)
    assert "password" not in whole
    assert "Zzyxcanary" not in whole


def test_the_form_refuses_whose_data_do_not_fit_who_asks() -> None:
    said = {"right": "access", "letter": "1", "established": "KTP", "asked": "Semua"}

    def errors(**typed: str) -> set[str]:
        form = RequestForm.parse({**said, "received_on": "01-02-2026", **typed}, today=days_ago(0))
        return set(form.errors)

    assert errors(role="reporter", code="K7QX") == set()
    assert errors(role="witness", code="K7QX") == {"code"}
    assert errors(role="officer", case_file="1", respondent="1") == {"respondent"}
    assert errors(role="respondent", account="rina") == {"account"}
    assert errors(role="witness", place="2") == {"case_file"}
    assert errors(role="witness", place="2", case_file="4") == set()

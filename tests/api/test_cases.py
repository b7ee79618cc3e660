"""Cases over the API: what a page shows to the same person, and no more; writes done once."""

import asyncio
import re
from typing import Any

import httpx

from netralitas import clock
from netralitas.access.domain import Role
from netralitas.api.domain import Scope
from netralitas.law.domain import Zone
from tests.api.conftest import Machines
from tests.cases.conftest import Statements, Visits
from tests.make import Town, make_case, person, proceedings
from tests.pages import read

HANDLING = "handling"


def key(number: int = 1) -> dict[str, str]:
    """The header that makes a write one of its own."""
    return {"Idempotency-Key": f"contoh-{number:04}"}


def problem(answer: httpx.Response, status: int, kind: str) -> dict[str, Any]:
    """The problem that an answer is, of this status and kind."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"].startswith("application/problem+json")
    told: dict[str, Any] = answer.json()
    assert (told["status"], told["type"]) == (status, f"/api#{kind}")
    assert told["detail"]
    return told


def said(value: object) -> list[str]:
    """Every text of an answer."""
    if isinstance(value, dict):
        return [text for each in value.values() for text in said(each)]
    if isinstance(value, list):
        return [text for each in value for text in said(each)]
    return [value] if isinstance(value, str) else []


async def test_only_a_token_that_holds_opens_anything(
    machines: Machines, town: Town, visit: Visits
) -> None:
    browser = await visit("rina")
    assert (await browser.client.get("/api/v1/cases")).status_code == 401  # no cookie counts
    seen = set()
    for header in ("", "Bearer", "Bearer x", f"Bearer ntr_{'a' * 43}", "Basic cmluYTpyaW5h"):
        headers = {"Authorization": header} if header else {}
        answer = await machines.client.get("/api/v1/cases", headers=headers)
        problem(answer, 401, "unauthenticated")
        assert answer.headers["www-authenticate"].startswith("Bearer")
        seen.add(answer.text)
    assert len(seen) == 1
    only = await machines("GET", "/cases", Scope.FIGURES_READ)
    assert "cases.read" in problem(only, 403, "scope")["detail"]
    told = (await machines("GET", "/token")).json()
    assert told["organisation"] == "Bawaslu Kabupaten Contoh"
    assert told["roles"] == ["investigator"]


async def test_whoever_tries_tokens_is_slowed_down_and_others_go_on(machines: Machines) -> None:
    wrong = {"Authorization": f"Bearer ntr_{'b' * 43}"}
    tried = [await machines.client.get("/api/v1/token", headers=wrong) for _ in range(50)]
    assert {answer.status_code for answer in tried} == {401}
    answer = await machines.client.get("/api/v1/token", headers=wrong)
    problem(answer, 429, "too-many")
    assert int(answer.headers["retry-after"]) > 0
    assert (await machines("GET", "/token")).status_code == 200


async def test_a_case_says_over_the_api_what_its_page_says(
    machines: Machines, town: Town, visit: Visits, statements: Statements
) -> None:
    opened = await make_case(town, person(1), person(2))
    await machines("GET", f"/cases/{opened.id}")
    statements.sent.clear()
    answer = await machines("GET", f"/cases/{opened.id}")
    assert answer.status_code == 200
    assert len(statements.sent) <= 13, "\n".join(one[:90] for one in statements.sent)
    case = answer.json()
    page = read(await (await visit("rina")).client.get(f"/perkara/{opened.id}"))
    shown = re.sub(r"\s+", " ", page.text)
    proceedings_apart = {name: value for name, value in case.items() if name != "proceedings"}
    for text in said(proceedings_apart):
        iso = re.fullmatch(r"\d{4}-\d{2}-\d{2}.*", text)
        assert iso or re.sub(r"\s+", " ", text) in shown, text
    assert [one["ordinal"] for one in case["respondents"]] == [1, 2]
    [handling] = case["proceedings"]
    possible = {step["label"] for step in handling["steps"] if step["possible"]}
    assert possible
    assert all(label in shown for label in possible)
    again = await machines(
        "GET", f"/cases/{opened.id}", headers={"If-None-Match": answer.headers["etag"]}
    )
    assert (again.status_code, again.content) == (304, b"")
    for part in ("respondents", "letters", "deadlines", "events", "proceedings"):
        assert (await machines("GET", f"/cases/{opened.id}/{part}")).status_code == 200
    elsewhere = await machines("GET", f"/cases/{opened.id}", office="lain")
    nowhere = await machines("GET", "/cases/999999", office="lain")
    problem(elsewhere, 404, "not-found")
    assert elsewhere.text == nowhere.text
    looks = await machines("GET", f"/cases/{opened.id}/proceedings", role=Role.AUDITOR)
    assert all(not one["steps"] for one in looks.json()["items"])


async def test_the_list_is_that_of_the_page_and_goes_on_by_cursor(
    machines: Machines, town: Town, visit: Visits, statements: Statements
) -> None:
    opened = [await make_case(town, person(number)) for number in range(3)]
    await machines("GET", "/token")
    statements.sent.clear()
    first = (await machines("GET", "/cases?limit=2")).json()
    assert len(statements.sent) <= 3
    rest = (await machines("GET", f"/cases?limit=2&cursor={first['next']}")).json()
    assert rest["next"] is None
    listed = [line["case"] for line in (*first["items"], *rest["items"])]
    assert sorted(listed) == sorted(case.id for case in opened)
    page = read(await (await visit("rina")).client.get("/perkara"))
    for text in said(first):
        apart = {line[name] for line in first["items"] for name in ("due", "next_step")}
        assert text in {first["next"], *apart} or text in page.text
    assert not (await machines("GET", "/cases?workflow=discipline")).json()["items"]
    assert not (await machines("GET", "/cases?closed=true")).json()["items"]
    problem(await machines("GET", "/cases?limit=101"), 400, "malformed")
    for odd in ("due=someday", "workflow=%00", "state='", "limit=x", "kind=1&closed=maybe"):
        problem(await machines("GET", f"/cases?{odd}"), 400, "malformed")
    assert (await machines("GET", "/cases?cursor=%00%FF")).status_code == 200


async def test_a_write_says_what_it_lacks(machines: Machines, town: Town) -> None:
    opened = await make_case(town)
    [row] = await proceedings(opened.id)
    at = f"/cases/{opened.id}/proceedings/{row['id']}"
    form = (await machines("GET", f"{at}/moves/start_preliminary_study")).json()
    assert "happened" in {one["name"] for one in form["fields"]}
    move = f"{at}/moves/start_preliminary_study"
    empty: dict[str, Any] = {"json": {"fields": {}}}
    problem(await machines("POST", move, **empty), 400, "key-missing")
    problem(await machines("POST", move, headers=key(), **empty), 428, "precondition-needed")
    old = key() | {"If-Match": '"0"'}
    assert problem(await machines("POST", move, headers=old, **empty), 412, "changed")["changed"]
    now = key() | {"If-Match": (await machines("GET", at)).headers["etag"]}
    wrong = problem(await machines("POST", move, headers=now, **empty), 422, "invalid")
    assert "happened" in wrong["errors"]
    looks = await machines("POST", move, headers=now, role=Role.AUDITOR, **empty)
    problem(looks, 403, "not-allowed")
    problem(await machines("POST", move, Scope.CASES_READ, headers=now, **empty), 403, "scope")
    elsewhere = await machines("POST", move, headers=now, office="lain", **empty)
    problem(elsewhere, 404, "not-found")
    assert [one["version"] for one in await proceedings(opened.id)] == [row["version"]]


async def test_a_move_is_made_once_however_often_it_is_sent(machines: Machines, town: Town) -> None:
    opened = await make_case(town)
    [row] = await proceedings(opened.id)
    at = f"/cases/{opened.id}/proceedings/{row['id']}"
    move = f"{at}/moves/start_preliminary_study"
    now = key() | {"If-Match": (await machines("GET", at)).headers["etag"]}
    today: dict[str, Any] = {"json": {"fields": {"happened": _today()}}}
    answers = await asyncio.gather(
        *(machines("POST", move, headers=now, **today) for _ in range(4))
    )
    done = [answer for answer in answers if answer.status_code == 201]
    assert done
    for answer in answers:
        if answer.status_code != 201:
            problem(answer, 409, "in-progress")
            assert answer.headers["retry-after"]
    again = await machines("POST", move, headers=now, **today)
    assert {again.text, *(one.text for one in done)} == {done[0].text}
    assert again.headers["idempotency-replayed"] == "true"
    [after] = await proceedings(opened.id)
    assert (after["state"], after["version"]) == ("preliminary_study", row["version"] + 1)
    written = done[0].json()
    assert written["proceedings"][0]["version"] == after["version"]
    other: dict[str, Any] = {"json": {"fields": {"happened": _today(), "reason": "Lain"}}}
    problem(await machines("POST", move, headers=now, **other), 422, "key-reused")
    problem(await machines("POST", move, headers=now | key(2), **today), 412, "changed")
    latest = {"If-Match": str(after["version"])}
    told = problem(await machines("POST", move, headers=key(3) | latest, **today), 409, "rule")
    assert told["obstacles"][0]["rule"]
    events = (await machines("GET", f"/cases/{opened.id}/events?limit=1")).json()
    assert events["items"][0]["events"] == written["events"]
    assert events["items"][0]["who"].startswith("Aplikasi kab investigator")
    earlier = await machines("GET", f"/cases/{opened.id}/events?cursor={events['next']}")
    assert earlier.json()["items"]


def _today() -> str:
    return clock.today(Zone.WIB.tz).isoformat()

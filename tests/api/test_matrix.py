"""The access matrix of the API, walked; and each operation once with success."""

import re
from hashlib import sha256
from typing import Any

from netralitas.api.domain import Scope
from netralitas.api.openapi import operations
from netralitas.api.routes.describing import description
from netralitas.web.problems import TITLES
from tests.api.conftest import Machines
from tests.api.matrix import ROWS, SYSTEMS, Row
from tests.api.world import Names, activity, build, today, write
from tests.pages import PDF
from tests.prevention.world import MELATI

EMPTY: dict[str, Any] = {"fields": {}}
NEEDED = {"/cases/{case}/evidence/{ordinal}/content": "?purpose=study"}


def shape(path: str) -> str:
    """An address without the names of its parts."""
    return re.sub(r"\{[^}]*\}", "{}", path.removeprefix("/api/v1"))


def test_every_operation_has_its_row_and_every_row_its_operation() -> None:
    served = {
        (method.upper(), shape(path))
        for path, item in description()["paths"].items()
        for method, one in item.items()
        if isinstance(one, dict) and "operationId" in one
    }
    assert served == {(row.method, shape(row.path)) for row in ROWS}
    assert len(ROWS) == len(served) == len(list(operations(description())))


def test_no_row_forgets_a_system() -> None:
    assert all(set(row.answers) == set(SYSTEMS) for row in ROWS)


async def ask(
    machines: Machines,
    row: Row,
    names: Names,
    key: str,
    *scopes: Scope,
    **system: Any,  # noqa: ANN401 - office and role
) -> int:
    told: dict[str, Any] = {"json": EMPTY} if row.method == "POST" else {}
    headers = write(key, names.version) if row.method == "POST" else {}
    path = names.fill(row.path) + NEEDED.get(row.path, "")
    answer = await machines(row.method, path, *scopes, headers=headers, **system, **told)
    return answer.status_code


async def test_every_system_gets_the_answer_that_is_written(machines: Machines) -> None:
    names = await build(machines)
    wrong = []
    for number, row in enumerate(ROWS):
        for system, (office, role) in SYSTEMS.items():
            key = f"matriks-{number:03}-{system}"
            status = await ask(machines, row, names, key, office=office, role=role)
            if status != row.answers[system]:
                wrong.append(f"{row.method} {row.path} {system}: {status}")
        bare = await machines.client.request(row.method, f"/api/v1{names.fill(row.path)}")
        if bare.status_code != 401:
            wrong.append(f"{row.method} {row.path} without a token: {bare.status_code}")
        other = Scope.FIGURES_READ if row.path not in _FIGURES else Scope.CASES_READ
        status = await ask(machines, row, names, f"lain-{number:05}", other)
        if status != (200 if row.open else 403):
            wrong.append(f"{row.method} {row.path} with another scope: {status}")
    assert not wrong, "\n".join(wrong)


_FIGURES = {"/indicators", "/publications"}


async def test_evidence_comes_and_goes_whole_and_each_use_is_on_record(machines: Machines) -> None:
    names = await build(machines)
    at = f"/cases/{names.case}/evidence"
    listed = (await machines("GET", at)).json()
    assert [one["title"] for one in listed["items"]] == ["Foto unggahan"]
    unsaid = await machines("GET", f"{at}/1/content?purpose=other")
    assert unsaid.status_code == 422
    assert (await machines("GET", f"{at}/1/content?purpose=other&note=%00")).status_code == 422
    got = await machines("GET", f"{at}/1/content?purpose=study")
    assert got.content == PDF
    assert got.headers["etag"] == f'"{sha256(PDF).hexdigest()}"'
    assert listed["items"][0]["digest"] == sha256(PDF).hexdigest()[:12]
    none: dict[str, Any] = {"fields": {"title": "Tanpa berkas", "origin": "public"}}
    refused = await machines("POST", at, headers=write("bukti-0002", 1), json=none)
    assert "files" in refused.json()["errors"]


async def test_a_fact_and_an_activity_are_written_by_their_forms(machines: Machines) -> None:
    names = await build(machines)
    fact = f"/cases/{names.case}/proceedings/{names.proceeding}/facts/{names.fact}"
    form = (await machines("GET", fact)).json()
    fields = {one["name"]: _filled(one) for one in form["fields"] if one["required"]}
    told = await machines(
        "POST", fact, headers=write("fakta-0001", names.version), json={"fields": fields}
    )
    assert told.status_code == 201, told.text
    planned = activity(names.agreement)
    assert planned["fields"]["region"] == MELATI
    added = await machines("POST", "/activities", headers=write("giat-0001", 1), json=planned)
    assert added.status_code == 201, added.text
    shown = (await machines("GET", f"/activities/{added.json()['id']}")).json()
    assert shown["title"] == planned["fields"]["title"]


def _filled(field: dict[str, Any]) -> str:
    """Something that fits a field."""
    if field["options"] and field["kind"] == "choice":
        return str(field["options"][0]["value"])
    return today() if field["kind"] in {"date", "happened"} else "Keterangan contoh"


async def test_the_description_needs_no_token_and_explains_each_problem(
    machines: Machines,
) -> None:
    told = await machines.client.get("/api/openapi.json")
    assert (told.status_code, told.json()["openapi"][:3]) == (200, "3.1")
    page = await machines.client.get("/api")
    assert page.status_code == 200
    assert all(f'id="{kind}"' in page.text for kind in TITLES)
    assert "<script" not in page.text.replace('<script src="/static', "")
    unknown = await machines.client.get("/api/v1/nowhere")
    assert (unknown.status_code, unknown.json()["type"]) == (404, "/api#not-found")

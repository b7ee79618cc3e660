"""Packages over the API: followed in order, taken whole by their receiver, and by nobody else."""

import json
from hashlib import sha256
from typing import Any, Final

from netralitas.access.domain import Role
from netralitas.database.transactions import EVERYTHING, reading
from tests.api.conftest import Machines
from tests.api.handing import NOT_CHOSEN, PHOTO, handed, log_all
from tests.api.test_cases import problem
from tests.cases.conftest import Statements
from tests.conftest import Database
from tests.make import person
from tests.referral.packaging import packages
from tests.security.canaries import HIDDEN, REPORTER, singing

RECEIVER: Final[dict[str, Any]] = {"office": "bkpsdm", "role": Role.FOLLOW_UP}


async def test_packages_are_followed_in_the_order_of_the_log_and_none_twice(
    machines: Machines, engine: Database
) -> None:
    nothing = (await machines("GET", "/packages", **RECEIVER)).json()
    assert nothing == {"items": [], "next": None}
    first = await handed(machines, person(1))
    await handed(machines, person(2), to="bkn")
    second = await handed(machines, person(3))
    before = (await machines("GET", "/packages", **RECEIVER)).json()
    assert before["items"] == []  # not before the log has them
    await log_all(engine)
    page = (await machines("GET", "/packages?limit=1", **RECEIVER)).json()
    assert [one["id"] for one in page["items"]] == [first.package]
    [line] = page["items"]
    [row] = await packages(first.case)
    assert (line["case"], line["digest"]) == (first.case, row["digest"].hex())
    assert line["sender"] == "Bawaslu Kabupaten Contoh"
    rest = (await machines("GET", f"/packages?cursor={page['next']}", **RECEIVER)).json()
    assert [one["id"] for one in rest["items"]] == [second.package]
    end = (await machines("GET", f"/packages?cursor={rest['next']}", **RECEIVER)).json()
    assert end == {"items": [], "next": rest["next"]}
    third = await handed(machines, person(4))
    await log_all(engine)
    later = (await machines("GET", f"/packages?cursor={rest['next']}", **RECEIVER)).json()
    assert [one["id"] for one in later["items"]] == [third.package]
    for odd in ("cursor=%00", "cursor=-1", "cursor=99999999999999999999"):
        assert (await machines("GET", f"/packages?{odd}", **RECEIVER)).status_code == 200


async def test_a_package_comes_as_it_was_frozen_and_says_how_it_stands(
    machines: Machines, statements: Statements
) -> None:
    made = await handed(machines, person(1), person(2))
    at = f"/packages/{made.package}"
    await machines("GET", at, **RECEIVER)
    statements.sent.clear()
    answer = await machines("GET", at, **RECEIVER)
    assert len(statements.sent) <= 10, "\n".join(one[:90] for one in statements.sent)
    told = answer.json()
    text = told["manifest"].encode()
    assert sha256(text).hexdigest() == told["digest"]
    assert (told["about"]["subject"], told["about"]["region"]) == (
        "Hadir pada deklarasi pasangan calon",
        "99.01",
    )
    # What a receiver does not read on the page.
    unsaid = (told["about"]["channel"], told["about"]["received_at"], told["handling_state"])
    assert unsaid == (None, None, None)
    assert [(one["respondent"], one["state"], one["handed"]) for one in told["proceedings"]] == [
        (1, "forwarded", True),
        (2, "forwarded", True),
    ]
    assert told["letter"]["id"]
    known = {"If-None-Match": answer.headers["etag"]}
    assert (await machines("GET", at, headers=known, **RECEIVER)).status_code == 304


async def test_its_papers_come_whole_and_evidence_only_on_record(machines: Machines) -> None:
    made = await handed(machines, person(1), reporter=REPORTER)
    at = f"/packages/{made.package}"
    answer = await machines("GET", at, **RECEIVER)
    heard = [answer.content]
    papers = json.loads(answer.json()["manifest"])["papers"]
    assert {one["kind"] for one in papers} >= {"study", "evidence_list", "evidence"}
    for paper in papers:
        got = await machines("GET", f"{at}/papers/{paper['sha256']}", **RECEIVER)
        assert sha256(got.content).hexdigest() == paper["sha256"]
        assert got.headers["etag"] == f'"{paper["sha256"]}"'
        heard += [got.content, str(got.headers).encode()]
    assert PHOTO in heard
    assert singing(b" ".join(heard), HIDDEN) == []
    async with reading(EVERYTHING) as c:
        used = await c.fetch(
            "SELECT details ->> 'digest' AS digest, details ->> 'purpose' AS purpose FROM event"
            " WHERE name = 'evidence.downloaded'"
        )
    assert [tuple(row) for row in used] == [(made.evidence, "referral")]
    held_back = sha256(NOT_CHOSEN).hexdigest()
    for other in (held_back, "0" * 64, made.evidence.upper(), "a", "%00" * 64):
        refused = await machines("GET", f"{at}/papers/{other}", **RECEIVER)
        assert refused.status_code in {400, 404}, other


async def test_what_was_handed_to_another_office_does_not_exist(
    machines: Machines, engine: Database
) -> None:
    made = await handed(machines, person(1))
    await log_all(engine)
    at = f"/packages/{made.package}"
    nowhere = await machines("GET", "/packages/999999", **RECEIVER)
    problem(nowhere, 404, "not-found")
    elsewhere: dict[str, Any] = {"office": "bkn", "role": Role.LIAISON}
    for path in (at, f"{at}/papers/{made.evidence}", f"/packages/{2**63}"):
        assert (await machines("GET", path, **elsewhere)).text == nowhere.text
    assert (await machines("GET", "/packages", **elsewhere)).json()["items"] == []
    # Whoever sent it reads it with the case; who only looks on at the receiver's takes nothing.
    for office, role in (("kab", Role.INVESTIGATOR), ("bkpsdm", Role.AUDITOR)):
        for path in ("/packages", at, f"{at}/papers/{made.evidence}"):
            problem(await machines("GET", path, office=office, role=role), 403, "not-allowed")

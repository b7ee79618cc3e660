"""Schemathesis over the whole API, signed in per scope: what is sent, and what is held."""

from collections import defaultdict
from typing import Any, Final

import httpx
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from netralitas.access.domain import Role
from netralitas.api.domain import Scope
from netralitas.api.routes.describing import description
from tests.api.conftest import Machines
from tests.api.world import MOVE, Names, activity, build, evidence, today
from tests.make import proceedings

SCOPES: Final = {
    "cases": (Scope.CASES_READ, Scope.CASES_WRITE),
    "evidence": (Scope.EVIDENCE_READ, Scope.EVIDENCE_WRITE),
    "activities": (Scope.ACTIVITIES_READ, Scope.ACTIVITIES_WRITE),
    "agreements": (Scope.AGREEMENTS_READ,),
    "indicators": (Scope.FIGURES_READ,),
    "publications": (Scope.FIGURES_READ,),
    "packages": (Scope.PACKAGES_READ,),
    "token": (Scope.FIGURES_READ,),
}
"""By the first word of an address, or its last but one: what opens it."""
CHECKS: Final = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]

type_case = Any  # schemathesis' own


def generated(operation: Any, examples: int) -> list[type_case]:  # noqa: ANN401 - schemathesis' own
    """Requests as the description allows them."""
    found: list[type_case] = []

    @seed(len(operation.label))
    @settings(
        max_examples=examples,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy())
    def collect(case: type_case) -> None:
        found.append(case)

    collect()
    return found


def body_of(operation: str, names: Names) -> dict[str, Any]:
    """What makes a write succeed."""
    bodies: dict[str, dict[str, Any]] = {
        "addEvidence": evidence(),
        "planActivity": activity(names.agreement),
        "makeMove": {"fields": {"happened": today()}},
        "recordFact": {"fields": {"happened": today(), "reason": "Catatan"}},
    }
    return bodies[operation]


def of_the_world(case: type_case, names: Names) -> type_case:
    """The same request, about what is there."""
    for name in case.path_parameters:
        code = names.fact if case.operation.path.rstrip("/").find("/facts/") > 0 else MOVE
        case.path_parameters[name] = code if name == "code" else getattr(names, name)
    return case


async def send(
    machines: Machines, case: type_case, body: dict[str, Any] | None = None
) -> httpx.Response:
    """Send a request; hold that the answer is one that is described."""
    path = case.operation.path.split("/")
    scopes = SCOPES["evidence" if "evidence" in path else path[3]]
    receives = "packages" in path
    office, role = ("bkpsdm", Role.FOLLOW_UP) if receives else ("kab", Role.INVESTIGATOR)
    token = (await machines.token(office, role, *scopes)).token
    headers = {name: str(value) for name, value in (case.headers or {}).items()}
    writes = case.operation.method.upper() == "POST"
    sent: Any = {"json": case.body if body is None else body} if writes else {}
    answer = await machines.client.request(
        case.operation.method,
        case.formatted_path,
        params=case.query or None,
        headers={**headers, "Authorization": f"Bearer {token}"},
        **sent,
    )
    try:
        case.validate_response(answer, checks=CHECKS)
    except FailureGroup as failures:
        raise AssertionError(f"{case.operation.label}: {failures.exceptions}") from None
    return answer


async def fuzz(machines: Machines, examples: int) -> dict[str, set[int]]:
    """The statuses that each operation answered: to so many requests, and to one that is fine."""
    names = await build(machines)
    statuses: dict[str, set[int]] = defaultdict(set)
    every: Any = schemathesis.openapi.from_dict(description()).get_all_operations()
    for found in every:
        operation = found.ok()
        name = operation.definition.raw["operationId"]
        for number, case in enumerate(generated(operation, examples)):
            about = of_the_world(case, names) if number % 2 else case
            statuses[name].add((await send(machines, about)).status_code)
        fine = of_the_world(generated(operation, 1)[0], names)
        if operation.method.upper() == "POST":
            [row] = await proceedings(names.case)
            fine.headers = {"Idempotency-Key": f"baik-{name}", "If-Match": str(row["version"])}
            statuses[name].add((await send(machines, fine, body_of(name, names))).status_code)
        else:
            statuses[name].add((await send(machines, fine)).status_code)
    return statuses

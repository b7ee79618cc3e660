"""What OpenAPI says beside what the routes say themselves: token, scopes, problems, versions."""

from collections.abc import Iterator
from typing import Any, Final

import msgspec

from netralitas.api.domain import Scope
from netralitas.web.problems import KINDS, TITLES, Problem, address_of

TITLE: Final = "Netralitas API"
VERSION: Final = "1"
DESCRIPTION: Final = """\
Cases of violations of the neutrality of civil servants (ASN), as the pages of Netralitas show them
to the same office and roles, and no more.

**Token.** Send `Authorization: Bearer ntr_…`. An administrator makes tokens for the systems of an
office; each acts as a system of that office, with roles, and opens the scopes it was made for.

**Words.** Codes are English, words for people Indonesian. Days are ISO 8601, moments with offset.

**Lists** go on with `cursor`: send the `next` of the page before, until it is null.

**Versions.** Answers carry an ETag; `If-None-Match` is answered 304. A write on a proceeding sends
its ETag, or its version, as `If-Match`: 412 when it has changed, with what changed.

**Writes** need an `Idempotency-Key`. Everything of a write is done, or nothing. The form of each
write can be asked for: it names the fields, and what stands against it.

**Problems** are RFC 9457 (`application/problem+json`): `type` says which kind, `detail` is the
sentence for a person, `rule` the article, `obstacles` every rule that says no, `errors` the fields.
"""
_READS: Final = (400, 401, 403, 404, 409, 422, 429, 500, 503)
_WRITES: Final = (*_READS, 412, 413, 415, 428)
_WRITTEN: Final = frozenset({"post", "put", "patch", "delete"})
_TAG: Final = {"ETag": {"description": "Tag of this answer.", "schema": {"type": "string"}}}
_NUMBER: Final = {"minimum": 1, "maximum": 2**63 - 1}
_SENT: Final[dict[str, dict[str, Any]]] = {
    **dict.fromkeys(("case", "proceeding", "paper", "activity", "agreement", "package"), _NUMBER),
    "ordinal": {"minimum": 1, "maximum": 2**31 - 1},
    "code": {"minLength": 1, "maxLength": 60, "pattern": "^[a-z_]+$"},
    "sha256": {"pattern": "^[0-9a-f]{64}$"},
    "week": {"pattern": "^[0-9]{4}-W[0-9]{2}$"},
    "Idempotency-Key": {"pattern": "^[A-Za-z0-9._:-]{8,100}$"},
    "If-Match": {"pattern": '^"?[0-9]{1,9}(-[0-9a-f]{1,64})?"?$'},
}
"""What can be said of a parameter that its type does not say."""

type_schema = dict[str, Any]


def completed(schema: type_schema, scopes: dict[str, Scope | None]) -> type_schema:
    """Return the description with all that holds for every operation.

    `scopes` says by the id of an operation which scope opens it.
    """
    _, components = msgspec.json.schema_components(
        [Problem], ref_template="#/components/schemas/{name}"
    )
    schema["components"]["schemas"].update(components)
    file = schema["components"]["schemas"]["FileSent"]["properties"]
    file["content"] |= {"format": "byte", "contentEncoding": "base64"}
    schema["components"]["securitySchemes"] = {
        "token": {
            "type": "http",
            "scheme": "bearer",
            "description": "A token of an office: `ntr_` and 43 letters, digits, - or _.",
        }
    }
    schema["security"] = [{"token": []}]
    for method, operation in operations(schema):
        _complete(method, operation, scopes.get(operation["operationId"]))
        operation["parameters"] = list(_parameters(operation))
    return schema


def _parameters(operation: type_schema) -> Iterator[type_schema]:
    """Yield the parameters, each as it is sent: never as null, and required where a write needs it.

    Only a write on a proceeding is decided on a version.
    """
    known = operation.get("parameters", [])
    on_proceeding = any(one["name"] == "proceeding" for one in known)
    for one in known:
        if one["name"] == "If-Match" and not on_proceeding:
            continue
        schema = dict(one["schema"])
        kinds = [kind for kind in schema.pop("oneOf", []) if kind.get("type") != "null"]
        for kind in kinds:
            schema |= kind
        told = {**one, "schema": {**schema, **_SENT.get(one["name"], {})}}
        yield {**told, "required": True} if one["in"] == "header" else told


def operations(schema: type_schema) -> Iterator[tuple[str, type_schema]]:
    """Yield each operation with its method."""
    for item in schema["paths"].values():
        for method, operation in item.items():
            if isinstance(operation, dict) and "operationId" in operation:
                yield method, operation


def _complete(method: str, operation: type_schema, scope: Scope | None) -> None:
    told = operation.get("description", "")
    opens = f"Scope: `{scope.value}`." if scope else "Open to every token."
    operation["description"] = f"{told}\n\n{opens}".strip()
    responses = operation["responses"]
    writes = method in _WRITTEN
    for status in list(responses):
        if status.startswith("2"):
            responses[status]["description"] = "Done." if writes else "Found."
            content = responses[status].get("content", {})
            if "*/*" in content:
                content["*/*"] = {}  # a file of any type: no schema of JSON holds for it
            if not writes:
                responses[status].setdefault("headers", {}).update(_TAG)
    if not writes:
        responses["304"] = {"description": "Unchanged since the answer with this ETag."}
    for status in _WRITES if writes else _READS:
        responses[str(status)] = _problem(status)


def _problem(status: int) -> type_schema:
    kind, title = KINDS[status]
    example = {
        "type": address_of(kind),
        "status": status,
        "title": title,
        "detail": "Kalimat untuk orang, dalam bahasa Indonesia.",
    }
    return {
        "description": title,
        "content": {
            "application/problem+json": {
                "schema": {"$ref": "#/components/schemas/Problem"},
                "example": example,
            }
        },
    }


def problems() -> tuple[tuple[str, int | None, str], ...]:
    """Return each kind of problem: its name, its usual status, its title."""
    usual = {kind: status for status, (kind, _) in KINDS.items()}
    return tuple((kind, usual.get(kind), title) for kind, title in TITLES.items())

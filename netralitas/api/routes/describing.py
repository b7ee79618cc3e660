"""`/api` and `/api/openapi.json`: the description of the API, for people and for machines."""

from functools import cache
from typing import Any, Final

import msgspec
from litestar import Controller, Litestar, Response, Router, get
from litestar.di import NamedDependency, Provide
from litestar.openapi import OpenAPIConfig

from netralitas.api.call import CALL
from netralitas.api.domain import Scope
from netralitas.api.frame import OPENED_BY
from netralitas.api.openapi import (
    DESCRIPTION,
    TITLE,
    VERSION,
    completed,
    operations,
    problems,
)
from netralitas.api.reference import Operation, Problem, ReferencePage
from netralitas.api.routes.api import CONTROLLERS, PATH
from netralitas.web.fragments import page
from netralitas.web.frame import Frame

_PUBLIC: Final = {"public": True}


def _stand_in() -> Provide:
    """Return what stands for what a request brings: nothing is asked while routes are described."""

    async def nothing() -> None:
        """Bring nothing."""

    return Provide(nothing)


@cache
def description() -> dict[str, Any]:
    """Return the API as OpenAPI 3.1; made once, by an application that answers nothing."""
    brought = ("actor", "book", "storage", "settings")
    described = Litestar(
        route_handlers=[Router(path=PATH, route_handlers=list(CONTROLLERS), dependencies=CALL)],
        dependencies={name: _stand_in() for name in brought},
        openapi_config=OpenAPIConfig(
            title=TITLE, version=VERSION, description=DESCRIPTION, use_handler_docstrings=True
        ),
        logging_config=None,
    )
    return completed(described.openapi_schema.to_schema(), _scopes(described))


def _scopes(app: Litestar) -> dict[str, Scope | None]:
    found: dict[str, Scope | None] = {}
    for route in app.routes:
        for handler, *_ in getattr(route, "route_handler_map", {}).values():
            found[str(handler.operation_id)] = handler.opt.get(OPENED_BY)
    return found


class DescriptionController(Controller):
    """What the API is. Nothing in it is anybody's, so it needs no token."""

    path = "/api"
    opt = _PUBLIC
    include_in_schema = False

    @get("/openapi.json")
    async def machine(self) -> Response[bytes]:
        """Send the description for machines."""
        return Response(
            msgspec.json.encode(description()),
            media_type="application/json",
            headers={"Cache-Control": "public, max-age=300"},
        )

    @get()
    async def people(self, frame: NamedDependency[Frame]) -> Response[str]:
        """Show the description for people."""
        told = description()
        paths = {
            one["operationId"]: (method.upper(), path)
            for path, item in told["paths"].items()
            for method, one in item.items()
            if isinstance(one, dict) and "operationId" in one
        }
        content = ReferencePage(
            title=TITLE,
            about=tuple(DESCRIPTION.strip().replace("**", "").replace("`", "").split("\n\n")),
            operations=tuple(
                Operation(
                    method=paths[one["operationId"]][0],
                    path=paths[one["operationId"]][1],
                    summary=one["summary"],
                    description=one["description"].replace("`", ""),
                )
                for _, one in operations(told)
            ),
            problems=tuple(
                Problem(kind=kind, status=str(status or ""), title=title)
                for kind, status, title in problems()
            ),
        )
        return page("api/reference.html", content, frame=frame)

"""A small application with the whole frame around it and routes that go wrong."""

from typing import Any

from litestar import Litestar, Request, Response, get, post
from litestar.exceptions import HTTPException

from netralitas.database.away import DatabaseAway
from netralitas.refusals import Invalid, NotAllowed, NotVisible, RuleBroken, Stale
from netralitas.web.errors import EXCEPTION_HANDLERS
from netralitas.web.headers import SecurityHeaders
from netralitas.web.logging import RequestLog
from netralitas.web.origin import OriginCheck
from netralitas.web.refusals import NotSignedIn, TooMany
from netralitas.web.request import PageRequest
from netralitas.web.static import static_router
from netralitas.web.styleguide import styleguide_router

# Unmistakable: it must not reach a page or a log.
CANARY = "RAHASIA-197405122010011001"
FAILURES: dict[str, Exception] = {
    "rule": RuleBroken("Belum ada kajian.", rule="Pasal contoh", remedy="Selesaikan kajian."),
    "stale": Stale(changed=["Budi mencatat registrasi."], typed={"reason": ["Lengkap <b>"]}),
    "invisible": NotVisible(),
    "forbidden": NotAllowed("Hanya anggota Bawaslu yang memutus."),
    "invalid": Invalid({"known_on": ["Tanggal wajib diisi."]}),
    "nobody": NotSignedIn(),
    "often": TooMany(retry_after=30),
    "away": DatabaseAway("no connection"),
    "refused": ConnectionRefusedError(),
    "crash": ValueError(CANARY),
    "group": ExceptionGroup("two dependencies", [NotVisible()]),
    "teapot": HTTPException(status_code=418, detail=CANARY),
}


@get("/fail/{kind:str}")
async def fail(request: Request[Any, Any, Any]) -> None:
    raise FAILURES[request.path_params["kind"]]


@get("/case/{number:int}/page")
async def secured() -> None:
    raise NotSignedIn


@post("/submit", request_max_body_size=1000)
async def submit(request: Request[Any, Any, Any]) -> str:
    return f"{len(await request.form())} fields"


@get("/download")
async def download() -> Response[bytes]:
    policy = {"Content-Security-Policy": "sandbox; default-src 'none'"}
    return Response(b"%PDF", media_type="application/pdf", headers=policy)


def make_app(*, https: bool = False) -> RequestLog:
    inner = Litestar(
        [fail, secured, submit, download, static_router(), styleguide_router()],
        exception_handlers=EXCEPTION_HANDLERS,
        before_send=[SecurityHeaders(https=https)],
        request_class=PageRequest,
        middleware=[OriginCheck(frozenset({"https://netralitas.example"}))],
        openapi_config=None,
        logging_config=None,
    )
    return RequestLog(inner)


app = make_app()

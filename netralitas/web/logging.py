"""One line per request, without bodies, query strings or anything personal."""

import logging
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from typing import TextIO, TypedDict, cast

import structlog
from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send
from structlog.typing import EventDict, ExcInfo, Processor

from netralitas import request_id as request_ids
from netralitas.web import metrics

_ID = "netralitas.request_id"
_log = structlog.get_logger("netralitas.web")


def configure(*, demo: bool, stream: TextIO | None = None) -> None:
    """Make the process log to `stream` (standard error): for people in the demo, else JSON lines.

    In production a traceback says where and of which type, and leaves out messages: those of the
    database quote the row.
    """
    shown: list[Processor] = (
        [structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)]
        if demo
        else [_without_messages, structlog.processors.JSONRenderer(ensure_ascii=False)]
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            *shown,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.WriteLoggerFactory(file=stream or sys.stderr),
        cache_logger_on_first_use=False,
    )


def request_id(scope: Scope) -> str:
    """Return the reference of this request; the same one each time it is asked for."""
    known = cast("dict[str, str]", scope)
    return known.setdefault(_ID, request_ids.new())


class RequestLog:
    """The outermost layer: sees every request, known route or not, and writes its line."""

    def __init__(self, app: ASGIApp, clock: Callable[[], float] = time.perf_counter) -> None:
        """`clock` gives seconds that only ever grow."""
        self._app = app
        self._clock = clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; log it when its answer has ended, also when it never came."""
        if scope["type"] != ScopeType.HTTP:
            await self._app(scope, receive, send)
            return
        began = self._clock()
        status = 500

        async def watched(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        reference = request_id(scope)
        with request_ids.held(reference):
            try:
                await self._app(scope, receive, watched)
            finally:
                took = self._clock() - began
                line = _described(scope)
                metrics.observe(line["method"], line["route"], status, took)
                _log.info("request", status=status, ms=round(took * 1000, 1), **line)


def failure(error: BaseException) -> None:
    """Log an error of ours with its traceback; the line carries the id of the request."""
    _log.error("failure", exc_info=(type(error), error, error.__traceback__))


class Described(TypedDict):
    """What a line says about its request."""

    method: str
    route: str
    officer: int | None
    organisation: int | None


def _described(scope: Scope) -> Described:
    actor = scope.get("user")
    return {
        "method": str(scope.get("method")),
        "route": scope.get("path_template") or "unknown",
        "officer": getattr(actor, "officer", None),
        "organisation": getattr(actor, "organisation", None),
    }


def _without_messages(logger: object, method: str, event: EventDict) -> EventDict:  # noqa: ARG001 - structlog's signature
    given = event.pop("exc_info", None)
    error = sys.exc_info()[1] if given is True else cast("ExcInfo", given)[1] if given else None
    if error is not None:
        event["exception"] = "\n".join(_places(error))
    return event


def _places(error: BaseException | None) -> Iterator[str]:
    while error:
        yield "".join(traceback.format_tb(error.__traceback__)) + type(error).__qualname__
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)

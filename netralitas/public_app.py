"""The public site, composed: prepared pages in front, a small application behind them."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress

from litestar import Litestar, Request
from litestar.config.compression import CompressionConfig
from litestar.di import Provide
from litestar.enums import ScopeType
from litestar.types import ASGIApp, Receive, Scope, Send

from netralitas.accounts.address import address_of
from netralitas.database.engine import Engine
from netralitas.health import alive
from netralitas.language import SOURCE, heard, speaking
from netralitas.law.book import RuleBook
from netralitas.process import begin
from netralitas.public import sections
from netralitas.public.acknowledging.routes import AcknowledgeController
from netralitas.public.attending.rooms import new_rooms
from netralitas.public.attending.routes import AttendController
from netralitas.public.calculator.routes import CalculatorController, ExplanationController
from netralitas.public.checking import Checking, type_connection
from netralitas.public.following import Follower
from netralitas.public.law import law_on
from netralitas.public.library.routes import MaterialController
from netralitas.public.log.routes import LogController, LogDoor, ProofController
from netralitas.public.opendata.routes import VersionController
from netralitas.public.prepared import READ, Shelf, answer
from netralitas.public.reporting.door import new_door
from netralitas.public.reporting.routes import CONTROLLERS
from netralitas.public.reporting.routes.filing import LARGEST
from netralitas.public.routes import ready, without_page
from netralitas.public.service.routes import ComplainController
from netralitas.public.throttle import Throttle
from netralitas.public.verifying.routes import VerifyController
from netralitas.settings import OF_THE_PUBLIC_SITE, Settings
from netralitas.web.errors import ErrorPage, exception_handlers
from netralitas.web.frame import Frame
from netralitas.web.headers import SecurityHeaders, security_headers
from netralitas.web.logging import RequestLog
from netralitas.web.metrics import PREPARED
from netralitas.web.origin import OriginCheck
from netralitas.web.request import PageRequest
from netralitas.web.static import static_router
from netralitas.web.templates import mark_demo, render

POOL_SIZE = 4
MEGABYTE = 1024 * 1024
LARGEST_BODY = 4 * 1024  # bytes: a code, and what a browser adds; some handlers take more


class PublicSite:
    """The public site as an ASGI application, with a pool and a life of its own.

    A prepared page is answered at once and has no line in the log; everything else goes on to the
    application behind.
    """

    def __init__(self, shelf: Shelf, app: Litestar, follower: Follower) -> None:
        """`app` answers what is not prepared, and holds the life of both."""
        self.shelf = shelf
        self.follower = follower
        self.app = app
        self._others: ASGIApp = RequestLog(app)
        PREPARED.add(shelf)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from memory, or pass on."""
        if scope["type"] != ScopeType.HTTP:  # the life of both
            await self._others(scope, receive, send)
            return
        if scope["method"] in READ:
            page = self.shelf.edition.pages.get(scope["path"])
            if page is not None:
                self.shelf.answered += 1
                await answer(page, scope, send)
                return
        language, path = heard(scope["path"])
        if language == SOURCE:
            await self._others(scope, receive, send)
            return
        with speaking(language):
            await self._others({**scope, "path": path}, receive, send)

    def lifespan(self) -> AbstractAsyncContextManager[None]:
        """Return the block in which the site lives: pool open, editions followed."""
        return self.app.lifespan()


def public() -> PublicSite:
    """Return the public site of this process, which loads nothing of the staff site.

    It is given one secret, with which it knows a code again; none opens anything.
    """
    return create_public_app(begin(secrets=OF_THE_PUBLIC_SITE))


def create_public_app(
    settings: Settings, *, clock: Callable[[], float] = time.monotonic
) -> PublicSite:
    """Return the public site; `clock` gives seconds that only ever grow."""
    mark_demo(demo=settings.demo)
    engine, shelf = Engine(), Shelf()
    follower = Follower(engine, shelf, security_headers(https=settings.https))
    app = Litestar(
        route_handlers=[
            *(*CONTROLLERS, CalculatorController, ExplanationController, AcknowledgeController),
            *(AttendController, ComplainController, VerifyController),
            *(LogController, ProofController, VersionController),
            *(MaterialController, without_page, alive, ready, static_router()),
        ],
        dependencies=_dependencies(settings, engine, shelf, clock),
        middleware=[OriginCheck(frozenset({settings.base_url}))],
        exception_handlers=exception_handlers(_error_writer(demo=settings.demo)),
        before_send=[SecurityHeaders(https=settings.https)],
        lifespan=[_life(settings, engine, follower)],
        request_max_body_size=LARGEST_BODY,
        request_class=PageRequest,
        compression_config=CompressionConfig(
            backend="gzip",
            minimum_size=1000,
            exclude=f"^{sections.LIBRARY}/",  # files are sent as they are, with their length
        ),
        logging_config=None,
        openapi_config=None,
    )
    return PublicSite(shelf, app, follower)


def _dependencies(
    settings: Settings, engine: Engine, shelf: Shelf, seconds: Callable[[], float]
) -> dict[str, Provide]:
    def address(request: type_connection) -> str:
        return address_of(request, settings)

    throttle, secret = Throttle(seconds), settings.secret("receipt")
    door = new_door(
        engine=engine,
        secret=secret,
        https=settings.https,
        largest=min(settings.upload_megabytes * MEGABYTE, LARGEST),
        seconds=seconds,
        address=address,
        guesses=throttle,
    )

    async def provide_book() -> RuleBook:
        return law_on(shelf).book

    async def provide_frame(request: Request) -> Frame:  # type: ignore[type-arg]  # Litestar reads the bare class
        return sections.frame(request.url.path, demo=settings.demo)

    return {
        "checking": _always(Checking(engine, throttle, address, secret)),
        "door": _always(door),
        "rooms": _always(new_rooms(engine, seconds, throttle, address)),
        "log_door": _always(LogDoor(engine, seconds, address)),
        "public_engine": _always(engine),
        "shelf": _always(shelf),
        "book": Provide(provide_book),
        "frame": Provide(provide_frame),
    }


def _always(made: object) -> Provide:
    """Return what provides the same thing to every request."""

    async def provide() -> object:
        return made

    return Provide(provide)


def _error_writer(*, demo: bool) -> Callable[[ErrorPage], str]:
    """Return what writes an error as a page of this site."""

    def write(shown: ErrorPage) -> str:
        return render("public/error.html", page=shown, frame=sections.frame("", demo=demo))

    return write


def _life(
    settings: Settings, engine: Engine, follower: Follower
) -> Callable[[Litestar], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def life(_: Litestar) -> AsyncIterator[None]:
        await engine.open(settings.public_dsn, size=POOL_SIZE, application="netralitas public")
        following = asyncio.create_task(follower.run())
        try:
            yield
        finally:
            following.cancel()
            with suppress(asyncio.CancelledError):
                await following
            await engine.close()

    return life

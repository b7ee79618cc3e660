"""What the HTTP server loads: the staff site, or both sites behind one address."""

from contextlib import AsyncExitStack
from typing import cast

from litestar import Litestar
from litestar.types import ASGIApp, LifeSpanReceive, LifeSpanSend, Receive, Scope, Send

from netralitas.app import create_app
from netralitas.process import begin
from netralitas.public.sections import is_public
from netralitas.public_app import PublicSite, create_public_app
from netralitas.web import logging


def staff() -> ASGIApp:
    """Return the staff site of this process, from the settings of its environment."""
    return logging.RequestLog(create_app(begin()))


def both() -> ASGIApp:
    """Return both sites of this process, each with its pool and role."""
    settings = begin()
    return Sites(create_public_app(settings), create_app(settings))


class Sites:
    """Two applications behind one address: the public site has its pages, the staff site the rest.

    They share nothing but the process; each lives and dies with it.
    """

    def __init__(self, public: PublicSite, staff: Litestar) -> None:
        """Take both, neither of them alive yet."""
        self._public = public
        self._staff = staff
        self._logged: ASGIApp = logging.RequestLog(staff)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request to the site that its address belongs to."""
        if scope["type"] == "lifespan":  # type: ignore[comparison-overlap]  # Litestar's type forgets it
            await self._live(cast("LifeSpanReceive", receive), cast("LifeSpanSend", send))
        elif is_public(scope["path"]):
            await self._public(scope, receive, send)
        else:
            await self._logged(scope, receive, send)

    async def _live(self, receive: LifeSpanReceive, send: LifeSpanSend) -> None:
        """Live from the server's start to its end; an exception at the start ends the server."""
        await receive()
        async with AsyncExitStack() as lives:
            await lives.enter_async_context(self._staff.lifespan())
            await lives.enter_async_context(self._public.lifespan())
            await send({"type": "lifespan.startup.complete"})
            await receive()
        await send({"type": "lifespan.shutdown.complete"})

"""The question behind a code: asked once, slowly, and written down nowhere."""

from collections.abc import Callable, Mapping
from typing import Any

from litestar.connection import ASGIConnection

from netralitas.database.engine import Engine
from netralitas.database.transactions import asking
from netralitas.intake import codes
from netralitas.public import queries, words
from netralitas.public.throttle import Throttle
from netralitas.web.refusals import TooMany

type_connection = ASGIConnection[Any, Any, Any, Any]


class Checking:
    """Finds what is told behind a code, for whoever does not try too many."""

    def __init__(
        self,
        engine: Engine,
        throttle: Throttle,
        address: Callable[[type_connection], str],
        secret: bytes,
    ) -> None:
        """`address` says where a request comes from; under `secret` a code has its digest."""
        self._engine = engine
        self._throttle = throttle
        self._address = address
        self._secret = secret

    async def told(self, request: type_connection, code: str) -> Mapping[str, Any] | None:
        """Return what is told to whoever has this code, None for no such receipt.

        Raises TooMany, before anything is asked; DatabaseAway.
        """
        seconds = self._throttle.wait(self._address(request))
        if seconds:
            raise TooMany(words.too_often(seconds), retry_after=seconds)
        async with asking(self._engine) as connection:
            return await queries.told(connection, codes.digest(code, self._secret))

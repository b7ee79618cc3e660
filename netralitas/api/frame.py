"""The frame of the API: from the token to who acts, what it opens, how often it may ask."""

from typing import Any, Final

from litestar.connection import ASGIConnection
from litestar.datastructures import MutableScopeHeaders
from litestar.enums import ScopeType
from litestar.handlers import BaseRouteHandler
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from netralitas import clock
from netralitas.accounts.address import address_of
from netralitas.accounts.sessions import Session
from netralitas.accounts.throttle import count_tokens
from netralitas.api import words
from netralitas.api.domain import Bearer
from netralitas.api.domain import Scope as TokenScope
from netralitas.api.limits import Left, Limiter
from netralitas.api.queries.bearer import bearer_of
from netralitas.database.transactions import NOBODY, writing
from netralitas.settings import Settings
from netralitas.web.refusals import Declined, TooMany

OPENED_BY: Final = "token_scope"
"""The `opt` of a route that says which scope of a token opens it."""

_BEARER: Final = "netralitas.bearer"
_NO_TOKEN: Final = {"WWW-Authenticate": 'Bearer realm="Netralitas"'}

type_connection = ASGIConnection[Any, Any, Any, Any]


class BearerMiddleware(ASGIMiddleware):
    """Puts `user` (the Actor of the token) and `auth` into the scope; without a token: 401.

    The answer is the same for an unknown, ended or expired token, and for none at all. A cookie is
    not looked at. Each answer says what the token may still ask.
    """

    scopes = (ScopeType.HTTP,)
    exclude_opt_key = "public"

    def __init__(self, settings: Settings) -> None:
        """Begin to count."""
        self._settings = settings
        self._limiter = Limiter(limit=settings.api_per_minute)

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """Go on as whoever acts with the token."""
        connection: type_connection = ASGIConnection(scope)
        now = clock.now()
        bearer = await bearer_of(_token(connection), now)
        if bearer is None:
            await self._refuse(connection)
            return
        left = self._limiter.take(bearer.id, now.timestamp())
        if left.over:
            raise TooMany(words.TOO_MANY, retry_after=left.seconds)
        scope["user"] = bearer.actor
        scope["auth"] = Session(
            digest=b"",
            actor=bearer.actor,
            law_edition=bearer.law_edition,
            seen_at=now,
            expires_at=now,
        )
        scope["state"][_BEARER] = bearer
        await next_app(scope, receive, _telling(send, left))

    async def _refuse(self, connection: type_connection) -> None:
        async with writing(NOBODY) as c:
            address = address_of(connection, self._settings)
            refusal = await count_tokens(c, address, self._settings, clock.now())
        if refusal is not None:
            raise refusal
        raise Declined(words.NO_TOKEN, status=401, kind="unauthenticated", headers=_NO_TOKEN)


def current_bearer(connection: type_connection) -> Bearer:
    """Return the token with which a request of the API was made; KeyError outside of it."""
    found: Bearer = connection.scope["state"][_BEARER]
    return found


async def opened(connection: type_connection, handler: BaseRouteHandler) -> None:
    """Let a request pass whose token opens the route; Declined with the scope that is missing.

    A route that names no scope is open to every token.
    """
    wanted: TokenScope | None = handler.opt.get(OPENED_BY)
    if wanted is None or handler.opt.get("public"):
        return
    if wanted not in current_bearer(connection).scopes:
        reason = words.SCOPE_MISSING.format(scope=wanted.value)
        raise Declined(reason, status=403, kind="scope")


def by(scope: TokenScope) -> dict[str, Any]:
    """Return the `opt` of a route that a scope opens."""
    return {OPENED_BY: scope}


def _token(connection: type_connection) -> str:
    kind, _, token = connection.headers.get("authorization", "").partition(" ")
    return token.strip() if kind.lower() == "bearer" else ""


def _telling(send: Send, left: Left) -> Send:
    async def told(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableScopeHeaders.from_message(message)
            for name, value in left.headers().items():
                headers[name] = value
            headers.extend_header_value("Vary", "Authorization")
        await send(message)

    return told

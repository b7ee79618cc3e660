"""From the cookie to the person: who asks stands in the scope before any guard is asked."""

from typing import Any

from litestar.connection import ASGIConnection
from litestar.enums import ScopeType
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Receive, Scope, Send

from netralitas.accounts import cookies, sessions
from netralitas.accounts.sessions import Session
from netralitas.settings import Settings
from netralitas.web.refusals import NotSignedIn


class SessionMiddleware(ASGIMiddleware):
    """Puts `user` (an Actor or None) and `auth` (the Session or None) into the scope.

    Without a cookie the database is not asked. A cookie that means nothing is nobody's: it is never
    adopted. Routes that need no person (static files, health) opt out by `no_session`.
    """

    scopes = (ScopeType.HTTP,)
    exclude_opt_key = "no_session"

    def __init__(self, settings: Settings) -> None:
        """Look for the cookie that these settings name."""
        self._settings = settings
        self._cookie = cookies.name(settings)

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """Go on with the person, or with nobody."""
        connection: ASGIConnection[Any, Any, Any, Any] = ASGIConnection(scope)
        token = connection.cookies.get(self._cookie)
        session = await sessions.find(token, self._settings) if token else None
        scope["auth"] = session
        scope["user"] = session.actor if session is not None else None
        await next_app(scope, receive, send)


def current_session(connection: ASGIConnection[Any, Any, Any, Any]) -> Session | None:
    """Return the session of a request, None for nobody's."""
    session: Session | None = connection.scope.get("auth")
    return session


def held_session(connection: ASGIConnection[Any, Any, Any, Any]) -> Session:
    """Return the session of a request that must have one; else NotSignedIn."""
    session = current_session(connection)
    if session is None:
        raise NotSignedIn
    return session

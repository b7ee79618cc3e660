"""Cross-site requests that change something are refused by where they come from: no token."""

from urllib.parse import urlsplit

from litestar import Request
from litestar.datastructures import Headers, State
from litestar.enums import ScopeType
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Receive, Scope, Send

from netralitas.web.refusals import ForeignOrigin

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


def from_here(method: str, headers: Headers, own_origins: frozenset[str] = frozenset()) -> bool:
    """Return whether a request may change something, judged by its headers alone.

    The browser's own word (`Sec-Fetch-Site`) counts first, then `Origin` against the address the
    request was sent to and against `own_origins`; a request that names neither is refused.
    """
    if method in SAFE_METHODS:
        return True
    if site := headers.get("sec-fetch-site"):
        return site in {"same-origin", "none"}
    origin = headers.get("origin", "")
    if origin in own_origins:
        return True
    try:
        host = urlsplit(origin).netloc
    except ValueError:
        return False
    return bool(host) and host == headers.get("host")


class OriginCheck(ASGIMiddleware):
    """Refuses foreign requests before anything of the body is read.

    Routes without a cookie (the machine API with its bearer tokens) opt out by `no_origin_check`.
    """

    scopes = (ScopeType.HTTP,)
    exclude_opt_key = "no_origin_check"

    def __init__(self, own_origins: frozenset[str] = frozenset()) -> None:
        """`own_origins` are addresses such as `https://contoh.go.id` seen from behind a proxy."""
        self._own_origins = own_origins

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """Go on, or raise ForeignOrigin."""
        request: Request[object, object, State] = Request(scope)
        if not from_here(request.method, request.headers, self._own_origins):
            raise ForeignOrigin
        await next_app(scope, receive, send)

"""Headers of every response: pages, errors, files, redirects."""

from litestar.datastructures import MutableScopeHeaders
from litestar.types import Message, Scope

from netralitas.web.logging import request_id

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "manifest-src 'self'",
    )
)
SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'"
"""The policy of a file that somebody brought: a browser that opens it lets it do nothing."""

_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_FOR_MACHINES = ("application/json", "application/problem+json")
_AS_A_FILE = 'attachment; filename="api.json"'
"""What a browser that is led to an answer for machines keeps, and never shows as a page of ours."""

_TWO_YEARS = 2 * 365 * 24 * 60 * 60  # seconds


def security_headers(*, https: bool) -> dict[str, str]:
    """Return what every answer says; with `https` browsers are told never to come without TLS."""
    headers = {**_ALWAYS, "Content-Security-Policy": CONTENT_SECURITY_POLICY}
    if https:
        headers["Strict-Transport-Security"] = f"max-age={_TWO_YEARS}; includeSubDomains"
    return headers


def to_keep(name: str, size: int) -> dict[str, str]:
    """Return what makes a browser keep a file under this name, never open it as a page of ours."""
    return {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Content-Length": str(size),
        "Content-Security-Policy": SANDBOX,
        "Cache-Control": "private, no-store",
    }


class SecurityHeaders:
    """The app-level `before_send` hook; the only hook that sees error pages and unknown routes.

    A stricter content policy set by a route (files as they were sent in) stays. Nothing is kept by
    browsers or proxies unless its route says so.
    """

    def __init__(self, *, https: bool) -> None:
        """Prepare what is the same for all."""
        self._headers = security_headers(https=https)
        self._policy = self._headers.pop("Content-Security-Policy")

    async def __call__(self, message: Message, scope: Scope) -> None:
        """Set the headers on the first message of a response."""
        if message["type"] != "http.response.start":
            return
        headers = MutableScopeHeaders.from_message(message)
        for name, value in self._headers.items():
            headers[name] = value
        headers.setdefault("Content-Security-Policy", self._policy)
        headers.setdefault("Cache-Control", "no-store")
        headers["X-Request-Id"] = request_id(scope)
        if headers.get("Content-Type", "").startswith(_FOR_MACHINES):
            headers.setdefault("Content-Disposition", _AS_A_FILE)
        if headers.get("Content-Type", "").startswith("text/html"):
            headers.extend_header_value("Vary", "HX-Request, HX-Request-Type")

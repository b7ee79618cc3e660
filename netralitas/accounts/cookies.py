"""The session's cookie: sent to this site only, out of reach of scripts."""

from typing import Final

from litestar.datastructures import Cookie

from netralitas.settings import Settings

_PLAIN: Final = "netralitas"
_SECURE: Final = "__Host-netralitas"
"""Browsers take this name only over TLS, for this host alone, so nobody else can plant it."""


def name(settings: Settings) -> str:
    """Return the cookie's name; without TLS (the demo) the `__Host-` prefix cannot be used."""
    return _SECURE if settings.https else _PLAIN


def carrying(token: str, settings: Settings) -> Cookie:
    """Return the cookie with a token; it goes when the browser is closed."""
    return Cookie(
        key=name(settings),
        value=token,
        path="/",
        secure=settings.https,
        httponly=True,
        samesite="lax",
    )


def removed(settings: Settings) -> Cookie:
    """Return the cookie that makes a browser forget the token."""
    return Cookie(
        key=name(settings),
        value="",
        path="/",
        max_age=0,
        secure=settings.https,
        httponly=True,
        samesite="lax",
    )

"""The cookies of a session and of half a one: sent to this site only, out of reach of scripts."""

from typing import Final

from litestar.datastructures import Cookie

from netralitas.settings import Settings

_PLAIN: Final = "netralitas"
_SECURE: Final = "__Host-netralitas"
"""Browsers take this name only over TLS, for this host alone, so nobody else can plant it."""

_HALF: Final = "-langkah"
"""The name of a half session's cookie ends so: the pages of the second step alone look for it."""


def name(settings: Settings, *, half: bool = False) -> str:
    """Return the cookie's name; without TLS (the demo) the `__Host-` prefix cannot be used."""
    whole = _SECURE if settings.https else _PLAIN
    return f"{whole}{_HALF}" if half else whole


def carrying(token: str, settings: Settings, *, half: bool = False) -> Cookie:
    """Return the cookie with a token; it goes when the browser is closed."""
    return Cookie(
        key=name(settings, half=half),
        value=token,
        path="/",
        secure=settings.https,
        httponly=True,
        samesite="lax",
    )


def removed(settings: Settings, *, half: bool = False) -> Cookie:
    """Return the cookie that makes a browser forget the token."""
    return Cookie(
        key=name(settings, half=half),
        value="",
        path="/",
        max_age=0,
        secure=settings.https,
        httponly=True,
        samesite="lax",
    )

"""Calling another system whose address an administrator entered: https, public, no redirect.

The guard of the captures looks at every connection where it is dialled. What the guard lets through
for tests and the demo needs no TLS.
"""

import ssl
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

import httpx

from netralitas.evidence.web.domain import CaptureFailed, Problem
from netralitas.evidence.web.guard import Guard, GuardBackend, GuardedTransport


def secure(guard: Guard, text: str) -> httpx.URL:
    """Return the address of another system; CaptureFailed for one that is never called."""
    url = guard.check(text)
    host = url.raw_host.decode("ascii")
    if url.scheme != "https" and f"{host}:{url.port or 80}" not in guard.allowed:
        raise CaptureFailed(Problem.SCHEME)
    return url


@asynccontextmanager
async def calling(
    guard: Guard, headers: Mapping[str, str], seconds: float, tls: ssl.SSLContext | None = None
) -> AsyncIterator[httpx.AsyncClient]:
    """Yield what calls other systems; it follows no redirect, and takes nothing from elsewhere.

    `tls` says whose certificates are trusted, by default those of public authorities.
    """
    async with httpx.AsyncClient(
        transport=GuardedTransport(GuardBackend(guard), tls),
        trust_env=False,
        follow_redirects=False,
        timeout=httpx.Timeout(seconds),
        headers=headers,
    ) as client:
        yield client

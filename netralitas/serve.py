"""The HTTP server of the staff site, the public site, or both."""

import os
import socket
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from multiprocessing import get_context
from typing import Final

from netralitas import measuring
from netralitas.evidence.storage import problem_with
from netralitas.failures import cannot_be_kept
from netralitas.serving import BACKLOG, Server
from netralitas.settings import Settings, SettingsError

YIELDING: Final = 10
"""How much a process of the public site alone gives way: reading may wait, a case may not."""


class Sites(StrEnum):
    """What a server serves; the value is where its factory is."""

    BOTH = "netralitas.asgi:both"
    PUBLIC = "netralitas.public_app:public"
    STAFF = "netralitas.asgi:staff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listening:
    """Where a server listens, with how many workers, and how it ends.

    `descriptor` is a socket that whoever started it has bound, in place of host and port; `drain`
    are seconds between denying readiness and ending; `metrics` is a port of loopback.
    """

    host: str = "127.0.0.1"
    port: int = 8000
    descriptor: int | None = None
    workers: int = 1
    drain: float = 0
    metrics: int | None = None


def serve_sites(settings: Settings, sites: Sites, listening: Listening) -> None:
    """Serve until a signal comes. SettingsError: a DSN is missing, the port is taken, a bucket
    does not answer.
    """
    check_addresses(settings, sites)
    if sites is not Sites.PUBLIC:
        check_files(settings)
    with _listener(listening) as listener:
        measuring.plan(listening.metrics, listening.workers)
        settings.data.mkdir(parents=True, exist_ok=True)
        if sites is Sites.PUBLIC:
            os.nice(YIELDING)  # its workers inherit it
        Server(sites.value, listener, workers=listening.workers, drain=listening.drain).serve()


def check_addresses(settings: Settings, sites: Sites) -> None:
    """Hold that each site has its database; SettingsError names the setting that is missing."""
    if sites is not Sites.PUBLIC and not settings.app_dsn:
        raise SettingsError("NETRALITAS_APP_DSN is not set.")
    if sites is Sites.BOTH and not settings.public_dsn:
        alone = "serve the staff site alone with --staff-only"
        raise SettingsError(f"NETRALITAS_PUBLIC_DSN is not set; {alone}.")
    if sites is Sites.PUBLIC and not settings.public_dsn:
        raise SettingsError("NETRALITAS_PUBLIC_DSN is not set.")


def check_files(settings: Settings) -> None:
    """Hold that the bucket answers, if files are kept in one; SettingsError says why not.

    Another process asks: this one is going to be forked, and the client's threads would not be.
    """
    if not settings.files_bucket:
        return
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as beside:
        problem = beside.submit(problem_with, settings).result()
    if problem is not None:
        raise SettingsError(cannot_be_kept(problem))


def check_free(host: str, port: int) -> None:
    """Hold that nobody listens there yet; SettingsError names the port and what to do."""
    _bound(host, port).close()


def _listener(listening: Listening) -> socket.socket:
    """Return the socket to accept from: the one that was handed over, or a new one."""
    if listening.descriptor is None:
        listener = _bound(listening.host, listening.port)
    else:
        listener = _handed_over(listening.descriptor)
    listener.listen(BACKLOG)
    listener.settimeout(0)
    return listener


def _bound(host: str, port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        taken = f"Port {port} on {host} cannot be used ({error.strerror})"
        raise SettingsError(f"{taken}; choose another with --port.") from error
    return listener


def _handed_over(descriptor: int) -> socket.socket:
    """Return the socket with that number; SettingsError when it is no listening TCP socket."""
    no_socket = f"Descriptor {descriptor} is no listening TCP socket; start it as systemd does."
    try:
        listener = socket.socket(fileno=descriptor)
        listens = listener.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN)
    except OSError as error:
        raise SettingsError(no_socket) from error
    if not listens or listener.family not in {socket.AF_INET, socket.AF_INET6}:
        listener.detach()
        raise SettingsError(no_socket)
    return listener

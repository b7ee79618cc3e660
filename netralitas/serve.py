"""The HTTP server of the staff site, the public site, or both."""

import os
import socket
from concurrent.futures import ProcessPoolExecutor
from enum import StrEnum
from multiprocessing import get_context
from typing import Final

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from netralitas.evidence.storage import problem_with
from netralitas.failures import cannot_be_kept
from netralitas.settings import Settings, SettingsError

YIELDING: Final = 10
"""How much a process of the public site alone gives way: reading may wait, a case may not."""


class Sites(StrEnum):
    """What a server serves; the value is where its factory is."""

    BOTH = "netralitas.asgi:both"
    PUBLIC = "netralitas.public_app:public"
    STAFF = "netralitas.asgi:staff"


def serve_sites(settings: Settings, sites: Sites, *, host: str, port: int, workers: int) -> None:
    """Serve until a signal comes. SettingsError: a DSN is missing, the port is taken, a bucket
    does not answer.
    """
    check_addresses(settings, sites)
    check_free(host, port)
    if sites is not Sites.PUBLIC:
        check_files(settings)
    settings.data.mkdir(parents=True, exist_ok=True)
    if sites is Sites.PUBLIC:
        os.nice(YIELDING)  # its workers inherit it
    Granian(
        sites.value,
        address=host,
        port=port,
        workers=workers,
        interface=Interfaces.ASGI,
        factory=True,
        websockets=False,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        workers_kill_timeout=10,
    ).serve()


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
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            taken = f"Port {port} on {host} cannot be used ({error.strerror})"
            raise SettingsError(f"{taken}; choose another with --port.") from error

"""The HTTP server of the staff site."""

import socket

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from netralitas.settings import Settings, SettingsError


def serve_staff(settings: Settings, *, host: str, port: int, workers: int) -> None:
    """Serve until a signal comes. SettingsError: no DSN, or the port is taken."""
    if not settings.app_dsn:
        raise SettingsError("NETRALITAS_APP_DSN is not set.")
    check_free(host, port)
    settings.data.mkdir(parents=True, exist_ok=True)
    Granian(
        "netralitas.asgi:staff",
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


def check_free(host: str, port: int) -> None:
    """Hold that nobody listens there yet; SettingsError names the port and what to do."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            taken = f"Port {port} on {host} cannot be used ({error.strerror})"
            raise SettingsError(f"{taken}; choose another with --port.") from error

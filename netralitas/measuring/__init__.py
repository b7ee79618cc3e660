"""Where Prometheus asks the processes of this program: a port of loopback for each of them."""

from errno import EADDRINUSE
from typing import Final

import structlog
from prometheus_client import start_http_server

from netralitas.settings import SettingsError
from netralitas.web.metrics import REGISTRY

HOST: Final = "127.0.0.1"
"""Never another: whoever counts from outside asks through something that knows who asks."""

_log = structlog.get_logger("netralitas.measuring")
_planned: list[int] = []


def plan(port: int | None, processes: int) -> None:
    """Hold that each of so many processes answers at a port of its own, from `port` on.

    None: nobody answers. To be called before the processes are started, which inherit it. Raises
    SettingsError when there are not so many ports.
    """
    if port is not None and port + processes > 65536:
        raise SettingsError(f"There are no {processes} ports from --metrics-port {port} on.")
    _planned[:] = range(port, port + processes) if port is not None else []


def listen() -> None:
    """Answer at the first planned port that is free, in a thread that ends with the process.

    A worker that is started in a dead one's place takes its port. With none free, or none planned,
    nobody answers; the first is logged.
    """
    for port in _planned:
        try:
            start_http_server(port, HOST, REGISTRY)
        except OSError as error:
            if error.errno != EADDRINUSE:
                raise
        else:
            return
    if _planned:
        _log.warning("metrics_port_taken", first=_planned[0], last=_planned[-1])

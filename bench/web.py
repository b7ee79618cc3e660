"""Web servers under measurement: started as processes of their own, and asked."""

import http.client
import socket
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlencode

from bench.processes import Process, running
from netralitas.settings import Settings

HOST: Final = "127.0.0.1"
_PATIENCE: Final = 60.0  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Web:
    """A server that answers on loopback."""

    port: int
    process: Process
    seconds: float
    workers: int = 1

    @property
    def host(self) -> str:
        """Return what stands in the Host header."""
        return f"{HOST}:{self.port}"

    def megabytes(self) -> float:
        """Return the resident memory of its processes together."""
        return self.process.megabytes()


def free_port() -> int:
    """Return a port on which nobody listens now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serving(
    settings: Settings, port: int, path: str = "/sehat", *, workers: int = 1
) -> Iterator[Web]:
    """Run `netralitas serve`; `seconds` is the time until `path` answered 200."""
    command = ["-m", "netralitas", "serve", "--port", str(port), "--workers", str(workers)]
    with process(command, port, path, settings.environment()) as web:
        yield replace(web, workers=workers)


@contextmanager
def process(
    arguments: list[str], port: int, path: str, environment: Mapping[str, str] | None = None
) -> Iterator[Web]:
    """Run this Python with `arguments` until the block ends; it answered `path` with 200 before."""
    begun = time.perf_counter()
    with running(arguments, environment) as started:
        _wait(started, port, path)
        yield Web(port=port, process=started, seconds=time.perf_counter() - begun)


def _wait(started: Process, port: int, path: str) -> None:
    end = time.monotonic() + _PATIENCE
    while not answers(port, path):
        if time.monotonic() > end:
            raise RuntimeError(f"nothing answered {path} within {_PATIENCE:.0f} s")
        started.stays(0.005)


def answers(port: int, path: str) -> bool:
    """Return whether a server on the port answers `path` with 200."""
    connection = http.client.HTTPConnection(HOST, port, timeout=5)
    try:
        connection.request("GET", path)
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def led_to(web: Web, path: str, cookie: str, form: Mapping[str, str]) -> str:
    """Return where a form that is sent leads to; RuntimeError when it leads nowhere."""
    connection = http.client.HTTPConnection(HOST, web.port, timeout=30)
    try:
        headers = {
            "Cookie": cookie,
            "Sec-Fetch-Site": "same-origin",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        connection.request("POST", path, urlencode(form), headers)
        answer = connection.getresponse()
        place = answer.getheader("Location")
    finally:
        connection.close()
    if answer.status != 303 or place is None:
        raise RuntimeError(f"{path} answered {answer.status}, not the way to a page")
    return place

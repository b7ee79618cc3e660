"""Servers end while people wait for an answer of theirs: nobody is cut off."""

import socket
import subprocess

import httpx

from tests.operations.processes import Server, asking, ending, listening, readiness
from tests.programs import Demo, children, until


def test_before_it_ends_a_server_denies_readiness_and_finishes_what_is_under_way(
    running_demo: Demo,
) -> None:
    environment = running_demo.settings().environment()
    with listening() as held:
        server = Server(held=held, environment=environment, options=("--staff-only", "--drain=3"))
        with ending(server):
            server.start()
            until("it is ready", lambda: readiness(held) == 200)
            with half_a_form(held) as under_way, asking(held) as kept:
                assert kept.get("/health/live").status_code == 200
                server.tell_to_end()
                until("it denies readiness", lambda: readiness(held) == 503)
                denied = kept.get("/health/ready")
                assert (denied.json()["status"], denied.headers["retry-after"]) == ("berakhir", "5")
                assert kept.get("/masuk").status_code == 200, "whoever comes is served still"
                until("no more connections are taken", lambda: not taken(held))
                under_way.sendall(b"=rina")
                with under_way.makefile("rb") as read:
                    answer = read.read()
                assert answer.startswith(b"HTTP/1.1 422"), answer[:300]
                assert b"connection: close" in answer.lower()
            assert server.ended() == 0


def half_a_form(held: socket.socket) -> socket.socket:
    """A request whose body is not complete yet."""
    connection = socket.create_connection(held.getsockname(), timeout=60)
    head = (
        "POST /masuk HTTP/1.1\r\nHost: a.test\r\nSec-Fetch-Site: same-origin\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 10\r\n\r\nlogin"
    )
    connection.sendall(head.encode())
    return connection


def taken(held: socket.socket) -> bool:
    """Whether a new connection is answered within a second."""
    address = f"http://127.0.0.1:{held.getsockname()[1]}/health/live"
    try:
        return httpx.get(address, timeout=1).status_code == 200
    except httpx.TransportError:
        return False


def test_a_worker_of_the_server_that_dies_takes_no_connection_with_it(
    running_demo: Demo,
) -> None:
    with listening() as held:
        server = Server(held=held, environment=running_demo.settings().environment())
        with ending(server):
            server.start()
            until("it is ready", lambda: readiness(held) == 200)
            [worker] = children(server.pid)
            subprocess.run(["kill", "-KILL", str(worker)], check=True)  # noqa: S603, S607 - of our own
            address = f"http://127.0.0.1:{held.getsockname()[1]}/masuk"
            assert httpx.get(address, timeout=60).status_code == 200, "it waited for the next one"
            assert server.end() == 0

"""Connections stop being taken before anything is closed."""

import socket

from netralitas.accepting import Door
from tests.programs import until


def accepts(listener: socket.socket) -> bool:
    """Whether a connection that waits is taken by this descriptor."""
    try:
        listener.accept()[0].close()
    except BlockingIOError:
        return False
    return True


def test_once_told_a_process_takes_no_connection_by_any_of_its_descriptors() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as held,
        socket.fromfd(held.fileno(), socket.AF_INET, socket.SOCK_STREAM) as another,
    ):
        held.settimeout(0)
        another.settimeout(0)
        address = held.getsockname()
        door = Door(held)
        door.follow()
        with socket.create_connection(address):
            until("it takes connections", lambda: accepts(another))
        door.close()
        until("the socket is another", lambda: held.getsockname() != address)
        until("the other descriptor as well", lambda: another.getsockname() != address)
        assert not accepts(held)

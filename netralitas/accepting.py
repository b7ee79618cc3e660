"""How a server stops taking connections while those that it took go on.

The server library does both at once, and drops what it has accepted and not read yet. So the
socket is taken away from under it first: every descriptor of this process that is the listening
socket becomes another one, to which nobody connects. The socket itself stays with its holder.
"""

import os
import select
import socket
import threading
from contextlib import suppress
from pathlib import Path


class Door:
    """The listening socket of a server and its workers, which are made by fork."""

    def __init__(self, listener: socket.socket) -> None:
        """Take the socket; to be made before the workers are."""
        self._place = _place(listener.fileno())
        self._told, self._tell = os.pipe()

    def close(self) -> None:
        """Tell every process that follows to take no more connections."""
        os.write(self._tell, b".")

    def follow(self) -> None:
        """Hold that this process takes no more connections once it is told, by a thread."""
        threading.Thread(target=self._wait, daemon=True).start()

    def _wait(self) -> None:
        waiting = select.poll()
        waiting.register(self._told, select.POLLIN)
        waiting.poll()  # nobody reads: the word is for all of them
        with socket.create_server(("127.0.0.1", 0)) as nobody:
            nobody.settimeout(0)
            for entry in Path("/proc/self/fd").iterdir():
                descriptor = int(entry.name)
                if _place(descriptor) == self._place:
                    os.dup2(nobody.fileno(), descriptor, inheritable=False)


def _place(descriptor: int) -> str:
    """Return which open socket a descriptor stands for; empty when it is none any more."""
    with suppress(OSError):
        return str(Path(f"/proc/self/fd/{descriptor}").readlink())
    return ""


DOORS: list[Door] = []
"""The door of this process's server, if it is one: set before its workers are made."""


def follow() -> None:
    """Hold that this worker takes no more connections once its server is told to end."""
    for door in DOORS:
        door.follow()

"""The server underneath: one socket for all its processes, and an end that cuts nobody off."""

import multiprocessing
import signal
import socket
import threading
from collections.abc import Callable
from typing import Final

from granian._granian import SocketHolder
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server.mp import MPServer

from netralitas import accepting
from netralitas.web import leaving

BACKLOG: Final = 1024  # connections that may wait to be accepted
SETTLE: Final = 0.5  # seconds in which what was accepted last is read
GRACE: Final = 30  # seconds that a request may still take when the server ends


class Server(MPServer):
    """A server on a socket that is bound already, and may be another's as well.

    Guaranteed: a connection that was made is answered by whichever process accepts it, also when
    one of them dies or ends; requests under way when the server is told to end are finished, up
    to `GRACE` seconds.
    """

    def __init__(self, target: str, listener: socket.socket, *, workers: int, drain: float) -> None:
        """`drain`: seconds between denying readiness and taking no more requests."""
        self._listener = listener
        self._door = accepting.Door(listener)
        accepting.DOORS[:] = [self._door]
        self._drain = drain
        host, port = listener.getsockname()[:2]
        super().__init__(
            target,
            address=host,
            port=port,
            workers=workers,
            interface=Interfaces.ASGI,
            factory=True,
            websockets=False,
            backlog=BACKLOG,
            log_level=LogLevels.warning,
            respawn_failed_workers=True,
            workers_kill_timeout=GRACE,
        )
        multiprocessing.set_start_method("fork", force=True)  # workers inherit what was bound

    def _init_shared_socket(self) -> None:
        """Let the workers accept from the socket that is bound: there is one queue, which stays."""
        self._ssp = None
        self._sso = None
        number, of_unix = self._listener.fileno(), False
        self._shd = SocketHolder(number, of_unix, BACKLOG)  # type: ignore[assignment,call-arg]  # so its stubs

    def signal_handler_interrupt(self, number: int = signal.SIGTERM, *_: object) -> None:
        """Deny readiness at once, close after the time to drain, then end; told again: end now."""
        # Ctrl+C reaches the workers too, and they end by themselves.
        at_once = number == signal.SIGINT or leaving.announced()
        leaving.announce()
        if at_once:
            self._end()
        else:
            _later(self._drain, self._close)

    def _close(self) -> None:
        """Take no more connections, and end when those that came last are being answered."""
        self._door.close()
        _later(SETTLE, self._end)

    def _end(self) -> None:
        self.interrupt_signal = True
        self.main_loop_interrupt.set()


def _later(seconds: float, do: Callable[[], None]) -> None:
    timer = threading.Timer(seconds, do)
    timer.daemon = True
    timer.start()

"""Ending the demo when asked, wherever it is at that moment."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = (signal.SIGTERM, signal.SIGINT)


class Ending:
    """Whether this process was asked to end."""

    def __init__(self) -> None:
        """Nobody has asked yet."""
        self._asked = False

    def check(self) -> None:
        """Raise SystemExit if somebody asked.

        The handler raises it too, but Python drops what is raised while it finalises an object
        (an answer of urllib, for one). A loop without end must therefore look here.
        """
        if self._asked:
            raise SystemExit(0)

    def ask(self, _number: int, _frame: FrameType | None) -> None:
        """Remember it, and leave what is being done; asked again, do not disturb the leaving."""
        if not self._asked:
            self._asked = True
            raise SystemExit(0)


@contextmanager
def ending_politely() -> Iterator[Ending]:
    """Make SIGTERM end the block as Ctrl+C does, so that everything started in it is stopped."""
    ending = Ending()
    before = {number: signal.signal(number, ending.ask) for number in _SIGNALS}
    try:
        yield ending
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)

"""What a long piece of work tells: which part begins, and how long each took."""

from collections.abc import Callable
from time import monotonic


class Clock:
    """Tells what begins, and how long each part took."""

    def __init__(self, say: Callable[[str], object]) -> None:
        """Nothing has begun."""
        self._say = say
        self._name = ""
        self._since = monotonic()
        self._seconds: dict[str, float] = {}

    def begin(self, name: str, sentence: str) -> None:
        """End the part before, and say what begins."""
        self.end()
        self._name, self._since = name, monotonic()
        self._say(sentence)

    def end(self) -> dict[str, float]:
        """Return the seconds of every part so far."""
        if self._name:
            self._seconds[self._name] = round(monotonic() - self._since, 2)
        return dict(self._seconds)

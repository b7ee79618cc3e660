"""The picture of a page as a browser shows it; all that the browser asks for goes by the guard."""

from pathlib import Path

from netralitas.evidence.web.guard import Guard


class Browser:
    """A Chromium without a window, behind a proxy of ours."""

    def __init__(self, path: Path, guard: Guard) -> None:
        """`path` is the program."""
        self._path = path
        self._guard = guard

    async def picture(self, url: str) -> bytes | None:
        """Return the whole page as PNG; None where it could not be drawn."""
        raise NotImplementedError

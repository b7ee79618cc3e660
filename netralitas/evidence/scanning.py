"""Malware: a file is shown to a `clamd` over its unix socket before it is kept.

The protocol is that of `clamd`: "zINSTREAM\\0", then each piece behind its length in four bytes, a
length of zero at the end, and one line in return. Nothing else of `clamd` is used.
"""

import asyncio
import struct
from pathlib import Path
from typing import Final

import structlog
from anyio import to_thread

from netralitas.evidence.domain import Scan
from netralitas.settings import Settings

PIECE: Final = 64 * 1024
_ANSWER: Final = 4096
_log: Final = structlog.get_logger("netralitas.evidence")


class Scanner:
    """A `clamd` at a unix socket; each question has at most `seconds`."""

    def __init__(self, socket: Path, seconds: float) -> None:
        """Nothing is asked yet."""
        self.socket = socket
        self.seconds = seconds

    @classmethod
    def of(cls, settings: Settings) -> "Scanner | None":
        """Return the scanner of the settings; None where none is configured."""
        if not settings.clamd_socket:
            return None
        return cls(Path(settings.clamd_socket), settings.clamd_seconds)

    async def scan(self, path: Path) -> Scan:
        """Return what the scanner says of a file; NOT_YET where it is away or gives no answer."""
        try:
            async with asyncio.timeout(self.seconds):
                answer = await self._asked(path)
        except (OSError, TimeoutError, asyncio.IncompleteReadError) as error:
            _log.warning("scanner_away", problem=type(error).__name__)
            return Scan.NOT_YET
        return _read(answer)

    async def _asked(self, path: Path) -> bytes:
        reader, writer = await asyncio.open_unix_connection(str(self.socket))
        try:
            writer.write(b"zINSTREAM\0")
            with path.open("rb") as file:
                while piece := await to_thread.run_sync(file.read, PIECE):
                    writer.write(struct.pack("!L", len(piece)) + piece)
                    await writer.drain()
            writer.write(struct.pack("!L", 0))
            await writer.drain()
            return await reader.read(_ANSWER)
        finally:
            writer.close()


def _read(answer: bytes) -> Scan:
    """Read "stream: OK" or "stream: NAME FOUND"; anything else, a limit of it too, is no answer."""
    said = answer.rstrip(b"\0\n ").decode("ascii", "replace")
    if said == "stream: OK":
        return Scan.CLEAN
    if said.startswith("stream: ") and said.endswith(" FOUND"):
        return Scan.INFECTED
    _log.warning("scanner_unclear", answer=said[:100])
    return Scan.NOT_YET

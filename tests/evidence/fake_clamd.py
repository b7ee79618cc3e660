"""A server that speaks the protocol of `clamd` and knows the EICAR test file alone."""

import asyncio
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

# In two halves: nothing that scans this repository shall take it for the test file itself.
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}" + b"$EICAR-STANDARD-" + b"ANTIVIRUS-TEST-FILE!$H+H*"


@dataclass(slots=True)
class Clamd:
    """What was asked; `answers` other than the scanner's own when they are given."""

    socket: Path
    asked: list[bytes] = field(default_factory=list)
    answer: bytes | None = None
    hangs: bool = False

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one INSTREAM as clamd does."""
        try:
            assert await reader.readexactly(10) == b"zINSTREAM\0"
            content = b""
            while length := struct.unpack("!L", await reader.readexactly(4))[0]:
                content += await reader.readexactly(length)
            self.asked.append(content)
            if self.hangs:
                await reader.read()  # until the client gives up
                return
            said = b"stream: Eicar-Test-Signature FOUND\0" if EICAR in content else b"stream: OK\0"
            writer.write(said if self.answer is None else self.answer)
            await writer.drain()
        finally:
            writer.close()


@asynccontextmanager
async def open_clamd(folder: Path) -> AsyncIterator[Clamd]:
    """A scanner at a socket in `folder`."""
    clamd = Clamd(socket=folder / "clamd.sock")
    server = await asyncio.start_unix_server(clamd.talk, path=clamd.socket)
    async with server:
        yield clamd

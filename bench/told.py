"""A receiver of webhooks that takes everything and notices disorder: `python -m bench.told PORT`.

GET answers how many messages came, and how many came before one with a lower number.
"""

import asyncio
import sys

from bench.web import HOST

_TAKEN = b"HTTP/1.1 204 No Content\r\n\r\n"
_ID = b"webhook-id: evt_"


class Told:
    """What came in so far."""

    def __init__(self) -> None:
        self.amount = 0
        self.disorder = 0
        self._last = -1

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one connection until it ends."""
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                if head.startswith(b"GET"):
                    text = f"{self.amount} {self.disorder}".encode()
                    writer.write(
                        b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(text), text)
                    )
                    continue
                lower = head.lower()
                length = lower.split(b"content-length: ", 1)[1].split(b"\r\n", 1)[0]
                await reader.readexactly(int(length))
                self._note(lower)
                writer.write(_TAKEN)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    def _note(self, head: bytes) -> None:
        if _ID not in head:
            return
        number = int(head.split(_ID, 1)[1].split(b"_", 1)[0])
        self.amount += 1
        self.disorder += number < self._last
        self._last = number


async def _main(port: int) -> None:
    server = await asyncio.start_server(Told().serve, HOST, port)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(_main(int(sys.argv[1])))

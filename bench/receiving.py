"""The least that takes a file: what arrives is written to one file, and nothing else is done."""

import os
import sys
from pathlib import Path

from granian import Granian
from granian.constants import Interfaces
from litestar.types import HTTPScope, Receive, Send

SYNCED = "/disk"
"""Under this path the answer comes when the file is on the disk, as the product's does."""

PLACE = Path(sys.argv[2]) if len(sys.argv) > 2 else None


async def bare(scope: HTTPScope, receive: Receive, send: Send) -> None:
    """Write the body to the file, and say how long it was."""
    size = 0
    if PLACE is not None and scope["method"] != "GET":
        with PLACE.open("wb") as file:
            more = True
            while more:
                message = await receive()
                more = message["type"] == "http.request" and message["more_body"]
                if message["type"] == "http.request":
                    size += file.write(message["body"])
            if scope["path"] == SYNCED:
                file.flush()
                os.fsync(file.fileno())
    body = str(size).encode()
    head = [(b"content-type", b"text/plain"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": head})
    await send({"type": "http.response.body", "body": body, "more_body": False})


if __name__ == "__main__":
    Granian(
        "bench.receiving:bare",
        address="127.0.0.1",
        port=int(sys.argv[1]),
        interface=Interfaces.ASGINL,
        websockets=False,
    ).serve()

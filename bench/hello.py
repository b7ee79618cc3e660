"""The least that a web process can be, for comparison: a route of Litestar, or the server alone."""

import sys
from typing import Final

from granian import Granian
from granian.constants import Interfaces
from litestar import Litestar, get
from litestar.types import Receive, Scope, Send

BARE: Final = "bare"


@get("/")
async def hello() -> str:
    """Say hello."""
    return "hello"


def app() -> Litestar:
    """Return the application of one route."""
    return Litestar([hello], openapi_config=None)


async def bare(_scope: Scope, _receive: Receive, send: Send) -> None:
    """Say hello to whatever is asked, with no framework between."""
    head = [(b"content-type", b"text/plain"), (b"content-length", b"5")]
    await send({"type": "http.response.start", "status": 200, "headers": head})
    await send({"type": "http.response.body", "body": b"hello", "more_body": False})


def main(port: int, *, framework: bool) -> None:
    """Serve until a signal comes."""
    Granian(
        "bench.hello:app" if framework else "bench.hello:bare",
        address="127.0.0.1",
        port=port,
        interface=Interfaces.ASGI if framework else Interfaces.ASGINL,  # a life has no use here
        factory=framework,
        websockets=False,
    ).serve()


if __name__ == "__main__":
    main(int(sys.argv[1]), framework=BARE not in sys.argv)

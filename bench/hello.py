"""The least that a web process can be: one route of Litestar under granian, for comparison."""

import sys

from granian import Granian
from granian.constants import Interfaces
from litestar import Litestar, get


@get("/")
async def hello() -> str:
    """Say hello."""
    return "hello"


def app() -> Litestar:
    """Return the application."""
    return Litestar([hello], openapi_config=None)


if __name__ == "__main__":
    Granian(
        "bench.hello:app",
        address="127.0.0.1",
        port=int(sys.argv[1]),
        interface=Interfaces.ASGI,
        factory=True,
        websockets=False,
    ).serve()

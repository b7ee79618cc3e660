"""B8: what the web process weighs after work, beside an idle hello-world of the same server."""

from typing import Final

from bench.figures import Figure
from bench.web import Web, free_port, process

_FACTOR: Final = 2
_MORE: Final = 60.0  # megabytes


def measure(worked: Web) -> list[Figure]:
    """Return B8; `worked` is the server that B1 and B3 have used."""
    port = free_port()
    with process(["-m", "bench.hello", str(port)], port, "/") as hello:
        idle = hello.megabytes()
    used = worked.megabytes()
    return [
        Figure(
            code="B8",
            work="web server after B1 and B3, both its processes",
            unit="MB",
            samples=(used,),
            limit_name="idle hello-world",
            limits=(idle,),
            ratio=used / idle,
            target=f"≤ {_FACTOR} x + {_MORE:.0f} MB",
            met=used <= _FACTOR * idle + _MORE,
        )
    ]

"""B9: from the command to the first page, beside importing the framework."""

import subprocess
import sys
import time
from pathlib import Path
from typing import Final

from bench.datasets import DEMO, DataSet
from bench.figures import Figure, compared
from bench.web import free_port, process, serving

_PAGE: Final = "/masuk"
_SERVE: Final = 3.0
_DEMO: Final = 6.0


def measure(data: DataSet, rounds: int) -> list[Figure]:
    """Return B9, for `serve` on a data set and for a `demo` whose data are in place."""
    served, demos, imports = [], [], []
    for turn in range(rounds + 1):
        port = free_port()
        with serving(data.settings(port), port, _PAGE) as web:
            took = web.seconds
        imported, shown = _import_seconds(), _demo_seconds(DEMO)
        if turn:  # the first round makes the demo's data, and fills the caches of files
            served.append(took)
            imports.append(imported)
            demos.append(shown)
    return [
        _row("first page after `netralitas serve`", served, imports, _SERVE),
        _row("first page after `netralitas demo`, data in place", demos, imports, _DEMO),
    ]


def _row(work: str, samples: list[float], imports: list[float], most: float) -> Figure:
    ratio, met = compared(samples, imports, lambda found: found <= most)
    return Figure(
        code="B9",
        work=work,
        unit="s",
        samples=tuple(samples),
        limit_name="import litestar, piccolo",
        limits=tuple(imports),
        ratio=ratio,
        target=f"≤ {most:.0f}",
        met=met,
    )


def _import_seconds() -> float:
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import litestar, piccolo"], check=True)
    return time.perf_counter() - begun


def _demo_seconds(folder: Path) -> float:
    port = free_port()
    command = ["-m", "netralitas", "demo", "--port", str(port), "--data", str(folder)]
    with process(command, port, _PAGE) as web:
        return web.seconds

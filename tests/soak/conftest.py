"""What takes minutes tells its figures at the end, in one table."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.programs import Demo, children

PART = float(os.environ.get("SOAK", "1"))
"""How much of the soak runs: `SOAK=0.02 make soak` tries whether it runs at all."""

FIGURES = pytest.StashKey[list[tuple[str, str]]]()

Tell = Callable[[str, str], None]
"""Takes what was measured, and the figure with its unit."""


def part_of(amount: int, least: int) -> int:
    """The amount, or as much of it as is asked for."""
    return max(least, round(amount * PART))


def megabytes(*pids: int) -> float:
    """Resident memory of these processes together."""
    pages = sum(int(Path(f"/proc/{pid}/statm").read_text().split()[1]) for pid in pids)
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def weight(demo: Demo) -> float:
    """Megabytes of the web server: the process that answers, and its parent."""
    server = demo.child("serve")
    assert server is not None, "the web server is gone"
    return megabytes(server, *children(server))


@pytest.fixture
def tell(pytestconfig: pytest.Config) -> Tell:
    """What this test measured, for the table at the end."""
    figures = pytestconfig.stash.setdefault(FIGURES, [])
    return lambda what, figure: figures.append((what, figure))


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Print the table."""
    figures = config.stash.get(FIGURES, [])
    if not figures:
        return
    width = max(len(what) for what, _ in figures)
    terminalreporter.write_sep("-", "figures of the soak")
    for what, figure in sorted(figures):
        terminalreporter.write_line(f"{what.ljust(width)}  {figure}")

"""The table of figures, for people; and the same as JSON."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import msgspec
from rich.console import Console
from rich.table import Table

from bench.datasets import Size
from bench.figures import Figure

LATEST: Final = Path(__file__).parent / "latest.json"
_MARKS: Final = {True: "[green]pass[/green]", False: "[red]FAIL[/red]", None: ""}


def show(figures: Sequence[Figure], scale: str, machine: str, data: Mapping[int, Size]) -> None:
    """Print one table: median and spread of figure and limit, ratio, target, mark; and the data."""
    title = f"Scale {scale}, {machine}: median (smallest - largest)"
    table = Table(title=title, title_justify="left")
    for column in ("", "work", "figure", "limit", "ratio", "target", ""):
        table.add_column(column, overflow="fold")
    for row in figures:
        table.add_row(
            row.code,
            f"{row.work}\n[dim]{row.note}[/dim]" if row.note else row.work,
            _spread(row.samples, row.unit),
            f"{_spread(row.limits, row.unit)}\n[dim]{row.limit_name}[/dim]" if row.limits else "",
            "" if row.ratio is None else f"{row.ratio:.2f}",
            row.target,
            _MARKS[row.met],
        )
    console = Console(width=132, highlight=False)
    console.print(table)
    for size in data.values():
        console.print(f"Data: {size}")


def keep(figures: Sequence[Figure], scale: str, machine: str, data: Mapping[int, Size]) -> None:
    """Write the figures, with every sample, to `bench/latest.json`."""
    rows = [
        {**msgspec.structs.asdict(row), "figure": row.figure, "limit": row.limit} for row in figures
    ]
    written = msgspec.json.encode(
        {"scale": scale, "machine": machine, "data": list(data.values()), "figures": rows}
    )
    LATEST.write_bytes(msgspec.json.format(written) + b"\n")


def _spread(samples: Sequence[float], unit: str) -> str:
    if not samples:
        return ""
    ordered = sorted(samples)
    middle = ordered[len(ordered) // 2]
    if len(ordered) == 1:
        return f"{middle:,.4g} {unit}"
    return f"{_plain(middle)} {unit}\n({_plain(ordered[0])} - {_plain(ordered[-1])})"


def _plain(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"

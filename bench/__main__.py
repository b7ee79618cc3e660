"""`python -m bench --scale small`: measure, print one table, write `bench/latest.json`."""

import os
import platform
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import click
from rich.console import Console

from bench import memory, moves, pages, starting, verification
from bench.datasets import DataSets, running_server
from bench.figures import Figure
from bench.report import keep, show
from bench.web import free_port, serving

CODES: Final = ("B1", "B3", "B6", "B8", "B9")
_console: Final = Console(stderr=True, highlight=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """How many cases: few and many for pages and moves, fewer and more for verification."""

    cases: tuple[int, int]
    verified: tuple[int, int]


SCALES: Final = {
    "small": Scale(cases=(1_000, 20_000), verified=(20_000, 40_000)),
    "full": Scale(cases=(1_000, 281_000), verified=(20_000, 281_000)),
}


@click.command()
@click.option("--scale", type=click.Choice(list(SCALES)), default="small", show_default=True)
@click.option("--rounds", type=click.IntRange(1), default=5, show_default=True)
@click.option("--only", type=click.Choice(CODES), multiple=True, help="Measure these alone.")
def main(scale: str, rounds: int, only: tuple[str, ...]) -> None:
    """Measure, and print each figure beside a limit that was measured in the same run."""
    wanted = frozenset(only or CODES)
    before = os.getloadavg()[0]
    with running_server(_say) as server:
        sets = DataSets(server, _say)
        sets.forget_old()
        figures = list(_measured(sets, SCALES[scale], rounds, wanted))
    machine = (
        f"{platform.machine()}, {os.cpu_count()} cores,"
        f" load {before:.1f} before and {os.getloadavg()[0]:.1f} at the end"
    )
    show(figures, scale, machine)
    keep(figures, scale, machine)


def _measured(
    sets: DataSets, scale: Scale, rounds: int, wanted: frozenset[str]
) -> Iterator[Figure]:
    if wanted & {"B1", "B3", "B8"}:
        yield from _on_one_server(sets, scale, rounds, wanted)
    if "B6" in wanted:
        _say("B6: verification")
        few, many = (sets.of(cases) for cases in scale.verified)
        yield from verification.measure(few, many, rounds)
    if "B9" in wanted:
        _say("B9: starting")
        yield from starting.measure(sets.of(scale.cases[0]), rounds)


def _on_one_server(
    sets: DataSets, scale: Scale, rounds: int, wanted: frozenset[str]
) -> Iterator[Figure]:
    """Measure what one web server does, and what it weighs afterwards."""
    small = sets.of(scale.cases[0])
    port, other = free_port(), free_port()
    with (
        sets.copy_of(scale.cases[1]) as large,
        serving(large.settings(port), port) as web,
        serving(small.settings(other), other) as small_web,
    ):
        if "B3" in wanted:
            _say("B3: worklist")
            few, many = pages.Pages(small, small_web), pages.Pages(large, web)
            yield from pages.measure(few, many, scale.cases, rounds)
        if "B1" in wanted:
            _say("B1: moves")
            yield from moves.measure(large, web, rounds)
        if "B8" in wanted:
            yield from memory.measure(web)


def _say(sentence: str) -> None:
    _console.print(f"  {sentence}")


if __name__ == "__main__":
    main()

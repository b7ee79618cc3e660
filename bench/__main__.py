"""`python -m bench --scale small`: measure, print one table, write `bench/latest.json`."""

import asyncio
import logging
import os
import platform
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Final

import click
import structlog
from rich.console import Console

from bench import (
    board,
    deadlines,
    evaluating,
    importing,
    letters,
    likeness,
    machine,
    memory,
    moves,
    pack,
    pages,
    prevention,
    proving,
    public,
    recounting,
    rush,
    search,
    starting,
    uploading,
    verification,
    webhooks,
)
from bench.datasets import DataSet, DataSets, running_server
from bench.figures import Figure
from bench.report import keep, show
from bench.web import Web, free_port, serving

CODES: Final = (
    "B1",
    "B2",
    "B3",
    "B4",
    "B5",
    "B6",
    "B7",
    "B8",
    "B9",
    "B10",
    "B11",
    "B12",
    "B13",
    "B14",
    "B15",
    "B16",
    "B17",
    "B18",
    "B19",
    "B20",
)
_SERVED: Final = frozenset(
    {"B1", "B2", "B3", "B4", "B5", "B8", "B12", "B13", "B14", "B15", "B18", "B20"}
)
"""What is measured on one copy of the larger data set, with one web server."""

_console: Final = Console(stderr=True, highlight=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """How many cases: few and many for pages and moves, fewer and more for verification."""

    cases: tuple[int, int]
    verified: tuple[int, int]


SCALES: Final = {
    "tiny": Scale(cases=(200, 500), verified=(200, 500)),  # to try the measurements themselves
    "small": Scale(cases=(1_000, 20_000), verified=(20_000, 40_000)),
    "full": Scale(cases=(1_000, 281_000), verified=(20_000, 281_000)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What is measured, on which data, and how often."""

    sets: DataSets
    scale: Scale
    rounds: int
    wanted: frozenset[str]
    workers: int = 1

    def asks_for(self, code: str) -> bool:
        """Return whether to measure this, and say so."""
        if code in self.wanted:
            _say(f"{code}: {_NAMES[code]}")
        return code in self.wanted


_NAMES: Final = {
    "B1": "moves",
    "B2": "public site",
    "B3": "worklist",
    "B4": "search",
    "B5": "figures",
    "B6": "verification",
    "B7": "deadlines",
    "B8": "memory",
    "B9": "starting",
    "B10": "imports",
    "B11": "papers",
    "B12": "hints of duplicates",
    "B13": "ageing board",
    "B14": "pack of a meeting",
    "B15": "prevention",
    "B16": "upload of evidence",
    "B17": "public log",
    "B18": "the rush",
    "B19": "webhooks",
    "B20": "machine API",
}


@click.command()
@click.option("--scale", type=click.Choice(list(SCALES)), default="small", show_default=True)
@click.option("--rounds", type=click.IntRange(1), default=5, show_default=True)
@click.option("--only", type=click.Choice(CODES), multiple=True, help="Measure these alone.")
@click.option("--workers", type=click.IntRange(1), default=1, help="Processes of the web server.")
def main(scale: str, rounds: int, only: tuple[str, ...], workers: int) -> None:
    """Measure, and print each figure beside a limit that was measured in the same run."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    before = os.getloadavg()[0]
    figures: list[Figure] = []
    with running_server(_say) as server:
        sets = DataSets(server, _say)
        sets.forget_old()
        run = Run(
            sets=sets,
            scale=SCALES[scale],
            rounds=rounds,
            wanted=frozenset(only or CODES),
            workers=workers,
        )
        try:
            figures.extend(_measured(run))
        finally:  # what was measured before something failed is not lost
            machine = (
                f"{platform.machine()}, {os.cpu_count()} cores,"
                f" load {before:.1f} before and {os.getloadavg()[0]:.1f} at the end"
            )
            show(figures, scale, machine, sets.used)
            keep(figures, scale, machine, sets.used)


_ON_A_COPY: Final[Mapping[str, Callable[[DataSet, int], Iterable[Figure]]]] = {
    "B10": importing.measure,
    "B16": uploading.measure,
    "B17": proving.measure,
    "B19": webhooks.measure,
}
"""What needs a small data set of its own, without a web server."""
_OF_MANY: Final = frozenset({"B19"})
"""What of it needs the larger one."""


def _measured(run: Run) -> Iterator[Figure]:
    if run.wanted & _SERVED:
        yield from _on_one_server(run)
    if run.asks_for("B6"):
        few, many = (run.sets.of(cases) for cases in run.scale.verified)
        yield from verification.measure(few, many, run.rounds)
    if run.asks_for("B7"):
        yield from deadlines.measure(run.rounds)
        yield from _on_open_deadlines(run)
    if run.asks_for("B9"):
        yield from starting.measure(run.sets.of(run.scale.cases[0]), run.rounds)
    for code, measure in _ON_A_COPY.items():
        if run.asks_for(code):
            with run.sets.copy_of(run.scale.cases[code in _OF_MANY]) as data:
                yield from measure(data, run.rounds)
    if run.asks_for("B11"):
        yield from letters.measure(run.rounds)


def _on_open_deadlines(run: Run) -> Iterator[Figure]:
    """Measure a change of the law on a copy of the small data set, with its web server."""
    port = free_port()
    with (
        run.sets.copy_of(run.scale.cases[0]) as data,
        serving(data.settings(port), port) as web,
    ):
        yield from recounting.measure(data, web, run.rounds)


def _on_one_server(run: Run) -> Iterator[Figure]:
    """Measure what one web server does, and what it weighs afterwards."""
    few, many = run.scale.cases
    small = run.sets.of(few)
    port, other = free_port(), free_port()
    with ExitStack() as stack:
        large = stack.enter_context(run.sets.copy_of(many))
        web = stack.enter_context(serving(large.settings(port), port, workers=run.workers))
        small_web = stack.enter_context(serving(small.settings(other), other))
        yield from _of_pages(run, Served(data=small, web=small_web), Served(data=large, web=web))
        if run.asks_for("B5"):
            yield from evaluating.measure(large, run.rounds)
        if run.asks_for("B15"):
            yield from prevention.measure(large, web, many, run.rounds)
        if run.asks_for("B14"):
            yield from pack.measure(large, many, run.rounds)
        if run.asks_for("B1"):
            yield from moves.measure(large, web, run.rounds)
        if run.asks_for("B2"):
            yield from public.measure(large, web, run.rounds)
        if run.asks_for("B18"):
            asyncio.run(evaluating.put_out(large.dsn("worker")))
            yield from rush.measure(large, web, run.rounds)
        if run.asks_for("B8"):
            before = ", ".join(sorted(run.wanted & _SERVED - {"B8", "B5"})) or "nothing"
            yield from memory.measure(large, web, before)


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A data set and the web server over it."""

    data: DataSet
    web: Web


def _of_pages(run: Run, few: Served, many: Served) -> Iterator[Figure]:
    """Measure the pages that people wait for, over all cases."""
    cases = run.scale.cases[1]
    if run.asks_for("B3"):
        both = pages.Pages(few.data, few.web), pages.Pages(many.data, many.web)
        yield from pages.measure(*both, run.scale.cases, run.rounds)
    if run.asks_for("B4"):
        yield from search.measure(many.data, many.web, cases, run.rounds)
    if run.asks_for("B12"):
        yield from likeness.measure(many.data, cases, run.rounds)
    if run.asks_for("B13"):
        yield from board.measure(many.data, many.web, cases, run.rounds)
    if run.asks_for("B20"):
        yield from machine.measure(many.data, many.web, cases, run.rounds)


def _say(sentence: str) -> None:
    _console.print(f"  {sentence}")


if __name__ == "__main__":
    main()

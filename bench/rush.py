"""B18: the rush. 32 clients on the public pages while 8 clients move cases as fast as they can.

Two figures: pages beside a hello-world under the very same load of moves, and the moves beside the
same moves while nobody reads. On a machine of few cores the readers themselves, and the hello-world
no less, take time from the moves; so the moves are also shown beside those under hello-worlds.
"""

import asyncio
import os
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from typing import Final

from bench import client
from bench.datasets import DataSet
from bench.figures import Figure, compared
from bench.loading import add
from bench.moves import request
from bench.offices import Offices
from bench.public import Servers, page_requests, servers
from bench.sessions import known_by_desk, signed_in
from bench.stories import WAITING
from bench.web import Web

_OFFICES: Final = Offices().regencies[:8]
_MOVES: Final = 60  # of each of them in a round
_CLIENTS: Final = 32
_BATCH: Final = 50  # requests of each client before it is looked whether the moves are over
_AFAR: Final = 19
"""How far readers give way: in life they have machines of their own."""
_PAGES: Final = 0.60
_LEFT: Final = 2 / 3
_MOVED: Final = 303


@dataclass(slots=True, kw_only=True)
class Rates:
    """Of each round: moves a second alone, under pages, under hello; then pages and hello."""

    alone: list[float] = field(default_factory=list)
    under_pages: list[float] = field(default_factory=list)
    under_hello: list[float] = field(default_factory=list)
    pages: list[float] = field(default_factory=list)
    hello: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hands:
    """The processes in which clients are: those who move cases, and those who read."""

    moving: ProcessPoolExecutor
    reading: ProcessPoolExecutor


def measure(data: DataSet, staff: Web, rounds: int) -> list[Figure]:
    """Return B18; a move that is not acknowledged ends it with an error."""
    rates = Rates()
    desks = [office.investigator for office in _OFFICES]
    cookies = signed_in(data, desks)
    known_by_desk(data, desks)
    with (
        servers(data) as public,
        ProcessPoolExecutor(1, mp_context=get_context("spawn")) as elsewhere,
        ProcessPoolExecutor(
            1, mp_context=get_context("spawn"), initializer=os.nice, initargs=(_AFAR,)
        ) as afar,
    ):
        for turn in range(rounds + 1):
            found = _round(data, staff, public, Hands(moving=elsewhere, reading=afar), cookies)
            if turn:  # the first round warms all of them
                _keep(rates, found)
    return [*_figures(rates)]


def _round(
    data: DataSet,
    staff: Web,
    public: Servers,
    hands: Hands,
    cookies: Sequence[str],
) -> tuple[float, float, float, float, float]:
    alone = _moves(data, staff, hands.moving, cookies).result().per_second
    moving = _moves(data, staff, hands.moving, cookies)
    pages = _read(hands.reading, public.public, page_requests(public.public), moving)
    under_pages = moving.result().per_second
    moving = _moves(data, staff, hands.moving, cookies)
    hello = _read(hands.reading, public.hello, page_requests(public.hello, hello=True), moving)
    return alone, under_pages, moving.result().per_second, pages, hello


def _keep(rates: Rates, found: tuple[float, float, float, float, float]) -> None:
    kept = (rates.alone, rates.under_pages, rates.under_hello, rates.pages, rates.hello)
    for samples, rate in zip(kept, found, strict=True):
        samples.append(rate)


def _moves(
    data: DataSet, staff: Web, elsewhere: ProcessPoolExecutor, cookies: Sequence[str]
) -> "Future[client.Load]":
    """Let each office move cases of its own, in another process, from now on."""
    dsn = data.dsn("postgres")
    fresh = [asyncio.run(add(dsn, _MOVES, WAITING, office)) for office in _OFFICES]
    requests = [
        [request(case, cookie, staff) for case in own]
        for own, cookie in zip(fresh, cookies, strict=True)
    ]
    return elsewhere.submit(client.run, staff.port, requests, _MOVED)


def _read(
    hands: ProcessPoolExecutor, web: Web, requests: Sequence[bytes], until: "Future[client.Load]"
) -> float:
    """Return how many pages a second were read while the moves went on."""
    each = list(requests) * (_BATCH // len(requests))
    seconds, answered = 0.0, 0
    while not until.done() or not answered:
        load = hands.submit(client.run, web.port, [each] * _CLIENTS, 200).result()
        seconds += load.seconds
        answered += len(load.latencies)
    return answered / seconds


def _figures(rates: Rates) -> list[Figure]:
    beside, held = compared(rates.pages, rates.hello, lambda found: found >= _PAGES)
    left, kept = compared(rates.under_pages, rates.alone, lambda found: found >= _LEFT)
    fair, _ = compared(rates.under_pages, rates.under_hello, lambda _: True)
    return [
        Figure(
            code="B18",
            work=f"public pages, {_CLIENTS} clients, while {len(_OFFICES)} clients move cases",
            unit="/s",
            samples=tuple(rates.pages),
            limit_name="hello-world, no framework, beside the same moves",
            limits=tuple(rates.hello),
            ratio=beside,
            target=f"≥ {_PAGES:.2f}",
            met=held,
        ),
        Figure(
            code="B18",
            work=f"moves of {len(_OFFICES)} clients, while {_CLIENTS} clients read",
            unit="/s",
            samples=tuple(rates.under_pages),
            limit_name="the same moves while nobody reads",
            limits=tuple(rates.alone),
            ratio=left,
            target=f"≥ {_LEFT:.2f}",
            met=kept,
            note=f"{fair:.2f} of the moves beside as many clients of a hello-world",
        ),
    ]

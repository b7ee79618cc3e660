"""B12: hints of likely duplicates over all cases, beside the statement that narrows them."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Final

import asyncpg

from bench.asking import alone, investigator
from bench.datasets import DataSet
from bench.dossiers import name_of, post_of
from bench.figures import Figure, p95
from bench.offices import Offices
from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.cases.likeness.keys import links_in
from netralitas.cases.queries import Asked, likely
from netralitas.database.connection import Connection

_OFFICES: Final = Offices()
_VIEWERS: Final = tuple(
    investigator(office)
    for office in (_OFFICES.nation, _OFFICES.regencies[0], _OFFICES.regencies[-1])
)
_TURNS: Final = 10
_MOST_SECONDS: Final = 0.15


def measure(data: DataSet, cases: int, rounds: int) -> list[Figure]:
    """Return B12: the hints while typing, for a name that many share, its event and its post.

    The limit is the same with a rare name: what the common one costs is the difference.
    """
    asked = _asked(10, cases // 2)
    rare = replace(asked, names=(name_of(11),))
    hints, limits = [], []
    every: list[float] = []
    for turn in range(rounds + 1):
        common = asyncio.run(_times(data.dsn("app"), asked))
        beside = asyncio.run(_times(data.dsn("app"), rare))
        if turn:  # the first round warms both
            hints.append(p95(common) * 1000)
            limits.append(p95(beside) * 1000)
            every += common
    return [
        Figure(
            code="B12",
            work=f"hints of duplicates, {cases:,} cases: p95",
            unit="ms",
            samples=tuple(hints),
            limit_name="of a rare name",
            limits=tuple(limits),
            ratio=sum(hints) / sum(limits),
            target=f"≤ {_MOST_SECONDS * 1000:.0f} ms",
            met=p95(every) <= _MOST_SECONDS,
        )
    ]


def _asked(respondent: int, case: int) -> Asked:
    return Asked(
        names=(name_of(respondent),),
        links=links_in(post_of(case - case % 7)),
        region=_OFFICES.regencies[0].region,
        act_on=clock.now().date() - timedelta(days=400),
        subject="camat hadir pada rapat dukungan bakal calon",
    )


async def _times(dsn: str, asked: Asked) -> list[float]:
    c = await asyncpg.connect(dsn)
    try:
        return [
            await alone(c, viewer, partial(_find, actor=viewer, asked=asked))
            for viewer in _VIEWERS * _TURNS
        ]
    finally:
        await c.close()


async def _find(c: Connection, actor: Actor, asked: Asked) -> None:
    await likely(c, actor, asked)

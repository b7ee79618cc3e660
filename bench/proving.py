"""B17: the public log of a million leaves: its verifier over published files, its proofs."""

import asyncio
import hashlib
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Final

import asyncpg

from bench.datasets import DataSet
from bench.figures import Figure, compared, p95
from netralitas.audit import heads, log, merkle
from netralitas.audit.heads import LogHead

FEW: Final = 10_240
MANY: Final = 1_000_192
_SEED: Final = bytes(range(32))
_NAME: Final = "bench"
_PROOFS: Final = 200
_STRIDE: Final = 104_729  # a prime: places all over the log, the same in every run
_MOST_SECONDS: Final = 60.0
_MOST_MILLISECONDS: Final = 5.0
_GROWTH: Final = 2.0
"""Of a proof over a hundred times as many leaves: it is half as long again, not a hundred times."""

_TOOL: Final = Path(__file__).resolve().parents[1] / "static" / "verifier" / "periksa_catatan.py"
_PUT: Final = """
INSERT INTO published.log_tile (level, position, hashes) VALUES ($1, $2, $3)
ON CONFLICT (level, position) DO UPDATE SET hashes = excluded.hashes
"""

type_tiles = list[tuple[int, int, bytes]]


def measure(data: DataSet, rounds: int) -> list[Figure]:
    """Return B17: the verifier's seconds, and milliseconds of a proof at two sizes.

    Fills the published tiles of `data`, a copy.
    """
    leaves = [hashlib.sha256(number.to_bytes(8)).digest() for number in range(MANY)]
    tiles = _tiles(leaves)
    seconds = list(_verified(tiles, leaves, rounds))
    few, many = asyncio.run(_proofs(data, tiles, rounds))
    growth, grows_slowly = compared(many, few, lambda found: found <= _GROWTH)
    return [
        Figure(
            code="B17",
            work=f"standalone verifier over {MANY:,} leaves",
            unit="s",
            samples=tuple(seconds),
            target=f"< {_MOST_SECONDS:.0f} s",
            met=max(seconds) < _MOST_SECONDS,
        ),
        Figure(
            code="B17",
            work=f"a receipt's proofs over {MANY:,} leaves: inclusion and consistency",
            unit="ms",
            samples=tuple(many),
            limit_name=f"over {FEW:,}",
            limits=tuple(few),
            ratio=growth,
            target=f"≤ {_MOST_MILLISECONDS:.0f} ms; growth ≤ {_GROWTH}",
            met=grows_slowly and median(many) <= _MOST_MILLISECONDS,
            note=f"p95 {p95(many):.1f} ms",
        ),
    ]


def _tiles(leaves: Sequence[bytes]) -> type_tiles:
    edge = merkle.RightEdge()
    full = [*edge.append(leaves), *edge.unfinished()]
    return [(level, position, b"".join(hashes)) for level, position, hashes in full]


def _verified(tiles: type_tiles, leaves: Sequence[bytes], rounds: int) -> Iterator[float]:
    """Yield the seconds of each run over files; RuntimeError when it does not find them whole."""
    head = LogHead(origin=_NAME, size=len(leaves), root=merkle.root(leaves))
    key = str(heads.verifier_of(_SEED, _NAME))
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for level, position, hashes in tiles:
            path = place / _path(level, position, len(hashes) // 32)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(hashes)
        (place / "checkpoint").write_text(heads.sign(head, _SEED, _NAME), encoding="utf-8")
        for _ in range(rounds):
            begun = time.perf_counter()
            done = subprocess.run(  # noqa: S603 - our own program
                [sys.executable, "-I", "-S", str(_TOOL), "catatan", folder, "--kunci", key],
                capture_output=True,
                text=True,
                check=False,
            )
            yield time.perf_counter() - begun
            if done.returncode:
                raise RuntimeError(done.stdout + done.stderr)


def _path(level: int, position: int, width: int) -> str:
    above, last = divmod(position, 1000)
    place = f"x{above:03}/{last:03}" if above else f"{last:03}"
    return f"tile/{level}/{place}" + ("" if width == merkle.WIDTH else f".p/{width}")


async def _proofs(data: DataSet, tiles: type_tiles, rounds: int) -> tuple[list[float], list[float]]:
    """Return the milliseconds of proofs as the public site makes them, over few leaves and many.

    In turns: the log of many leaves had only few once.
    """
    worker = await asyncpg.connect(data.dsn("worker"))
    await worker.executemany(_PUT, tiles)
    await worker.close()
    public = await asyncpg.connect(data.dsn("public"))
    try:
        for size in (FEW, MANY):  # warms
            await _proof(public, size - 1, size - 1, size)
        found: tuple[list[float], list[float]] = ([], [])
        for turn in range(1, rounds * _PROOFS + 1):
            for size, samples in zip((FEW, MANY), found, strict=True):
                position, old = turn * _STRIDE % size, 1 + turn * _STRIDE * 7 % (size - 1)
                samples.append(await _proof(public, position, old, size))
    finally:
        await public.close()
    return found


async def _proof(public: asyncpg.Connection, position: int, old: int, size: int) -> float:
    begun = time.perf_counter()
    await log.inclusion(public, position, size, log.PUBLIC)
    await log.consistency(public, old, size, log.PUBLIC)
    return 1000 * (time.perf_counter() - begun)

"""B13: the ageing board over all cases, for the nation, a large and a small office."""

from typing import Final

from bench import client
from bench.asking import investigator
from bench.datasets import DataSet
from bench.figures import Figure, p95
from bench.offices import Offices
from bench.sessions import signed_in
from bench.web import Web

PATHS: Final = (
    "/tindak-lanjut",
    "/tindak-lanjut?terlambat=ya",
    "/tindak-lanjut?umur=91",
    "/tindak-lanjut?tahap=discipline.examination",
    "/surat",
)
"""The board whole, late, old, of one stage; and the register of letters beside it."""

_TURNS: Final = 5
_MOST_SECONDS: Final = 0.15
_OFFICES: Final = Offices()
_READERS: Final = {
    "of the nation": investigator(_OFFICES.nation),
    "of the largest regency": investigator(_OFFICES.regencies[0]),
    "of the smallest regency": investigator(_OFFICES.regencies[-1]),
}


def measure(data: DataSet, web: Web, cases: int, rounds: int) -> list[Figure]:
    """Return B13: the longest pages of each reader; the first round warms them all."""
    found = []
    for said, actor in _READERS.items():
        (cookie,) = signed_in(data, [actor.desk])
        board = [client.get(path, cookie, web.host) for path in PATHS] * _TURNS
        rounds_of = [list(client.run(web.port, [board], 200).latencies) for _ in range(rounds + 1)]
        samples = [p95(latencies) * 1000 for latencies in rounds_of[1:]]
        every = [seconds for latencies in rounds_of[1:] for seconds in latencies]
        found.append(
            Figure(
                code="B13",
                work=f"ageing board and letters {said}, {cases:,} cases: p95",
                unit="ms",
                samples=tuple(samples),
                target=f"≤ {_MOST_SECONDS * 1000:.0f} ms",
                met=p95(every) <= _MOST_SECONDS,
            )
        )
    return found
